// GuestTable: the people whose tabs this shard serves, and for a few seconds those whose connection broke.
// Runs on: its shard's thread. Owns: the guests.
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/conversation.hpp"
#include "domain/walking.hpp"
#include "hall/connections.hpp"
#include "hall/rates.hpp"

namespace posterhall::hall {

/// A tile somebody walks to after Go: kept free for them meanwhile.
struct Heading {
  domain::Tile goal;
  std::uint64_t until_ms = 0;  ///< 0 = none
};

/// The booth somebody chose (Go, Stand here): its share of the aisle counts for them while they stand in it.
struct ChosenBooth {
  BoothNumber booth;
  bool arrived = false;
  std::uint64_t until_ms = 0;  ///< forgotten when not arrived by then
};

/// The circle somebody agreed to talk in.
struct CircleSeat {
  domain::Conversation circle = 0;
  bool arrived = false;
  std::uint64_t until_ms = 0;  ///< given up when not arrived by then
};

/// The first step of somebody's that was refused since their last one that was not.
struct RefusedStep {
  double pixels = 0;  ///< how far from where they stand it led; 0 = none
  std::uint64_t at_ms = 0;
};

struct PendingInvitation {
  std::uint32_t number = 0;
  InvitationKind kind = InvitationKind::talk;
  PersonId from;
  VisitorId from_visitor;
  std::uint64_t until_ms = 0;
};

struct Guest {
  PersonId person;                          ///< none: this slot is free
  VisitorSlot visitor = kNone;              ///< own, or a ghost that is watched
  std::vector<ConnectionSlot> connections;  ///< live ones, oldest first
  ConnectionSlot controller = kNone;
  std::uint32_t chosen_device = 0;             ///< that took control last, and was not only left with it
  domain::Role role = domain::Role::attendee;  ///< as the list of people says now
  PersonRates rates;
  domain::WalkAllowance allowance;
  RefusedStep refused_step;
  Heading heading;
  ChosenBooth chosen;
  CircleSeat circle;
  std::vector<PendingInvitation> invitations;
  std::uint32_t talk_counter = 0;
  std::uint64_t last_input_ms = 0;
  std::uint64_t lost_ms = 0;  ///< when the last connection broke; 0 = connected
  bool says_away = false;
  bool place_unsaved = false;
  std::uint32_t swept_place = 0;  ///< the record's second word at the last sweep: the same one again stands still
  domain::Conversation told_conversation = 0;
  std::uint64_t told_ms = 0;
  bool conversation_untold = false;
  RoomId entering_room;  ///< asked for a seat, not answered yet
};

class GuestTable {
 public:
  GuestSlot add(PersonId person);
  void erase(GuestSlot slot);
  [[nodiscard]] GuestSlot find(PersonId person) const;
  Guest& operator[](GuestSlot slot) { return guests_[slot]; }
  const Guest& operator[](GuestSlot slot) const { return guests_[slot]; }

  template <class Visit>
  void for_each(Visit visit) {
    for (GuestSlot slot = 0; slot < guests_.size(); ++slot) {
      if (guests_[slot].person) visit(slot, guests_[slot]);
    }
  }

 private:
  std::deque<Guest> guests_;  // a guest stays where it is
  std::vector<GuestSlot> free_;
  std::unordered_map<PersonId, GuestSlot> by_person_;
};

}  // namespace posterhall::hall
