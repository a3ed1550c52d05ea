// Walking: how fast one may go and where one cannot pass. Source of the pace: 170 ms a tile (docs/architecture.md).
// Runs on: any thread (pure values and functions). Owns: nothing. The clock comes as an argument.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/layout.hpp"
#include "domain/record.hpp"

namespace posterhall::domain {

inline constexpr std::uint32_t kWalkMsPerTile = 170;
inline constexpr std::uint32_t kWalkBelowMs = 8000;  ///< Go walks when it takes less than this

/// Walking time one has earned and not yet used: refilled by the clock, at most about a second of it, so that late and
/// bunched wishes pass and running does not. Refills 5 % faster than the pace: the browser's clock is not ours.
class WalkAllowance {
 public:
  /// True and taken when the walk from `from` to `to` is not faster than the pace.
  [[nodiscard]] bool take(const Position& from, const Position& to, std::uint64_t now_ms);
  /// As new: after having been set down.
  void refill(std::uint64_t now_ms);

 private:
  static constexpr double kMostMs = 1000.0;
  double earned_ms_ = kMostMs;
  std::uint64_t at_ms_ = 0;
};

/// Is every tile the straight way touches free? A way through the corner of a blocked tile is not (no corner cutting).
[[nodiscard]] bool segment_clear(const FloorPlan& plan, const Position& from, const Position& to);

/// The walkable tile nearest to `from` (itself if it is one), the same for everybody; nullopt when there is none.
[[nodiscard]] std::optional<Tile> nearest_walkable(const FloorPlan& plan, Tile from);

}  // namespace posterhall::domain
