#include "domain/walking.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace posterhall::domain {

bool WalkAllowance::take(const Position& from, const Position& to, std::uint64_t now_ms) {
  if (now_ms > at_ms_) {
    earned_ms_ = std::min(kMostMs, earned_ms_ + static_cast<double>(now_ms - at_ms_) * 1.05);
    at_ms_ = now_ms;
  }
  const double dx = static_cast<double>(to.x) - static_cast<double>(from.x);
  const double dy = static_cast<double>(to.y) - static_cast<double>(from.y);
  const double cost = std::sqrt(dx * dx + dy * dy) * kWalkMsPerTile / kTile;
  if (cost > earned_ms_) return false;
  earned_ms_ -= cost;
  return true;
}

void WalkAllowance::refill(std::uint64_t now_ms) {
  earned_ms_ = kMostMs;
  at_ms_ = now_ms;
}

bool segment_clear(const FloorPlan& plan, const Position& from, const Position& to) {
  // Doubled coordinates of pixel centres are odd and tile edges are multiples of 64: no end lies on an edge.
  constexpr std::int64_t kEdge = 2 * kTile;
  const std::int64_t x0 = 2 * std::int64_t{from.x} + 1;
  const std::int64_t y0 = 2 * std::int64_t{from.y} + 1;
  const std::int64_t x1 = 2 * std::int64_t{to.x} + 1;
  const std::int64_t y1 = 2 * std::int64_t{to.y} + 1;
  const std::int64_t dx = std::abs(x1 - x0);
  const std::int64_t dy = std::abs(y1 - y0);
  const std::int32_t step_x = x1 >= x0 ? 1 : -1;
  const std::int32_t step_y = y1 >= y0 ? 1 : -1;
  Tile tile = tile_of(from);
  const Tile end = tile_of(to);
  // Way along each axis to the next edge; they are compared as fractions of the whole way, without dividing.
  std::int64_t to_edge_x = step_x > 0 ? (tile.x + 1) * kEdge - x0 : x0 - tile.x * kEdge;
  std::int64_t to_edge_y = step_y > 0 ? (tile.y + 1) * kEdge - y0 : y0 - tile.y * kEdge;
  if (!plan.walkable(tile)) return false;
  while (tile != end) {
    const std::int64_t at_x = to_edge_x * dy;
    const std::int64_t at_y = to_edge_y * dx;
    const bool cross_x = dx != 0 && (at_x <= at_y || dy == 0);
    const bool cross_y = dy != 0 && (at_y <= at_x || dx == 0);
    if (cross_x && cross_y &&
        (!plan.walkable({tile.x + step_x, tile.y}) || !plan.walkable({tile.x, tile.y + step_y}))) {
      return false;
    }
    if (cross_x) {
      tile.x += step_x;
      to_edge_x += kEdge;
    }
    if (cross_y) {
      tile.y += step_y;
      to_edge_y += kEdge;
    }
    if (!plan.walkable(tile)) return false;
  }
  return true;
}

std::optional<Tile> nearest_walkable(const FloorPlan& plan, Tile from) {
  if (plan.walkable(from)) return from;
  const std::int32_t farthest = std::max(plan.width, plan.height) + std::max(std::abs(from.x), std::abs(from.y));
  for (std::int32_t ring = 1; ring <= farthest; ++ring) {
    std::optional<Tile> best;
    std::int64_t best_distance = 0;
    const auto look = [&](Tile tile) {
      if (!plan.walkable(tile)) return;
      const std::int64_t dx = tile.x - from.x;
      const std::int64_t dy = tile.y - from.y;
      const std::int64_t distance = dx * dx + dy * dy;
      if (!best || distance < best_distance) {
        best = tile;
        best_distance = distance;
      }
    };
    for (std::int32_t i = -ring; i <= ring; ++i) {
      look({from.x + i, from.y - ring});
      look({from.x + i, from.y + ring});
      look({from.x - ring, from.y + i});
      look({from.x + ring, from.y + i});
    }
    if (best) return best;
  }
  return std::nullopt;
}

}  // namespace posterhall::domain
