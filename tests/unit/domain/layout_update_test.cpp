#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "domain/hall_geometry.hpp"
#include "domain/layout.hpp"
#include "layout_halls.hpp"

namespace posterhall::domain {
namespace {

using halls::HallCase;

Layout update(const Layout& old, const std::vector<PosterTopic>& posters) {
  return update_layout(old, old.topic_names, posters);
}

const Place& place_of(const Layout& layout, PosterKey poster) {
  return *std::find_if(layout.places.begin(), layout.places.end(), [&](const Place& p) { return p.poster == poster; });
}

/// Every poster of `before` that still stands is where it was.
void expect_unmoved(const Layout& before, const Layout& after) {
  const auto now = halls::standing(after);
  for (const auto& [poster, number] : halls::standing(before)) {
    const auto at = now.find(poster);
    if (at != now.end()) {
      EXPECT_EQ(at->second, number) << "poster " << poster.value;
    }
  }
}

class EveryUpdate : public testing::TestWithParam<HallCase> {};
INSTANTIATE_TEST_SUITE_P(Halls, EveryUpdate, testing::ValuesIn(halls::cases()));

TEST_P(EveryUpdate, with_nothing_new_changes_nothing) {
  const Layout layout = halls::layout(GetParam());
  auto posters = halls::posters(GetParam());
  EXPECT_EQ(update(layout, posters), layout);
  std::reverse(posters.begin(), posters.end());
  EXPECT_EQ(update(layout, posters), layout);
}

TEST_P(EveryUpdate, adding_one_fills_a_free_place_of_its_topic_and_moves_nobody) {
  const Layout layout = halls::layout(GetParam());
  auto posters = halls::posters(GetParam());
  const std::uint32_t topic = posters.back().topic;
  posters.insert(posters.begin(), {PosterKey{9000}, topic});
  const Layout after = update(layout, posters);
  expect_unmoved(layout, after);
  EXPECT_EQ(after.places.size(), layout.places.size());
  EXPECT_EQ(place_of(after, PosterKey{9000}).topic, topic);
  Layout undone = after;
  for (Place& place : undone.places)
    if (place.poster == PosterKey{9000}) place.poster = PosterKey{};
  EXPECT_EQ(undone, layout);  // and nothing else changed at all
}

TEST_P(EveryUpdate, removing_one_retires_its_number_and_it_comes_back_to_it) {
  const Layout layout = halls::layout(GetParam());
  const auto posters = halls::posters(GetParam());
  const PosterTopic gone = posters[posters.size() / 2];
  auto left = posters;
  left.erase(left.begin() + static_cast<std::ptrdiff_t>(posters.size() / 2));
  const Layout without = update(layout, left);
  expect_unmoved(layout, without);
  const BoothNumber number = place_of(layout, gone.poster).number;

  left.push_back({PosterKey{9000}, gone.topic});  // somebody else never gets that number
  const Layout other = update(without, left);
  EXPECT_NE(place_of(other, PosterKey{9000}).number, number);
  EXPECT_EQ(update(without, posters), layout);
}

TEST_P(EveryUpdate, recategorising_one_moves_nobody_not_even_it) {
  const Layout layout = halls::layout(GetParam());
  auto posters = halls::posters(GetParam());
  posters.front().topic = (posters.front().topic + 1) % GetParam().topics;
  EXPECT_EQ(update(layout, posters), layout);
}

TEST(LayoutUpdate, uses_up_free_places_before_it_appends_an_aisle_in_the_south) {
  const HallCase hall{71, 5};
  const Layout layout = halls::layout(hall);
  auto posters = halls::posters(hall);
  const auto free = layout.places.size() - posters.size();
  for (std::uint32_t i = 0; i < free; ++i) posters.push_back({PosterKey{1000 + i}, 2});
  const Layout full = update(layout, posters);
  EXPECT_EQ(full.places.size(), layout.places.size());
  posters.push_back({PosterKey{2000}, 2});
  const Layout longer = update(full, posters);
  ASSERT_EQ(longer.places.size(), layout.places.size() + layout.columns);
  EXPECT_EQ(place_of(longer, PosterKey{2000}).aisle, longer.places.back().aisle);
  EXPECT_EQ(longer.aisles_above, layout.aisles_above);
  expect_unmoved(full, longer);

  // On the floor too: every booth is on the tiles it was on.
  const FloorPlan before = build_floor_plan(layout, {RoomId{1}});
  const FloorPlan after = build_floor_plan(longer, {RoomId{1}});
  for (std::size_t i = 0; i < before.booths.size(); ++i) EXPECT_EQ(after.booths[i].all, before.booths[i].all);
  EXPECT_EQ(after.foyer, before.foyer);
  EXPECT_EQ(after.stage, before.stage);
  EXPECT_EQ(after.doors[0].rect, before.doors[0].rect);
}

TEST(LayoutUpdate, takes_the_nearest_free_place_of_another_topic_when_its_own_are_taken) {
  const HallCase hall{60, 3};
  Layout layout = halls::layout(hall);
  auto posters = halls::posters(hall);
  std::uint32_t next = 1000;
  const auto own_free = [&] {
    return std::count_if(layout.places.begin(), layout.places.end(),
                         [](const Place& p) { return p.topic == 0 && !p.poster && !p.retired; });
  };
  while (own_free() > 0) {
    posters.push_back({PosterKey{next++}, 0});
    layout = update(layout, posters);
  }
  const std::size_t places = layout.places.size();
  posters.push_back({PosterKey{next}, 0});
  const Layout after = update(layout, posters);
  EXPECT_EQ(after.places.size(), places);
  const FloorPlan plan = build_floor_plan(layout, {});
  const auto to_topic_0 = [&](const Booth& booth) {
    int least = 10000;
    for (const Booth& own : plan.booths)
      if (own.topic == 0)
        least = std::min(least, std::abs(own.all.x - booth.all.x) + std::abs(own.all.y - booth.all.y));
    return least;
  };
  const Booth* taken = nullptr;
  int nearest = 10000;
  for (const Booth& booth : plan.booths) {
    if (booth.number == place_of(after, PosterKey{next}).number) taken = &booth;
    if (!booth.poster) nearest = std::min(nearest, to_topic_0(booth));
  }
  ASSERT_NE(taken, nullptr);
  EXPECT_NE(taken->topic, 0U);
  EXPECT_EQ(to_topic_0(*taken), nearest);
  for (const std::uint32_t topic : {0U, 1U, 2U}) EXPECT_EQ(halls::patches(after, topic), 1U);
}

TEST(LayoutUpdate, begins_a_new_topic_in_one_patch_and_keeps_the_old_letters) {
  const HallCase hall{71, 3};
  const Layout layout = halls::layout(hall);
  auto posters = halls::posters(hall);
  for (std::uint32_t i = 0; i < 4; ++i) posters.push_back({PosterKey{1000 + i}, 3});
  const Layout after = update_layout(layout, halls::topic_names(4), posters);
  expect_unmoved(layout, after);
  EXPECT_EQ(after.topic_names, halls::topic_names(4));
  EXPECT_EQ(halls::patches(after, 3), 1U);
  EXPECT_GE(std::count_if(after.places.begin(), after.places.end(), [](const Place& p) { return p.topic == 3; }), 2);
}

TEST(LayoutUpdate, renames_a_topic_that_was_merged_and_never_forgets_one) {
  const Layout layout = halls::layout({20, 3});
  const Layout renamed = update_layout(layout, {"A · new"}, halls::posters({20, 3}));
  EXPECT_EQ(renamed.topic_names, (std::vector<std::string>{"A · new", "Topic B", "Topic C"}));
  EXPECT_EQ(renamed.places, layout.places);
}

TEST(LayoutUpdate, of_an_empty_layout_is_a_new_one) {
  const HallCase hall{24, 3};
  EXPECT_EQ(update_layout(Layout{}, halls::topic_names(3), halls::posters(hall)), halls::layout(hall));
}

TEST(LayoutUpdate, that_outgrows_the_limit_leaves_posters_without_place_and_says_which) {
  const Layout small = halls::layout({7, 2});
  const HallCase many{600, 2};
  const Layout after = update(small, halls::posters(many));
  const HallGeometry hall = geometry_of(after);
  EXPECT_EQ(hall.aisles, hall.max_aisles());
  EXPECT_LE(hall.height(), kMaxHallTiles);
  expect_unmoved(small, after);
  const auto without = posters_without_place(after, halls::posters(many));
  EXPECT_EQ(without.size() + halls::standing(after).size(), 600U);
  EXPECT_GT(without.size(), 0U);
}

/// Two hundred imports of a changing programme: nobody moves, no number has two posters, ever.
TEST(LayoutUpdate, holds_over_a_long_history) {
  for (const HallCase& hall : {HallCase{7, 3}, HallCase{71, 8}, HallCase{500, 5}}) {
    std::mt19937 random{hall.posters};  // a fixed seed: the same history every time
    Layout layout = halls::layout(hall);
    auto posters = halls::posters(hall);
    std::map<BoothNumber, PosterKey> owner;
    std::uint32_t next = 10000;
    for (int round = 0; round < 200; ++round) {
      const auto at = static_cast<std::ptrdiff_t>(random() % posters.size());
      switch (random() % 3) {
        case 0:
          posters.insert(posters.begin() + at, {PosterKey{next++}, static_cast<std::uint32_t>(random() % hall.topics)});
          break;
        case 1:
          if (posters.size() > 3) posters.erase(posters.begin() + at);
          break;
        default: posters[static_cast<std::size_t>(at)].topic = static_cast<std::uint32_t>(random() % hall.topics);
      }
      const Layout after = update(layout, posters);
      expect_unmoved(layout, after);
      const auto standing = halls::standing(after);
      ASSERT_EQ(standing.size(), posters.size());
      for (const auto& [poster, number] : standing)
        ASSERT_EQ(owner.emplace(number, poster).first->second, poster) << "number " << number.value << " given twice";
      ASSERT_EQ(parse_layout(to_text(after)), after);
      ASSERT_EQ(update(layout, posters), after);
      layout = after;
    }
  }
}

}  // namespace
}  // namespace posterhall::domain
