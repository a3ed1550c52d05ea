// Writing: messages, questions, answers, announcements, edits and deletions on their way into the store; acked when the
// store has them, shown to everybody by Channels.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <functional>

#include "hall/channels.hpp"
#include "hall/gate.hpp"

namespace posterhall::hall {

class Writing {
 public:
  Writing(Core& core, Channels& channels, Gate& gate) : core_(core), channels_(channels), gate_(gate) {}

  void send(ConnectionSlot connection, std::uint32_t seq, command::Send send);
  void edit(ConnectionSlot connection, std::uint32_t seq, command::Edit edit);
  void remove(ConnectionSlot connection, std::uint32_t seq, const command::Delete& remove);
  void history(ConnectionSlot connection, std::uint32_t seq, const command::History& wish);

 private:
  [[nodiscard]] Verdict check(GuestSlot guest, const command::Send& send);
  [[nodiscard]] bool known_to(PersonId writer, const domain::Channel& direct) const;
  void append(ConnectionId connection, std::uint32_t seq, domain::NewEvent event);
  /// Calls `then` with the event when the connection is still there; rejects when there is none.
  void look_up(ConnectionSlot connection, std::uint32_t seq, const domain::Channel& channel, std::uint32_t number,
               std::function<void(ConnectionSlot, const domain::Event&)> then);
  void change(ConnectionSlot connection, std::uint32_t seq, domain::NewEvent event);

  Core& core_;
  Channels& channels_;
  Gate& gate_;
  std::uint32_t history_reads_ = 0;
};

}  // namespace posterhall::hall
