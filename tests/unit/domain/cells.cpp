#include "domain/cells.hpp"

#include <gtest/gtest.h>

#include <set>

namespace posterhall::domain {
namespace {

CellGeometry geometry_for(std::int32_t width, std::int32_t height) {
  FloorPlan plan;
  plan.width = width;
  plan.height = height;
  return CellGeometry::of(plan);
}

TEST(Cells, cover_the_whole_hall) {
  const CellGeometry geometry = geometry_for(143, 208);
  EXPECT_EQ(geometry.columns, 6U);
  EXPECT_EQ(geometry.rows, 13U);
  for (std::int32_t x = 0; x < 143; ++x) {
    for (std::int32_t y = 0; y < 208; ++y) {
      const std::uint32_t index = geometry.index_of(standing_in({x, y}, Facing::down));
      EXPECT_EQ(geometry.wire_key(index),
                static_cast<std::uint32_t>(y / 16) << 16 | static_cast<std::uint32_t>(x / 24));
    }
  }
}

TEST(Cells, what_is_beyond_the_edge_belongs_to_the_last) {
  const CellGeometry geometry = geometry_for(24, 16);
  EXPECT_EQ(geometry.count(), 1U);
  EXPECT_EQ(geometry.index_of({kMaxCoordinate, kMaxCoordinate, Facing::down, false, false}), 0U);
}

TEST(Cells, a_block_is_nine_cells_inside_and_fewer_at_the_edge_the_centre_first) {
  const CellGeometry geometry = geometry_for(24 * 5, 16 * 5);
  const auto block = [&](std::uint32_t centre) {
    std::vector<std::uint32_t> cells;
    geometry.for_block(centre, [&](std::uint32_t cell) { cells.push_back(cell); });
    return cells;
  };
  EXPECT_EQ(block(12).size(), 9U);
  EXPECT_EQ(block(12).front(), 12U);
  EXPECT_EQ(block(0).size(), 4U);
  EXPECT_EQ(block(24).size(), 4U);
  EXPECT_EQ(block(2).size(), 6U);
  for (std::uint32_t centre = 0; centre < geometry.count(); ++centre) {
    const auto cells = block(centre);
    const std::set<std::uint32_t> once(cells.begin(), cells.end());
    EXPECT_EQ(once.size(), cells.size());
    for (std::uint32_t cell = 0; cell < geometry.count(); ++cell) {
      EXPECT_EQ(once.contains(cell), geometry.in_block(cell, centre)) << cell << " around " << centre;
    }
  }
}

}  // namespace
}  // namespace posterhall::domain
