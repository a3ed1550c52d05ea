#include <gtest/gtest.h>

#include <cmath>

#include "domain/hall_geometry.hpp"
#include "domain/layout.hpp"
#include "layout_halls.hpp"

namespace posterhall::domain {
namespace {

using halls::HallCase;

std::vector<RoomId> rooms(std::uint32_t count) {
  std::vector<RoomId> all;
  for (std::uint32_t room = 1; room <= count; ++room) all.push_back(RoomId{room});
  return all;
}

/// Tiles walked from one tile to every other, by straight steps only; -1 where one cannot get.
std::vector<int> distances(const FloorPlan& plan, Tile from) {
  std::vector<int> steps(plan.blocked.size(), -1);
  const auto at = [&](Tile t) -> int& {
    return steps[static_cast<std::size_t>(t.y) * static_cast<std::size_t>(plan.width) + static_cast<std::size_t>(t.x)];
  };
  std::vector<Tile> ring{from};
  at(from) = 0;
  for (int step = 1; !ring.empty(); ++step) {
    std::vector<Tile> next;
    for (const Tile t : ring)
      for (const Tile n : {Tile{t.x + 1, t.y}, Tile{t.x - 1, t.y}, Tile{t.x, t.y + 1}, Tile{t.x, t.y - 1}})
        if (plan.walkable(n) && at(n) < 0) {
          at(n) = step;
          next.push_back(n);
        }
    ring = std::move(next);
  }
  return steps;
}

class Reach {
 public:
  Reach(const FloorPlan& plan, Tile from) : plan_(plan), steps_(distances(plan, from)) {}
  [[nodiscard]] int to(Tile t) const {
    return steps_[static_cast<std::size_t>(t.y) * static_cast<std::size_t>(plan_.width) +
                  static_cast<std::size_t>(t.x)];
  }
  void expect_all(const TileRect& rect, const char* what, bool but_blocked = false) const {
    for (int y = rect.y; y < rect.y + rect.h; ++y)
      for (int x = rect.x; x < rect.x + rect.w; ++x)
        if (!(but_blocked && !plan_.walkable({x, y}))) {
          EXPECT_GE(to({x, y}), 0) << what << " at " << x << ',' << y;
        }
  }

 private:
  const FloorPlan& plan_;
  std::vector<int> steps_;
};

/// A free tile of the foyer's middle, where one stands when one has come in.
Tile foyer_middle(const FloorPlan& plan) {
  Tile tile{plan.foyer.x + plan.foyer.w / 2, plan.foyer.y + plan.foyer.h / 2};
  while (!plan.walkable(tile)) ++tile.y;
  return tile;
}

class EveryPlan : public testing::TestWithParam<HallCase> {
 protected:
  Layout layout = halls::layout(GetParam());
  FloorPlan plan = build_floor_plan(layout, rooms(6));
};
INSTANTIATE_TEST_SUITE_P(Halls, EveryPlan, testing::ValuesIn(halls::cases()));

TEST_P(EveryPlan, fits_the_limits_and_is_the_same_every_time) {
  EXPECT_LE(plan.width, kMaxHallTiles);
  EXPECT_LE(plan.height, kMaxHallTiles);
  const FloorPlan again = build_floor_plan(layout, rooms(6));
  EXPECT_EQ(again.blocked, plan.blocked);
  EXPECT_EQ(again.floor, plan.floor);
  EXPECT_EQ(again.spawns, plan.spawns);
  EXPECT_EQ(again.furniture.size(), plan.furniture.size());
}

TEST_P(EveryPlan, overlaps_nothing) {
  std::vector<const char*> owner(plan.blocked.size(), nullptr);
  const auto take = [&](const TileRect& rect, const char* what) {
    ASSERT_GE(rect.x, 0);
    ASSERT_GE(rect.y, 0);
    ASSERT_LE(rect.x + rect.w, plan.width);
    ASSERT_LE(rect.y + rect.h, plan.height);
    for (int y = rect.y; y < rect.y + rect.h; ++y)
      for (int x = rect.x; x < rect.x + rect.w; ++x) {
        const char*& by = owner[static_cast<std::size_t>(y * plan.width + x)];
        ASSERT_EQ(by, nullptr) << what << " on " << by << " at " << x << ',' << y;
        by = what;
      }
  };
  for (const Booth& booth : plan.booths) take(booth.all, "booth");
  take(plan.stage, "stage");
  take(plan.audience, "audience");
  for (const Door& door : plan.doors) {
    take(door.rect, "door");
    take({door.front.x, door.front.y, 1, 1}, "in front of a door");
  }
  for (const Table& table : plan.tables) take(table.zone, "table's zone");
  for (const Furniture& piece : plan.furniture)
    if (piece.kind != FurnitureKind::table) take(piece.rect, "furniture");
  for (const Tile& spawn : plan.spawns) take({spawn.x, spawn.y, 1, 1}, "spawn");
}

TEST_P(EveryPlan, blocks_walls_stage_doors_and_furniture_and_nothing_else) {
  std::vector<std::uint8_t> expected(plan.blocked.size(), 0);
  const auto fill = [&](const TileRect& rect) {
    for (int y = rect.y; y < rect.y + rect.h; ++y)
      for (int x = rect.x; x < rect.x + rect.w; ++x) expected[static_cast<std::size_t>(y * plan.width + x)] = 1;
  };
  for (const Booth& booth : plan.booths) fill({booth.all.x, booth.all.y, 5, 2});
  fill(plan.stage);
  for (const Door& door : plan.doors) fill(door.rect);
  for (const Furniture& piece : plan.furniture) fill(piece.rect);
  EXPECT_EQ(plan.blocked, expected);
}

TEST_P(EveryPlan, has_a_booth_for_every_place_with_room_for_fifteen) {
  ASSERT_EQ(plan.booths.size(), layout.places.size());
  for (std::size_t i = 0; i < plan.booths.size(); ++i) {
    const Booth& booth = plan.booths[i];
    EXPECT_EQ(booth.number, layout.places[i].number);
    EXPECT_EQ(booth.poster, layout.places[i].poster);
    EXPECT_EQ(booth.topic, layout.places[i].topic);
    EXPECT_EQ(booth.rug, (TileRect{booth.all.x, booth.all.y + 2, 5, 3}));
    EXPECT_TRUE(booth.rug.contains(booth.presenter));
    const auto tile = static_cast<std::size_t>(booth.all.y * plan.width + booth.all.x);
    EXPECT_EQ(plan.floor[tile], booth.topic + 1);
  }
}

TEST_P(EveryPlan, lets_everybody_walk_everywhere) {
  ASSERT_FALSE(plan.spawns.empty());
  const Reach reach{plan, plan.spawns.front()};  // walking works both ways, so one start stands for all
  for (const Tile& spawn : plan.spawns) EXPECT_GE(reach.to(spawn), 0);
  for (const Booth& booth : plan.booths) {
    reach.expect_all(booth.rug, "rug");
    reach.expect_all({booth.all.x, booth.all.y + 5, 5, 2}, "aisle");
  }
  for (const Table& table : plan.tables) reach.expect_all(table.zone, "table's zone", true);
  reach.expect_all(plan.audience, "audience");
  for (const Door& door : plan.doors) EXPECT_GE(reach.to(door.front), 0) << "door " << door.room.value;
}

/// From the foyer no booth is farther than half the hall's width and height together, and a typical one no more than
/// two thirds of that. Halls of one block have their ways up and down at the sides only, where people come in: they
/// count from there.
TEST_P(EveryPlan, keeps_walks_short) {
  std::vector<Tile> starts;
  const auto entrances = static_cast<std::ptrdiff_t>(geometry_of(layout).blocks()) + 1;
  if (entrances > 2)
    starts = {foyer_middle(plan)};
  else
    starts.assign(plan.spawns.begin(), plan.spawns.begin() + entrances);
  const double bound = (plan.width + plan.height) / 2.0;
  double sum = 0;
  std::size_t measured = 0;
  const std::size_t last = plan.booths.size() - 1;
  const auto columns = static_cast<std::size_t>(geometry_of(layout).columns);
  for (std::size_t i = 0; i <= last; ++i) {
    const bool corner = i == 0 || i == columns - 1 || i == last + 1 - columns || i == last;
    if (!corner && i % (last / 150 + 1) != 0) continue;  // of large halls a sample and all corners
    ++measured;
    const Booth& booth = plan.booths[i];
    double least = 2 * bound;
    for (const Tile& start : starts) {
      const auto path = find_path(plan, start, booth.presenter);
      ASSERT_FALSE(path.empty()) << booth.number.value;
      least = std::min(least, path_length(path));
    }
    EXPECT_LE(least, bound) << booth.number.value;
    sum += least;
  }
  EXPECT_LE(sum / static_cast<double>(measured), bound * 2 / 3);
}

TEST_P(EveryPlan, spreads_spawns_over_the_entrances) {
  const HallGeometry hall = geometry_of(layout);
  std::set<int> entrances;
  const auto count = static_cast<std::size_t>(hall.blocks()) + 1;
  ASSERT_GE(plan.spawns.size(), 6 * count);
  for (std::size_t i = 0; i < count; ++i) entrances.insert(plan.spawns[i].x);
  EXPECT_EQ(entrances.size(), count);  // the first arrivals all come in at different ones
  for (const Tile& spawn : plan.spawns) EXPECT_TRUE(plan.foyer.contains(spawn));
}

TEST_P(EveryPlan, gives_every_topic_a_sign_in_its_own_walking_rows) {
  std::set<std::uint32_t> signed_topics;
  std::set<std::pair<int, int>> at;
  for (const Sign& sign : plan.signs) {
    signed_topics.insert(sign.topic);
    EXPECT_TRUE(at.emplace(sign.at.x, sign.at.y).second) << "two signs in one place";
    for (int x = sign.at.x; x < sign.at.x + kSignWidth; ++x) {
      EXPECT_TRUE(plan.walkable({x, sign.at.y}));
      EXPECT_EQ(plan.floor[static_cast<std::size_t>(sign.at.y * plan.width + x)], sign.topic + 1);
    }
    EXPECT_FALSE(
        std::any_of(plan.booths.begin(), plan.booths.end(), [&](const Booth& b) { return b.rug.contains(sign.at); }));
  }
  std::set<std::uint32_t> topics;
  for (const Place& place : layout.places) topics.insert(place.topic);
  EXPECT_EQ(signed_topics, topics);
}

TEST_P(EveryPlan, paints_every_aisles_number_on_stone) {
  std::map<std::uint32_t, int> painted;
  for (const AisleNumber& number : plan.aisle_numbers) {
    ++painted[number.aisle];
    for (int x = number.at.x; x < number.at.x + 3; ++x)
      for (int y = number.at.y; y < number.at.y + 2; ++y) {
        EXPECT_EQ(plan.floor[static_cast<std::size_t>(y * plan.width + x)], 0);
        EXPECT_FALSE(std::any_of(plan.furniture.begin(), plan.furniture.end(),
                                 [&](const Furniture& f) { return f.rect.contains({x, y}); }));
      }
  }
  const HallGeometry hall = geometry_of(layout);
  EXPECT_EQ(painted.size(), static_cast<std::size_t>(hall.aisles));
  for (const auto& [aisle, count] : painted)
    EXPECT_EQ(count, std::max(hall.blocks() - 1, 1) + (hall.blocks() == 1 ? 1 : 0));
}

TEST_P(EveryPlan, has_a_stage_with_floor_before_it_a_help_desk_tables_and_benches) {
  EXPECT_EQ(plan.stage.w, 15);
  EXPECT_EQ(plan.stage.h, 6);
  EXPECT_TRUE(plan.foyer.contains({plan.stage.x, plan.stage.y}));
  EXPECT_EQ(plan.audience.y, plan.stage.y + plan.stage.h);
  EXPECT_GE(plan.audience.w * plan.audience.h, 60);
  const auto count = [&](FurnitureKind kind) {
    return std::count_if(plan.furniture.begin(), plan.furniture.end(),
                         [&](const Furniture& f) { return f.kind == kind; });
  };
  EXPECT_EQ(count(FurnitureKind::help_desk), 1);
  EXPECT_EQ(count(FurnitureKind::table), std::ssize(plan.tables));
  EXPECT_GE(plan.tables.size(), 4U);
  EXPECT_GE(count(FurnitureKind::plant), 4);
  for (const Table& table : plan.tables) {
    EXPECT_TRUE(plan.foyer.contains({table.zone.x, table.zone.y}));
    EXPECT_EQ(table.zone, (TileRect{table.table.x - 1, table.table.y - 1, 4, 3}));
  }
  if (geometry_of(layout).blocks() > 1) {
    EXPECT_GE(count(FurnitureKind::bench), 1);
  }
}

TEST(FloorPlan, has_a_door_for_every_room_of_a_large_programme) {
  for (const HallCase& hall : {HallCase{7, 2}, HallCase{24, 3}, HallCase{71, 5}, HallCase{700, 8}}) {
    for (std::uint32_t count = 0; count <= 12; ++count) {
      const FloorPlan plan = build_floor_plan(halls::layout(hall), rooms(count));
      ASSERT_EQ(plan.doors.size(), count) << hall;
      const Reach reach{plan, plan.spawns.front()};
      for (std::uint32_t i = 0; i < count; ++i) {
        EXPECT_EQ(plan.doors[i].room, RoomId{i + 1});
        EXPECT_GE(reach.to(plan.doors[i].front), 0) << hall << ", door " << i + 1;
        EXPECT_EQ(std::count(plan.spawns.begin(), plan.spawns.end(), plan.doors[i].front), 0);
      }
    }
  }
}

TEST(FloorPlan, of_700_posters_has_32_doors_and_all_can_be_reached) {
  const FloorPlan plan = build_floor_plan(halls::layout({700, 8}), rooms(32));
  ASSERT_EQ(plan.doors.size(), 32U);
  const Reach reach{plan, plan.spawns.front()};
  for (const Door& door : plan.doors) EXPECT_GE(reach.to(door.front), 0);
  for (const Booth& booth : plan.booths) reach.expect_all(booth.rug, "rug");
}

TEST(FloorPlan, draws_free_and_retired_places_as_booths_without_poster) {
  const HallCase hall{24, 3};
  auto posters = halls::posters(hall);
  posters.pop_back();
  const Layout layout = update_layout(halls::layout(hall), halls::topic_names(3), posters);
  const FloorPlan plan = build_floor_plan(layout, {});
  EXPECT_EQ(std::count_if(plan.booths.begin(), plan.booths.end(), [](const Booth& b) { return bool{b.poster}; }), 23);
  EXPECT_EQ(plan.booths.size(), layout.places.size());
}

TEST(FloorPlan, of_an_empty_layout_is_empty) {
  const FloorPlan plan = build_floor_plan(Layout{}, rooms(2));
  EXPECT_EQ(plan.width, 0);
  EXPECT_FALSE(plan.walkable({0, 0}));
}

}  // namespace
}  // namespace posterhall::domain
