// A small XML file as a tree of elements with their lines. No DTD and no entities of its own are read, and depth,
// number and size are bounded (docs/decisions/0080). Runs on: any thread. Owns: the tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/import/fault.hpp"

namespace posterhall::tools {

inline constexpr std::size_t max_xml_depth = 32;
inline constexpr std::size_t max_xml_nodes = 500'000;  ///< elements and attributes together

struct XmlElement {
  std::string name;
  std::uint32_t line = 0;
  std::string text;  ///< of this element itself; its children's is theirs
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;

  /// The first child of that name, or nullptr.
  [[nodiscard]] const XmlElement* child(std::string_view name) const;
  /// The attribute's value, or "".
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
};

/// The outermost element, or nothing and an error that says where and why. The bytes are UTF-8 without a mark.
[[nodiscard]] std::optional<XmlElement> read_xml(std::string_view bytes, Faults& errors);

}  // namespace posterhall::tools
