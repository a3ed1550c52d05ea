// Channels: order, gaps, resumes, heads.
#include <gtest/gtest.h>

#include <numeric>

#include "hall/channel_feed.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::Channel;
using domain::EventKind;
namespace command = hall::command;
namespace notice = hall::notice;

domain::Event numbered(std::uint32_t number) {
  domain::Event event;
  event.channel = Channel::hall();
  event.number = number;
  event.text = std::to_string(number);
  return event;
}

void fill(HallWorld& world, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    world.store.store({Channel::hall(), client_id(i), kHost, EventKind::message, 0, "m"});
  }
}

std::vector<std::uint32_t> range(std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> numbers(to - from + 1);
  std::iota(numbers.begin(), numbers.end(), from);
  return numbers;
}

TEST(ChannelFeed, what_is_early_waits_for_what_is_missing) {
  hall::ChannelFeed feed;
  feed.begin(4);
  std::vector<domain::Event> ready;
  feed.take(numbered(7), 10, ready);
  feed.take(numbered(6), 20, ready);
  EXPECT_TRUE(ready.empty());
  EXPECT_EQ(feed.waits_before(), 6U);
  feed.take(numbered(5), 30, ready);
  ASSERT_EQ(ready.size(), 3U);
  EXPECT_EQ(ready[2].number, 7U);
  EXPECT_EQ(feed.waits_before(), 0U);
  feed.take(numbered(6), 40, ready);
  EXPECT_EQ(ready.size(), 3U);  // once
}

TEST(ChannelFeed, keeps_the_last_two_hundred) {
  hall::ChannelFeed feed;
  feed.begin(0);
  std::vector<domain::Event> ready;
  for (std::uint32_t i = 1; i <= 250; ++i) feed.take(numbered(i), 0, ready);
  EXPECT_EQ(feed.first_kept(), 51U);
  EXPECT_EQ(feed.kept_after(248).size(), 2U);
  EXPECT_EQ(feed.find(50), nullptr);
  ASSERT_NE(feed.find(51), nullptr);
  EXPECT_EQ(feed.find(51)->number, 51U);
}

TEST(ChannelFeed, what_came_before_it_began_is_not_lost) {
  hall::ChannelFeed feed;
  std::vector<domain::Event> ready;
  feed.take(numbered(3), 0, ready);
  feed.take(numbered(2), 0, ready);
  feed.begin({numbered(1), numbered(2)}, ready);
  ASSERT_EQ(ready.size(), 1U);
  EXPECT_EQ(ready[0].number, 3U);
  EXPECT_EQ(feed.head(), 3U);
}

TEST(Channels, a_first_watch_gets_the_newest_fifty) {
  HallWorld world;
  fill(world, 80);
  world.pass(2100);
  Tab& tab = world.come(kAttendee);
  world.ask(tab, command::Watch{Channel::hall(), 0});
  world.pass(120);
  ASSERT_TRUE(tab.last<notice::Watching>());
  EXPECT_EQ(tab.last<notice::Watching>()->head, 80U);
  EXPECT_EQ(tab.last<notice::Watching>()->resumed, 50U);
  const auto numbers = tab.numbers(Channel::hall());
  EXPECT_EQ(numbers, range(31, 80));
}

TEST(Channels, a_resume_within_what_is_kept_is_complete) {
  HallWorld world;
  fill(world, 100);
  world.pass(2100);
  Tab& tab = world.come(kAttendee, {.resume = {{Channel::hall(), 90}}});
  world.pass(120);
  EXPECT_EQ(tab.last<notice::Watching>()->resumed, 10U);
  EXPECT_EQ(tab.numbers(Channel::hall()), range(91, 100));
}

TEST(Channels, a_longer_one_says_its_gap) {
  HallWorld world;
  fill(world, 500);
  world.pass(2100);
  Tab& tab = world.come(kAttendee, {.resume = {{Channel::hall(), 10}}});
  world.pass(120);
  const auto watching = tab.last<notice::Watching>();
  EXPECT_EQ(watching->gap_from, 11U);
  EXPECT_EQ(watching->gap_to, 450U);
  EXPECT_EQ(tab.numbers(Channel::hall()), range(451, 500));
}

TEST(Channels, a_resume_at_the_head_has_nothing_to_send) {
  HallWorld world;
  fill(world, 5);
  world.pass(2100);
  Tab& tab = world.come(kAttendee, {.resume = {{Channel::hall(), 5}}});
  world.pass(120);
  EXPECT_EQ(tab.last<notice::Watching>()->resumed, 0U);
  EXPECT_EQ(tab.last<notice::Watching>()->gap_to, 0U);
  EXPECT_TRUE(tab.numbers(Channel::hall()).empty());
}

TEST(Channels, a_resume_of_a_channel_one_may_not_read_is_not_served) {
  HallWorld world;
  const Channel direct = Channel::direct(kHost, kModerator);
  world.store.store({direct, client_id(1), kHost, EventKind::message, 0, "secret"});
  Tab& tab = world.come(kAttendee, {.resume = {{direct, 0}}});
  world.pass(300);
  EXPECT_TRUE(tab.events(direct).empty());
}

TEST(Channels, what_another_process_stored_is_found_by_the_heads) {
  HallWorld world;
  Tab& tab = world.come(kAttendee);
  world.pass(100);
  world.store.store({Channel::announce(), client_id(1), kOrganiser, EventKind::announcement, 0, "from elsewhere"});
  world.pass(2200);
  ASSERT_EQ(tab.events(Channel::announce()).size(), 1U);
  EXPECT_EQ(tab.events(Channel::announce())[0].text, "from elsewhere");
}

TEST(Channels, more_than_a_page_behind_is_fetched_in_order) {
  HallWorld world;
  Tab& tab = world.come(kAttendee);
  world.pass(100);
  fill(world, 450);
  world.pass(2500);
  EXPECT_EQ(tab.numbers(Channel::hall()), range(1, 450));
}

TEST(Channels, a_number_that_is_missing_is_asked_for_after_a_tenth_of_a_second) {
  HallWorld world(2);
  Tab& tab = world.come(kAttendee, {.shard = 0});
  world.pass(2100);
  // Number 1 was stored by a process whose relay was lost, number 2 comes by the relay.
  world.store.store({Channel::hall(), client_id(1), kHost, EventKind::message, 0, "one"});
  const int reads = world.store.event_reads;
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = 1;
  batch->events.push_back(world.store.store({Channel::hall(), client_id(2), kHost, EventKind::message, 0, "two"}));
  world.backplane.publish(batch);
  world.settle();
  world.pass(50);
  EXPECT_TRUE(tab.numbers(Channel::hall()).empty());
  EXPECT_EQ(world.store.event_reads, reads);
  world.pass(250);
  EXPECT_EQ(tab.numbers(Channel::hall()), range(1, 2));
}

TEST(Channels, heads_are_read_in_one_query_every_two_seconds) {
  HallWorld world;
  Tab& tab = world.come(kAttendee);
  world.ask(tab, command::Watch{Channel::poster(kPosterA), 0});
  world.pass(100);
  const int before = world.store.head_reads;
  world.pass(10'000);
  EXPECT_EQ(world.store.head_reads - before, 5);
}

TEST(Channels, unwatched_is_not_told_any_more) {
  HallWorld world;
  Tab& tab = world.come(kAttendee);
  Tab& asker = world.come(kHost);
  const Channel poster = Channel::poster(kPosterB);
  world.ask(tab, command::Watch{poster, 0});
  world.ask(tab, command::Unwatch{poster});
  world.ask(asker, message(poster, "why?", 1, EventKind::question));
  world.pass(200);
  EXPECT_TRUE(tab.events(poster).empty());
}

}  // namespace
}  // namespace posterhall::tests
