#include "hall/rooms.hpp"

#include <algorithm>
#include <utility>

#include "hall/derived_id.hpp"

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kSeatKeptMs = 30'000;  // for who lost the connection
constexpr std::uint32_t kRetryStoreMs = 2000;

bool may_host(const Gate& gate, PersonId person, RoomId room) {
  const domain::Whose whose = gate.hosts(person, room) ? domain::Whose::own : domain::Whose::other;
  return gate.may(person, domain::Act::room_open, whose);
}

}  // namespace

void Rooms::follow_all() {
  for (const domain::RoomDef& room : core_.catalogue().rooms) {
    rooms_.try_emplace(room.id);
    parts_.channels.follow(domain::Channel::room(room.id));
  }
}

const domain::RoomDef* Rooms::definition(RoomId room) const {
  const auto& rooms = core_.catalogue().rooms;
  const auto it = std::find_if(rooms.begin(), rooms.end(), [&](const auto& r) { return r.id == room; });
  return it == rooms.end() ? nullptr : &*it;
}

void Rooms::propose(RoomId room, domain::NewEvent event, std::function<void(Result<Appended>)> then) {
  event.channel = domain::Channel::room(room);
  auto stored = core_.reply<Appended>([this, event, then = std::move(then)](Result<Appended> appended) {
    if (appended && !appended->already_there) {
      parts_.channels.stored({event.channel, appended->number, event.client_id, appended->at, event.author, event.kind,
                              event.ref, event.text});
    }
    if (then) then(appended);
  });
  core_.ports.events.append(std::move(event), std::move(stored));
}

void Rooms::enter(ConnectionSlot connection, std::uint32_t seq, RoomId id) {
  const GuestSlot guest_slot = core_.connections[connection].guest;
  Guest& guest = core_.guests[guest_slot];
  const auto no = [&](RejectCode code) { core_.connections.reject(connection, seq, code); };
  if (guest.controller != connection) return no(RejectCode::not_in_control);
  if (guest.visitor == kNone || !core_.visitors[guest.visitor].own) return no(RejectCode::wrong_state);
  const auto room = rooms_.find(id);
  if (room == rooms_.end() || definition(id) == nullptr) return no(RejectCode::not_found);
  const domain::Session* session = domain::running_session(core_.catalogue(), id, core_.ports.now());
  const domain::BreakoutRoom& state = room->second.state;
  if (!state.open() || session == nullptr || session->id != state.session()) return no(RejectCode::room_closed);
  if (core_.visitors[guest.visitor].room == id) return core_.connections.ack(connection, seq);
  if (core_.visitors[guest.visitor].room || guest.entering_room) return no(RejectCode::wrong_state);
  const Pending pending{core_.connections[connection].id, seq, id, guest.person, 0};
  if (state.has(guest.person)) return seat(pending);
  if (state.full()) return no(RejectCode::room_full);
  guest.entering_room = id;
  domain::NewEvent join{{}, random_event_id(core_.ports.random), guest.person, domain::EventKind::room_joined, 0, {}};
  propose(id, std::move(join), [this, pending](const Result<Appended>& appended) { join_stored(pending, appended); });
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
  const domain::BreakoutRoom& state = rooms_[room].state;
  std::vector<Pending> decided;
  std::erase_if(pending_, [&](const Pending& pending) {
    if (pending.room != room || state.applied() < pending.number) return false;
    decided.push_back(pending);
    return true;
  });
  for (const Pending& pending : decided) {
    const GuestSlot guest = core_.guests.find(pending.person);
    if (guest != kNone) core_.guests[guest].entering_room = {};
    if (state.has(pending.person)) {
      seat(pending);
      continue;
    }
    const ConnectionSlot slot = core_.connections.find(pending.connection);
    const RejectCode why = state.open() ? RejectCode::room_full : RejectCode::room_closed;
    if (slot != kNone) core_.connections.reject(slot, pending.seq, why);
  }
}

void Rooms::seat(const Pending& pending) {
  const GuestSlot guest = core_.guests.find(pending.person);
  if (guest == kNone || core_.guests[guest].visitor == kNone) return;  // the sweep gives the seat up
  parts_.avatars.into_room(core_.guests[guest].visitor, pending.room);
  core_.guests[guest].chosen = {};
  core_.guests[guest].circle = {};
  const ConnectionSlot slot = core_.connections.find(pending.connection);
  if (slot != kNone) core_.connections.ack(slot, pending.seq, pending.number);
  Room& room = rooms_[pending.room];
  core_.tell(guest, core_.connections.encode(state_for(pending.room, room, guest)));
}

void Rooms::leave(ConnectionSlot connection, std::uint32_t seq) {
  const GuestSlot guest_slot = core_.connections[connection].guest;
  const Guest& guest = core_.guests[guest_slot];
  if (guest.controller != connection) return core_.connections.reject(connection, seq, RejectCode::not_in_control);
  const RoomId id = guest.visitor == kNone ? RoomId{} : core_.visitors[guest.visitor].room;
  if (!id) return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  // One comes out whatever the store does; the sweep proposes the seat's end again if it could not be stored.
  put_out(guest_slot);
  core_.connections.ack(connection, seq);
  const auto seat = rooms_[id].state.seat_of(guest.person);
  if (!seat) return;
  domain::NewEvent left{
      {}, random_event_id(core_.ports.random), guest.person, domain::EventKind::room_left, seat->joined, {}};
  propose(id, std::move(left), {});
}

void Rooms::put_out(GuestSlot guest) {
  const VisitorSlot visitor = core_.guests[guest].visitor;
  const RoomId id = core_.visitors[visitor].room;
  parts_.avatars.out_of_room(visitor, parts_.going.before_door(id));
  const domain::Channel talk = domain::Channel::talk(id);
  if (!parts_.gate.may_read(guest, talk)) {
    for (const ConnectionSlot tab : core_.guests[guest].connections) parts_.channels.unwatch(tab, talk);
  }
  core_.tell(guest, core_.connections.encode(state_for(id, rooms_[id], guest)));
}

void Rooms::open(ConnectionSlot connection, std::uint32_t seq, RoomId id) {
  const domain::RoomDef* room = definition(id);
  if (room == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  const domain::Session* session = domain::running_session(core_.catalogue(), id, core_.ports.now());
  if (session == nullptr) return core_.connections.reject(connection, seq, RejectCode::room_closed);
  if (rooms_[id].state.open() && rooms_[id].state.session() == session->id) {
    return core_.connections.ack(connection, seq);
  }
  if (rooms_[id].state.open()) {
    domain::NewEvent over{
        {}, random_event_id(core_.ports.random), core_.connections[connection].person, domain::EventKind::room_closed,
        0,  rooms_[id].state.session()};
    propose(id, std::move(over), {});
  }
  domain::NewEvent opened{{},
                          random_event_id(core_.ports.random),
                          core_.connections[connection].person,
                          domain::EventKind::room_opened,
                          domain::opening_ref(room->capacity),
                          session->id};
  propose(id, std::move(opened), [this, seq, tab = core_.connections[connection].id](const Result<Appended>& appended) {
    const ConnectionSlot slot = core_.connections.find(tab);
    if (slot == kNone) return;
    if (!appended) return core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
    core_.connections.ack(slot, seq, appended->number, appended->at);
  });
}

void Rooms::close(ConnectionSlot connection, std::uint32_t seq, RoomId id) {
  const auto room = rooms_.find(id);
  if (room == rooms_.end()) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (!room->second.state.open()) return core_.connections.ack(connection, seq);
  domain::NewEvent closed{
      {}, random_event_id(core_.ports.random), core_.connections[connection].person, domain::EventKind::room_closed,
      0,  room->second.state.session()};
  propose(id, std::move(closed), [this, seq, tab = core_.connections[connection].id](const Result<Appended>& appended) {
    const ConnectionSlot slot = core_.connections.find(tab);
    if (slot == kNone) return;
    if (!appended) return core_.connections.reject(slot, seq, RejectCode::store_unavailable, kRetryStoreMs);
    core_.connections.ack(slot, seq, appended->number, appended->at);
  });
}

void Rooms::apply(const domain::Event& event) {
  const RoomId id{event.channel.a};
  Room& room = rooms_[id];
  const bool was_open = room.state.open();
  if (room.state.apply(event)) room.untold = true;
  settle(id);
  if (was_open != room.state.open()) tell_hosts(id);
  put_out_who_has_no_seat(id);
}

void Rooms::put_out_who_has_no_seat(RoomId id) {  // closed, given up elsewhere
  const Room& room = rooms_[id];
  const auto inside = parts_.conversations.members(domain::make_conversation(domain::ConversationKind::room, id.value));
  for (const VisitorSlot slot : std::vector<VisitorSlot>(inside)) {
    const Visitor& visitor = core_.visitors[slot];
    if (!visitor.own || visitor.guest == kNone || room.state.has(visitor.person)) continue;
    put_out(visitor.guest);
  }
}

const domain::BreakoutRoom* Rooms::state(RoomId room) const {
  const auto it = rooms_.find(room);
  return it == rooms_.end() ? nullptr : &it->second.state;
}

std::vector<RelayedRoom> Rooms::hashes() const {
  std::vector<RelayedRoom> all;
  for (const auto& [id, room] : rooms_) {
    if (room.state.applied() != 0) all.push_back({id, room.state.applied(), room.state.state_hash()});
  }
  return all;
}

void Rooms::replace(RoomId id, domain::BreakoutRoom state) {
  Room& room = rooms_[id];
  const bool was_open = room.state.open();
  room.state = std::move(state);
  room.untold = true;
  settle(id);
  if (was_open != room.state.open()) tell_hosts(id);
  put_out_who_has_no_seat(id);
}

RoomId Rooms::seat_of(PersonId person) const {
  for (const auto& [id, room] : rooms_) {
    if (room.state.has(person)) return id;
  }
  return {};
}

void Rooms::welcome(ConnectionSlot connection) {
  const GuestSlot guest = core_.connections[connection].guest;
  const VisitorSlot visitor = core_.guests[guest].visitor;
  for (const auto& [id, room] : rooms_) {
    const bool inside = visitor != kNone && core_.visitors[visitor].room == id;
    if (inside || may_host(parts_.gate, core_.guests[guest].person, id)) {
      core_.connections.send_event(connection, state_for(id, room, guest));
    }
  }
}

notice::RoomState Rooms::state_for(RoomId id, const Room& room, GuestSlot guest) const {
  const Guest& who = core_.guests[guest];
  notice::RoomState state;
  state.room = id;
  state.open = room.state.open();
  state.inside = who.visitor != kNone && core_.visitors[who.visitor].room == id;
  state.may_host = may_host(parts_.gate, who.person, id);
  state.members = static_cast<std::uint32_t>(room.state.seats().size());
  const domain::RoomDef* defined = definition(id);
  state.capacity = room.state.open() ? room.state.capacity() : defined == nullptr ? 0 : defined->capacity;
  const domain::Session* running = domain::running_session(core_.catalogue(), id, core_.ports.now());
  state.session = room.state.open() ? room.state.session() : running == nullptr ? std::string() : running->id;
  if (!state.inside) return state;
  const auto conversation = domain::make_conversation(domain::ConversationKind::room, id.value);
  for (const VisitorSlot slot : parts_.conversations.members(conversation)) {
    state.people.push_back(parts_.conversations.member_row(slot, conversation));
  }
  return state;
}

std::vector<notice::RoomFact> Rooms::facts() const {
  std::vector<notice::RoomFact> facts;
  for (const domain::RoomDef& defined : core_.catalogue().rooms) {
    const auto room = rooms_.find(defined.id);
    if (room == rooms_.end()) continue;
    const domain::BreakoutRoom& state = room->second.state;
    const domain::Session* running = domain::running_session(core_.catalogue(), defined.id, core_.ports.now());
    facts.push_back({defined.id, state.open(), static_cast<std::uint32_t>(state.seats().size()),
                     state.open() ? state.capacity() : defined.capacity,
                     state.open()         ? state.session()
                     : running == nullptr ? std::string()
                                          : running->id});
  }
  return facts;
}

void Rooms::sweep() {
  for (auto& [id, room] : rooms_) {
    close_when_due(id, room);
    give_up_seats(id, room);
    if (std::exchange(room.untold, false)) tell(id, room);
  }
}

void Rooms::close_when_due(RoomId id, const Room& room) {
  if (!room.state.open()) return;
  const domain::Session* session = domain::find_session(core_.catalogue(), room.state.session());
  const UnixMs due = session == nullptr ? 0 : domain::closing_time(core_.catalogue(), *session);
  if (core_.ports.now() < due) return;
  const auto closed = domain::EventKind::room_closed;
  propose(id, {{}, derived_event_id(id, closed, due, room.state.opened()), PersonId{}, closed, 0, room.state.session()},
          {});
}

void Rooms::give_up_seats(RoomId id, Room& room) {
  std::unordered_map<PersonId, std::uint64_t> absent;
  for (const domain::BreakoutRoom::Seat& seat : room.state.seats()) {
    const VisitorSlot visitor = core_.visitors.find(seat.person);
    if (visitor != kNone && core_.visitors[visitor].room == id) continue;
    const auto known = room.absent_since_ms.find(seat.person);
    const std::uint64_t since = known == room.absent_since_ms.end() ? core_.now_ms : known->second;
    absent[seat.person] = since;
    const bool came_out = visitor != kNone && core_.now_ms - since >= 2000;
    if (!came_out && core_.now_ms - since < kSeatKeptMs) continue;
    const auto left = domain::EventKind::room_left;
    propose(id, {{}, derived_event_id(id, left, seat.joined, seat.person.value), seat.person, left, seat.joined, {}},
            {});
  }
  room.absent_since_ms = std::move(absent);
}

void Rooms::tell(RoomId id, Room& room) {
  const auto conversation = domain::make_conversation(domain::ConversationKind::room, id.value);
  for (const VisitorSlot slot : parts_.conversations.members(conversation)) {
    const GuestSlot guest = core_.visitors[slot].guest;
    if (guest != kNone) core_.tell(guest, core_.connections.encode(state_for(id, room, guest)));
  }
}

void Rooms::tell_hosts(RoomId id) {
  core_.guests.for_each([&](GuestSlot slot, const Guest& guest) {
    if (!may_host(parts_.gate, guest.person, id)) return;
    core_.tell(slot, core_.connections.encode(state_for(id, rooms_[id], slot)));
  });
}

}  // namespace posterhall::hall
