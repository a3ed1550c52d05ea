// Where the parts of a hall lie, in tiles: columns, aisles, cross-aisles, foyer. Holds the measures of the design's
// hall: blocks of 5 columns, cross-aisles and side margins of 3 tiles, a foyer of 12 rows (18 in the smallest halls).
// Runs on: any thread (pure values). Owns: nothing.
#pragma once

#include <cstdint>

#include "domain/layout.hpp"

namespace posterhall::domain {

inline constexpr int kBlockColumns = 5;
inline constexpr int kCrossAisle = 3;   ///< tiles
inline constexpr int kMargin = 3;       ///< tiles, west and east
inline constexpr int kFoyerRows = 12;   ///< tiles
inline constexpr int kFoyerGrowth = 6;  ///< tiles more where stage and tables do not fit side by side
inline constexpr int kBlockWidth = kBlockColumns * kBoothWidth;
inline constexpr int kMaxColumns = 25;
inline constexpr int kStageWidth = 15;
inline constexpr int kStageHeight = 6;

struct HallGeometry {
  int columns = kBlockColumns;
  int aisles = 0;
  int aisles_above = 0;
  int foyer_rows = kFoyerRows;

  [[nodiscard]] int blocks() const { return columns / kBlockColumns; }
  [[nodiscard]] int width() const { return 2 * kMargin + columns * kBoothWidth + (blocks() - 1) * kCrossAisle; }
  [[nodiscard]] int height() const { return aisles * kBoothHeight + foyer_rows; }
  [[nodiscard]] int foyer_y() const { return aisles_above * kBoothHeight; }
  [[nodiscard]] int block_x(int block) const { return kMargin + block * (kBlockWidth + kCrossAisle); }
  /// The left tile of a column's booths; columns count from 0.
  [[nodiscard]] int column_x(int column) const {
    return block_x(column / kBlockColumns) + column % kBlockColumns * kBoothWidth;
  }
  /// The top tile of an aisle's booths; aisles count from 1.
  [[nodiscard]] int aisle_y(int aisle) const {
    return (aisle - 1) * kBoothHeight + (aisle > aisles_above ? foyer_rows : 0);
  }
  /// The left tile of the cross-aisle east of a block.
  [[nodiscard]] int cross_x(int block) const { return block_x(block) + kBlockWidth; }
  /// How many aisles fit in the greatest hall.
  [[nodiscard]] int max_aisles() const { return (kMaxHallTiles - foyer_rows) / kBoothHeight; }
};

[[nodiscard]] inline HallGeometry geometry_of(const Layout& layout) {
  HallGeometry hall;
  hall.columns = static_cast<int>(layout.columns);
  hall.aisles_above = static_cast<int>(layout.aisles_above);
  hall.foyer_rows = kFoyerRows + (layout.small_foyer_grown ? kFoyerGrowth : 0);
  hall.aisles = layout.places.empty() ? 0 : static_cast<int>(layout.places.back().aisle);
  return hall;
}

}  // namespace posterhall::domain
