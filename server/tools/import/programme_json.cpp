#include "tools/import/programme_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <set>

#include "text/text.hpp"
#include "tools/import/event_json.hpp"
#include "tools/import/json_member.hpp"
#include "tools/import/moment.hpp"
#include "tools/session_words.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;
constexpr std::size_t max_short = 200;

bool has_any(const std::vector<std::string>& words, std::initializer_list<std::string_view> any) {
  return std::find_first_of(words.begin(), words.end(), any.begin(), any.end()) != words.end();
}

/// Reads the entries of a schedule.
class ScheduleReader {
 public:
  ScheduleReader(const JsonLines& lines, ImportFile& file, Faults& errors, Faults& warnings,
                 std::optional<TimeZone> zone)
      : lines_(lines), file_(file), errors_(errors), warnings_(warnings), zone_(std::move(zone)) {}

  void read(const json::object& object, const std::string& path) {
    const JsonMember entry(object, path, lines_, errors_);
    entry.warn_of_others({"id", "session", "audience", "title", "start", "end", "date", "place", "room", "people",
                          "summary", "kind", "sponsor", "stream", "stream_public", "recording"},
                         seen_, warnings_);
    domain::Session session;
    session.title = line(entry, "title", max_title);
    if (session.title.empty()) {
      errors_.add(entry.line(), "schedule", "this entry has no title", "give it a \"title\"");
      return;
    }
    session.audience = line(entry, "audience", max_short);
    session.place = line(entry, entry.has("place") ? "place" : "room", max_short);
    session.summary = summary_of(entry);
    for (const Cell& person : entry.list("people")) {
      session.people.push_back(clean(person, "people", max_author));
    }
    session.kind = kind_of(entry, session.title);
    session.sponsor = line(entry, "sponsor", max_sponsor);
    session.stream = link_of(entry, "stream");
    session.stream_public = entry.flag("stream_public");
    session.recording = link_of(entry, "recording");
    if (!take_times(entry, session)) return;
    session.id = id_of(entry, session);
    file_.sessions.push_back(std::move(session));
  }

 private:
  std::string clean(const Cell& cell, std::string_view name, std::size_t limit) {
    if (cell.faulty) return {};
    auto cleaned = text::clean_line(cell.text, limit);
    if (cleaned) return std::move(*cleaned);
    errors_.add(cell.line, name, "more than " + grouped(limit) + " characters", "shorten it");
    return {};
  }
  std::string line(const JsonMember& entry, std::string_view name, std::size_t limit) {
    return clean(entry.text(name), name, limit);
  }

  /// Shown as a link to click: what is none is a fault, unlike a poster's, since nobody would find it missing in time.
  std::string link_of(const JsonMember& entry, std::string_view name) {
    const Cell cell = entry.text(name);
    if (cell.faulty || text::trim(cell.text).empty()) return {};
    if (auto link = text::clean_link(cell.text)) return std::move(*link);
    errors_.add(cell.line, name, in_quotes(cell.text) + " is not a web address",
                "write one that begins with https:// or http://");
    return {};
  }

  /// The part of the day ("Morning session") is said with the summary unless the title says it.
  std::string summary_of(const JsonMember& entry) {
    const std::string part = line(entry, "session", max_short);
    const Cell cell = entry.text("summary");
    auto summary = text::clean_text(cell.text, max_summary);
    if (!summary) {
      errors_.add(cell.line, "summary", "more than " + grouped(max_summary) + " characters", "shorten it");
      return {};
    }
    if (part.empty() || text::fold(part) == text::fold(entry.text("title").text)) return std::move(*summary);
    return summary->empty() ? part : part + "\n" + *summary;
  }

  domain::SessionKind kind_of(const JsonMember& entry, const std::string& title) {
    const std::string name = line(entry, "kind", max_short);
    if (name.empty()) return session_kind_of(title);
    if (const auto kind = session_kind(text::fold(name))) return *kind;
    errors_.add(entry.line_of("kind"), "kind", in_quotes(name) + " is not a kind of session",
                "write opening, exhibition, breakout, talks, panel, lunch, networking or other");
    return domain::SessionKind::other;
  }

  std::optional<Moment> moment(const JsonMember& entry, std::string_view name, bool& sound) {
    const Cell cell = entry.text(name);
    if (cell.faulty) sound = false;
    if (cell.faulty || text::trim(cell.text).empty()) return std::nullopt;
    const auto found = moment_of(text::trim(cell.text));
    if (!found) {
      errors_.add(cell.line, name, in_quotes(cell.text) + " is not a day and time",
                  "write it like 2021-04-21T08:00:00-07:00");
      sound = false;
    }
    return found;
  }

  /// Without an offset a time is the event's own, if its zone is known. The day is always the event's.
  void resolve(std::optional<Moment>& moment) const {
    if (!moment || !zone_) return;
    if (!moment->at) moment->at = zone_->to_unix(moment->local);
    moment->day = day_of(zone_->to_local(*moment->at));
  }

  bool take_times(const JsonMember& entry, domain::Session& session) {
    bool sound = true;
    auto start = moment(entry, "start", sound);
    auto end = moment(entry, "end", sound);
    resolve(start);
    resolve(end);
    const Cell date = entry.text("date");
    const auto day = day_of(text::trim(date.text));
    if (!text::trim(date.text).empty() && !day) {
      errors_.add(date.line, "date", in_quotes(date.text) + " is not a day", "write it like 2021-04-21");
      sound = false;
    }
    if (!sound) return false;
    session.day = start ? start->day : day.value_or(file_.event.days.size() == 1 ? file_.event.days.front() : "");
    if (session.day.empty()) {
      errors_.add(entry.line(), "schedule", in_quotes(session.title) + " has neither a start nor a date",
                  "give it \"start\" and \"end\", or a \"date\"");
      return false;
    }
    if (start && end && start->at && end->at) {
      session.span = {*start->at, *end->at};
      if (session.span.end > session.span.start) return true;
      errors_.add(entry.line_of("end"), "end", in_quotes(session.title) + " ends before it begins", "mend its times");
      return false;
    }
    warn_by_day(entry, session, start.has_value(), end.has_value());
    return true;
  }

  void warn_by_day(const JsonMember& entry, const domain::Session& session, bool has_start, bool has_end) {
    std::string_view missing = "times";
    std::string_view mend = "add \"start\" and \"end\" with offsets from UTC, like 2021-04-21T08:00:00-07:00";
    if (has_start && has_end) {
      missing = "offset from UTC, and the event no time zone";
      mend = "write times like 2021-04-21T08:00:00-07:00, or give the event a time zone";
    } else if (has_start) {
      missing = "end";
      mend = "add \"end\"";
    } else if (has_end) {
      missing = "start";
      mend = "add \"start\"";
    }
    warnings_.add(entry.line(), "schedule",
                  in_quotes(session.title) + " has no " + std::string(missing) +
                      "; it stands in the programme by day only (" + session.day + ")",
                  std::string(mend));
  }

  /// The file's, or made of the words that stay when times change.
  std::string id_of(const JsonMember& entry, const domain::Session& session) {
    std::string id = line(entry, "id", max_id_bytes);
    if (!id.empty()) {
      if (!ids_.insert(id).second) {
        errors_.add(entry.line_of("id"), "id", in_quotes(id) + " is already the id of another session",
                    "give this one another");
      }
      return id;
    }
    const std::string part = line(entry, "session", max_short);
    const bool says_more = text::fold(part) != text::fold(session.title);
    for (const std::string& word : text::words((says_more ? part + " " : "") + session.title)) {
      id += (id.empty() ? "" : "-") + word;
    }
    id = session.day + "-" + text::shorten(id, 80);
    const unsigned same = ++made_ids_[id];
    if (same > 1) id += "-" + std::to_string(same);
    return id;
  }

  const JsonLines& lines_;
  ImportFile& file_;
  Faults& errors_;
  Faults& warnings_;
  std::optional<TimeZone> zone_;
  std::vector<std::string> seen_;
  std::set<std::string> ids_;
  std::map<std::string, unsigned> made_ids_;
};

void read_days(const JsonMember& event, ImportFile& file, Faults& errors) {
  for (const Cell& cell : event.list("dates")) {
    const auto day = day_of(text::trim(cell.text));
    if (day) {
      file.event.days.push_back(*day);
    } else {
      errors.add(cell.line, "dates", in_quotes(cell.text) + " is not a day", "write it like 2021-04-21");
    }
  }
  std::sort(file.event.days.begin(), file.event.days.end());
  file.event.days.erase(std::unique(file.event.days.begin(), file.event.days.end()), file.event.days.end());
}

std::optional<TimeZone> read_zone(const JsonMember& event, const std::string& fallback, ImportFile& file,
                                  Faults& warnings) {
  const Cell cell = event.text("timezone");
  const std::string name(text::trim(cell.text));
  if (auto zone = TimeZone::load(name)) {
    file.event.time_zone = name;
    return zone;
  }
  const std::string announced = event.text("timezone_as_announced").text;
  std::string what = "the event has no time zone";
  if (!name.empty()) what = in_quotes(name) + " is not a time zone that this machine knows";
  if (!announced.empty()) what += " (announced as " + in_quotes(announced) + ")";
  auto zone = TimeZone::load(fallback);
  if (name.empty() && zone) return zone;  // event.toml says it
  warnings.add(cell.line, "timezone", std::move(what), "write one like America/Los_Angeles here or into event.toml");
  return zone;
}

std::string short_text(const JsonMember& event, std::string_view name, Faults& errors) {
  const Cell cell = event.text(name);
  auto cleaned = text::clean_line(cell.text, max_short);
  if (cleaned) return std::move(*cleaned);
  errors.add(cell.line, name, "more than " + grouped(max_short) + " characters", "shorten it");
  return {};
}

}  // namespace

domain::SessionKind session_kind_of(std::string_view title) {
  using Kind = domain::SessionKind;
  const std::vector<std::string> words = text::words(title);
  if (has_any(words, {"poster", "posters", "exhibition", "exhibit"})) return Kind::exhibition;
  if (has_any(words, {"opening", "welcome"})) return Kind::opening;
  if (has_any(words, {"breakout", "breakouts"})) return Kind::breakout;
  if (has_any(words, {"panel", "panels"})) return Kind::panel;
  if (has_any(words, {"lunch", "break", "coffee", "dinner", "breakfast"})) return Kind::lunch;
  if (has_any(words, {"networking", "social", "reception", "party", "mixer"})) return Kind::networking;
  if (has_any(words, {"talk", "talks", "keynote", "keynotes", "lightning", "lecture", "lectures"})) return Kind::talks;
  return Kind::other;
}

void read_event(const json::object& object, const JsonLines& lines, const std::string& fallback_zone, ImportFile& file,
                Faults& errors, Faults& warnings) {
  const JsonMember event(object, "event", lines, errors);
  std::vector<std::string> seen;
  event.warn_of_others(
      {"name", "edition", "dates", "timezone", "timezone_as_announced", "format", "venue", "poster_submission_deadline",
       "schedule", "breakouts", "tending", "notes", "reported_on_the_page_afterwards"},
      seen, warnings);
  file.event.name = short_text(event, "name", errors);
  file.event.edition = short_text(event, "edition", errors);
  read_days(event, file, errors);
  auto zone = read_zone(event, fallback_zone, file, warnings);
  const json::value* schedule = object.if_contains("schedule");
  if (schedule == nullptr || schedule->is_null()) {
    warnings.add(event.line(), "schedule", "the event has no schedule", "write the programme here or into event.toml");
    return;
  }
  if (!schedule->is_array()) {
    errors.add(event.line_of("schedule"), "schedule", "this is not a list", "write it as [{…}, {…}]");
    return;
  }
  ScheduleReader reader(lines, file, errors, warnings, std::move(zone));
  for (std::size_t i = 0; i < schedule->get_array().size(); ++i) {
    const std::string path = "event/schedule/" + std::to_string(i);
    const json::value& entry = schedule->get_array()[i];
    if (entry.is_object()) {
      reader.read(entry.get_object(), path);
    } else {
      errors.add(lines.at(path), "schedule", "this entry is not an object", "write it as {\"title\": …, \"start\": …}");
    }
  }
}

}  // namespace posterhall::tools
