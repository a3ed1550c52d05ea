#include <gtest/gtest.h>

#include <queue>
#include <random>

#include "domain/layout.hpp"
#include "layout_halls.hpp"

namespace posterhall::domain {
namespace {

FloorPlan drawn(const std::vector<std::string>& rows) {
  FloorPlan plan;
  plan.width = static_cast<int>(rows[0].size());
  plan.height = static_cast<int>(rows.size());
  for (const std::string& row : rows)
    for (const char c : row) plan.blocked.push_back(c == '#' ? 1 : 0);
  plan.floor.assign(plan.blocked.size(), 0);
  return plan;
}

/// Every step goes to a neighbour, on free tiles, past no corner.
void expect_sound(const FloorPlan& plan, const std::vector<Tile>& path, Tile from, Tile to) {
  ASSERT_FALSE(path.empty());
  EXPECT_EQ(path.front(), from);
  EXPECT_EQ(path.back(), to);
  for (std::size_t i = 0; i < path.size(); ++i) {
    EXPECT_TRUE(plan.walkable(path[i]));
    if (i == 0) continue;
    const int dx = path[i].x - path[i - 1].x;
    const int dy = path[i].y - path[i - 1].y;
    EXPECT_TRUE(std::abs(dx) <= 1 && std::abs(dy) <= 1 && (dx != 0 || dy != 0));
    EXPECT_TRUE(plan.walkable({path[i - 1].x + dx, path[i - 1].y}));
    EXPECT_TRUE(plan.walkable({path[i - 1].x, path[i - 1].y + dy}));
  }
}

/// The slow and plain way: Dijkstra with true diagonals; negative when there is no way.
double shortest(const FloorPlan& plan, Tile from, Tile to) {
  std::map<Tile, double> best{{from, 0}};
  std::priority_queue<std::pair<double, Tile>, std::vector<std::pair<double, Tile>>, std::greater<>> open;
  open.push({0, from});
  while (!open.empty()) {
    const auto [length, at] = open.top();
    open.pop();
    if (at == to) return length;
    if (length > best[at]) continue;
    for (int dx = -1; dx <= 1; ++dx)
      for (int dy = -1; dy <= 1; ++dy) {
        const Tile next{at.x + dx, at.y + dy};
        if ((dx == 0 && dy == 0) || !plan.walkable(next)) continue;
        if (!plan.walkable({next.x, at.y}) || !plan.walkable({at.x, next.y})) continue;
        const double longer = length + (dx != 0 && dy != 0 ? std::sqrt(2.0) : 1.0);
        const auto [found, fresh] = best.emplace(next, longer);
        if (!fresh && found->second <= longer) continue;
        found->second = longer;
        open.push({longer, next});
      }
  }
  return -1;
}

TEST(Path, goes_around_corners_and_never_cuts_one) {
  const FloorPlan plan = drawn({"....", ".##.", ".#..", "...."});
  const auto path = find_path(plan, {0, 3}, {3, 2});
  expect_sound(plan, path, {0, 3}, {3, 2});
  EXPECT_DOUBLE_EQ(path_length(path), 2 + std::sqrt(2.0));
}

TEST(Path, does_not_slip_between_two_blocks_that_meet_at_a_corner) {
  EXPECT_TRUE(find_path(drawn({".#", "#."}), {0, 0}, {1, 1}).empty());
}

TEST(Path, to_where_one_stands_is_that_tile) {
  const auto path = find_path(drawn({"..."}), {1, 0}, {1, 0});
  EXPECT_EQ(path, (std::vector<Tile>{{1, 0}}));
  EXPECT_EQ(path_length(path), 0);
}

TEST(Path, is_empty_from_or_to_a_wall_or_outside_or_a_closed_room) {
  const FloorPlan plan = drawn({"..#.", "..#.", "..#."});
  EXPECT_TRUE(find_path(plan, {2, 0}, {0, 0}).empty());
  EXPECT_TRUE(find_path(plan, {0, 0}, {2, 1}).empty());
  EXPECT_TRUE(find_path(plan, {-1, 0}, {0, 0}).empty());
  EXPECT_TRUE(find_path(plan, {0, 0}, {0, 3}).empty());
  EXPECT_TRUE(find_path(plan, {0, 0}, {3, 2}).empty());
  EXPECT_TRUE(find_path(FloorPlan{}, {0, 0}, {0, 0}).empty());
}

TEST(Path, is_as_short_as_the_plain_search_finds_it) {
  std::mt19937 random{7};
  int found = 0;
  for (int round = 0; round < 300; ++round) {
    const int width = 2 + static_cast<int>(random() % 30);
    const int height = 2 + static_cast<int>(random() % 30);
    std::vector<std::string> rows(static_cast<std::size_t>(height), std::string(static_cast<std::size_t>(width), '.'));
    for (std::string& row : rows)
      for (char& c : row)
        if (random() % 100 < 30) c = '#';
    const FloorPlan plan = drawn(rows);
    const auto any = [&] {
      return Tile{static_cast<int>(random() % static_cast<unsigned>(width)),
                  static_cast<int>(random() % static_cast<unsigned>(height))};
    };
    const Tile from = any();
    const Tile to = any();
    const auto path = find_path(plan, from, to);
    const double expected = plan.walkable(from) && plan.walkable(to) ? shortest(plan, from, to) : -1;
    ASSERT_EQ(path.empty(), expected < 0) << "round " << round;
    if (path.empty()) continue;
    ++found;
    expect_sound(plan, path, from, to);
    // Whole-number costs count a diagonal as 1.4: at most a hundredth longer than the true shortest.
    EXPECT_LE(path_length(path), expected * 1.011);
  }
  EXPECT_GT(found, 50);
}

TEST(Path, crosses_the_greatest_hall) {
  const FloorPlan plan = build_floor_plan(halls::layout({1500, 8}), {RoomId{1}});
  for (const std::size_t booth : {std::size_t{0}, plan.booths.size() / 2, plan.booths.size() - 1}) {
    const auto path = find_path(plan, plan.spawns[0], plan.booths[booth].presenter);
    expect_sound(plan, path, plan.spawns[0], plan.booths[booth].presenter);
  }
}

}  // namespace
}  // namespace posterhall::domain
