// RoomChecks: do all shards have the same rooms? Each tells, once a second, what it has applied of each room and a hash
// of the state that came of it. Another hash at the same number is a fault somewhere: it is logged and counted, and the
// room is made anew from its stored events (by both, for neither knows who is right).
// Runs on: its shard's thread. Owns: the rooms being made anew.
#pragma once

#include <map>
#include <vector>

#include "hall/ports/relay.hpp"
#include "hall/rooms.hpp"

namespace posterhall::hall {

class RoomChecks {
 public:
  RoomChecks(Core& core, Rooms& rooms) : core_(core), rooms_(rooms) {}

  /// What is to be told now; empty when it was told within this second.
  [[nodiscard]] std::vector<RelayedRoom> due();
  /// What another shard has.
  void compare(ShardNumber from, const std::vector<RelayedRoom>& theirs);

 private:
  struct Rebuild {
    domain::BreakoutRoom state;
    bool reading = false;
    std::uint64_t begun_ms = 0;
  };
  void rebuild(RoomId room);
  void read_on(RoomId room);

  Core& core_;
  Rooms& rooms_;
  std::map<RoomId, Rebuild> rebuilds_;
  std::uint64_t told_ms_ = 0;
};

}  // namespace posterhall::hall
