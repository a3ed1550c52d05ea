// Which line each value of a JSON text begins on: Boost.JSON's values do not remember, and a fault must say.
// Runs on: any thread. Owns: its table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace posterhall::tools {

class JsonLines {
 public:
  /// `text` has been parsed successfully; its depth is therefore bounded.
  explicit JsonLines(std::string_view text);

  /// The line of the value at a path such as "posters/3/title"; of the nearest value around it if it is not there.
  [[nodiscard]] std::uint32_t at(std::string_view path) const;

 private:
  class Scanner;
  std::unordered_map<std::string, std::uint32_t> lines_;
};

}  // namespace posterhall::tools
