// Walking: the pace, the way, the nearest free tile.
#include <gtest/gtest.h>

#include "domain/walking.hpp"

namespace posterhall::domain {
namespace {

FloorPlan plan_of(std::initializer_list<const char*> rows) {
  FloorPlan plan;
  plan.height = static_cast<std::int32_t>(rows.size());
  for (const char* row : rows) {
    plan.width = 0;
    for (const char* c = row; *c != 0; ++c, ++plan.width) plan.blocked.push_back(*c == '#' ? 1 : 0);
  }
  return plan;
}

Position in(std::int32_t x, std::int32_t y) { return standing_in({x, y}, Facing::down); }

TEST(Segment, straight_and_diagonal_ways_over_open_floor_are_clear) {
  const FloorPlan plan = plan_of({".....", ".....", "....."});
  EXPECT_TRUE(segment_clear(plan, in(0, 0), in(4, 0)));
  EXPECT_TRUE(segment_clear(plan, in(4, 2), in(0, 0)));
  EXPECT_TRUE(segment_clear(plan, in(0, 2), in(2, 0)));
  EXPECT_TRUE(segment_clear(plan, in(1, 1), in(1, 1)));
}

TEST(Segment, no_way_through_walls_nor_into_them_nor_out_of_the_hall) {
  const FloorPlan plan = plan_of({".....", "..#..", "....."});
  EXPECT_FALSE(segment_clear(plan, in(0, 1), in(4, 1)));
  EXPECT_FALSE(segment_clear(plan, in(4, 1), in(0, 1)));
  EXPECT_FALSE(segment_clear(plan, in(1, 1), in(2, 1)));
  EXPECT_FALSE(segment_clear(plan, in(4, 0), in(5, 0)));
  EXPECT_FALSE(segment_clear(plan, in(0, 0), {kMaxCoordinate, kMaxCoordinate, Facing::up, false, false}));
}

TEST(Segment, corners_are_not_cut) {
  const FloorPlan plan = plan_of({"..#", "...", "..."});
  EXPECT_FALSE(segment_clear(plan, in(1, 0), in(2, 1)));
  EXPECT_FALSE(segment_clear(plan, in(2, 1), in(1, 0)));
  EXPECT_TRUE(segment_clear(plan, in(1, 1), in(2, 2)));
}

TEST(Segment, every_tile_a_flat_way_touches_counts) {
  const FloorPlan plan = plan_of({"......", "..#...", "......"});
  // From the top left, slightly downwards: touches (2,1) near its upper edge.
  const Position from{16, 16, Facing::down, false, false};
  const Position low{6 * 32 - 1, 60, Facing::down, false, false};
  EXPECT_FALSE(segment_clear(plan, {16, 34, Facing::down, false, false}, low));
  EXPECT_TRUE(segment_clear(plan, from, {6 * 32 - 1, 30, Facing::down, false, false}));
}

TEST(Segment, is_the_same_in_both_directions) {
  const FloorPlan plan = plan_of({"....#...", ".#......", "...#..#.", "#.....#.", "..##....", "........"});
  for (std::uint32_t seed = 1; seed < 4000; ++seed) {
    const std::uint32_t mixed = seed * 2654435761U;
    const Position a{mixed % 256, mixed / 256 % 192, Facing::down, false, false};
    const Position b{mixed / 7 % 256, mixed / 1793 % 192, Facing::down, false, false};
    EXPECT_EQ(segment_clear(plan, a, b), segment_clear(plan, b, a)) << seed;
  }
}

TEST(WalkAllowance, the_pace_holds_over_time) {
  WalkAllowance allowance;
  Position at = in(0, 0);
  std::uint32_t tiles = 0;
  for (std::uint64_t ms = 0; ms <= 17'000; ms += 10) {
    const Position next{at.x + 8, 0, Facing::right, false,
                        false};  // a quarter of a tile at a time, as often as it goes
    if (allowance.take(at, next, ms)) {
      at = next;
      ++tiles;
    }
  }
  const double walked = tiles / 4.0;
  EXPECT_GE(walked, 100.0);        // the pace is allowed
  EXPECT_LE(walked, 105.0 + 6.5);  // and 5 % and a second more
}

TEST(WalkAllowance, diagonals_cost_their_length) {
  WalkAllowance allowance;
  // A second of credit: five tiles straight, four diagonally.
  EXPECT_FALSE(allowance.take(in(0, 0), in(5, 5), 0));
  EXPECT_TRUE(allowance.take(in(0, 0), in(4, 4), 0));
}

TEST(NearestWalkable, is_near_and_the_same_for_everybody) {
  const FloorPlan plan = plan_of({"#####", "###.#", "#####", "#####", ".####"});
  EXPECT_EQ(nearest_walkable(plan, {3, 1}), (Tile{3, 1}));
  EXPECT_EQ(nearest_walkable(plan, {2, 2}), (Tile{3, 1}));
  EXPECT_EQ(nearest_walkable(plan, {0, 3}), (Tile{0, 4}));
  EXPECT_EQ(nearest_walkable(plan, {400, 400}), (Tile{3, 1}));
  EXPECT_EQ(nearest_walkable(plan_of({"##", "##"}), {0, 0}), std::nullopt);
}

}  // namespace
}  // namespace posterhall::domain
