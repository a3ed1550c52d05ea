#include "tools/import/json_member.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "tools/import/poster_rows.hpp"

namespace posterhall::tools {
namespace json = boost::json;

Cell JsonMember::text(std::string_view name) const {
  Cell cell{{}, line_of(name)};
  const json::value* value = object_.if_contains(name);
  if (value == nullptr || value->is_null()) return cell;
  if (value->is_string()) {
    cell.text = std::string_view(value->get_string());
  } else if (value->is_int64() || value->is_uint64()) {
    cell.text = json::serialize(*value);
  } else {
    errors_.add(cell.line, name, "this is not a text", "write it in \"quotes\"");
    cell.faulty = true;
  }
  return cell;
}

bool JsonMember::flag(std::string_view name) const {
  const json::value* value = object_.if_contains(name);
  if (value == nullptr || value->is_null()) return false;
  if (value->is_bool()) return value->get_bool();
  errors_.add(line_of(name), name, "this is neither true nor false", "write true or false, without quotes");
  return false;
}

std::vector<Cell> JsonMember::list(std::string_view name) const {
  const json::value* value = object_.if_contains(name);
  if (value == nullptr || value->is_null()) return {};
  if (value->is_string()) return split(text(name), ";\n");
  if (!value->is_array()) {
    errors_.add(line_of(name), name, "this is not a list of texts", "write it as [\"one\", \"two\"]");
    return {};
  }
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < value->get_array().size(); ++i) {
    const json::value& item = value->get_array()[i];
    const std::uint32_t line = line_of(std::string(name) + "/" + std::to_string(i));
    if (item.is_string()) {
      cells.push_back({std::string(item.get_string()), line});
    } else {
      errors_.add(line, name, "something in this list is not a text", "write each in \"quotes\"");
    }
  }
  return cells;
}

void JsonMember::warn_of_others(std::initializer_list<std::string_view> known, std::vector<std::string>& seen,
                                Faults& warnings) const {
  for (const auto& member : object_) {
    const std::string_view name = member.key();
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    seen.emplace_back(name);
    warnings.add(line_of(name), printable(name), "this member is not known and was ignored");
  }
}

}  // namespace posterhall::tools
