// Announcing: what organisers announce to a room, to authors of unattended posters, or at a time. Planned and withdrawn
// as events of the "planned" channel; given when it is due, by every shard that is alive, with ids that let each
// message count once. Runs on: its shard's thread. Owns: the list, and who follows it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "domain/announcements.hpp"
#include "hall/channels.hpp"
#include "hall/facts.hpp"
#include "hall/gate.hpp"

namespace posterhall::hall {

class Announcing {
 public:
  struct Parts {
    Channels& channels;
    const Facts& facts;
    const Gate& gate;
  };
  Announcing(Core& core, Parts parts) : core_(core), parts_(parts), began_ms_(core.now_ms) {}

  /// Reads the plan from its first event on.
  void follow_plan();
  /// Ack with the number it is withdrawn by. Reject NOT_FOUND: no such room; WRONG_STATE: its time is past or over a
  /// year away, or too many wait already.
  void plan(ConnectionSlot connection, std::uint32_t seq, const command::PlanAnnouncement& wish);
  /// Reject NOT_FOUND; WRONG_STATE: was given or withdrawn before.
  void withdraw(ConnectionSlot connection, std::uint32_t seq, const command::WithdrawAnnouncement& wish);
  /// The tab is told the list now and whenever it changes.
  void follow(ConnectionSlot connection, std::uint32_t seq, const command::FollowAnnouncements& wish);

  /// A stored event of the "planned" channel, in order.
  void apply(const domain::Event& event);
  /// Once a second.
  void sweep();

 private:
  [[nodiscard]] bool may_give(const domain::Announcement& announcement) const;
  void give(const domain::Announcement& announcement);
  [[nodiscard]] std::vector<domain::NewEvent> messages_of(const domain::Announcement& announcement) const;
  [[nodiscard]] std::set<PersonId> unattended_authors() const;
  void given(std::uint32_t number, std::uint32_t reached);
  [[nodiscard]] notice::PlannedAnnouncements told() const;
  void tell_followers();

  Core& core_;
  Parts parts_;
  std::uint64_t began_ms_;
  domain::Announcements list_;
  std::map<std::uint32_t, std::uint64_t> tried_ms_;  ///< when what is due was last given from here
  std::set<ConnectionId> followers_;
};

}  // namespace posterhall::hall
