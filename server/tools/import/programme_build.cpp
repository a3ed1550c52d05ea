// From raw entries to the event and its sessions.
#include <algorithm>

#include "text/text.hpp"
#include "tools/import/event_json.hpp"
#include "tools/import/programme_builder.hpp"
#include "tools/session_words.hpp"

namespace posterhall::tools {
namespace {

constexpr std::size_t max_short = 200;
constexpr std::size_t shown_of_long_id = 32;

/// FNV-1a: short, the same everywhere, and nobody's secret.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[(hash >> static_cast<unsigned>(shift)) & 15U];
  return out;
}

bool has_word(const std::vector<std::string>& words, std::initializer_list<std::string_view> any) {
  return std::find_first_of(words.begin(), words.end(), any.begin(), any.end()) != words.end();
}

/// One of our own words, else what type and track say together, else what the title says.
domain::SessionKind kind_of(const RawEntry& entry) {
  if (const auto kind = session_kind(text::fold(text::trim(entry.type.text)))) return *kind;
  const auto kind = session_kind_of(entry.type.text + " " + entry.track.text);
  return kind == domain::SessionKind::other ? session_kind_of(entry.title.text) : kind;
}

}  // namespace

void ProgrammeBuilder::build(const RawProgramme& programme, const std::string& fallback_zone) {
  take_event(programme, fallback_zone);
  for (const RawEntry& entry : programme.entries) {
    if (names_posters(entry.type.text) || names_posters(entry.track.text)) {
      add_poster(entry, programme.ours);
    } else {
      add_session(entry, programme.ours);
    }
  }
  if (programme.entries.empty() && errors_.empty())
    errors_.add(0, "", "there is no entry in this programme", "add the sessions");
  make_exhibitions();
  finish_posters();
  take_rooms(programme.rooms);
  settle_days();
  if (file_.sessions.size() > max_sessions) {
    errors_.add(0, "", counted(file_.sessions.size(), "session", "sessions") + ", and at most 500 are kept",
                "give posters the type \"Poster\", or leave some sessions out");
  }
}

void ProgrammeBuilder::take_event(const RawProgramme& programme, const std::string& fallback_zone) {
  file_.event.name = line_of(programme.title, "title", max_short);
  file_.event.days = programme.days;
  take_zone(programme.time_zone, fallback_zone);
}

void ProgrammeBuilder::take_zone(const Cell& cell, const std::string& fallback_zone) {
  const std::string name(text::trim(cell.text));
  zone_ = TimeZone::load(name);
  if (zone_) {
    file_.event.time_zone = name;
    return;
  }
  zone_ = TimeZone::load(fallback_zone);
  if (name.empty()) return;  // event.toml says it, or times have offsets, or that is said of each
  warnings_.add(cell.line, "time_zone", in_quotes(name) + " is not a time zone that this machine knows",
                "write one like America/Los_Angeles into event.toml");
}

void ProgrammeBuilder::settle_days() {
  auto& days = file_.event.days;
  if (days.empty()) {
    for (const auto& session : file_.sessions) days.push_back(session.day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

void ProgrammeBuilder::add_session(const RawEntry& entry, bool ours) {
  domain::Session session;
  session.title = line_of(entry.title, "title", max_title);
  if (session.title.empty() && !entry.title.faulty) {
    errors_.add(entry.line, "title", "this entry has no title", "give it one");
  }
  const auto hours = hours_of(entry, ours);
  if (!hours) return;
  session.day = hours->day;
  session.span = hours->span;
  session.id = id_of(entry, *hours);
  session.kind = kind_of(entry);
  session.place = place_of(entry);
  if (ours) session.audience = line_of(entry.subtitle, "subtitle", max_short);
  std::string_view description = entry.description.text;
  if (ours && description.starts_with(frab_sponsor)) {
    description.remove_prefix(frab_sponsor.size());
    session.sponsor = line_of({std::string(description), entry.description.line}, "description", max_sponsor);
    RawEntry without = entry;
    without.description.text.clear();
    session.summary = summary_of(without, false);
  } else {
    session.summary = summary_of(entry, !ours);
  }
  for (const Cell& person : entry.people) {
    auto name = line_of(person, "persons", max_author);
    if (!name.empty()) session.people.push_back(std::move(name));
  }
  if (session.people.size() > max_authors)
    errors_.add(entry.line, "persons", "more than 500 of them", "shorten the list");
  take_links(entry, session);
  file_.sessions.push_back(std::move(session));
  session_lines_.push_back(entry.line);
}

void ProgrammeBuilder::take_links(const RawEntry& entry, domain::Session& session) {
  session.stream = address_of(entry.stream, "stream");
  session.recording = address_of(entry.recording, "recording");
  for (const RawLink& link : entry.links) {
    const auto words = text::words(link.title.text);
    if (session.stream.empty() && has_word(words, {"stream", "livestream", "live"})) {
      session.stream = address_of(link.address, "links");
      session.stream_public = !session.stream.empty() && has_word(words, {"public"});
    } else if (session.recording.empty() && has_word(words, {"recording", "recordings", "video", "replay"})) {
      session.recording = address_of(link.address, "links");
    }
  }
}

std::string ProgrammeBuilder::id_of(const RawEntry& entry, const Hours& hours) {
  std::string id = line_of(entry.id, "id", max_summary);
  if (id.empty()) id = line_of(entry.guid, "guid", max_summary);
  const bool given = !id.empty();
  if (!given) {
    for (const auto& word : text::words(entry.title.text)) id += "-" + word;
    id = hours.day + text::shorten(id, 80);
  }
  if (id.size() > max_id_bytes) id = text::shorten(id, shown_of_long_id) + "-" + hash_of(id);
  if (id.size() > max_id_bytes) id = "entry-" + hash_of(id);
  if (id_lines_.emplace(id, entry.line).second) return id;
  std::string guid = line_of(entry.guid, "guid", max_id_bytes);
  if (!guid.empty() && guid.size() <= max_id_bytes && id_lines_.emplace(guid, entry.line).second) return guid;
  if (given && guid.empty()) {
    errors_.add(entry.line, "id",
                in_quotes(id) + " is already the id of the entry in line " + std::to_string(id_lines_.at(id)),
                "give this one another");
    return id;
  }
  // One talk in several slots: pretalx gives them all the same ids.
  for (unsigned n = 2;; ++n) {
    std::string numbered = id + "-" + std::to_string(n);
    if (id_lines_.emplace(numbered, entry.line).second) return numbered;
  }
}

std::optional<ProgrammeBuilder::Hours> ProgrammeBuilder::hours_of(const RawEntry& entry, bool ours) {
  const std::string title = in_quotes(entry.title.text);
  if (!entry.start) {
    if (!entry.day.empty()) return Hours{entry.day, {}};
    errors_.add(entry.line, "date", title + " has no day", "write its date like 2021-04-21T08:00:00-07:00");
    return std::nullopt;
  }
  const auto instant = [this](const Moment& moment) -> std::optional<UnixMs> {
    if (moment.at) return moment.at;
    return zone_ ? std::optional(zone_->to_unix(moment.local)) : std::nullopt;
  };
  const auto start = instant(*entry.start);
  if (!start) {
    warnings_.add(entry.line, "date",
                  title + " has no offset from UTC, and the event no time zone; it stands by day only",
                  "write time_zone into event.toml");
    return Hours{entry.start->day, {}};
  }
  Hours hours{zone_ ? day_of(zone_->to_local(*start)) : entry.start->day, {}};
  std::optional<UnixMs> end = entry.end ? instant(*entry.end) : std::nullopt;
  if (!end && entry.duration) end = *start + *entry.duration;
  if (end && *end < *start) {
    errors_.add(entry.line, "end", title + " ends before it begins", "mend its times");
    return std::nullopt;
  }
  if (end && *end > *start) {
    hours.span = {*start, *end};
  } else if (!ours) {
    warnings_.add(entry.line, "duration",
                  title + " has no end; it stands in the programme by day only (" + hours.day + ")",
                  "say how long it lasts");
  }
  return hours;
}

std::string ProgrammeBuilder::line_of(const Cell& cell, std::string_view name, std::size_t limit) {
  if (cell.faulty) return {};
  auto cleaned = text::clean_line(cell.text, limit);
  if (cleaned) return std::move(*cleaned);
  errors_.add(cell.line, name, "more than " + grouped(limit) + " characters", "shorten it");
  return {};
}

std::string ProgrammeBuilder::summary_of(const RawEntry& entry, bool with_subtitle) {
  std::string whole = with_subtitle ? std::string(text::trim(entry.subtitle.text)) : std::string();
  for (const Cell* part : {&entry.abstract, &entry.description}) {
    const auto said = text::trim(part->text);
    if (said.empty() || (part == &entry.description && said == text::trim(entry.abstract.text))) continue;
    if (!whole.empty()) whole += "\n\n";
    whole += said;
  }
  auto cleaned = text::clean_text(whole, max_summary);
  if (cleaned) return std::move(*cleaned);
  errors_.add(entry.abstract.line, "abstract", "with the description more than " + grouped(max_summary) + " characters",
              "shorten it");
  return {};
}

std::string ProgrammeBuilder::address_of(const Cell& cell, std::string_view name) {
  const auto written = text::trim(cell.text);
  if (cell.faulty || written.empty()) return {};
  if (auto link = text::clean_link(written)) return std::move(*link);
  warnings_.add(cell.line, name, in_quotes(written) + " is not a web address and was left out",
                "write one that begins with http:// or https://");
  return {};
}

std::string ProgrammeBuilder::place_of(const RawEntry& entry) {
  auto place = line_of(entry.room, "room", max_short);
  return place == frab_no_room ? std::string() : place;
}

void build_programme(RawProgramme programme, const std::string& fallback_zone, ImportFile& file, Faults& errors,
                     Faults& warnings) {
  ProgrammeBuilder(file, errors, warnings).build(programme, fallback_zone);
}

}  // namespace posterhall::tools
