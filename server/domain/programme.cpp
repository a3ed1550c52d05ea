#include "domain/programme.hpp"

#include <algorithm>

namespace posterhall::domain {

bool overlap(const Session& a, const Session& b) {
  const bool hours = a.span.end > a.span.start && b.span.end > b.span.start;
  return hours && a.span.start < b.span.end && b.span.start < a.span.end;
}

SessionFault judge_session(const Session& session, const Catalogue& catalogue) {
  const auto& sessions = catalogue.sessions;
  if (session.title.empty()) return SessionFault::no_title;
  const bool timed = session.span != TimeSpan{};
  if (!timed && session.day.empty()) return SessionFault::no_times;
  if (timed && session.span.end <= session.span.start) return SessionFault::ends_too_early;
  if (session.span.end - session.span.start > kLongestSessionMs) return SessionFault::too_long;
  if (session.room) {
    if (std::ranges::find(catalogue.rooms, session.room, &RoomDef::id) == catalogue.rooms.end()) {
      return SessionFault::no_such_room;
    }
    const bool taken = std::ranges::any_of(sessions, [&](const Session& other) {
      return other.id != session.id && other.room == session.room && overlap(other, session);
    });
    if (taken) return SessionFault::room_taken;
  }
  const bool known = std::ranges::find(sessions, session.id, &Session::id) != sessions.end();
  if (!known && sessions.size() >= kMostSessions) return SessionFault::too_many;
  return SessionFault::none;
}

}  // namespace posterhall::domain
