// Standing: the free place Go sets somebody on. On a rug facing the board; authors at their own board have the
// presenter's spot; a full rug overflows into its share of the aisle; beyond 25 people share tiles.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "domain/conversation.hpp"
#include "domain/layout.hpp"
#include "domain/record.hpp"

namespace posterhall::domain {

/// How many people stand on, or are walking to, a tile.
using Occupancy = std::function<std::uint32_t(Tile)>;

struct Spot {
  Tile tile;
  Facing facing = Facing::down;
  bool on_aisle = false;  ///< the rug is full: belongs to the booth only for who chose it
};

[[nodiscard]] std::optional<Spot> booth_spot(const FloorPlan& plan, const Booth& booth, bool presents,
                                             const Occupancy& occupied);
[[nodiscard]] std::optional<Spot> table_spot(const FloorPlan& plan, const Table& table, const Occupancy& occupied);
/// The audience shares tiles freely: the least used one near the stage.
[[nodiscard]] std::optional<Spot> audience_spot(const FloorPlan& plan, const Occupancy& occupied);
/// Beside somebody, facing them, in the same zone when there is room (so that one joins their conversation).
[[nodiscard]] std::optional<Spot> spot_beside(const FloorPlan& plan, const ZoneMap& zones, Tile whom,
                                              const Occupancy& occupied);
/// At a place on the floor (a door's front, the help desk), free if possible.
[[nodiscard]] std::optional<Spot> spot_at(const FloorPlan& plan, Tile wanted, Facing facing, const Occupancy& occupied);
/// The nearest tile that belongs to no conversation, at least `beyond` tiles away.
[[nodiscard]] std::optional<Spot> spot_outside(const FloorPlan& plan, const ZoneMap& zones, Tile from,
                                               std::int32_t beyond, const Occupancy& occupied);

}  // namespace posterhall::domain
