#include "tools/event_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>

#include "domain/event_life.hpp"
#include "domain/programme.hpp"
#include "text/text.hpp"
#include "tools/breakout_spans.hpp"
#include "tools/session_words.hpp"
#include "tools/toml_reader.hpp"

namespace posterhall::tools {
namespace {

using domain::Session;
using domain::SessionKind;

constexpr std::int64_t kDay = 86'400;
constexpr std::size_t kMostRooms = 24;

std::string slug(const std::string& title) {
  std::string result;
  for (const auto& word : text::words(title)) {
    if (result.size() + word.size() > 48) break;
    result += (result.empty() ? "" : "-") + word;
  }
  return result.empty() ? "session" : result;
}

/// The whole file, section by section; faults gather in `file_`.
class Reader {
 public:
  Reader(EventFile& file, std::string fallback_zone) : file_(file), zone_name_(std::move(fallback_zone)) {}

  void read(const toml::table& root) {
    TomlReader top(root, "", file_.faults);
    if (const auto* event = top.table("event")) read_event(*event);
    load_zone();
    if (const auto* event = top.table("event")) settle_life(*event);
    const auto rooms = top.tables("room");
    for (std::size_t i = 0; i < rooms.size(); ++i) read_room(*rooms[i], i);
    const auto sessions = top.tables("session");
    if (sessions.size() > domain::kMostSessions) top.fault("session", "are more than 500; leave some out");
    for (std::size_t i = 0; i < sessions.size(); ++i) read_session(*sessions[i], i);
    if (const auto* breakouts = top.table("breakouts")) {
      file_.slots = read_breakouts(*breakouts, zone_, file_.faults);
    }
    if (const auto* server = top.table("server")) read_server(*server);
    top.refuse_unknown();
    settle_days();
    refuse_overlaps();
  }

 private:
  void read_event(const toml::table& table) {
    TomlReader in(table, "event", file_.faults);
    auto& event = file_.event;
    event.name = in.line("name", 120);
    event.edition = in.line("edition", 40);
    event.time_zone = in.line("time_zone", 64);
    zone_line_ = in.line_of("time_zone");
    event.days = in.days("days");
    event.contact = in.line("contact", 254);
    event.code_of_conduct = in.text("code_of_conduct", 4000);
    event.privacy = in.text("privacy", 4000);
    event.public_url = in.line("public_url", 254);
    if (!event.public_url.empty()) check_public_url(in);
    event.posters_public = in.flag("posters_public").value_or(true);
    doors_ = in.time("doors");
    closes_ = in.time("closes");
    readable_until_ = in.time("readable_until");
    in.refuse_unknown();
  }

  void check_public_url(TomlReader& in) {
    auto& url = file_.event.public_url;
    while (url.ends_with('/')) url.pop_back();
    const auto clean = text::clean_link(url);
    const auto host = url.find("://");
    if (!clean || host == std::string::npos || url.find_first_of("/?#", host + 3) != std::string::npos) {
      in.fault("public_url", "is not an address people can open; write scheme and host, as https://hall.example.org");
      url.clear();
    }
  }

  void load_zone() {
    if (!file_.event.time_zone.empty()) zone_name_ = file_.event.time_zone;
    if (zone_name_.empty()) return;
    zone_ = TimeZone::load(zone_name_);
    if (zone_) return;
    file_.faults.push_back({zone_line_, "event.time_zone",
                            "\"" + zone_name_ + "\" is not a time zone; write its IANA name, as Europe/Berlin"});
    file_.event.time_zone.clear();
  }

  /// The event's life, once its zone is known.
  void settle_life(const toml::table& table) {
    TomlReader in(table, "event", file_.faults);
    const auto instant_of = [&](std::string_view key, const std::optional<WrittenTime>& time) -> UnixMs {
      if (!time) return 0;
      if (time->offset) return (time->local - *time->offset) * 1000;
      if (zone_) return zone_->to_unix(time->local);
      in.fault(key, "has no time zone; add time_zone to [event]");
      return 0;
    };
    auto& times = file_.event.times;
    times.doors = instant_of("doors", doors_);
    times.closes = instant_of("closes", closes_);
    times.readable_until = instant_of("readable_until", readable_until_);
    switch (domain::judge_times(times)) {
      case domain::TimesFault::none: break;
      case domain::TimesFault::closes_before_doors: in.fault("closes", "is not after doors; mend one of them"); break;
      case domain::TimesFault::ends_before_closing:
        in.fault("readable_until", "is before the hall has closed; give a later day, or leave it out for 30 days");
        break;
    }
  }

  void read_room(const toml::table& table, std::size_t index) {
    TomlReader in(table, "room[" + std::to_string(index + 1) + "]", file_.faults);
    domain::RoomDef room;
    room.id = RoomId{static_cast<std::uint32_t>(index + 1)};
    room.name = in.needed_line("name", 40, "is missing; every room has a name, as \"Breakout 1\"");
    room.capacity = static_cast<std::uint32_t>(in.number("capacity", 1, 1500).value_or(60));
    const auto same = [&](const domain::RoomDef& other) { return text::fold(other.name) == text::fold(room.name); };
    if (!room.name.empty() && std::any_of(file_.rooms.begin(), file_.rooms.end(), same)) {
      in.fault("name", "\"" + room.name + "\" is another room's name too; give each its own");
    }
    if (index == kMostRooms) in.fault("name", "is one room too many; a hall has doors for 24");
    in.refuse_unknown();
    file_.rooms.push_back(std::move(room));
  }

  void read_session(const toml::table& table, std::size_t index) {
    TomlReader in(table, "session[" + std::to_string(index + 1) + "]", file_.faults);
    Session session;
    session.title = in.needed_line("title", 200, "is missing; every session has a title");
    session.id = in.line("id", 64);
    session.audience = in.line("audience", 80);
    session.place = in.line("place", 80);
    session.people = in.lines("people", 64);
    session.summary = in.text("summary", 4000);
    session.sponsor = in.line("sponsor", 120);
    session.stream = read_link(in, "stream");
    session.stream_public = in.flag("stream_public").value_or(false);
    session.recording = read_link(in, "recording");
    if (session.stream_public && session.stream.empty() && !in.has("stream")) {
      warn(in, "stream_public", "is said of a session without a stream; add stream = \"https://…\"");
    }
    read_kind(in, session);
    read_room_of(in, session);
    read_hosts(in, session);
    read_times(in, session);
    in.refuse_unknown();
    settle_id(in, session);
    lines_.push_back(in.line_of("title"));
    file_.sessions.push_back(std::move(session));
  }

  static std::string read_link(TomlReader& in, std::string_view key) {
    const auto written = in.line(key, 2000);
    if (written.empty()) return {};
    if (auto clean = text::clean_link(written)) return std::move(*clean);
    in.fault(key, "is not an address people can open; write one that begins with https:// or http://");
    return {};
  }

  static void read_kind(TomlReader& in, Session& session) {
    const auto word = in.line("kind", 40);
    if (word.empty()) return;
    if (const auto kind = session_kind(word)) {
      session.kind = *kind;
      return;
    }
    const auto near = nearest_word(word, {kSessionWords.begin(), kSessionWords.end()});
    in.fault("kind", "\"" + word + "\" is no kind of session; " +
                         (near ? "did you mean " + *near + "?"
                               : "write opening, exhibition, breakout, talks, panel, lunch, networking or other"));
  }

  void read_room_of(TomlReader& in, Session& session) {
    const auto name = in.line("room", 40);
    if (name.empty()) {
      if (session.kind == SessionKind::breakout) {
        warn(in, "title", "is a breakout without a room: nobody can go in; add room = \"…\"");
      }
      return;
    }
    std::vector<std::string> known;
    for (const auto& room : file_.rooms) {
      if (text::fold(room.name) == text::fold(name)) session.room = room.id;
      known.push_back(room.name);
    }
    if (session.room) return;
    const auto near = nearest_word(name, known);
    in.fault("room", "\"" + name + "\" is none of the rooms; " +
                         (near ? "did you mean \"" + *near + "\"?" : "add [[room]] with this name"));
  }

  static void read_hosts(TomlReader& in, Session& session) {
    for (const auto& host : in.lines("hosts", 254)) {
      const auto email = text::clean_email(host);
      if (email) {
        session.host_emails.push_back(*email);
      } else {
        in.fault("hosts", "\"" + host + "\" is not an e-mail address; write the one the host is invited by");
      }
    }
  }

  std::optional<UnixMs> instant(TomlReader& in, std::string_view key, const WrittenTime& time) {
    if (time.offset) return (time.local - *time.offset) * 1000;
    if (zone_) return zone_->to_unix(time.local);
    warn(in, key, "has no time zone, so the session is kept by day; add time_zone to [event]");
    return std::nullopt;
  }

  void read_times(TomlReader& in, Session& session) {
    session.day = in.day("day");
    const auto start = in.time("start");
    const auto end = in.time("end");
    if (!start && !end) {
      if (!in.has("day") && !in.has("start") && !in.has("end")) {
        in.fault("start", "is missing; write start and end, or day = 2026-04-21 if the hours are not known");
      }
      return;
    }
    if (!start || !end) {
      if (!in.has("start")) in.fault("start", "is missing; a session with an end has a start");
      if (!in.has("end")) in.fault("end", "is missing; a session with a start has an end");
      return;
    }
    const auto from = instant(in, "start", *start);
    const auto to = instant(in, "end", *end);
    const auto local = from && zone_ ? zone_->to_local(*from) : start->local;
    const auto day = day_text(local >= 0 ? local / kDay : (local - kDay + 1) / kDay);
    if (!session.day.empty() && session.day != day) {
      in.fault("day", "is " + session.day + " but start is on " + day + "; leave day out");
    }
    session.day = day;
    if (!from || !to) return;
    if (*to <= *from) {
      in.fault("end", "is not after start; mend one of them");
      return;
    }
    session.span = {*from, *to};
  }

  void settle_id(TomlReader& in, Session& session) {
    const bool given = !session.id.empty();
    const auto taken = [&](const std::string& id) {
      return std::any_of(file_.sessions.begin(), file_.sessions.end(), [&](const Session& s) { return s.id == id; });
    };
    if (given && taken(session.id)) {
      in.fault("id", "\"" + session.id + "\" is another session's id too; give each its own, or leave it out");
    }
    if (given) return;
    const auto base = slug(session.title);
    session.id = base;
    for (int n = 2; taken(session.id); ++n) session.id = base + "-" + std::to_string(n);
  }

  void read_server(const toml::table& table) {
    TomlReader in(table, "server", file_.faults);
    for (const auto* key : {"listen", "shards", "metrics_listen", "trusted_proxy", "database"}) {
      if (auto value = in.plain(key); !value.empty()) file_.server.emplace_back(key, std::move(value));
    }
    in.refuse_unknown();
  }

  void settle_days() {
    auto& days = file_.event.days;
    const bool given = !days.empty();
    for (std::size_t i = 0; i < file_.sessions.size(); ++i) {
      const auto& day = file_.sessions[i].day;
      if (day.empty() || std::find(days.begin(), days.end(), day) != days.end()) continue;
      if (given) {
        file_.warnings.push_back({lines_[i], "session[" + std::to_string(i + 1) + "]",
                                  "is on " + day + ", which is none of the event's days"});
      } else {
        days.push_back(day);
      }
    }
    std::sort(days.begin(), days.end());
  }

  void refuse_overlaps() {
    const auto& sessions = file_.sessions;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto& a = sessions[j];
        const auto& b = sessions[i];
        if (!a.room || a.room != b.room || !domain::overlap(a, b)) continue;
        file_.faults.push_back({lines_[i], "session[" + std::to_string(i + 1) + "].room",
                                "\"" + a.title + "\" is in this room at the same time; move one of them"});
      }
    }
  }

  void warn(const TomlReader& in, std::string_view key, std::string message) {
    file_.warnings.push_back({in.line_of(key), in.path_of(key), std::move(message)});
  }

  EventFile& file_;
  std::string zone_name_;
  std::optional<TimeZone> zone_;
  std::optional<WrittenTime> doors_, closes_, readable_until_;
  std::uint32_t zone_line_ = 0;
  std::vector<std::uint32_t> lines_;  ///< of each session
};

/// The line at which toml++ loses its footing without saying where: the first that is enough to bring it about.
std::uint32_t line_of_trouble(std::string_view text) {
  std::uint32_t line = 0;
  for (std::size_t end = 0; end < text.size();) {
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
    ++line;
    try {
      (void)toml::parse(text.substr(0, end));
    } catch (const toml::parse_error&) {
      // a table or a text that goes on below
    } catch (const std::logic_error&) {
      return line;
    }
  }
  return 0;
}

}  // namespace

EventFile parse_event_file(std::string_view text, const std::string& fallback_zone) {
  EventFile file;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  try {
    const auto root = toml::parse(text);
    Reader(file, fallback_zone).read(root);
  } catch (const toml::parse_error& error) {
    file.faults.push_back({error.source().begin.line, "",
                           "cannot be read as TOML: " + std::string(error.description()) + "; mend this line"});
  } catch (const std::logic_error&) {
    file = {};
    file.faults.push_back(
        {line_of_trouble(text), "", "cannot be read as TOML: a value is malformed, perhaps a time; mend this line"});
  }
  const auto by_line = [](const EventFault& a, const EventFault& b) { return a.line < b.line; };
  std::stable_sort(file.faults.begin(), file.faults.end(), by_line);
  return file;
}

EventFile read_event_file(const std::filesystem::path& path, const std::string& fallback_zone) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return {};
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in && !in.eof()) {
    EventFile file;
    file.faults.push_back({0, "", "cannot be read; check that it is a file and readable"});
    return file;
  }
  return parse_event_file(text, fallback_zone);
}

}  // namespace posterhall::tools
