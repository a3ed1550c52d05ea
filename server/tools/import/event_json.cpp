#include "tools/import/event_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parser.hpp>
#include <boost/json/value.hpp>

#include "text/text.hpp"
#include "tools/import/frab_json.hpp"
#include "tools/import/json_lines.hpp"
#include "tools/import/json_member.hpp"
#include "tools/import/poster_rows.hpp"
#include "tools/import/programme.hpp"
#include "tools/import/programme_json.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;
constexpr std::size_t max_depth = 32;
constexpr std::string_view shape_mend = "the file is {\"event\": {…}, \"posters\": [{\"id\": …, \"title\": …}, …]}";

std::uint32_t line_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint32_t>(1 +
                                    std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::optional<json::value> parse(std::string_view text, Faults& errors) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::parser parser({}, options);
  json::error_code error;
  const std::size_t read = parser.write_some(text, error);
  if (!error && text::trim(text.substr(read)).empty()) return parser.release();
  const bool too_deep = error == json::error::too_deep;
  const bool ended = error == json::error::incomplete;
  std::string what = "this is not JSON any more (" + error.message() + ")";
  if (!error) what = "something follows the end of the JSON";
  if (too_deep) what = "more than " + std::to_string(max_depth) + " lists or objects inside one another";
  if (ended) what = "the file ends in the middle of the JSON";
  errors.add(line_at(text, std::min(read, text.size())), "", std::move(what),
             "mend the file at this line or before it");
  return std::nullopt;
}

PosterFields fields_of(const JsonMember& poster) {
  PosterFields fields;
  for (std::size_t i = 0; i < poster_field_count; ++i) {
    if (poster.has(name_of(static_cast<PosterField>(i)))) fields.set(i);
  }
  return fields;
}

RawPoster raw_of(const JsonMember& poster) {
  RawPoster raw;
  raw.line = poster.line();
  raw.id = poster.text("id");
  raw.title = poster.text("title");
  raw.summary = poster.text("summary");
  raw.category = poster.text("category");
  raw.link = poster.text("link");
  raw.image_url = poster.text("image_url");
  raw.booth = poster.text("booth");
  raw.authors = poster.list("authors");
  raw.keywords = poster.list("keywords");
  raw.shifts = poster.list("shifts");
  return raw;
}

void read_posters(const json::array& posters, const JsonLines& lines, ImportFile& file, Faults& errors,
                  Faults& warnings) {
  PosterCollector collector(errors, warnings);
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < posters.size(); ++i) {
    const std::string path = "posters/" + std::to_string(i);
    if (!posters[i].is_object()) {
      errors.add(lines.at(path), "posters", "this poster is not an object", "write it as {\"id\": …, \"title\": …}");
      continue;
    }
    const JsonMember poster(posters[i].get_object(), path, lines, errors);
    poster.warn_of_others(
        {"id", "title", "authors", "summary", "category", "link", "image_url", "booth", "keywords", "shifts"}, seen,
        warnings);
    file.fields |= fields_of(poster);
    collector.add(raw_of(poster));
  }
  file.posters = collector.take();
  if (posters.empty()) errors.add(lines.at("posters"), "posters", "there is no poster in the list", "add them");
}

}  // namespace

void read_event_json(std::string_view bytes, const std::string& fallback_zone, ImportFile& file, Faults& errors,
                     Faults& warnings) {
  const std::string_view text = without_mark(bytes);
  if (!check_utf8_lines(text, errors)) return;
  const auto value = parse(text, errors);
  if (!value) return;
  const JsonLines lines(text);
  if (!value->is_object()) {
    errors.add(1, "", "the file is not an object with posters", std::string(shape_mend));
    return;
  }
  const json::object& root = value->get_object();
  const json::value* posters = root.if_contains("posters");
  const json::value* schedule = root.if_contains("schedule");
  if (posters == nullptr && schedule != nullptr && schedule->is_object()) {
    file.format = ImportFormat::frab_json;
    build_programme(read_frab_json(root, lines, errors), fallback_zone, file, errors, warnings);
    return;
  }
  if (posters == nullptr || !posters->is_array()) {
    const bool frab = file.format == ImportFormat::frab_json;
    errors.add(posters == nullptr ? 1 : lines.at("posters"), frab ? "schedule" : "posters",
               frab ? "there is no object \"schedule\"" : "there is no list \"posters\"", std::string(shape_mend));
    return;
  }
  std::vector<std::string> seen;
  JsonMember(root, "", lines, errors).warn_of_others({"source", "source_data", "event", "posters"}, seen, warnings);
  if (const json::value* event = root.if_contains("event"); event != nullptr && !event->is_null()) {
    if (event->is_object()) {
      read_event(event->get_object(), lines, fallback_zone, file, errors, warnings);
    } else {
      errors.add(lines.at("event"), "event", "this is not an object", std::string(shape_mend));
    }
  }
  read_posters(posters->get_array(), lines, file, errors, warnings);
}

}  // namespace posterhall::tools
