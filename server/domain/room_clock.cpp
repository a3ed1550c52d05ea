#include "domain/room_clock.hpp"

#include <algorithm>
#include <limits>

#include "domain/room_stage.hpp"

namespace posterhall::domain {
namespace {

/// When the next session in that room begins.
UnixMs next_start(const Catalogue& catalogue, const Session& session) {
  UnixMs next = std::numeric_limits<UnixMs>::max();
  for (const Session& other : catalogue.sessions) {
    const bool later = other.span.start >= session.span.end && other.span.end > other.span.start;
    if (other.room == session.room && later) next = std::min(next, other.span.start);
  }
  return next;
}

}  // namespace

RoomTimes room_times(const Catalogue& catalogue, const Session& session, UnixMs extension) {
  const UnixMs next = next_start(catalogue, session);
  RoomTimes times;
  times.start = session.span.start;
  times.end = std::min(session.span.end + extension, next);
  times.warn = std::max(times.start, times.end - kRoomWarningMs);
  times.close = std::min(times.end + kRoomOvertimeMs, next);
  times.extendable = times.end + kExtensionMs <= next;
  return times;
}

const Session* running_session(const Catalogue& catalogue, RoomId room, UnixMs now) {
  const Session* found = nullptr;
  for (const Session& session : catalogue.sessions) {
    if (!room || session.room != room || session.span.end <= session.span.start) continue;
    if (now < session.span.start || now >= room_times(catalogue, session, 0).close) continue;
    if (found == nullptr || session.span.start > found->span.start) found = &session;
  }
  return found;
}

const Session* opening_session(const Catalogue& catalogue, RoomId room, UnixMs now) {
  const Session* session = running_session(catalogue, room, now);
  if (session == nullptr || session->kind != SessionKind::breakout) return nullptr;
  return now - session->span.start < kDoorOpensForMs ? session : nullptr;
}

const Session* find_session(const Catalogue& catalogue, const std::string& id) {
  const auto it = std::find_if(catalogue.sessions.begin(), catalogue.sessions.end(),
                               [&](const Session& session) { return session.id == id; });
  return it == catalogue.sessions.end() ? nullptr : &*it;
}

bool hosts(const Session& session, const std::string& email) {
  return !email.empty() &&
         std::find(session.host_emails.begin(), session.host_emails.end(), email) != session.host_emails.end();
}

}  // namespace posterhall::domain
