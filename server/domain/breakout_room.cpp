#include "domain/breakout_room.hpp"

#include <algorithm>

namespace posterhall::domain {

bool BreakoutRoom::apply(const Event& event) {
  if (event.number <= applied_) return false;
  applied_ = event.number;
  switch (event.kind) {
    case EventKind::room_opened:
      if (open_ || event.ref >> 16 != kRoomRules) return false;
      open_ = true;
      opened_ = event.number;
      session_ = event.text;
      capacity_ = event.ref & 0xffffU;
      return true;
    case EventKind::room_closed:
      // A close that names a session closes only that one: a late proposal must not end the next session.
      if (!open_ || (!event.text.empty() && event.text != session_)) return false;
      open_ = false;
      session_.clear();
      capacity_ = 0;
      seats_.clear();
      return true;
    case EventKind::room_joined: return join(event);
    case EventKind::room_left: return leave(event);
    case EventKind::message:
    case EventKind::question:
    case EventKind::answer:
    case EventKind::edit:
    case EventKind::remove:
    case EventKind::announcement:
    case EventKind::imported:
    case EventKind::poster_put_up:
    case EventKind::poster_asked:
    case EventKind::poster_settled:
    case EventKind::question_unnamed:
    case EventKind::answer_unnamed:
    case EventKind::wanted:
    case EventKind::unwanted:
    case EventKind::hidden_by_author:
    case EventKind::hidden_by_order:
    case EventKind::shown_again:
    case EventKind::person_changed:
    case EventKind::measure:
    case EventKind::measure_lifted:
    case EventKind::measure_seen:
    case EventKind::report:
    case EventKind::report_settled:
    case EventKind::blocked:
    case EventKind::unblocked: return false;
  }
  return false;
}

bool BreakoutRoom::join(const Event& event) {
  if (!open_ || full() || has(event.author)) return false;
  seats_.push_back({event.author, event.number});
  return true;
}

bool BreakoutRoom::leave(const Event& event) {
  const auto seat = std::find_if(seats_.begin(), seats_.end(), [&](const Seat& s) { return s.person == event.author; });
  // A leave that names a seat (ref) gives up only that one: who came back since keeps the new seat.
  if (seat == seats_.end() || (event.ref != 0 && event.ref != seat->joined)) return false;
  seats_.erase(seat);
  return true;
}

std::optional<BreakoutRoom::Seat> BreakoutRoom::seat_of(PersonId person) const {
  const auto seat = std::find_if(seats_.begin(), seats_.end(), [&](const Seat& s) { return s.person == person; });
  return seat == seats_.end() ? std::nullopt : std::optional(*seat);
}

std::uint64_t BreakoutRoom::state_hash() const {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
  const auto mix = [&hash](std::uint64_t value) {
    for (int i = 0; i < 8; ++i) {
      hash = (hash ^ ((value >> (8 * i)) & 0xffU)) * 1099511628211ULL;
    }
  };
  mix(open_ ? 1 : 0);
  mix(capacity_);
  for (const char c : session_) mix(static_cast<unsigned char>(c));
  for (const Seat& seat : seats_) mix(std::uint64_t{seat.person.value} << 32 | seat.joined);
  return hash;
}

UnixMs closing_time(const Catalogue& catalogue, const Session& session) {
  UnixMs due = session.span.end + kRoomOvertimeMs;
  for (const Session& next : catalogue.sessions) {
    if (next.room == session.room && next.span.start >= session.span.end && next.span.end > next.span.start) {
      due = std::min(due, next.span.start);
    }
  }
  return due;
}

const Session* running_session(const Catalogue& catalogue, RoomId room, UnixMs now) {
  const Session* found = nullptr;
  for (const Session& session : catalogue.sessions) {
    if (!room || session.room != room || session.span.end <= session.span.start) continue;
    if (now < session.span.start || now >= closing_time(catalogue, session)) continue;
    if (found == nullptr || session.span.start > found->span.start) found = &session;
  }
  return found;
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
