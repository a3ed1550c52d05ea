// Pointing at a poster: who stands at the booth sees everybody's pointer and the presenter's view, also from another
// shard, and nothing of it stays when its owner goes.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

constexpr std::uint32_t kPlace = 0x40002000, kElsewhere = 0x80000000, kWhole = 0xffffffff;

std::vector<PersonId> pointing(const Tab& tab) {
  std::vector<PersonId> people;
  const auto state = tab.last<notice::Pointers>();
  if (!state) return people;
  for (const auto& row : state->pointers) people.push_back(row.person);
  return people;
}

std::vector<PersonId> showing(const Tab& tab) {
  std::vector<PersonId> people;
  const auto state = tab.last<notice::Pointers>();
  if (!state) return people;
  for (const auto& row : state->views) people.push_back(row.person);
  return people;
}

class PointingHall : public testing::TestWithParam<std::size_t> {
 protected:
  void point(Tab& tab, std::uint32_t place = kPlace) { world.ask(tab, command::Point{kBoothA, place, false}); }

  HallWorld world{2};
  Coming elsewhere{.shard = GetParam()};
};

TEST_P(PointingHall, everybody_at_the_booth_sees_who_points_and_nobody_else_does) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  Tab& passer = world.come_at(kHost, 40, 40);
  world.pass(100);
  point(visitor);
  world.pass(50);
  for (const Tab* tab : {&author, &visitor}) {
    ASSERT_EQ(pointing(*tab), std::vector<PersonId>{kAttendee});
    EXPECT_EQ(tab->last<notice::Pointers>()->booth, kBoothA);
    EXPECT_EQ(tab->last<notice::Pointers>()->pointers[0].place, kPlace);
    EXPECT_FALSE(tab->last<notice::Pointers>()->pointers[0].presents);
  }
  point(author, kElsewhere);
  world.pass(60);
  EXPECT_EQ(pointing(visitor), (std::vector<PersonId>{kAuthor, kAttendee})) << "who presents is first";
  EXPECT_TRUE(visitor.last<notice::Pointers>()->pointers[0].presents);
  EXPECT_TRUE(passer.all<notice::Pointers>().empty());
}

TEST_P(PointingHall, a_move_is_told_within_fifty_milliseconds_and_not_more_often) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(200);
  author.forget();
  point(visitor);
  world.pass(20);  // the step, and the step of the other shard
  EXPECT_EQ(pointing(author).size(), 1U);
  author.forget();
  for (std::uint32_t i = 0; i < 20; ++i) {
    point(visitor, kPlace + i);
    world.pass(50);
  }
  EXPECT_LE(author.all<notice::Pointers>().size(), 21U);
  EXPECT_GE(author.all<notice::Pointers>().size(), 18U);
  EXPECT_EQ(author.last<notice::Pointers>()->pointers[0].place, kPlace + 19);
  author.forget();
  world.pass(1000);
  EXPECT_TRUE(author.all<notice::Pointers>().empty()) << "nothing new, nothing told";
}

TEST_P(PointingHall, a_pointer_is_gone_when_it_is_lifted_left_lost_or_still_for_six_seconds) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(100);
  point(visitor);
  world.pass(100);
  world.ask(visitor, command::Point{kBoothA, 0, true});
  world.pass(100);
  EXPECT_TRUE(pointing(author).empty());
  point(visitor);
  world.pass(5900);
  EXPECT_EQ(pointing(author).size(), 1U);
  world.pass(200);
  EXPECT_TRUE(pointing(author).empty()) << "six seconds without a word";
  point(visitor);
  world.pass(100);
  EXPECT_EQ(pointing(author).size(), 1U);
  world.ask(visitor, command::Go{{hall::GoTarget::Kind::booth, kBoothB.value}, hall::GoHow::set_down});
  world.pass(200);
  EXPECT_TRUE(pointing(author).empty()) << "left";
  Tab& host = world.come_at(kHost, 7, 3, elsewhere);
  world.pass(100);
  point(host);
  world.pass(100);
  EXPECT_EQ(pointing(author).size(), 1U);
  world.drop(host);
  world.pass(6500);
  EXPECT_TRUE(pointing(author).empty()) << "lost";
}

TEST_P(PointingHall, only_who_stands_there_points_and_only_who_presents_shows) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& passer = world.come_at(kAttendee, 40, 40, elsewhere);
  EXPECT_EQ(passer.reject_of(world.ask(passer, command::Point{kBoothA, kPlace}))->code, RejectCode::moved_on);
  EXPECT_EQ(author.reject_of(world.ask(author, command::Point{kBoothB, kPlace}))->code, RejectCode::moved_on);
  Tab& visitor = world.come_at(kHost, 6, 3, elsewhere);
  EXPECT_EQ(visitor.reject_of(world.ask(visitor, command::ShowView{kBoothA, kPlace, kWhole}))->code,
            RejectCode::not_allowed);
  EXPECT_TRUE(author.acked(world.ask(author, command::ShowView{kBoothA, kPlace, kWhole})));
}

TEST_P(PointingHall, the_presenters_view_is_shown_kept_and_ends_with_the_tab_or_the_place) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(100);
  world.ask(author, command::ShowView{kBoothA, kPlace, 0x10001000});
  world.pass(60);
  ASSERT_EQ(showing(visitor), std::vector<PersonId>{kAuthor});
  EXPECT_EQ(visitor.last<notice::Pointers>()->views[0].centre, kPlace);
  EXPECT_EQ(visitor.last<notice::Pointers>()->views[0].extent, 0x10001000U);
  world.pass(60'000);
  EXPECT_EQ(showing(visitor).size(), 1U) << "it holds, on the other shard too";
  Tab& late = world.come_at(kHost, 7, 3, elsewhere);
  world.pass(200);
  EXPECT_EQ(showing(late).size(), 1U) << "who comes later reads it";
  world.ask(author, command::ShowView{kBoothA, 0, 0});
  world.pass(100);
  EXPECT_TRUE(showing(visitor).empty());
  world.ask(author, command::ShowView{kBoothA, kPlace, kWhole});
  world.pass(100);
  Tab& second = world.come(kAuthor);
  world.drop(author);
  world.pass(1200);
  EXPECT_FALSE(second.closed);
  EXPECT_TRUE(showing(visitor).empty()) << "the tab that showed it is gone";
}

TEST_P(PointingHall, a_block_hides_a_pointer_both_ways_and_a_mute_takes_it_away) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  Tab& other = world.come_at(kHost, 7, 3);
  world.ask(visitor, command::Block{kHost, true});
  world.pass(2500);
  point(visitor);
  point(other);
  world.pass(100);
  EXPECT_EQ(pointing(author).size(), 2U);
  EXPECT_EQ(pointing(visitor), std::vector<PersonId>{kAttendee});
  EXPECT_EQ(pointing(other), std::vector<PersonId>{kHost});
  Tab& moderator = world.come(kModerator);
  command::Measure mute;
  mute.client_id = client_id(1);
  mute.person = kHost;
  mute.kind = domain::MeasureKind::mute;
  mute.minutes = 10;
  world.ask(moderator, mute);
  world.pass(2500);
  EXPECT_EQ(pointing(author), std::vector<PersonId>{kAttendee});
  EXPECT_EQ(other.reject_of(world.ask(other, command::Point{kBoothA, kPlace}))->code, RejectCode::muted);
}

TEST_P(PointingHall, a_slow_tab_misses_states_and_gets_the_last_one) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(100);
  author.slow = true;
  for (std::uint32_t i = 0; i < 10; ++i) {
    point(visitor, kPlace + i);
    world.pass(60);
  }
  EXPECT_TRUE(author.all<notice::Pointers>().empty());
  author.slow = false;
  world.pass(60);
  ASSERT_EQ(author.all<notice::Pointers>().size(), 1U);
  EXPECT_EQ(author.last<notice::Pointers>()->pointers[0].place, kPlace + 9);
}

TEST_P(PointingHall, a_hidden_tab_gets_no_states_until_it_is_looked_at) {
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.ask(author, command::Activity{.hidden = true});
  world.pass(100);
  point(visitor);
  world.pass(100);
  EXPECT_TRUE(author.all<notice::Pointers>().empty());
  world.ask(author, command::Activity{.hidden = false, .input = true});
  world.pass(60);
  EXPECT_EQ(pointing(author).size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Shards, PointingHall, testing::Values(0, 1));

}  // namespace
}  // namespace posterhall::tests
