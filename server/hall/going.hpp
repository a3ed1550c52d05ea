// Going: a free place at a booth, a person, a door, a table, the stage or the help desk: to walk to when it takes under
// eight seconds, else set down there. Nobody is moved who did not ask.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <optional>

#include "domain/standing.hpp"
#include "hall/avatars.hpp"

namespace posterhall::hall {

class Going {
 public:
  Going(Core& core, Avatars& avatars) : core_(core), avatars_(avatars) {}

  void go(ConnectionSlot connection, std::uint32_t seq, const command::Go& wish);
  /// Leads somebody beside a visitor who agreed to talk; answers when they should have arrived (steady ms).
  std::uint64_t lead_beside(GuestSlot guest, std::uint32_t seq, const domain::Position& whom);
  /// A free place in front of a breakout's door.
  [[nodiscard]] domain::Position before_door(RoomId room) const;

 private:
  struct Goal {
    std::optional<domain::Spot> spot;
    BoothNumber booth;  ///< chosen
    RejectCode why = RejectCode::not_found;
  };
  [[nodiscard]] Goal find(const Guest& guest, const GoTarget& target) const;
  [[nodiscard]] Goal at_booth(const Guest& guest, BoothNumber number) const;
  [[nodiscard]] Goal at_person(const Guest& guest, PersonId person) const;
  [[nodiscard]] Goal outside(const Guest& guest) const;
  [[nodiscard]] Goal at_help_desk(const domain::Occupancy& occupied) const;
  /// Who stands on, or is on the way to, each tile.
  [[nodiscard]] domain::Occupancy occupancy(const Guest& except) const;
  void send_off(GuestSlot guest, std::uint32_t seq, const domain::Spot& spot, GoHow how);

  Core& core_;
  Avatars& avatars_;
};

}  // namespace posterhall::hall
