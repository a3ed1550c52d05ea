// Hands: who wants to speak at a booth, in one order for all, and who was given the floor by its presenter. State, not
// events: each shard says again what holds of its own people, and forgets what it has not heard of another's for long.
// Runs on: its shard's thread. Owns: the queues of the booths where a hand is up.
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "domain/hand_queue.hpp"
#include "hall/conversations.hpp"

namespace posterhall::hall {

class Hands {
 public:
  Hands(Core& core, const Conversations& conversations) : core_(core), conversations_(conversations) {}

  void raise(ConnectionSlot connection, std::uint32_t seq, const command::RaiseHand& hand);
  void give(ConnectionSlot connection, std::uint32_t seq, const command::GiveFloor& floor);
  /// hand and floor from the relay.
  void received(const RelayedSignal& signal);
  /// A tab that is new knows nothing.
  void welcome(ConnectionSlot connection);
  /// Every 100 ms: to who stands at a booth whose queue changed, and who came there.
  void tell();
  /// Once a second: what holds of our own people is said again from time to time.
  void sweep();

 private:
  struct Queue {
    domain::HandQueue state;
    std::map<PersonId, std::uint64_t> heard_ms;
    std::uint64_t told_ms = 0;
    bool changed = false;
    std::vector<VisitorSlot> audience;
  };

  /// Does the tab's person stand there? Else it was refused.
  bool stands_at(ConnectionSlot connection, std::uint32_t seq, domain::Conversation conversation);
  [[nodiscard]] bool stays(PersonId person, domain::Conversation conversation, const Queue& queue) const;
  void tell_all(domain::Conversation conversation, Queue& queue);
  [[nodiscard]] notice::Hands state_of(domain::Conversation conversation, const Queue& queue) const;
  void say(const RelayedSignal& signal);
  void say_again(domain::Conversation conversation, const Queue& queue, PersonId person);

  Core& core_;
  const Conversations& conversations_;
  std::unordered_map<domain::Conversation, Queue> queues_;
  std::uint32_t sweeps_ = 0;
};

}  // namespace posterhall::hall
