#include "wire/api_programme.hpp"

#include "posterhall/v1/api_programme.pb.h"
#include "text/text.hpp"
#include "wire/api_json.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

constexpr int kMostPeople = 64;

std::optional<domain::SessionKind> kind_of(v1::SessionKind kind) {
  if (kind < v1::SESSION_KIND_OTHER || kind > v1::SESSION_KIND_NETWORKING) return std::nullopt;
  return static_cast<domain::SessionKind>(kind - v1::SESSION_KIND_OTHER);
}

/// "2026-04-21"; which days there are is the browser's calendar's word.
bool is_day(std::string_view day) {
  if (day.size() != 10) return false;
  for (std::size_t i = 0; i < day.size(); ++i) {
    const bool hyphen = i == 4 || i == 7;
    if (hyphen ? day[i] != '-' : day[i] < '0' || day[i] > '9') return false;
  }
  return day.substr(5, 2) >= "01" && day.substr(5, 2) <= "12" && day.substr(8) >= "01" && day.substr(8) <= "31";
}

bool take_line(std::string_view from, std::size_t most, std::string& to) {
  auto line = read_line(from, most);
  if (line) to = std::move(*line);
  return line.has_value();
}

/// http or https, or nothing.
bool take_link(std::string_view from, std::string& to) {
  if (from.empty()) return true;
  auto link = text::clean_link(from);
  if (link) to = std::move(*link);
  return link.has_value();
}

std::optional<domain::Session> read_session(const v1::Session& in) {
  domain::Session out;
  const auto kind = kind_of(in.kind());
  if (!kind || !take_line(in.id(), 64, out.id) || !take_line(in.title(), 200, out.title)) return std::nullopt;
  if (!take_line(in.audience(), 80, out.audience) || !take_line(in.place(), 80, out.place)) return std::nullopt;
  out.kind = *kind;
  out.room = RoomId{in.room()};
  if (in.people_size() > kMostPeople) return std::nullopt;
  for (const auto& name : in.people()) {
    std::string line;
    if (!take_line(name, 64, line)) return std::nullopt;
    if (!line.empty()) out.people.push_back(std::move(line));
  }
  auto summary = text::clean_text(in.summary(), 4000);
  if (!summary) return std::nullopt;
  out.summary = std::move(*summary);
  if (!in.day().empty() && !is_day(in.day())) return std::nullopt;
  out.day = in.day();
  if (!take_line(in.sponsor(), 120, out.sponsor) || !take_link(in.stream(), out.stream) ||
      !take_link(in.recording(), out.recording)) {
    return std::nullopt;
  }
  out.stream_public = in.stream_public();
  if (in.has_span()) {
    if (!is_time(in.span().start_ms()) || !is_time(in.span().end_ms())) return std::nullopt;
    out.span = {static_cast<UnixMs>(in.span().start_ms()), static_cast<UnixMs>(in.span().end_ms())};
  }
  return out;
}

}  // namespace

std::optional<TimesRequest> parse_times_request(std::string_view json) {
  v1::TimesRequest in;
  if (!from_json(json, in)) return std::nullopt;
  if (!is_time(in.doors_ms()) || !is_time(in.closes_ms()) || !is_time(in.readable_until_ms())) return std::nullopt;
  TimesRequest out;
  out.times = {static_cast<UnixMs>(in.doors_ms()), static_cast<UnixMs>(in.closes_ms()),
               static_cast<UnixMs>(in.readable_until_ms()), 0};
  out.after = in.after();
  out.back = in.back();
  return out;
}

std::optional<SessionRequest> parse_session_request(std::string_view json) {
  v1::SessionRequest in;
  if (!from_json(json, in)) return std::nullopt;
  SessionRequest out;
  out.after = in.after();
  out.removed = in.removed();
  out.back = in.back();
  if (out.removed || out.back) {
    if (!take_line(in.session().id(), 64, out.session.id) || out.session.id.empty()) return std::nullopt;
    return out;
  }
  auto session = read_session(in.session());
  if (!session) return std::nullopt;
  out.session = std::move(*session);
  return out;
}

std::string programme_json(const std::string& session, std::uint32_t change) {
  v1::ProgrammeAnswer out;
  out.set_session(session);
  out.set_change(change);
  return to_json(out);
}

}  // namespace posterhall::wire
