#include "hall/rooms.hpp"

#include <algorithm>
#include <utility>

#include "domain/room_clock.hpp"
#include "hall/derived_id.hpp"
#include "hall/room_events.hpp"

namespace posterhall::hall {
namespace {

using domain::EventKind;

constexpr std::uint32_t kRetryStoreMs = 2000;

}  // namespace

void Rooms::follow_all() {
  for (const domain::RoomDef& room : core_.catalogue().rooms) {
    core_.rooms.try_emplace(room.id);
    parts_.channels.follow(domain::Channel::room(room.id));
    parts_.telling.changed(room.id);  // its times follow from the programme
  }
}

const domain::RoomDef* Rooms::definition(RoomId room) const {
  const auto& rooms = core_.catalogue().rooms;
  const auto it = std::ranges::find(rooms, room, &domain::RoomDef::id);
  return it == rooms.end() ? nullptr : &*it;
}

void Rooms::enter(ConnectionSlot connection, std::uint32_t seq, RoomId id) {
  const GuestSlot guest_slot = core_.connections[connection].guest;
  Guest& guest = core_.guests[guest_slot];
  const auto no = [&](RejectCode code) { core_.connections.reject(connection, seq, code); };
  if (guest.controller != connection) return no(RejectCode::not_in_control);
  if (guest.visitor == kNone || !core_.visitors[guest.visitor].own) return no(RejectCode::wrong_state);
  const domain::BreakoutRoom* state = core_.room(id);
  if (state == nullptr || definition(id) == nullptr) return no(RejectCode::not_found);
  const domain::Session* session = domain::find_session(core_.catalogue(), state->session());
  if (!state->open() || session == nullptr) return no(RejectCode::room_closed);
  const UnixMs closes = domain::room_times(core_.catalogue(), *session, state->stage().extension()).close;
  if (core_.ports.now() < session->span.start || core_.ports.now() >= closes) return no(RejectCode::room_closed);
  if (core_.visitors[guest.visitor].room == id || state->waiting_place(guest.person) != 0) {
    return core_.connections.ack(connection, seq);
  }
  if (core_.visitors[guest.visitor].room || guest.entering_room) return no(RejectCode::wrong_state);
  if (state->was_put_out(guest.person)) return no(RejectCode::not_allowed);
  const Pending pending{core_.connections[connection].id, seq, id, guest.person, 0};
  if (state->has(guest.person)) return decide(pending, *state);
  if (state->full() && (state->rules() < 2 || state->waiting().size() >= domain::kMostWaiting)) {
    return no(RejectCode::room_full);
  }
  guest.entering_room = id;
  const std::uint32_t leads = parts_.gate.leads(guest.person, id) ? 1 : 0;
  domain::NewEvent join{{}, random_event_id(core_.ports.random), guest.person, EventKind::room_joined, leads, {}};
  propose_room_event(core_, parts_.channels, id, std::move(join),
                     [this, pending](const Result<Appended>& appended) { join_stored(pending, appended); });
}

void Rooms::join_stored(Pending pending, const Result<Appended>& appended) {
  if (!appended) {
    const GuestSlot guest = core_.guests.find(pending.person);
    if (guest != kNone) core_.guests[guest].entering_room = {};
    const ConnectionSlot slot = core_.connections.find(pending.connection);
    if (slot != kNone) core_.connections.reject(slot, pending.seq, RejectCode::store_unavailable, kRetryStoreMs);
    return;
  }
  pending.number = appended->number;
  pending_.push_back(pending);
  settle(pending.room);
}

void Rooms::settle(RoomId room) {
  const domain::BreakoutRoom& state = core_.rooms[room];
  std::vector<Pending> decided;
  std::erase_if(pending_, [&](const Pending& pending) {
    if (pending.room != room || state.applied() < pending.number) return false;
    decided.push_back(pending);
    return true;
  });
  for (const Pending& pending : decided) decide(pending, state);
}

void Rooms::decide(const Pending& pending, const domain::BreakoutRoom& state) {
  const GuestSlot guest = core_.guests.find(pending.person);
  if (guest != kNone) core_.guests[guest].entering_room = {};
  const ConnectionSlot slot = core_.connections.find(pending.connection);
  const bool seated = state.has(pending.person);
  if (!seated && state.waiting_place(pending.person) == 0) {
    const RejectCode why = state.open() ? RejectCode::room_full : RejectCode::room_closed;
    if (slot != kNone) core_.connections.reject(slot, pending.seq, why);
    return;
  }
  if (guest == kNone || core_.guests[guest].visitor == kNone) return;  // the minder gives the seat up
  leave_line(pending.person, pending.room);
  if (seated) seat(guest, pending.room);
  if (slot != kNone) core_.connections.ack(slot, pending.seq, pending.number);
  parts_.telling.tell_all(pending.room, guest);
}

void Rooms::seat(GuestSlot guest, RoomId room) {
  if (core_.visitors[core_.guests[guest].visitor].room == room) return;
  parts_.avatars.into_room(core_.guests[guest].visitor, room);
  core_.guests[guest].chosen = {};
  core_.guests[guest].circle = {};
}

void Rooms::seat_who_waited(RoomId room, const std::vector<domain::BreakoutRoom::Seat>& before) {
  for (const domain::BreakoutRoom::Seat& waited : before) {
    const GuestSlot guest = core_.guests.find(waited.person);
    if (guest == kNone) continue;
    if (!core_.rooms[room].has(waited.person)) {
      if (core_.rooms[room].waiting_place(waited.person) == 0) out_of_line(guest, room);
      continue;
    }
    if (core_.guests[guest].visitor == kNone) continue;
    const Visitor& visitor = core_.visitors[core_.guests[guest].visitor];
    if (!visitor.own || visitor.room) continue;  // who sits elsewhere by now keeps that seat
    seat(guest, room);
    parts_.telling.tell_all(room, guest);
  }
}

void Rooms::out_of_line(GuestSlot guest, RoomId room) {
  stop_reading(guest, room);
  parts_.telling.tell_state(room, guest);
}

void Rooms::stop_reading(GuestSlot guest, RoomId room) {
  const domain::Channel talk = domain::Channel::talk(room);
  if (parts_.gate.may_read(guest, talk)) return;
  for (const ConnectionSlot tab : core_.guests[guest].connections) parts_.channels.unwatch(tab, talk);
}

RoomId Rooms::line_of(PersonId person) const {
  for (const auto& [id, room] : core_.rooms) {
    if (room.waiting_place(person) != 0) return id;
  }
  return {};
}

void Rooms::leave_line(PersonId person, RoomId except) {
  const RoomId line = line_of(person);
  if (!line || line == except) return;
  propose_room_event(core_, parts_.channels, line,
                     {{}, random_event_id(core_.ports.random), person, EventKind::room_left, 0, {}}, {});
}

void Rooms::leave(ConnectionSlot connection, std::uint32_t seq) {
  const GuestSlot guest_slot = core_.connections[connection].guest;
  const Guest& guest = core_.guests[guest_slot];
  if (guest.controller != connection) return core_.connections.reject(connection, seq, RejectCode::not_in_control);
  const RoomId id = guest.visitor == kNone ? RoomId{} : core_.visitors[guest.visitor].room;
  if (!id) {
    if (!line_of(guest.person)) return core_.connections.reject(connection, seq, RejectCode::wrong_state);
    leave_line(guest.person, {});
    return core_.connections.ack(connection, seq);
  }
  // One comes out whatever the store does; the minder proposes the seat's end again if it could not be stored.
  put_out(guest_slot);
  core_.connections.ack(connection, seq);
  const auto seat = core_.rooms[id].seat_of(guest.person);
  if (!seat) return;
  domain::NewEvent left{{}, random_event_id(core_.ports.random), guest.person, EventKind::room_left, seat->joined, {}};
  propose_room_event(core_, parts_.channels, id, std::move(left), {});
}

void Rooms::put_out(GuestSlot guest) {
  const VisitorSlot visitor = core_.guests[guest].visitor;
  const RoomId id = core_.visitors[visitor].room;
  parts_.avatars.out_of_room(visitor, parts_.going.before_door(id));
  stop_reading(guest, id);
  parts_.telling.tell_state(id, guest);
}

void Rooms::stored_or_not(ConnectionId tab, std::uint32_t seq, const Result<Appended>& appended) {
  const ConnectionSlot slot = core_.connections.find(tab);
  if (slot == kNone) return;
  if (!appended) return core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
  core_.connections.ack(slot, seq, appended->number, appended->at);
}

void Rooms::open(ConnectionSlot connection, std::uint32_t seq, RoomId id) {
  const domain::RoomDef* room = definition(id);
  if (room == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  const domain::Session* session = domain::running_session(core_.catalogue(), id, core_.ports.now());
  if (session == nullptr) return core_.connections.reject(connection, seq, RejectCode::room_closed);
  const domain::BreakoutRoom& state = core_.rooms[id];
  if (state.open() && state.session() == session->id) return core_.connections.ack(connection, seq);
  const PersonId person = core_.connections[connection].person;
  if (state.open()) {
    propose_room_event(core_, parts_.channels, id,
                       {{}, random_event_id(core_.ports.random), person, EventKind::room_closed, 0, state.session()},
                       {});
  }
  domain::NewEvent opened{{},
                          random_event_id(core_.ports.random),
                          person,
                          EventKind::room_opened,
                          domain::opening_ref(room->capacity),
                          session->id};
  propose_room_event(core_, parts_.channels, id, std::move(opened),
                     [this, seq, tab = core_.connections[connection].id](const Result<Appended>& appended) {
                       stored_or_not(tab, seq, appended);
                     });
}

void Rooms::close(ConnectionSlot connection, std::uint32_t seq, RoomId id) {
  const domain::BreakoutRoom* room = core_.room(id);
  if (room == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (!room->open()) return core_.connections.ack(connection, seq);
  domain::NewEvent closed{{},
                          random_event_id(core_.ports.random),
                          core_.connections[connection].person,
                          EventKind::room_closed,
                          0,
                          room->session()};
  propose_room_event(core_, parts_.channels, id, std::move(closed),
                     [this, seq, tab = core_.connections[connection].id](const Result<Appended>& appended) {
                       stored_or_not(tab, seq, appended);
                     });
}

void Rooms::slides_changed() {
  for (const auto& [id, room] : core_.rooms) {
    if (room.open()) parts_.telling.changed(id);
  }
}

void Rooms::apply(const domain::Event& event) {
  const RoomId id{event.channel.a};
  domain::BreakoutRoom& room = core_.rooms[id];
  const bool was_open = room.open();
  const std::vector<domain::BreakoutRoom::Seat> waited = room.waiting();
  const auto shown = [&room] { return std::pair(room.stage().shown_deck(), room.stage().shown_page()); };
  const auto shown_before = shown();
  if (room.apply(event)) {
    if (room.open() && shown() != shown_before) {
      parts_.telling.page_turned(id);  // nothing else changes with it
    } else {
      parts_.telling.changed(id);
    }
    if (room.question_changed() != 0) parts_.telling.question_changed(id, room.question_changed());
    if (was_open != room.open()) parts_.telling.all_changed(id);
  }
  settle(id);
  seat_who_waited(id, waited);
  put_out_who_has_no_seat(id);
}

void Rooms::put_out_who_has_no_seat(RoomId id) {  // closed, put out, given up elsewhere
  const auto inside = parts_.conversations.members(domain::make_conversation(domain::ConversationKind::room, id.value));
  for (const VisitorSlot slot : std::vector<VisitorSlot>(inside)) {
    const Visitor& visitor = core_.visitors[slot];
    if (!visitor.own || visitor.guest == kNone || core_.rooms[id].has(visitor.person)) continue;
    put_out(visitor.guest);
  }
}

std::vector<RelayedRoom> Rooms::hashes() const {
  std::vector<RelayedRoom> all;
  for (const auto& [id, room] : core_.rooms) {
    if (room.applied() != 0) all.push_back({id, room.applied(), room.state_hash()});
  }
  return all;
}

void Rooms::replace(RoomId id, domain::BreakoutRoom state) {
  const std::vector<domain::BreakoutRoom::Seat> waited = core_.rooms[id].waiting();
  core_.rooms[id] = std::move(state);
  parts_.telling.all_changed(id);
  settle(id);
  seat_who_waited(id, waited);
  put_out_who_has_no_seat(id);
}

RoomId Rooms::seat_of(PersonId person) const {
  for (const auto& [id, room] : core_.rooms) {
    if (room.has(person)) return id;
  }
  return {};
}

std::vector<notice::RoomFact> Rooms::facts() const {
  std::vector<notice::RoomFact> facts;
  for (const domain::RoomDef& defined : core_.catalogue().rooms) {
    const domain::BreakoutRoom* state = core_.room(defined.id);
    if (state == nullptr) continue;
    const domain::Session* running = domain::running_session(core_.catalogue(), defined.id, core_.ports.now());
    facts.push_back({defined.id, state->open(), static_cast<std::uint32_t>(state->seats().size()),
                     state->open() ? state->capacity() : defined.capacity,
                     state->open()        ? state->session()
                     : running == nullptr ? std::string()
                                          : running->id,
                     static_cast<std::uint32_t>(state->waiting().size())});
  }
  return facts;
}

}  // namespace posterhall::hall
