// RoomMinder: what happens in breakouts by itself: the door at its time, the warning, the soft end, the end; hosts who
// lost their connection, who is asked to lead then; seats of people who are gone. Each is proposed as an event with an
// id derived from what it is, so that it counts once however many replicas propose it. Runs on: its shard's thread.
// Owns: since when somebody is missed.
#pragma once

#include <map>
#include <unordered_map>

#include "domain/room_clock.hpp"
#include "hall/channels.hpp"
#include "hall/gate.hpp"

namespace posterhall::hall {

class RoomMinder {
 public:
  struct Parts {
    Channels& channels;
    Gate& gate;
  };
  RoomMinder(Core& core, Parts parts) : core_(core), parts_(parts) {}

  /// Once a second.
  void sweep();

 private:
  using Absent = std::unordered_map<PersonId, std::uint64_t>;
  void open_when_due(RoomId id);
  void keep_time(RoomId id, const domain::BreakoutRoom& room);
  void mind_hosts(RoomId id, const domain::BreakoutRoom& room);
  void call_for_lead(RoomId id, const domain::BreakoutRoom& room, bool host_here);
  void give_up_seats(RoomId id, const domain::BreakoutRoom& room);
  void give_up(RoomId id, const domain::BreakoutRoom::Seat& seat);
  /// In the room, with a connection? Whose visitor is another shard's, that one knows.
  enum class Here : std::uint8_t { no, yes, elsewhere };
  [[nodiscard]] Here here(PersonId person, RoomId id) const;
  void propose_deed(RoomId id, domain::RoomDeed deed, std::int64_t due, PersonId author, std::uint32_t ref);

  Core& core_;
  Parts parts_;
  std::map<RoomId, Absent> absent_since_ms_;
};

}  // namespace posterhall::hall
