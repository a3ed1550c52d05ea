// What stands in the hall besides booths. Internal to the floor plan: each function adds to a plan whose size is set.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <vector>

#include "domain/hall_geometry.hpp"

namespace posterhall::domain {

/// Marks tiles nobody can walk on; what lies outside the hall is left out.
void block(FloorPlan& plan, const TileRect& rect);

void add_furniture(FloorPlan& plan, FurnitureKind kind, const TileRect& rect);

/// Stage, audience, help desk, tables, plants, benches.
void furnish_foyer(FloorPlan& plan, const HallGeometry& hall);

/// One door a room: along the foyer's north side, then in the hall's east and west edges, the nearest to the foyer
/// first. Only a hall with more rooms than edges (the smallest, of one aisle, has ten) leaves the last without a door.
void add_doors(FloorPlan& plan, const HallGeometry& hall, const std::vector<RoomId>& rooms);

/// Where people come in: where margins and cross-aisles meet the foyer. Neighbours in the list are at different ones.
void add_spawns(FloorPlan& plan, const HallGeometry& hall);

}  // namespace posterhall::domain
