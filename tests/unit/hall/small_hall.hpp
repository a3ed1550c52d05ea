// A small hall for tests: 96 x 48 tiles (4 x 3 cells), two booths, a table, a stage, a breakout's door, two spawns.
#pragma once

#include <memory>

#include "domain/record.hpp"
#include "hall/shard.hpp"

namespace posterhall::tests {

inline constexpr PosterKey kPosterA{1};  ///< at booth 101; person 2 and 3 are its authors
inline constexpr PosterKey kPosterB{2};  ///< at booth 102; person 4 is its author
inline constexpr BoothNumber kBoothA{101};
inline constexpr BoothNumber kBoothB{102};
inline constexpr RoomId kRoom{1};
inline constexpr UnixMs kNoon =
    1'000'000'000'000;  ///< the wall clock at the start; the breakout runs 40 minutes from then

/// Person ids by role. Everybody from 20 on is an attendee.
inline constexpr PersonId kAttendee{1};
inline constexpr PersonId kAuthor{2};
inline constexpr PersonId kCoAuthor{3};
inline constexpr PersonId kAuthorB{4};
inline constexpr PersonId kHost{5};  ///< of the breakout
inline constexpr PersonId kModerator{6};
inline constexpr PersonId kOrganiser{7};
inline constexpr PersonId kOtherHost{8};

[[nodiscard]] std::shared_ptr<domain::FloorPlan> small_plan();
[[nodiscard]] std::shared_ptr<domain::Catalogue> small_catalogue();
[[nodiscard]] std::shared_ptr<hall::People> some_people(std::uint32_t count);
[[nodiscard]] hall::HallSetting small_setting(std::uint32_t people);

/// A record's second word for the middle of a tile.
[[nodiscard]] std::uint32_t place_at(std::int32_t x, std::int32_t y, domain::Facing facing = domain::Facing::down);

}  // namespace posterhall::tests
