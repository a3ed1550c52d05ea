// A text view as JSON text, as it is kept. A missing member is an empty one.
#include <boost/json.hpp>

#include "store/poster_table.hpp"

namespace posterhall::store {
namespace {

namespace json = boost::json;

std::string text_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

double part_at(const json::array& box, std::size_t at) {
  return at < box.size() && box[at].is_number() ? box[at].to_number<double>() : 0.0;
}

}  // namespace

std::string to_document(const std::vector<domain::TextPanel>& panels) {
  if (panels.empty()) return {};
  json::array list;
  for (const auto& panel : panels) {
    json::object object{{"heading", panel.heading}, {"text", panel.text}};
    if (panel.w > 0 || panel.h > 0) object["box"] = json::array{panel.x, panel.y, panel.w, panel.h};
    list.emplace_back(std::move(object));
  }
  return json::serialize(list);
}

std::vector<domain::TextPanel> parse_panels(const std::string& document) {
  boost::system::error_code error;
  const auto value = document.empty() ? json::value() : json::parse(document, error);
  std::vector<domain::TextPanel> panels;
  if (error || !value.is_array()) return panels;
  for (const auto& one : value.get_array()) {
    if (!one.is_object()) continue;
    const auto& object = one.get_object();
    domain::TextPanel panel{text_at(object, "heading"), text_at(object, "text"), 0, 0, 0, 0};
    if (const auto* box = object.if_contains("box"); box != nullptr && box->is_array()) {
      panel.x = part_at(box->get_array(), 0);
      panel.y = part_at(box->get_array(), 1);
      panel.w = part_at(box->get_array(), 2);
      panel.h = part_at(box->get_array(), 3);
    }
    panels.push_back(std::move(panel));
  }
  return panels;
}

}  // namespace posterhall::store
