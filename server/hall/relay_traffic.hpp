// RelayTraffic: what this shard tells the others every 20 ms, and what it learns from them. Changed records, arrivals
// and departures; a fiftieth of its own visitors in full each round, so that every replica is right within five
// seconds; a heartbeat a second, and the ghosts of a shard that is silent for five seconds are gone. Who lost something
// on a way that may lose (Redis) asks, and is told of everybody in one complete batch. Runs on: its shard's thread.
// Owns: when each other shard was heard last.
#pragma once

#include <map>
#include <memory>

#include "base/recycler.hpp"
#include "hall/calls.hpp"
#include "hall/channels.hpp"
#include "hall/facts.hpp"
#include "hall/hands.hpp"
#include "hall/invitations.hpp"
#include "hall/nearby_talk.hpp"
#include "hall/pointing.hpp"
#include "hall/presence.hpp"
#include "hall/room_checks.hpp"
#include "hall/tabs.hpp"

namespace posterhall::hall {

class RelayTraffic {
 public:
  struct Parts {
    Avatars& avatars;
    Channels& channels;
    NearbyTalk& talk;
    Invitations& invitations;
    Calls& calls;
    Pointing& pointing;
    Hands& hands;
    Facts& facts;
    Tabs& tabs;
    RoomChecks& rooms;
    Presence& presence;
  };
  RelayTraffic(Core& core, Parts parts) : core_(core), parts_(parts) {}

  void receive(const RelayBatch& batch);
  /// At the end of each step: every second one is published, and each in which something was said.
  void run_step();
  /// What there is to tell, now.
  void publish();
  /// Once a second: whose shard is silent is gone.
  void sweep();
  /// This shard slept: it tells of all own visitors again, and takes nobody for dead before five seconds of hearing.
  void woke();

 private:
  void take(const RelayedVisitor& relayed, ShardNumber from);
  void act(const RelayedSignal& signal);
  /// Ghosts of that shard it does not name any more.
  void forget_unnamed(const RelayBatch& complete);
  [[nodiscard]] RelayedVisitor describe(VisitorSlot slot) const;
  void heal();
  void take_changed(RelayBatch& batch);
  /// All own visitors again.
  void publish_all();

  Core& core_;
  Parts parts_;
  Recycler<RelayBatch> batches_{kBatchesKept, worth_keeping};
  std::map<ShardNumber, std::uint64_t> heard_ms_;  ///< shards that are alive
  std::uint64_t published_ms_ = 0;
  std::uint32_t published_step_ = 0;
  std::size_t healed_ = 0;  ///< cursor over everybody
  std::uint32_t heal_debt_ = 0, heal_turn_ = 0;
  bool complete_ = false;  ///< the next batch is
};

}  // namespace posterhall::hall
