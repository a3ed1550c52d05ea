// Zones and standing places on generated halls: every booth, table and audience.
#include "domain/conversation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "domain/standing.hpp"

namespace posterhall::domain {
namespace {

FloorPlan hall_of(std::uint32_t posters) {
  std::vector<PosterTopic> topics;
  for (std::uint32_t i = 0; i < posters; ++i) topics.push_back({PosterKey{i + 1}, i * 3 / posters});
  return build_floor_plan(make_layout({"One", "Two", "Three"}, topics), {RoomId{1}, RoomId{2}});
}

TEST(Conversation, packs_kind_and_index) {
  const Conversation booth = make_conversation(ConversationKind::booth, 1107);
  EXPECT_EQ(booth, 1U << 28 | 1107U);
  EXPECT_EQ(kind_of(booth), ConversationKind::booth);
  EXPECT_EQ(index_of(booth), 1107U);
  EXPECT_EQ(kind_of(0), ConversationKind::none);
  EXPECT_EQ(kind_of(0xffffffffU), ConversationKind::none);
}

TEST(ZoneMap, every_rug_is_its_booth_s_and_the_aisle_nobody_s) {
  const FloorPlan plan = hall_of(71);
  const ZoneMap zones(plan);
  for (const Booth& booth : plan.booths) {
    const Conversation own = make_conversation(ConversationKind::booth, booth.number.value);
    for (std::int32_t y = booth.rug.y; y < booth.rug.y + booth.rug.h; ++y) {
      for (std::int32_t x = booth.rug.x; x < booth.rug.x + booth.rug.w; ++x) EXPECT_EQ(zones.at({x, y}), own);
    }
    const TileRect aisle = aisle_share(booth);
    EXPECT_EQ(aisle.h, 2);
    EXPECT_EQ(zones.at({aisle.x, aisle.y}), 0U);
    EXPECT_EQ(zones.aisle_of({aisle.x, aisle.y}), booth.number);
    EXPECT_EQ(find_booth(plan, booth.number), &booth);
  }
  EXPECT_EQ(zones.at({-1, 0}), 0U);
  EXPECT_EQ(zones.at({plan.width, 0}), 0U);
  EXPECT_EQ(find_booth(plan, BoothNumber{9999}), nullptr);
}

TEST(ZoneMap, between_two_aisles_the_nearest_booth_of_the_row_is_known) {
  const FloorPlan plan = hall_of(71);
  const ZoneMap zones(plan);
  const auto is_in = [](const Booth& booth, std::int32_t y) {
    return y >= booth.all.y && y < booth.all.y + booth.all.h;
  };
  std::size_t rows_without = 0;
  for (std::int32_t y = 0; y < plan.height; ++y) {
    const bool any = std::ranges::any_of(plan.booths, [&](const Booth& booth) { return is_in(booth, y); });
    if (!any) ++rows_without;
    for (std::int32_t x = 0; x < plan.width; ++x) {
      const Booth* nearest = find_booth(plan, zones.nearest_in_row({x, y}));
      ASSERT_EQ(nearest != nullptr, any) << x << "," << y;
      if (nearest == nullptr) continue;
      ASSERT_TRUE(is_in(*nearest, y));
      for (const Booth& booth : plan.booths) {
        if (!is_in(booth, y)) continue;
        ASSERT_LE(std::abs(nearest->all.x - x), std::abs(booth.all.x - x)) << x << "," << y;
      }
    }
  }
  EXPECT_GT(rows_without, 0U);
  EXPECT_EQ(zones.nearest_in_row({-1, plan.booths.front().all.y}), BoothNumber{});
}

TEST(Circle, is_two_tiles_around_its_centre) {
  const Position centre = standing_in({10, 10}, Facing::down);
  EXPECT_TRUE(in_circle(centre, standing_in({12, 10}, Facing::down)));
  EXPECT_TRUE(in_circle(centre, standing_in({11, 11}, Facing::down)));
  EXPECT_FALSE(in_circle(centre, standing_in({13, 10}, Facing::down)));
  EXPECT_FALSE(in_circle(centre, standing_in({12, 12}, Facing::down)));
}

TEST(Standing, every_booth_of_a_generated_hall_takes_twenty_five_people_on_tiles_of_their_own) {
  const FloorPlan plan = hall_of(24);
  const ZoneMap zones(plan);
  for (const Booth& booth : plan.booths) {
    std::map<Tile, std::uint32_t> taken;
    const Occupancy occupied = [&](Tile tile) { return taken.contains(tile) ? taken.at(tile) : 0U; };
    const auto author = booth_spot(plan, booth, true, occupied);
    ASSERT_TRUE(author);
    EXPECT_EQ(author->tile, booth.presenter);
    ++taken[author->tile];
    std::uint32_t on_rug = 1;
    for (int i = 0; i < 24; ++i) {
      const auto spot = booth_spot(plan, booth, false, occupied);
      ASSERT_TRUE(spot);
      EXPECT_TRUE(plan.walkable(spot->tile));
      EXPECT_EQ(++taken[spot->tile], 1U) << "booth " << booth.number.value;
      EXPECT_EQ(spot->on_aisle, !booth.rug.contains(spot->tile));
      EXPECT_TRUE(booth.all.contains(spot->tile));
      EXPECT_EQ(spot->facing, Facing::up);
      on_rug += spot->on_aisle ? 0 : 1;
      if (spot->on_aisle) {
        EXPECT_EQ(on_rug, 15U) << "the rug first";
      }
    }
    const auto shared = booth_spot(plan, booth, false, occupied);
    ASSERT_TRUE(shared);
    EXPECT_EQ(taken[shared->tile], 1U);
  }
}

TEST(Standing, tables_and_audience_of_a_generated_hall_have_room) {
  const FloorPlan plan = hall_of(24);
  const ZoneMap zones(plan);
  const Occupancy nobody = [](Tile) { return 0U; };
  ASSERT_FALSE(plan.tables.empty());
  for (std::size_t i = 0; i < plan.tables.size(); ++i) {
    const auto spot = table_spot(plan, plan.tables[i], nobody);
    ASSERT_TRUE(spot);
    EXPECT_EQ(zones.at(spot->tile), make_conversation(ConversationKind::table, static_cast<std::uint32_t>(i)));
  }
  const auto seat = audience_spot(plan, nobody);
  ASSERT_TRUE(seat);
  EXPECT_EQ(kind_of(zones.at(seat->tile)), ConversationKind::stage);
  for (const Door& door : plan.doors) EXPECT_TRUE(plan.walkable(door.front));
}

TEST(Standing, stepping_out_of_any_zone_leads_out_of_all) {
  const FloorPlan plan = hall_of(24);
  const ZoneMap zones(plan);
  const Occupancy nobody = [](Tile) { return 0U; };
  for (const Booth& booth : plan.booths) {
    const auto out = spot_outside(plan, zones, booth.presenter, 0, nobody);
    ASSERT_TRUE(out);
    EXPECT_EQ(zones.at(out->tile), 0U);
    EXPECT_TRUE(plan.walkable(out->tile));
    EXPECT_FALSE(find_path(plan, booth.presenter, out->tile).empty());
  }
}

}  // namespace
}  // namespace posterhall::domain
