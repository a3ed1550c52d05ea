// Reading members of a JSON object with their line and a complaint at hand; private to the JSON reader.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <boost/json/object.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/json_lines.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {

/// An object at a path of the file ("posters/3").
class JsonMember {
 public:
  JsonMember(const boost::json::object& object, std::string path, const JsonLines& lines, Faults& errors)
      : object_(object), path_(std::move(path)), lines_(lines), errors_(errors) {}

  [[nodiscard]] std::uint32_t line() const { return lines_.at(path_); }
  [[nodiscard]] std::uint32_t line_of(std::string_view name) const { return lines_.at(path_to(name)); }
  [[nodiscard]] bool has(std::string_view name) const { return object_.contains(name); }
  [[nodiscard]] std::string path_to(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "/" + std::string(name);
  }

  /// A text (a number is one too; null and absence are ""); anything else is a fault.
  [[nodiscard]] Cell text(std::string_view name) const;
  /// true or false; null and absence are false, anything else is a fault.
  [[nodiscard]] bool flag(std::string_view name) const;
  /// A list of texts, or one text separated at ";".
  [[nodiscard]] std::vector<Cell> list(std::string_view name) const;
  /// Warns of every member that is not among the known ones, unless `seen` has the name already.
  void warn_of_others(std::initializer_list<std::string_view> known, std::vector<std::string>& seen,
                      Faults& warnings) const;

 private:
  const boost::json::object& object_;
  std::string path_;
  const JsonLines& lines_;
  Faults& errors_;
};

}  // namespace posterhall::tools
