// The event's life in the running hall, on one shard and on two: its own door, whoever got a ticket, and what closing
// stops for who is in.
#include <gtest/gtest.h>

#include "domain/event_life.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace notice = hall::notice;
using domain::Channel;
using hall::RejectCode;

constexpr UnixMs kHour = 3'600'000;

void set_hours(HallWorld& world, const domain::EventTimes& times) {
  auto catalogue = std::make_shared<domain::Catalogue>(*world.setting.catalogue);
  catalogue->event.times = times;
  auto next = world.setting;
  next.catalogue = catalogue;
  world.replace(next);
  world.pass(10);
}

class EventLife : public testing::TestWithParam<std::size_t> {};

TEST_P(EventLife, before_the_doors_the_hall_itself_lets_in_only_who_sets_up) {
  HallWorld world(2);
  set_hours(world, {kNoon + kHour, kNoon + 9 * kHour, 0, 0});
  Tab& early = world.come(kAttendee, {.shard = GetParam()});
  EXPECT_FALSE(early.last<notice::Welcome>());
  const auto refused = early.reject_of(early.seq);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, RejectCode::before_doors);
  EXPECT_LE(refused->retry_after_ms, kHour);
  EXPECT_GT(refused->retry_after_ms, kHour - 60'000);
  EXPECT_TRUE(world.come(kAuthor, {.shard = GetParam()}).last<notice::Welcome>());
  EXPECT_TRUE(world.come(kOrganiser, {.shard = GetParam()}).last<notice::Welcome>());
}

TEST_P(EventLife, closing_stops_talk_puts_nobody_out_and_keeps_the_help_desk) {
  HallWorld world(2);
  Tab& one = world.come(kAttendee, {.shard = GetParam()});
  set_hours(world, {kNoon - 9 * kHour, kNoon - domain::kLastWordsMs - 1, 0, 0});
  const auto said = world.ask(one, message(Channel::hall(), "Anybody?", 1));
  ASSERT_TRUE(one.reject_of(said));
  EXPECT_EQ(one.reject_of(said)->code, RejectCode::event_closed);
  EXPECT_FALSE(one.closed);
  EXPECT_TRUE(one.acked(world.ask(one, message(Channel::help(kAttendee), "Where is my card?", 2))));
  Tab& later = world.come(kAuthor, {.shard = GetParam()});
  EXPECT_TRUE(later.last<notice::Welcome>()) << "to read";
  set_hours(world, {kNoon - 9 * kHour, kNoon + kHour, 0, 0});
  EXPECT_TRUE(one.acked(world.ask(one, message(Channel::hall(), "And on we go", 3)))) << "extended";
}

TEST_P(EventLife, when_it_is_over_organisers_alone_come_in) {
  HallWorld world(2);
  set_hours(world, {kNoon - 9 * kHour, kNoon - 8 * kHour, kNoon - kHour, 0});
  EXPECT_FALSE(world.come(kModerator, {.shard = GetParam()}).last<notice::Welcome>());
  EXPECT_TRUE(world.come(kOrganiser, {.shard = GetParam()}).last<notice::Welcome>());
}

INSTANTIATE_TEST_SUITE_P(Shards, EventLife, testing::Values(0, 1));

}  // namespace
}  // namespace posterhall::tests
