// Visits are counted by who stands at a poster for half a minute; authors attend, and do not visit.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using What = hall::FigureCount::What;
namespace command = hall::command;

std::vector<hall::FigureCount> counted(const HallWorld& world, What what) {
  std::vector<hall::FigureCount> found;
  for (const auto& one : world.store.counted) {
    if (one.what == what) found.push_back(one);
  }
  return found;
}

TEST(Visits, half_a_minute_at_a_booth_is_a_visit_with_its_length) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 6, 3);
  world.pass(29'000);
  EXPECT_TRUE(counted(world, What::visit).empty());
  world.pass(3'000);
  ASSERT_EQ(counted(world, What::visit).size(), 1U);
  EXPECT_EQ(counted(world, What::visit)[0].poster, kPosterA);
  EXPECT_EQ(counted(world, What::visit)[0].person, kAttendee);
  world.pass(30'000);
  world.walk_to(tab, 6, 20);
  world.pass(1'100);
  EXPECT_EQ(counted(world, What::visit).size(), 1U);
  ASSERT_EQ(counted(world, What::stay).size(), 1U);
  EXPECT_NEAR(counted(world, What::stay)[0].amount, 63, 4);
  EXPECT_FALSE(counted(world, What::stay)[0].person) << "no word of who";
}

TEST(Visits, an_author_attends_and_who_is_away_or_gone_does_not_stay) {
  HallWorld world;
  world.come_at(kAuthor, 6, 3);
  Tab& away = world.come_at(kAttendee, 7, 3);
  Tab& gone = world.come_at(kHost, 5, 3);
  world.pass(35'000);
  EXPECT_EQ(counted(world, What::visit).size(), 2U);
  std::uint32_t attended = 0;
  for (const auto& one : counted(world, What::attended)) attended += one.amount;
  EXPECT_NEAR(attended, 30'000, 2'000) << "told every ten seconds";
  world.ask(away, command::SetStatus{"", false, true});
  world.ask(gone, command::Leave{});
  world.pass(1'100);
  EXPECT_EQ(counted(world, What::stay).size(), 2U);
}

TEST(Visits, each_shard_counts_its_own) {
  HallWorld world(2);
  world.come_at(kAttendee, 6, 3, {.shard = 0});
  world.come_at(kHost, 7, 3, {.shard = 1});
  world.pass(33'000);
  EXPECT_EQ(counted(world, What::visit).size(), 2U);
}

}  // namespace
}  // namespace posterhall::tests
