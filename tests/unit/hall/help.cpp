// Help: what somebody asks the organisers reaches all of them, and nobody else; also when none of them is here.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;
using domain::Channel;
using domain::EventKind;
using hall::RejectCode;

const Channel kHelp = Channel::help(kAttendee);

TEST(Help, reaches_every_moderator_and_organiser_on_every_shard_and_nobody_else) {
  HallWorld world(2);
  Tab& asks = world.come(kAttendee, {.shard = 0});
  Tab& moderator = world.come(kModerator, {.shard = 1});
  Tab& organiser = world.come(kOrganiser, {.shard = 0});
  Tab& host = world.come(kHost, {.shard = 1});
  Tab& author = world.come(kAuthor, {.shard = 0});
  EXPECT_TRUE(asks.acked(world.ask(asks, message(kHelp, "My name is spelt wrong", 1))));
  world.pass(100);
  EXPECT_EQ(moderator.numbers(kHelp), std::vector<std::uint32_t>{1});
  EXPECT_EQ(organiser.numbers(kHelp), std::vector<std::uint32_t>{1});
  EXPECT_TRUE(moderator.acked(world.ask(moderator, message(kHelp, "Which one is right?", 2))));
  world.pass(100);
  for (const Tab* tab : {&asks, &moderator, &organiser}) {
    EXPECT_EQ(tab->numbers(kHelp), (std::vector<std::uint32_t>{1, 2}));
  }
  for (Tab* tab : {&host, &author}) {
    EXPECT_TRUE(tab->events(kHelp).empty());
    EXPECT_EQ(tab->reject_of(world.ask(*tab, command::Watch{kHelp, 0}))->code, RejectCode::not_allowed);
    EXPECT_EQ(tab->reject_of(world.ask(*tab, command::History{kHelp, 0, 50}))->code, RejectCode::not_allowed);
    EXPECT_EQ(tab->reject_of(world.ask(*tab, message(kHelp, "me too", 3)))->code, RejectCode::not_allowed);
  }
}

TEST(Help, waits_for_the_organiser_who_comes_next) {
  HallWorld world(1);
  Tab& asks = world.come(kAttendee);
  EXPECT_TRUE(asks.acked(world.ask(asks, message(kHelp, "Is anybody there?", 1))));
  Tab& organiser = world.come(kOrganiser);
  const auto heads = organiser.last<notice::Welcome>()->channels;
  const auto told = std::find_if(heads.begin(), heads.end(), [](const auto& head) { return head.channel == kHelp; });
  ASSERT_NE(told, heads.end());
  EXPECT_EQ(told->head, 1U);
  EXPECT_EQ(told->read, 0U);
  Tab& host = world.come(kHost);
  const auto others = host.last<notice::Welcome>()->channels;
  for (const auto& head : others) {
    EXPECT_NE(head.channel.kind, domain::ChannelKind::help);
  }
  EXPECT_TRUE(organiser.acked(world.ask(organiser, message(kHelp, "Yes.", 2))));
  world.pass(100);
  EXPECT_EQ(asks.numbers(kHelp), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(organiser.reject_of(world.ask(organiser, message(Channel::help(PersonId{999}), "x", 3)))->code,
            RejectCode::not_found);
}

TEST(Help, is_the_way_to_ask_for_a_review_and_has_its_own_rate) {
  HallWorld world(1);
  Tab& muted = world.come(kAttendee);
  Tab& moderator = world.come(kModerator);
  world.ask(moderator, command::Measure{client_id(900), kAttendee, domain::MeasureKind::mute, 30, "loud", 0});
  EXPECT_EQ(muted.reject_of(world.ask(muted, message(Channel::hall(), "hello", 1)))->code, RejectCode::muted);
  std::uint32_t id = 10;
  for (; id < 16; ++id) {
    EXPECT_TRUE(muted.acked(world.ask(muted, message(kHelp, "Please look again", id)))) << id;
    world.pass(1000);
  }
  EXPECT_TRUE(muted.acked(world.ask(muted, message(kHelp, "Please", id++))));
  const auto refused = muted.reject_of(world.ask(muted, message(kHelp, "Please", id++)));
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, RejectCode::rate_limited);
  // Who answers is not slowed down by how much was asked.
  for (std::uint32_t i = 0; i < 10; ++i) {
    EXPECT_TRUE(moderator.acked(world.ask(moderator, message(kHelp, "We have looked", 100 + i))));
  }
}

TEST(Help, is_read_no_more_by_who_is_no_moderator_any_more) {
  HallWorld world(1);
  Tab& asks = world.come(kAttendee);
  Tab& moderator = world.come(kModerator);
  world.ask(asks, message(kHelp, "one", 1));
  world.ask(moderator, message(Channel::help(kModerator), "my own", 2));
  world.pass(100);
  ASSERT_EQ(moderator.numbers(kHelp), std::vector<std::uint32_t>{1});
  auto people = std::make_shared<hall::People>(*world.setting.people);
  for (auto& person : *people) {
    if (person.id == kModerator) person.role = domain::Role::attendee;
  }
  hall::HallSetting next = world.setting;
  next.people = people;
  world.replace(next);
  world.ask(asks, message(kHelp, "two", 3));
  world.ask(moderator, message(Channel::help(kModerator), "mine again", 4));
  world.pass(100);
  EXPECT_EQ(moderator.numbers(kHelp), std::vector<std::uint32_t>{1});
  EXPECT_EQ(moderator.numbers(Channel::help(kModerator)), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(moderator.reject_of(world.ask(moderator, command::Watch{kHelp, 0}))->code, RejectCode::not_allowed);
}

TEST(Help, is_not_stopped_by_a_block) {
  HallWorld world(1);
  Tab& asks = world.come(kAttendee);
  Tab& moderator = world.come(kModerator);
  world.ask(moderator, command::Block{kAttendee, true});
  EXPECT_TRUE(asks.acked(world.ask(asks, message(kHelp, "help", 1))));
  world.pass(100);
  EXPECT_EQ(moderator.numbers(kHelp), std::vector<std::uint32_t>{1});
}

}  // namespace
}  // namespace posterhall::tests
