#include "tools/import/icalendar_reader.hpp"

#include <algorithm>

#include "text/text.hpp"
#include "tools/import/icalendar_lines.hpp"
#include "tools/import/icalendar_zone.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {
namespace {

constexpr std::size_t max_depth = 8;
constexpr std::size_t max_events = 20'000;

using Lines = std::vector<ContentLine>;

const ContentLine* find(const Lines& lines, std::string_view name) {
  const auto found = std::ranges::find(lines, name, &ContentLine::name);
  return found == lines.end() ? nullptr : &*found;
}

Cell text_of(const Lines& lines, std::string_view name, std::uint32_t line) {
  const auto* found = find(lines, name);
  return found == nullptr ? Cell{{}, line} : Cell{unescaped_text(found->value), found->line};
}

/// First what stands where, then, with all zones known, what it means.
class CalendarReader {
 public:
  CalendarReader(std::string_view bytes, std::string fallback_zone, Faults& errors, Faults& warnings)
      : lines_(bytes, errors),
        errors_(errors),
        warnings_(warnings),
        zones_(errors),
        zone_name_(std::move(fallback_zone)) {}

  RawProgramme read() {
    while (const auto line = lines_.next()) {
      if (line->name == "BEGIN") {
        if (!begin(*line)) return {};
      } else if (line->name == "END") {
        if (!end(*line)) return {};
      } else {
        take(*line);
      }
    }
    if (!open_.empty()) {
      errors_.add(lines_.line(), "", "the file ends in the middle of " + open_.back(), "export the calendar again");
      return {};
    }
    name_zone();
    for (const Event& event : events_) add_entry(event);
    return std::move(programme_);
  }

 private:
  struct Event {
    std::uint32_t line = 0;
    Lines lines;
  };

  bool begin(const ContentLine& line) {
    const std::string name = text::fold(text::trim(line.value));
    if (open_.empty() && name != "vcalendar") {
      errors_.add(line.line, "", "a calendar begins with BEGIN:VCALENDAR", "export the calendar again");
      return false;
    }
    if (open_.size() == max_depth) {
      errors_.add(line.line, "", "more than 8 parts inside one another", "mend the file at this line");
      return false;
    }
    open_.push_back(name);
    if (is_open("vevent", 2)) {
      if (events_.size() == max_events) {
        errors_.add(line.line, "", "more than " + grouped(max_events) + " events", "leave some out");
        return false;
      }
      events_.push_back({line.line, {}});
    } else if (is_open("vtimezone", 2)) {
      zone_line_ = line.line;
      zone_id_.clear();
      observances_.clear();
    } else if (open_.size() == 3 && open_[1] == "vtimezone") {
      observances_.emplace_back();
    }
    return true;
  }

  bool end(const ContentLine& line) {
    const std::string name = text::fold(text::trim(line.value));
    if (open_.empty() || open_.back() != name) {
      errors_.add(line.line, "", "END:" + printable(line.value) + " ends what was not begun",
                  "mend the file at this line");
      return false;
    }
    if (is_open("vtimezone", 2)) zones_.add(zone_id_, zone_line_, std::move(observances_));
    open_.pop_back();
    return true;
  }

  [[nodiscard]] bool is_open(std::string_view name, std::size_t depth) const {
    return open_.size() == depth && open_.back() == name;
  }

  void take(const ContentLine& line) {
    if (is_open("vcalendar", 1)) {
      calendar_.push_back(line);
    } else if (is_open("vevent", 2)) {
      events_.back().lines.push_back(line);
    } else if (is_open("vtimezone", 2)) {
      if (line.name == "TZID") zone_id_ = line.value;
    } else if (open_.size() == 3 && open_[1] == "vtimezone") {
      observances_.back().push_back(line);
    } else if (open_.empty()) {
      errors_.add(line.line, printable(line.name), "this stands outside of the calendar", "take it out");
    }
  }

  /// What the calendar says, else the first zone an event is in: the event's own, if event.toml does not say it.
  void name_zone() {
    programme_.title = text_of(calendar_, "X-WR-CALNAME", 1);
    if (programme_.title.text.empty()) programme_.title = text_of(calendar_, "NAME", 1);
    const auto* said = find(calendar_, "X-WR-TIMEZONE");
    if (said != nullptr) {
      programme_.time_zone = {CalendarZones::iana_name(said->value), said->line};
      if (programme_.time_zone.text.empty()) programme_.time_zone.text = said->value;
      return;
    }
    if (!zone_name_.empty()) return;
    for (const Event& event : events_) {
      const auto* start = find(event.lines, "DTSTART");
      if (start == nullptr) continue;
      const auto name = CalendarZones::iana_name(std::string(start->parameter("TZID")));
      if (name.empty()) continue;
      programme_.time_zone = {name, start->line};
      return;
    }
  }

  void add_entry(const Event& event) {
    if (is_left_out(event)) return;
    RawEntry entry;
    entry.line = event.line;
    entry.id = text_of(event.lines, "UID", event.line);
    const auto* instance = find(event.lines, "RECURRENCE-ID");
    if (instance != nullptr && !entry.id.text.empty()) entry.id.text += "-" + instance->value;
    entry.title = text_of(event.lines, "SUMMARY", event.line);
    entry.description = text_of(event.lines, "DESCRIPTION", event.line);
    entry.room = text_of(event.lines, "LOCATION", event.line);
    entry.type = text_of(event.lines, "CATEGORIES", event.line);
    std::ranges::replace(entry.type.text, ',', ' ');
    if (const auto* conference = find(event.lines, "CONFERENCE")) entry.stream = {conference->value, conference->line};
    take_times(event, entry);
    programme_.entries.push_back(std::move(entry));
  }

  /// Cancelled ones, with a word; what repeats is a fault.
  bool is_left_out(const Event& event) {
    const std::string title = in_quotes(text_of(event.lines, "SUMMARY", event.line).text);
    for (const auto* name : {"RRULE", "RDATE"}) {
      const auto* repeats = find(event.lines, name);
      if (repeats == nullptr) continue;
      errors_.add(repeats->line, name, title + " repeats, and a session is there once",
                  "make an event of its own of each time it is there");
      return true;
    }
    if (text::fold(text_of(event.lines, "STATUS", event.line).text) != "cancelled") return false;
    warnings_.add(event.line, "STATUS", title + " is cancelled and was left out");
    return true;
  }

  void take_times(const Event& event, RawEntry& entry) {
    const auto* start = find(event.lines, "DTSTART");
    if (start == nullptr) return;  // said as an entry without a day
    const auto begins = time_of(*start);
    if (!begins) {
      entry.day = "1970-01-01";  // reported already: not again as an entry without a day
      return;
    }
    const auto* finish = find(event.lines, "DTEND");
    const auto ends = finish == nullptr ? std::nullopt : time_of(*finish);
    if (begins->day_only) {
      entry.day = begins->moment.day;
      if (ends && ends->day_only && ends->moment.day > day_after(entry.day)) {
        warnings_.add(
            finish->line, "DTEND",
            in_quotes(entry.title.text) + " goes on for days; it stands under its first one (" + entry.day + ")",
            "make an event of each day");
      }
      return;
    }
    entry.start = begins->moment;
    if (ends && ends->day_only) {
      errors_.add(finish->line, "DTEND", "a time begins it and a day ends it", "write both as times, or both as days");
    } else if (ends) {
      entry.end = ends->moment;
    }
    const auto* length = find(event.lines, "DURATION");
    if (finish != nullptr || length == nullptr) return;
    entry.duration = calendar_length(length->value);
    if (!entry.duration) {
      errors_.add(length->line, "DURATION", in_quotes(length->value) + " is not a length of time",
                  "write it like PT40M, and DTEND for more than a hundred days");
    }
  }

  static std::string day_after(const std::string& day) {
    const auto at = moment_of(day + "T00:00");
    return at ? day_of(at->local + 86'400) : day;
  }

  std::optional<CalendarTime> time_of(const ContentLine& line) {
    auto time = calendar_time(text::trim(line.value));
    if (!time) {
      errors_.add(line.line, line.name, in_quotes(line.value) + " is not a day or time",
                  "write it like 20210421T080000Z, or 20210421 for a day");
      return std::nullopt;
    }
    const std::string zone(line.parameter("TZID"));
    if (time->day_only || time->moment.at || zone.empty()) return time;
    const auto* known = zones_.find(zone, line.line);
    if (known == nullptr) return std::nullopt;
    time->moment.at = known->to_unix(time->moment.local);
    return time;
  }

  ContentLines lines_;
  Faults& errors_;
  Faults& warnings_;
  CalendarZones zones_;
  std::string zone_name_;
  RawProgramme programme_;
  std::vector<std::string> open_;
  Lines calendar_;
  std::vector<Event> events_;
  std::string zone_id_;
  std::uint32_t zone_line_ = 0;
  std::vector<Observance> observances_;
};

}  // namespace

bool looks_like_icalendar(std::string_view bytes) {
  constexpr std::string_view opening = "begin:vcalendar";
  return text::fold(text::trim(without_mark(bytes)).substr(0, opening.size())) == opening;
}

RawProgramme read_icalendar(std::string_view bytes, const std::string& fallback_zone, Faults& errors,
                            Faults& warnings) {
  return CalendarReader(without_mark(bytes), fallback_zone, errors, warnings).read();
}

}  // namespace posterhall::tools
