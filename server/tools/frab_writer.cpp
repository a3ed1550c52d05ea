#include "tools/frab_writer.hpp"

#include <boost/json.hpp>

#include "tools/frab_schedule.hpp"
#include "tools/import/programme.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

class XmlText {
 public:
  void line(unsigned depth, const std::string& text) {
    out_ += std::string(2 * static_cast<std::size_t>(depth), ' ') + text + "\n";
  }
  void element(unsigned depth, const char* name, std::string_view text) {
    line(depth, std::string("<") + name + ">" + escaped(text) + "</" + name + ">");
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
};

std::string attribute(const char* name, std::string_view value) {
  return std::string(" ") + name + "=\"" + escaped(value) + "\"";
}

void write_conference(XmlText& out, const FrabSchedule& schedule) {
  const auto& days = schedule.days();
  out.line(1, "<conference>");
  out.element(2, "title", schedule.event().name);
  out.element(2, "acronym", schedule.acronym());
  if (!days.empty()) {
    out.element(2, "start", days.front().date);
    out.element(2, "end", days.back().date);
  }
  out.element(2, "days", std::to_string(days.size()));
  out.element(2, "timeslot_duration", "00:05");
  if (!schedule.event().public_url.empty()) out.element(2, "base_url", schedule.event().public_url);
  out.element(2, "time_zone_name", schedule.zone_name());
  out.line(1, "</conference>");
}

void write_event(XmlText& out, const FrabSchedule& schedule, const FrabEntry& entry) {
  out.line(3,
           "<event" + attribute("guid", entry.guid) + attribute("id", entry.id) + attribute("code", entry.code) + ">");
  out.element(4, "room", entry.room);
  out.element(4, "title", entry.title);
  out.element(4, "subtitle", entry.subtitle);
  out.element(4, "type", entry.type);
  out.element(4, "date", entry.date);
  out.element(4, "start", entry.start);
  out.element(4, "duration", entry.duration);
  out.element(4, "abstract", entry.abstract);
  out.element(4, "slug", entry.slug);
  out.element(4, "track", "");
  out.line(4, "<persons>");
  for (const auto& [number, name] : entry.persons) {
    out.line(5, "<person" + attribute("id", number) + ">" + escaped(name) + "</person>");
  }
  out.line(4, "</persons>");
  if (!entry.description.empty()) out.element(4, "description", entry.description);
  out.line(4, "<recording>");
  out.element(5, "license", "");
  out.element(5, "optout", "false");
  out.line(4, "</recording>");
  out.line(4, "<links>");
  for (const auto& link : entry.links) {
    out.line(5, "<link" + attribute("href", link.address) + ">" + escaped(link.title) + "</link>");
  }
  out.line(4, "</links>");
  out.line(4, "<attachments></attachments>");
  if (!schedule.event().public_url.empty()) out.element(4, "url", schedule.event().public_url);
  out.line(3, "</event>");
}

json::object json_of(const FrabEntry& entry, const FrabSchedule& schedule) {
  json::array persons;
  for (const auto& [number, name] : entry.persons) {
    persons.push_back(json::object{{"id", std::stoll(number)}, {"name", name}, {"public_name", name}});
  }
  json::array links;
  for (const auto& link : entry.links) {
    links.push_back(json::object{{"title", link.title}, {"url", link.address}, {"type", "related"}});
  }
  return {{"guid", entry.guid},
          {"code", entry.code},
          {"id", std::stoll(entry.id)},
          {"logo", nullptr},
          {"date", entry.date},
          {"start", entry.start},
          {"end", entry.end},
          {"duration", entry.duration},
          {"room", entry.room},
          {"slug", entry.slug},
          {"url", schedule.event().public_url},
          {"title", entry.title},
          {"subtitle", entry.subtitle},
          {"track", nullptr},
          {"type", entry.type},
          {"language", nullptr},
          {"abstract", entry.abstract},
          {"description", entry.description},
          {"recording_license", ""},
          {"do_not_record", false},
          {"persons", std::move(persons)},
          {"links", std::move(links)},
          {"attachments", json::array{}}};
}

json::array days_json(const FrabSchedule& schedule) {
  json::array days;
  for (const auto& day : schedule.days()) {
    json::object rooms;
    for (const auto& [name, entries] : day.rooms) {
      json::array list;
      for (const auto& entry : entries) list.push_back(json_of(entry, schedule));
      rooms[name] = std::move(list);
    }
    days.push_back(json::object{{"index", days.size() + 1},
                                {"date", day.date},
                                {"day_start", day.start},
                                {"day_end", day.end},
                                {"rooms", std::move(rooms)}});
  }
  return days;
}

}  // namespace

std::string programme_frab_xml(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone) {
  const FrabSchedule schedule(catalogue, zone);
  XmlText out;
  out.line(0, "<schedule>");
  out.line(1, "<generator" + attribute("name", frab_generator) + attribute("version", "1") + " />");
  out.element(1, "version", schedule.version());
  write_conference(out, schedule);
  std::size_t index = 0;
  for (const auto& day : schedule.days()) {
    out.line(1, "<day" + attribute("index", std::to_string(++index)) + attribute("date", day.date) +
                    attribute("start", day.start) + attribute("end", day.end) + ">");
    for (const auto& [name, entries] : day.rooms) {
      out.line(2, "<room" + attribute("name", name) + attribute("guid", schedule.room_guid(name)) + ">");
      for (const auto& entry : entries) write_event(out, schedule, entry);
      out.line(2, "</room>");
    }
    out.line(1, "</day>");
  }
  out.line(0, "</schedule>");
  return out.take();
}

std::string programme_frab_json(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone) {
  const FrabSchedule schedule(catalogue, zone);
  const auto& days = schedule.days();
  json::array rooms;
  for (const auto& room : catalogue.rooms) {
    rooms.push_back(
        json::object{{"name", room.name}, {"guid", schedule.room_guid(room.name)}, {"capacity", room.capacity}});
  }
  json::object conference{{"acronym", schedule.acronym()},
                          {"title", catalogue.event.name},
                          {"start", days.empty() ? "" : days.front().date},
                          {"end", days.empty() ? "" : days.back().date},
                          {"daysCount", days.size()},
                          {"timeslot_duration", "00:05"},
                          {"time_zone_name", schedule.zone_name()},
                          {"rooms", std::move(rooms)},
                          {"tracks", json::array{}},
                          {"days", days_json(schedule)}};
  json::object root{{"$schema", "https://c3voc.de/schedule/schema.json"},
                    {"generator", json::object{{"name", frab_generator}, {"version", "1"}}},
                    {"schedule", json::object{{"version", schedule.version()},
                                              {"base_url", catalogue.event.public_url},
                                              {"conference", std::move(conference)}}}};
  return json::serialize(root) + "\n";
}

}  // namespace posterhall::tools
