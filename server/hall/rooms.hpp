// Rooms: in and out of breakouts. Every shard applies a room's stored events in number order to the same deterministic
// object, so that the last seat goes to exactly one; what should happen is proposed as an event. Nobody is moved who
// did not ask: who waits in the line asked for the seat they get. Runs on: its shard's thread. Owns: the rooms
// (Core::rooms), the askings not decided yet.
#pragma once

#include <vector>

#include "hall/channels.hpp"
#include "hall/gate.hpp"
#include "hall/going.hpp"
#include "hall/room_telling.hpp"

namespace posterhall::hall {

class Rooms {
 public:
  struct Parts {
    Avatars& avatars;
    Channels& channels;
    Conversations& conversations;
    Going& going;
    Gate& gate;
    RoomTelling& telling;
  };
  Rooms(Core& core, Parts parts) : core_(core), parts_(parts) {}

  /// Follows the rooms of the catalogue; again when it changes.
  void follow_all();
  /// Slides were put up or taken away.
  void slides_changed();
  void enter(ConnectionSlot connection, std::uint32_t seq, RoomId room);
  /// Out of the room, or out of the waiting line.
  void leave(ConnectionSlot connection, std::uint32_t seq);
  void open(ConnectionSlot connection, std::uint32_t seq, RoomId room);
  void close(ConnectionSlot connection, std::uint32_t seq, RoomId room);

  /// A stored event of a room's channel, in order.
  void apply(const domain::Event& event);
  /// The room the person has a seat in.
  [[nodiscard]] RoomId seat_of(PersonId person) const;
  /// Of every room in which something has happened.
  [[nodiscard]] std::vector<RelayedRoom> hashes() const;
  /// The room was made anew from its stored events.
  void replace(RoomId room, domain::BreakoutRoom state);
  [[nodiscard]] std::vector<notice::RoomFact> facts() const;

 private:
  struct Pending {
    ConnectionId connection;
    std::uint32_t seq = 0;
    RoomId room;
    PersonId person;
    std::uint32_t number = 0;  ///< of the stored join
  };
  void join_stored(Pending pending, const Result<Appended>& appended);
  void settle(RoomId room);
  void decide(const Pending& pending, const domain::BreakoutRoom& state);
  void seat(GuestSlot guest, RoomId room);
  /// Who was in that line has a seat now, or stands there no more.
  void seat_who_waited(RoomId room, const std::vector<domain::BreakoutRoom::Seat>& before);
  void out_of_line(GuestSlot guest, RoomId room);
  /// Its talk, unless they may from outside too.
  void stop_reading(GuestSlot guest, RoomId room);
  void leave_line(PersonId person, RoomId except);
  void put_out(GuestSlot guest);
  void put_out_who_has_no_seat(RoomId id);
  void stored_or_not(ConnectionId tab, std::uint32_t seq, const Result<Appended>& appended);
  [[nodiscard]] RoomId line_of(PersonId person) const;
  [[nodiscard]] const domain::RoomDef* definition(RoomId room) const;

  Core& core_;
  Parts parts_;
  std::vector<Pending> pending_;
};

}  // namespace posterhall::hall
