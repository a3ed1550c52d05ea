// Cells: the hall cut into 24 x 16 tiles. A visitor watches the 3 x 3 block around its own cell.
// Runs on: any thread (pure values). Owns: nothing.
#pragma once

#include <cstdint>

#include "domain/layout.hpp"
#include "domain/record.hpp"

namespace posterhall::domain {

inline constexpr std::int32_t kCellWidth = 24;   ///< tiles
inline constexpr std::int32_t kCellHeight = 16;  ///< tiles

/// The grid of a hall; cells are indexed row by row. On the wire a cell is row * 65536 + column.
struct CellGeometry {
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;

  static CellGeometry of(const FloorPlan& plan) {
    const auto parts = [](std::int32_t tiles, std::int32_t cell) {
      return static_cast<std::uint32_t>(tiles <= 0 ? 1 : (tiles + cell - 1) / cell);
    };
    return {parts(plan.width, kCellWidth), parts(plan.height, kCellHeight)};
  }

  [[nodiscard]] std::uint32_t count() const { return columns * rows; }

  /// The cell of a position; positions beyond the edge belong to the last cell.
  [[nodiscard]] std::uint32_t index_of(const Position& position) const {
    const std::uint32_t column = position.x / static_cast<std::uint32_t>(kCellWidth * kTile);
    const std::uint32_t row = position.y / static_cast<std::uint32_t>(kCellHeight * kTile);
    return (row < rows ? row : rows - 1) * columns + (column < columns ? column : columns - 1);
  }

  [[nodiscard]] std::uint32_t wire_key(std::uint32_t index) const {
    return (index / columns) << 16 | (index % columns);
  }

  [[nodiscard]] bool in_block(std::uint32_t cell, std::uint32_t centre) const {
    const auto near = [](std::uint32_t a, std::uint32_t b) { return (a > b ? a - b : b - a) <= 1; };
    return near(cell / columns, centre / columns) && near(cell % columns, centre % columns);
  }

  /// Calls `visit(index)` for every cell of the 3 x 3 block, the centre first.
  template <class Visit>
  void for_block(std::uint32_t centre, Visit visit) const {
    visit(centre);
    const std::uint32_t row = centre / columns;
    const std::uint32_t column = centre % columns;
    for (std::uint32_t r = row == 0 ? 0 : row - 1; r <= row + 1 && r < rows; ++r) {
      for (std::uint32_t c = column == 0 ? 0 : column - 1; c <= column + 1 && c < columns; ++c) {
        if (r != row || c != column) visit(r * columns + c);
      }
    }
  }
};

}  // namespace posterhall::domain
