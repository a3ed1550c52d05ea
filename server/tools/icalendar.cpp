#include "tools/icalendar.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "crypto/crypto.hpp"
#include "tools/session_words.hpp"
#include "tools/toml_reader.hpp"

namespace posterhall::tools {
namespace {

constexpr std::size_t kMostOctets = 75;
constexpr std::int64_t kDay = 86'400;

using Lines = std::vector<std::string>;

std::string without_hyphens(std::string day) {
  std::erase(day, '-');
  return day;
}

/// "20260421T090000".
std::string local_time(LocalSeconds local) {
  const auto days = local >= 0 ? local / kDay : (local - kDay + 1) / kDay;
  const auto second = local - days * kDay;
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "T%02d%02d%02d", static_cast<int>(second / 3600),
                static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  return without_hyphens(day_text(days)) + text.data();
}

std::string utc_time(UnixMs at) { return local_time(at / 1000) + "Z"; }

/// "+0200", with seconds where a zone had them.
std::string offset_text(std::int64_t offset) {
  const auto size = offset < 0 ? -offset : offset;
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%c%02d%02d", offset < 0 ? '-' : '+', static_cast<int>(size / 3600),
                static_cast<int>(size / 60 % 60));
  std::string out = text.data();
  if (size % 60 != 0) out += std::to_string(100 + size % 60).substr(1);
  return out;
}

void observance(Lines& to, const char* kind, LocalSeconds from_local, std::int64_t before, std::int64_t after) {
  to.push_back(std::string("BEGIN:") + kind);
  to.push_back("DTSTART:" + local_time(from_local));
  to.push_back("TZOFFSETFROM:" + offset_text(before));
  to.push_back("TZOFFSETTO:" + offset_text(after));
  to.push_back(std::string("END:") + kind);
}

/// The zone's offsets from half a year before the first session to half a year behind the last: each change is an
/// observance of its own, so that nobody has to know its rules.
void time_zone(Lines& to, const std::string& name, const TimeZone& zone, UnixMs first, UnixMs last) {
  constexpr std::int64_t kHalfYear = 183 * kDay;
  const auto begin = first / 1000 - kHalfYear;
  const auto end = last / 1000 + kHalfYear;
  const auto offset = [&zone](std::int64_t seconds) { return zone.offset_at(seconds * 1000); };
  std::int64_t standard = offset(begin);
  for (auto at = begin; at < end; at += kDay) standard = std::min(standard, offset(at));
  const auto kind = [standard](std::int64_t of) { return of == standard ? "STANDARD" : "DAYLIGHT"; };
  to.emplace_back("BEGIN:VTIMEZONE");
  to.push_back("TZID:" + name);
  observance(to, kind(offset(begin)), begin + offset(begin), offset(begin), offset(begin));
  for (auto day = begin; day < end; day += kDay) {
    auto before = day, after = day + kDay;
    if (offset(before) == offset(after)) continue;
    while (after - before > 1) {
      const auto middle = before + (after - before) / 2;
      (offset(middle) == offset(day) ? before : after) = middle;
    }
    observance(to, kind(offset(after)), after + offset(before), offset(before), offset(after));
  }
  to.emplace_back("END:VTIMEZONE");
}

/// An entry's id with what sets this event apart from others of that server or organiser.
std::string uid_of(const std::string& id, const domain::EventInfo& event) {
  const auto& days = event.days;
  const std::string whole = event.name + '\n' + event.edition + '\n' + (days.empty() ? "" : days.front()) + '\n' + id;
  return crypto::sha256_hex(whole).substr(0, 32) + "@posterhall";
}

void add_text(Lines& to, const char* name, const std::string& text) {
  if (!text.empty()) to.push_back(std::string(name) + ":" + escaped_text(text));
}

std::string joined(const std::vector<std::string>& list, const char* between) {
  std::string text;
  for (const auto& item : list) text += (text.empty() ? "" : between) + item;
  return text;
}

std::string next_day(const std::string& day) {
  const auto at = parse_day(day);
  return at ? day_text(*at + 1) : day;
}

class Calendar {
 public:
  Calendar(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone, UnixMs stamp,
           const domain::PersonalProgramme* mine)
      : catalogue_(catalogue), zone_(zone), stamp_(utc_time(stamp)), mine_(mine) {}

  std::string write() {
    const auto& event = catalogue_.event;
    lines_ = {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Posterhall//Programme//EN", "CALSCALE:GREGORIAN",
              "METHOD:PUBLISH"};
    add_text(lines_, "NAME", event.name);
    add_text(lines_, "X-WR-CALNAME", event.name);
    domain::TimeSpan all;
    for (const auto& session : catalogue_.sessions) widen(all, session.span);
    if (mine_ != nullptr) {
      for (const auto& shift : mine_->shifts) widen(all, shift.span);
    }
    if (zone_ && all.end != 0) time_zone(lines_, event.time_zone, *zone_, all.start, all.end);
    for (const auto& session : catalogue_.sessions) {
      if (mine_ == nullptr || std::ranges::find(mine_->sessions, session.id) != mine_->sessions.end()) add(session);
    }
    if (mine_ != nullptr) {
      for (const auto& shift : mine_->shifts) add(shift);
    }
    lines_.emplace_back("END:VCALENDAR");
    std::string text;
    for (const auto& line : lines_) text += content_line(line);
    return text;
  }

 private:
  static void widen(domain::TimeSpan& all, const domain::TimeSpan& span) {
    if (span.end == 0) return;
    all.start = all.end == 0 ? span.start : std::min(all.start, span.start);
    all.end = std::max(all.end, span.end);
  }

  void begin(const std::string& id) {
    lines_.emplace_back("BEGIN:VEVENT");
    lines_.push_back("UID:" + uid_of(id, catalogue_.event));
    lines_.push_back("DTSTAMP:" + stamp_);
    lines_.push_back("SEQUENCE:" + std::to_string(catalogue_.version));
  }

  void end(std::string_view category) {
    lines_.push_back("CATEGORIES:" + std::string(category));
    if (!catalogue_.event.public_url.empty()) lines_.push_back("URL:" + catalogue_.event.public_url);
    lines_.emplace_back("END:VEVENT");
  }

  /// When somebody tends a poster. Its id is the poster and the hour: moved, it is another shift.
  void add(const domain::PosterShift& shift) {
    const auto poster = std::ranges::find(catalogue_.posters, shift.poster, &domain::Poster::key);
    if (poster == catalogue_.posters.end()) return;
    const auto number = std::to_string(poster->booth.value);
    begin("shift\n" + poster->id + "\n" + utc_time(shift.span.start));
    lines_.push_back("DTSTART" + moment(shift.span.start));
    lines_.push_back("DTEND" + moment(shift.span.end));
    add_text(lines_, "SUMMARY", number + ": " + poster->title);
    add_text(lines_, "LOCATION", "Booth " + number);
    end("shift");
  }

  void add(const domain::Session& session) {
    begin(session.id);
    if (session.span.end != 0) {
      lines_.push_back("DTSTART" + moment(session.span.start));
      lines_.push_back("DTEND" + moment(session.span.end));
    } else {
      lines_.push_back("DTSTART;VALUE=DATE:" + without_hyphens(session.day));
      lines_.push_back("DTEND;VALUE=DATE:" + without_hyphens(next_day(session.day)));
    }
    add_text(lines_, "SUMMARY", session.title);
    std::vector<std::string> about;
    if (!session.people.empty()) about.push_back(joined(session.people, ", "));
    if (!session.audience.empty()) about.push_back(session.audience);
    if (!session.summary.empty()) about.push_back(session.summary);
    add_text(lines_, "DESCRIPTION", joined(about, "\n\n"));
    add_text(lines_, "LOCATION", place(session));
    end(word_of(session.kind));
  }

  [[nodiscard]] std::string moment(UnixMs at) const {
    if (!zone_) return ":" + utc_time(at);
    return ";TZID=" + catalogue_.event.time_zone + ":" + local_time(zone_->to_local(at));
  }

  [[nodiscard]] std::string place(const domain::Session& session) const {
    for (const auto& room : catalogue_.rooms) {
      if (room.id == session.room) return room.name;
    }
    return session.place;
  }

  const domain::Catalogue& catalogue_;
  const std::optional<TimeZone>& zone_;
  const std::string stamp_;
  const domain::PersonalProgramme* mine_;
  Lines lines_;
};

}  // namespace

std::string content_line(std::string_view line) {
  std::string out;
  std::size_t room = kMostOctets;
  while (line.size() > room) {
    auto cut = room;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kMostOctets - 1;  // the space counts
  }
  return out.append(line).append("\r\n");
}

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

std::string programme_calendar(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone, UnixMs stamp,
                               const domain::PersonalProgramme* mine) {
  return Calendar(catalogue, zone, stamp, mine).write();
}

}  // namespace posterhall::tools
