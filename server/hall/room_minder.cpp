#include "hall/room_minder.hpp"

#include <algorithm>
#include <utility>

#include "hall/derived_id.hpp"
#include "hall/room_events.hpp"

namespace posterhall::hall {
namespace {

using domain::EventKind;
using domain::RoomDeed;

constexpr std::uint64_t kSeatKeptMs = 30'000;  // for who lost the connection
constexpr std::uint64_t kCameOutMs = 2000;
constexpr std::uint64_t kHostMissedMs = 1000;  // a page that is loaded anew is not gone
constexpr UnixMs kAnswerWithinMs = 30'000;     // a co-host who was asked to lead

}  // namespace

void RoomMinder::sweep() {
  for (const domain::RoomDef& room : core_.catalogue().rooms) open_when_due(room.id);
  for (const auto& [id, room] : core_.rooms) {
    if (!room.open()) {
      absent_since_ms_.erase(id);
      continue;
    }
    keep_time(id, room);
    if (room.rules() >= 2) mind_hosts(id, room);
    give_up_seats(id, room);
  }
}

void RoomMinder::propose_deed(RoomId id, RoomDeed deed, std::int64_t due, PersonId author, std::uint32_t ref) {
  const auto which = static_cast<std::uint32_t>(deed) << 24 | (author.value & 0xffffffU);
  propose_room_event(core_, parts_.channels, id,
                     {{},
                      derived_event_id(id, EventKind::room_act, due, which),
                      author,
                      EventKind::room_act,
                      ref,
                      domain::to_text(deed, {})},
                     {});
}

void RoomMinder::open_when_due(RoomId id) {
  const domain::Session* session = domain::opening_session(core_.catalogue(), id, core_.ports.now());
  const domain::BreakoutRoom* room = core_.room(id);
  // Closed again by who leads, it stays closed until they open it.
  if (session == nullptr || room == nullptr || room->open() || room->session() == session->id) return;
  const auto& rooms = core_.catalogue().rooms;
  const auto defined = std::ranges::find(rooms, id, &domain::RoomDef::id);
  propose_room_event(core_, parts_.channels, id,
                     {{},
                      derived_event_id(id, EventKind::room_opened, session->span.start, 0),
                      PersonId{},
                      EventKind::room_opened,
                      domain::opening_ref(defined->capacity),
                      session->id},
                     {});
}

void RoomMinder::keep_time(RoomId id, const domain::BreakoutRoom& room) {
  const UnixMs now = core_.ports.now();
  const domain::Session* session = domain::find_session(core_.catalogue(), room.session());
  const auto close = [&](UnixMs due) {
    propose_room_event(core_, parts_.channels, id,
                       {{},
                        derived_event_id(id, EventKind::room_closed, due, room.opened()),
                        PersonId{},
                        EventKind::room_closed,
                        0,
                        room.session()},
                       {});
  };
  if (session == nullptr) return close(0);
  const domain::RoomTimes times = domain::room_times(core_.catalogue(), *session, room.stage().extension());
  if (now >= times.close) return close(times.close);
  if (room.rules() < 2) return;
  if (now >= times.end && !room.stage().ended()) return propose_deed(id, RoomDeed::end_softly, times.end, {}, 0);
  if (now >= times.warn && now < times.end && !room.stage().warned()) {
    propose_deed(id, RoomDeed::warn, times.warn, {}, 0);
  }
}

RoomMinder::Here RoomMinder::here(PersonId person, RoomId id) const {
  const VisitorSlot slot = core_.visitors.find(person);
  if (slot == kNone || core_.visitors[slot].room != id) return Here::no;
  const GuestSlot guest = core_.visitors[slot].guest;
  if (!core_.visitors[slot].own || guest == kNone) return Here::elsewhere;
  const std::uint64_t lost_ms = core_.guests[guest].lost_ms;
  return lost_ms == 0 || core_.now_ms - lost_ms < kHostMissedMs ? Here::yes : Here::no;
}

void RoomMinder::mind_hosts(RoomId id, const domain::BreakoutRoom& room) {
  if (!core_.hears_everybody()) return;  // who sits here by another process is not gone
  bool any = false;
  for (const domain::BreakoutRoom::Seat& seat : room.seats()) {
    const bool host = parts_.gate.hosts(seat.person, id) || room.stage().lead() == seat.person;
    if (!host) continue;
    const bool gone = room.stage().hosts_gone().contains(seat.person);
    const Here now = here(seat.person, id);
    any = any || now == Here::yes || (now == Here::elsewhere && !gone);
    // Each turn once: the number applied so far tells one turn from the next.
    if (now == Here::yes && gone) propose_deed(id, RoomDeed::host_back, room.applied(), seat.person, seat.joined);
    if (now == Here::no && !gone) propose_deed(id, RoomDeed::host_gone, room.applied(), seat.person, seat.joined);
  }
  call_for_lead(id, room, any);
}

void RoomMinder::call_for_lead(RoomId id, const domain::BreakoutRoom& room, bool host_here) {
  const domain::RoomStage& stage = room.stage();
  if (host_here || stage.hosts_gone().empty() || stage.ended()) return;
  const auto first = std::ranges::min_element(stage.hosts_gone(), {}, [](const auto& host) { return host.second; });
  const UnixMs now = core_.ports.now();
  if (now < first->second + domain::kFloorKeptMs) return;
  PersonId asked;
  if (!stage.calls_for_lead()) {
    const auto cohost = std::ranges::find_if(stage.cohosts(), [&](PersonId person) {
      return room.has(person) && !stage.hosts_gone().contains(person) && here(person, id) != Here::no;
    });
    if (cohost != stage.cohosts().end()) asked = *cohost;
  } else if (!stage.asked() || now < stage.called_at() + kAnswerWithinMs) {
    return;  // the organisers were asked, or a co-host has time to answer
  }
  propose_deed(id, RoomDeed::call_for_lead, first->second, asked, asked.value);
}

void RoomMinder::give_up(RoomId id, const domain::BreakoutRoom::Seat& seat) {
  propose_room_event(core_, parts_.channels, id,
                     {{},
                      derived_event_id(id, EventKind::room_left, seat.joined, seat.person.value),
                      seat.person,
                      EventKind::room_left,
                      seat.joined,
                      {}},
                     {});
}

void RoomMinder::give_up_seats(RoomId id, const domain::BreakoutRoom& room) {
  if (!core_.hears_everybody()) {
    absent_since_ms_.erase(id);
    return;
  }
  Absent absent;
  Absent& known = absent_since_ms_[id];
  const auto missed_for_ms = [&](PersonId person) {
    const auto before = known.find(person);
    const std::uint64_t since = before == known.end() ? core_.now_ms : before->second;
    absent[person] = since;
    return core_.now_ms - since;
  };
  std::vector<domain::BreakoutRoom::Seat> over;
  for (const domain::BreakoutRoom::Seat& seat : room.seats()) {
    const VisitorSlot visitor = core_.visitors.find(seat.person);
    if (visitor != kNone && core_.visitors[visitor].room == id) continue;
    const std::uint64_t missed = missed_for_ms(seat.person);
    const bool came_out = visitor != kNone && missed >= kCameOutMs;
    // A host comes back to the same place, as host.
    const bool kept = missed < kSeatKeptMs || (visitor == kNone && room.stage().hosts_gone().contains(seat.person));
    if (came_out || !kept) over.push_back(seat);
  }
  for (const domain::BreakoutRoom::Seat& seat : room.waiting()) {
    if (core_.visitors.find(seat.person) != kNone) continue;
    if (missed_for_ms(seat.person) >= kSeatKeptMs) over.push_back(seat);
  }
  known = std::move(absent);
  // Storing may change the room: not while it is read.
  for (const domain::BreakoutRoom::Seat& seat : over) give_up(id, seat);
}

}  // namespace posterhall::hall
