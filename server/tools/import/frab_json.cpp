#include "tools/import/frab_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "text/text.hpp"
#include "tools/import/json_member.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;

constexpr std::string_view shape_mend =
    "the file is {\"schedule\": {\"conference\": {\"title\": …, \"days\": [{\"rooms\": {\"Room\": [{…}]}}]}}}";

class FrabReader {
 public:
  FrabReader(const JsonLines& lines, Faults& errors) : lines_(lines), errors_(errors) {}

  RawProgramme read(const json::object& root) {
    if (const auto* generator = object_in(root, "", "generator")) {
      programme_.ours = JsonMember(*generator, "generator", lines_, errors_).text("name").text == frab_generator;
    }
    const json::object& schedule = root.at("schedule").get_object();
    const auto* conference = object_in(schedule, "schedule", "conference");
    if (conference == nullptr) {
      errors_.add(lines_.at("schedule"), "conference", "the schedule has no \"conference\"", std::string(shape_mend));
      return std::move(programme_);
    }
    const std::string path = "schedule/conference";
    const JsonMember member(*conference, path, lines_, errors_);
    programme_.title = member.text("title");
    programme_.time_zone = member.text("time_zone_name");
    each_object(*conference, path, "rooms",
                [this](const json::object& room, const std::string& at) { add_room(room, at); });
    each_object(*conference, path, "days",
                [this](const json::object& day, const std::string& at) { add_day(day, at); });
    if (!conference->contains("days")) {
      errors_.add(member.line(), "days", "the conference has no \"days\"", std::string(shape_mend));
    }
    return std::move(programme_);
  }

 private:
  const json::object* object_in(const json::object& object, const std::string& path, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || value->is_null()) return nullptr;
    if (value->is_object()) return &value->get_object();
    errors_.add(lines_.at(path.empty() ? std::string(name) : path + "/" + std::string(name)), name,
                "this is not an object", std::string(shape_mend));
    return nullptr;
  }

  template <class Visit>
  void each_object(const json::object& object, const std::string& path, std::string_view name, const Visit& visit) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || value->is_null()) return;
    const std::string list_path = path + "/" + std::string(name);
    if (value->is_array()) {
      each_of(value->get_array(), list_path, name, visit);
    } else {
      errors_.add(lines_.at(list_path), name, "this is not a list", "write it as [{…}, {…}]");
    }
  }

  template <class Visit>
  void each_of(const json::array& list, const std::string& path, std::string_view name, const Visit& visit) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string at = path + "/" + std::to_string(i);
      if (list[i].is_object()) {
        visit(list[i].get_object(), at);
      } else {
        errors_.add(lines_.at(at), printable(name), "this entry is not an object", "write it as {…}");
      }
    }
  }

  void add_room(const json::object& object, const std::string& path) {
    const JsonMember room(object, path, lines_, errors_);
    RawRoom raw{room.text("name").text, 0};
    if (const json::value* capacity = object.if_contains("capacity"); capacity != nullptr && capacity->is_int64()) {
      raw.capacity = static_cast<std::uint32_t>(std::clamp<std::int64_t>(capacity->get_int64(), 0, 1'000'000));
    }
    programme_.rooms.push_back(std::move(raw));
  }

  void add_day(const json::object& object, const std::string& path) {
    const JsonMember day(object, path, lines_, errors_);
    const Cell date = day.text("date");
    const auto known = day_of(text::trim(date.text));
    if (known) {
      programme_.days.push_back(*known);
    } else {
      errors_.add(date.line, "date", in_quotes(date.text) + " is not a day", "write it like 2021-04-21");
    }
    const auto* rooms = object_in(object, path, "rooms");
    if (rooms == nullptr) return;
    for (const auto& room : *rooms) {
      const std::string name(room.key());
      const std::string room_path = path + "/rooms/" + name;
      if (!room.value().is_array()) {
        errors_.add(lines_.at(room_path), "rooms", in_quotes(name) + " is not a list of entries",
                    "write it as [{…}, {…}]");
        continue;
      }
      each_of(room.value().get_array(), room_path, name, [&](const json::object& entry, const std::string& at) {
        add_entry(entry, at, name, known.value_or(""));
      });
    }
  }

  void add_entry(const json::object& object, const std::string& path, const std::string& room, const std::string& day) {
    const JsonMember in(object, path, lines_, errors_);
    RawEntry entry;
    entry.line = in.line();
    entry.guid = in.text("guid");
    entry.id = in.text("code");
    if (text::trim(entry.id.text).empty()) entry.id = entry.guid;
    if (text::trim(entry.id.text).empty()) entry.id = in.text("id");
    entry.title = in.text("title");
    entry.subtitle = in.text("subtitle");
    entry.type = in.text("type");
    entry.track = in.text("track");
    entry.room = in.text("room");
    if (!entry.room.faulty && text::trim(entry.room.text).empty()) entry.room.text = room;
    entry.abstract = in.text("abstract");
    entry.description = in.text("description");
    entry.recording = in.text("video_download_url");
    each_object(object, path, "persons",
                [&](const json::object& person, const std::string& at) { add_person(entry, person, at); });
    each_object(object, path, "links",
                [&](const json::object& link, const std::string& at) { entry.links.push_back(link_of(link, at)); });
    each_object(object, path, "attachments", [&](const json::object& link, const std::string& at) {
      entry.attachments.push_back(link_of(link, at));
    });
    settle_frab_times({in.text("date"), in.text("start"), in.text("duration"), in.text("end"), day}, programme_.ours,
                      entry, errors_);
    programme_.entries.push_back(std::move(entry));
  }

  void add_person(RawEntry& entry, const json::object& object, const std::string& path) {
    const JsonMember person(object, path, lines_, errors_);
    for (const char* name : {"public_name", "full_public_name", "name"}) {
      Cell cell = person.text(name);
      if (text::trim(cell.text).empty()) continue;
      entry.people.push_back(std::move(cell));
      return;
    }
  }

  RawLink link_of(const json::object& object, const std::string& path) {
    const JsonMember link(object, path, lines_, errors_);
    return {link.text("title"), link.text("url")};
  }

  const JsonLines& lines_;
  Faults& errors_;
  RawProgramme programme_;
};

}  // namespace

RawProgramme read_frab_json(const json::object& root, const JsonLines& lines, Faults& errors) {
  return FrabReader(lines, errors).read(root);
}

}  // namespace posterhall::tools
