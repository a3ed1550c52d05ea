#include "tools/import/frab_xml.hpp"

#include <algorithm>

#include "text/text.hpp"
#include "tools/import/frab_json.hpp"
#include "tools/import/xml_tree.hpp"

namespace posterhall::tools {
namespace {

Cell text_of(const XmlElement& element, std::string_view name) {
  const XmlElement* child = element.child(name);
  return child == nullptr ? Cell{{}, element.line} : Cell{child->text, child->line};
}

Cell attribute_of(const XmlElement& element, std::string_view name) {
  return {std::string(element.attribute(name)), element.line};
}

bool is_blank(const Cell& cell) { return text::trim(cell.text).empty(); }

class FrabReader {
 public:
  explicit FrabReader(Faults& errors) : errors_(errors) {}

  RawProgramme read(const XmlElement& root) {
    if (root.name != "schedule") {
      errors_.add(root.line, printable(root.name), "this is XML, but no frab schedule",
                  "its outermost element is <schedule>, with <conference> and <day> in it");
      return std::move(programme_);
    }
    for (const XmlElement& child : root.children) {
      if (child.name == "generator") programme_.ours = child.attribute("name") == frab_generator;
    }
    if (const auto* conference = root.child("conference")) {
      programme_.title = text_of(*conference, "title");
      programme_.time_zone = text_of(*conference, "time_zone_name");
    }
    for (const XmlElement& child : root.children) {
      if (child.name == "day") add_day(child);
    }
    return std::move(programme_);
  }

 private:
  void add_day(const XmlElement& day) {
    const auto known = day_of(text::trim(day.attribute("date")));
    if (known) {
      programme_.days.push_back(*known);
    } else {
      errors_.add(day.line, "date", in_quotes(day.attribute("date")) + " is not a day", "write it like 2021-04-21");
    }
    for (const XmlElement& room : day.children) {
      if (room.name != "room") continue;
      const std::string name(room.attribute("name"));
      const auto same = [&](const RawRoom& other) { return other.name == name; };
      // Few rooms are many: a file that has more is read all the same.
      if (programme_.rooms.size() < max_sessions && std::ranges::none_of(programme_.rooms, same)) {
        programme_.rooms.push_back({name, 0});
      }
      for (const XmlElement& event : room.children) {
        if (event.name == "event") add_event(event, name, known.value_or(""));
      }
    }
  }

  void add_event(const XmlElement& event, const std::string& room, const std::string& day) {
    RawEntry entry;
    entry.line = event.line;
    entry.guid = attribute_of(event, "guid");
    entry.id = attribute_of(event, "code");
    if (is_blank(entry.id)) entry.id = entry.guid;
    if (is_blank(entry.id)) entry.id = attribute_of(event, "id");
    entry.title = text_of(event, "title");
    entry.subtitle = text_of(event, "subtitle");
    entry.type = text_of(event, "type");
    entry.track = text_of(event, "track");
    entry.room = text_of(event, "room");
    if (is_blank(entry.room)) entry.room.text = room;
    entry.abstract = text_of(event, "abstract");
    entry.description = text_of(event, "description");
    entry.recording = text_of(event, "video_download_url");
    if (const auto* recording = event.child("recording"); recording != nullptr && is_blank(entry.recording)) {
      entry.recording = text_of(*recording, "url");
      if (is_blank(entry.recording)) entry.recording = text_of(*recording, "link");
    }
    if (const auto* persons = event.child("persons")) {
      for (const XmlElement& person : persons->children) {
        if (person.name == "person") entry.people.push_back({person.text, person.line});
      }
    }
    entry.links = links_of(event, "links", "link");
    entry.attachments = links_of(event, "attachments", "attachment");
    settle_frab_times(
        {text_of(event, "date"), text_of(event, "start"), text_of(event, "duration"), text_of(event, "end"), day},
        programme_.ours, entry, errors_);
    programme_.entries.push_back(std::move(entry));
  }

  static std::vector<RawLink> links_of(const XmlElement& event, std::string_view list, std::string_view name) {
    std::vector<RawLink> links;
    const XmlElement* found = event.child(list);
    if (found == nullptr) return links;
    for (const XmlElement& link : found->children) {
      if (link.name == name) links.push_back({{link.text, link.line}, attribute_of(link, "href")});
    }
    return links;
  }

  Faults& errors_;
  RawProgramme programme_;
};

}  // namespace

bool looks_like_frab(std::string_view bytes) {
  constexpr std::size_t looked_at = 65536;
  const auto text = text::trim(without_mark(bytes));
  return text.starts_with('<') && text.substr(0, looked_at).find("<schedule") != std::string_view::npos;
}

RawProgramme read_frab_xml(std::string_view bytes, Faults& errors) {
  const auto root = read_xml(without_mark(bytes), errors);
  return root ? FrabReader(errors).read(*root) : RawProgramme{};
}

}  // namespace posterhall::tools
