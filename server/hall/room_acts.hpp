// RoomActs: what somebody does in a breakout: judged by the room as it is here, then proposed as an event of its
// channel; what came before it in number order has the last word. Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <optional>

#include "hall/channels.hpp"

namespace posterhall::hall {

class RoomActs {
 public:
  RoomActs(Core& core, Channels& channels) : core_(core), channels_(channels) {}

  /// The permission table was asked.
  void act(ConnectionSlot connection, std::uint32_t seq, command::RoomDo wish);

 private:
  [[nodiscard]] std::optional<RejectCode> judge(const domain::BreakoutRoom& room, PersonId person,
                                                const command::RoomDo& wish) const;
  [[nodiscard]] std::optional<RejectCode> judge_question(const domain::BreakoutRoom& room, PersonId person,
                                                         const command::RoomDo& wish) const;
  [[nodiscard]] std::optional<RejectCode> judge_deck(const domain::BreakoutRoom& room,
                                                     const command::RoomDo& wish) const;
  [[nodiscard]] bool extendable(const domain::BreakoutRoom& room) const;

  Core& core_;
  Channels& channels_;
};

}  // namespace posterhall::hall
