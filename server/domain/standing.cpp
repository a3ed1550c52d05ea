#include "domain/standing.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "domain/walking.hpp"

namespace posterhall::domain {
namespace {

struct Candidate {
  Tile tile;
  std::int64_t rank = 0;  ///< lower is better
};

/// The walkable tiles of a rectangle, best first; equal ranks by row, then column, so that all shards agree.
template <class Rank>
std::vector<Candidate> candidates(const FloorPlan& plan, const TileRect& rect, Rank rank) {
  std::vector<Candidate> found;
  for (std::int32_t y = rect.y; y < rect.y + rect.h; ++y) {
    for (std::int32_t x = rect.x; x < rect.x + rect.w; ++x) {
      const Tile tile{x, y};
      if (plan.walkable(tile)) found.push_back({tile, rank(tile)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  return found;
}

std::optional<Tile> first_free(const std::vector<Candidate>& list, const Occupancy& occupied) {
  for (const Candidate& c : list) {
    if (occupied(c.tile) == 0) return c.tile;
  }
  return std::nullopt;
}

std::optional<Tile> least_used(const std::vector<Candidate>& list, const Occupancy& occupied) {
  std::optional<Tile> best;
  std::uint32_t fewest = 0;
  for (const Candidate& c : list) {
    const std::uint32_t here = occupied(c.tile);
    if (!best || here < fewest) {
      best = c.tile;
      fewest = here;
    }
  }
  return best;
}

Facing towards(Tile from, Tile to) {
  const std::int32_t dx = to.x - from.x;
  const std::int32_t dy = to.y - from.y;
  if (std::abs(dx) >= std::abs(dy) && dx != 0) return dx > 0 ? Facing::right : Facing::left;
  return dy < 0 ? Facing::up : Facing::down;
}

std::int64_t squared_distance(Tile a, Tile b) {
  const std::int64_t dx = a.x - b.x;
  const std::int64_t dy = a.y - b.y;
  return dx * dx + dy * dy;
}

Tile middle_of(const TileRect& rect) { return {rect.x + rect.w / 2, rect.y + rect.h / 2}; }

}  // namespace

std::optional<Spot> booth_spot(const FloorPlan& plan, const Booth& booth, bool presents, const Occupancy& occupied) {
  if (presents && plan.walkable(booth.presenter) && occupied(booth.presenter) == 0) {
    return Spot{booth.presenter, Facing::left, false};
  }
  const Tile middle = middle_of(booth.rug);
  // The row at the aisle first, where nobody's head covers the caption or the board; from the middle outwards.
  const auto by_view = [&](Tile tile) {
    if (tile == booth.presenter) return std::int64_t{1000};
    const std::int64_t row_rank = booth.rug.y + booth.rug.h - 1 - tile.y;
    return row_rank * 100 + std::abs(tile.x - middle.x);
  };
  std::vector<Candidate> rug = candidates(plan, booth.rug, by_view);
  std::vector<Candidate> visitors_rug = rug;
  std::erase_if(visitors_rug, [&](const Candidate& c) { return c.tile == booth.presenter; });
  if (const auto tile = first_free(visitors_rug, occupied)) return Spot{*tile, Facing::up, false};
  const std::vector<Candidate> aisle = candidates(
      plan, aisle_share(booth), [&](Tile tile) { return std::int64_t{tile.y} * 100 + std::abs(tile.x - middle.x); });
  if (const auto tile = first_free(aisle, occupied)) return Spot{*tile, Facing::up, true};
  std::vector<Candidate> all = rug.empty() ? aisle : rug;
  if (!rug.empty()) all.insert(all.end(), aisle.begin(), aisle.end());
  const auto shared = least_used(all, occupied);
  if (!shared) return std::nullopt;
  return Spot{*shared, Facing::up, !booth.rug.contains(*shared)};
}

std::optional<Spot> table_spot(const FloorPlan& plan, const Table& table, const Occupancy& occupied) {
  const Tile middle = middle_of(table.table);
  const auto around = candidates(plan, table.zone, [&](Tile tile) { return squared_distance(tile, middle); });
  auto tile = first_free(around, occupied);
  if (!tile) tile = least_used(around, occupied);
  if (!tile) return std::nullopt;
  return Spot{*tile, towards(*tile, middle), false};
}

std::optional<Spot> audience_spot(const FloorPlan& plan, const Occupancy& occupied) {
  const Tile stage = middle_of(plan.stage);
  const auto floor = candidates(plan, plan.audience, [&](Tile tile) { return squared_distance(tile, stage); });
  const auto tile = least_used(floor, occupied);
  if (!tile) return std::nullopt;
  return Spot{*tile, towards(*tile, stage), false};
}

std::optional<Spot> spot_beside(const FloorPlan& plan, const ZoneMap& zones, Tile whom, const Occupancy& occupied) {
  const Conversation zone = zones.at(whom);
  const auto near = candidates(plan, {whom.x - 2, whom.y - 2, 5, 5}, [&](Tile tile) {
    return squared_distance(tile, whom) + (zones.at(tile) == zone ? 0 : 100);
  });
  std::vector<Candidate> beside = near;
  std::erase_if(beside, [&](const Candidate& c) { return c.tile == whom; });
  auto tile = first_free(beside, occupied);
  if (!tile) tile = least_used(near, occupied);
  if (!tile) return std::nullopt;
  return Spot{*tile, towards(*tile, whom), false};
}

std::optional<Spot> spot_at(const FloorPlan& plan, Tile wanted, Facing facing, const Occupancy& occupied) {
  const auto start = nearest_walkable(plan, wanted);
  if (!start) return std::nullopt;
  const auto near =
      candidates(plan, {start->x - 2, start->y - 2, 5, 5}, [&](Tile tile) { return squared_distance(tile, *start); });
  const auto free = first_free(near, occupied);
  return Spot{free ? *free : *start, facing, false};
}

std::optional<Spot> spot_outside(const FloorPlan& plan, const ZoneMap& zones, Tile from, std::int32_t beyond,
                                 const Occupancy& occupied) {
  const std::int32_t reach = beyond + 12;
  auto near = candidates(plan, {from.x - reach, from.y - reach, 2 * reach + 1, 2 * reach + 1}, [&](Tile tile) {
    // Down (towards the aisle) before up: behind the wall is another booth.
    return squared_distance(tile, from) * 2 + (tile.y < from.y ? 1 : 0);
  });
  std::erase_if(near, [&](const Candidate& c) {
    return zones.at(c.tile) != 0 || squared_distance(c.tile, from) <= std::int64_t{beyond} * beyond;
  });
  auto tile = first_free(near, occupied);
  if (!tile && !near.empty()) tile = near.front().tile;
  if (!tile) return std::nullopt;
  return Spot{*tile, Facing::down, false};
}

}  // namespace posterhall::domain
