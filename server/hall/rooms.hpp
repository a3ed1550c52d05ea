// Rooms: the breakouts. Every shard applies a room's stored events in number order to the same deterministic object, so
// that the last seat goes to exactly one; what should happen is proposed as an event, with an id derived from what it
// is, so that it counts once however many propose it.
// Runs on: its shard's thread. Owns: the rooms.
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "domain/breakout_room.hpp"
#include "hall/channels.hpp"
#include "hall/gate.hpp"
#include "hall/going.hpp"

namespace posterhall::hall {

class Rooms {
 public:
  struct Parts {
    Avatars& avatars;
    Channels& channels;
    Conversations& conversations;
    Going& going;
    Gate& gate;
  };
  Rooms(Core& core, Parts parts) : core_(core), parts_(parts) {}

  /// Follows the rooms of the catalogue; again when it changes.
  void follow_all();
  void enter(ConnectionSlot connection, std::uint32_t seq, RoomId room);
  void leave(ConnectionSlot connection, std::uint32_t seq);
  void open(ConnectionSlot connection, std::uint32_t seq, RoomId room);
  void close(ConnectionSlot connection, std::uint32_t seq, RoomId room);

  /// A stored event of a room's channel, in order.
  void apply(const domain::Event& event);
  /// The room the person has a seat in.
  [[nodiscard]] RoomId seat_of(PersonId person) const;
  void welcome(ConnectionSlot connection);
  /// Null for a room that is not known.
  [[nodiscard]] const domain::BreakoutRoom* state(RoomId room) const;
  /// Of every room in which something has happened.
  [[nodiscard]] std::vector<RelayedRoom> hashes() const;
  /// The room was made anew from its stored events.
  void replace(RoomId room, domain::BreakoutRoom state);
  [[nodiscard]] std::vector<notice::RoomFact> facts() const;

  /// Once a second: closes rooms whose time is over, gives up seats of people who are gone, tells who is inside.
  void sweep();

 private:
  struct Room {
    domain::BreakoutRoom state;
    bool untold = false;
    std::unordered_map<PersonId, std::uint64_t> absent_since_ms;
  };
  struct Pending {
    ConnectionId connection;
    std::uint32_t seq = 0;
    RoomId room;
    PersonId person;
    std::uint32_t number = 0;  ///< of the stored join
  };
  void propose(RoomId room, domain::NewEvent event, std::function<void(Result<Appended>)> then);
  void join_stored(Pending pending, const Result<Appended>& appended);
  void settle(RoomId room);
  void seat(const Pending& pending);
  void put_out(GuestSlot guest);
  void put_out_who_has_no_seat(RoomId id);
  void give_up_seats(RoomId id, Room& room);
  void close_when_due(RoomId id, const Room& room);
  void tell(RoomId id, Room& room);
  void tell_hosts(RoomId id);
  [[nodiscard]] notice::RoomState state_for(RoomId id, const Room& room, GuestSlot guest) const;
  [[nodiscard]] const domain::RoomDef* definition(RoomId room) const;

  Core& core_;
  Parts parts_;
  std::map<RoomId, Room> rooms_;
  std::vector<Pending> pending_;
};

}  // namespace posterhall::hall
