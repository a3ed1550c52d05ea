// Whereabouts: where somebody is, in words of the hall: at a booth, at a table, in a breakout, in an aisle.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <span>
#include <vector>

#include "domain/conversation.hpp"
#include "domain/layout.hpp"
#include "hall/notice.hpp"
#include "hall/ports/people_store.hpp"

namespace posterhall::hall {

/// Somebody in the hall, as the shard has them: a copy of some words each second, and looked at when somebody asks.
struct VisitorHere {
  VisitorId visitor;
  PersonId person;
  std::uint32_t record1 = 0;  ///< place and flags
  domain::Conversation conversation = 0;
  RoomId room;
  bool hidden = false;  ///< has just said so, which the list of people does not know yet

  [[nodiscard]] bool away() const { return domain::unpack_position(record1).away; }
  [[nodiscard]] bool list_mode() const { return domain::unpack_position(record1).list_mode; }
};

/// Somebody in the hall, and where: nowhere for who does not want to be located.
struct PersonHere {
  PersonId person;
  VisitorId visitor;
  notice::Whereabouts at;
  bool away = false;
  bool list_mode = false;
};

[[nodiscard]] notice::Whereabouts whereabouts(const domain::ZoneMap& zones, const domain::FloorPlan& plan,
                                              const VisitorHere& visitor);
[[nodiscard]] std::vector<PersonHere> people_here(std::span<const VisitorHere> visitors, const domain::ZoneMap& zones,
                                                  const domain::FloorPlan& plan, const People& people);

}  // namespace posterhall::hall
