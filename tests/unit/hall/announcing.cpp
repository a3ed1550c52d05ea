// Announcing in the running hall: to a room, to authors of unattended posters, at a time; each once, however many
// shards give it and whenever the store was away.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;
using domain::Audience;
using domain::Channel;
using hall::RejectCode;
using State = domain::Announcement::State;

constexpr UnixMs kMinute = 60'000;

command::PlanAnnouncement plan(std::uint32_t id, Audience to, std::string text, UnixMs due = 0, RoomId room = {}) {
  return {client_id(id), {to, room, due, std::move(text)}};
}

/// The exhibition runs, and poster A's authors are due.
hall::HallSetting in_session(std::uint32_t people) {
  hall::HallSetting setting = small_setting(people);
  auto catalogue = std::make_shared<domain::Catalogue>(*setting.catalogue);
  domain::Session session;
  session.id = "exhibition";
  session.kind = domain::SessionKind::exhibition;
  session.span = {kNoon - kMinute, kNoon + 60 * kMinute};
  catalogue->sessions.push_back(session);
  for (domain::Poster& poster : catalogue->posters) {
    poster.plans = {{"exhibition", 0, {{PersonId{}, 0, 61 * kMinute}}}};
  }
  setting.catalogue = catalogue;
  return setting;
}

std::vector<std::string> words(const Tab& tab, const Channel& channel) {
  std::vector<std::string> all;
  for (const domain::Event& event : tab.events(channel)) {
    EXPECT_EQ(event.kind, domain::EventKind::announcement);
    EXPECT_EQ(event.author, kOrganiser);
    all.push_back(event.text);
  }
  return all;
}

using Words = std::vector<std::string>;

TEST(Announcing, to_everybody_at_its_time_once_from_every_shard) {
  HallWorld world(2);
  Tab& organiser = world.come(kOrganiser);
  Tab& here = world.come(kAttendee, {.shard = 0});
  Tab& there = world.come(kAuthor, {.shard = 1});
  const auto seq = world.ask(organiser, plan(1, Audience::everybody, "Lunch", kNoon + kMinute));
  EXPECT_TRUE(organiser.acked(seq));
  world.pass(5000);
  EXPECT_TRUE(words(here, Channel::announce()).empty());
  world.skip(kMinute);
  world.pass(3000);
  for (const Tab* tab : {&here, &there, &organiser}) EXPECT_EQ(words(*tab, Channel::announce()), Words{"Lunch"});
  world.pass(10'000);
  EXPECT_EQ(world.store.events(Channel::announce()).size(), 1U);
  EXPECT_EQ(world.store.events(Channel::planned()).size(), 2U);  // planned, given
}

TEST(Announcing, to_a_room_is_read_there_alone) {
  HallWorld world;
  Tab& host = world.come(kHost);
  Tab& organiser = world.come(kOrganiser);
  Tab& outside = world.come(kAttendee);
  ASSERT_TRUE(host.acked(world.ask(host, command::RoomOpen{kRoom})));
  ASSERT_TRUE(host.acked(world.ask(host, command::RoomEnter{kRoom})));
  world.ask(host, command::Watch{Channel::talk(kRoom), 0});
  EXPECT_TRUE(organiser.acked(world.ask(organiser, plan(1, Audience::room, "Please end", 0, kRoom))));
  world.pass(2000);
  EXPECT_EQ(words(host, Channel::talk(kRoom)), Words{"Please end"});
  EXPECT_TRUE(words(outside, Channel::announce()).empty());
  EXPECT_TRUE(outside.events(Channel::talk(kRoom)).empty());
}

TEST(Announcing, to_authors_of_unattended_posters_who_are_due_now) {
  HallWorld world(2);
  world.replace(in_session(40));
  Tab& organiser = world.come(kOrganiser, {.shard = 1});
  Tab& attends = world.come_at(kAuthor, 8, 2);
  Tab& absent = world.come_at(kAuthorB, 40, 40, {.shard = 1});
  Tab& attendee = world.come_at(kAttendee, 41, 40);
  world.pass(31'000);  // after a start nobody is called empty before people can be back
  world.ask(organiser, command::FollowAnnouncements{true});
  ASSERT_TRUE(organiser.acked(world.ask(organiser, plan(1, Audience::unattended_authors, "Your booth is empty"))));
  world.pass(3000);
  EXPECT_EQ(words(absent, Channel::help(kAuthorB)), Words{"Your booth is empty"});
  EXPECT_TRUE(world.store.events(Channel::help(kAuthor)).empty());
  EXPECT_TRUE(world.store.events(Channel::help(kCoAuthor)).empty());
  EXPECT_TRUE(attends.events(Channel::help(kAuthorB)).empty());
  EXPECT_TRUE(attendee.events(Channel::help(kAuthorB)).empty());
  const auto told = organiser.last<notice::PlannedAnnouncements>();
  ASSERT_TRUE(told);
  ASSERT_EQ(told->rows.size(), 1U);
  EXPECT_EQ(told->rows[0].announcement.state, State::given);
  EXPECT_EQ(told->rows[0].announcement.reached, 1U);
  EXPECT_EQ(told->rows[0].by, "Person 7");
}

TEST(Announcing, nobody_is_called_away_right_after_a_start) {
  HallWorld world;
  world.replace(in_session(40));
  Tab& organiser = world.come(kOrganiser);
  ASSERT_TRUE(organiser.acked(world.ask(organiser, plan(1, Audience::unattended_authors, "Your booth is empty"))));
  world.pass(5000);
  EXPECT_TRUE(world.store.events(Channel::help(kAuthorB)).empty());
  world.pass(30'000);
  EXPECT_EQ(world.store.events(Channel::help(kAuthorB)).size(), 1U);
}

TEST(Announcing, is_withdrawn_until_it_is_given) {
  HallWorld world;
  Tab& organiser = world.come(kOrganiser);
  world.ask(organiser, command::FollowAnnouncements{true});
  world.pass(200);
  ASSERT_TRUE(organiser.last<notice::PlannedAnnouncements>());
  EXPECT_TRUE(organiser.last<notice::PlannedAnnouncements>()->rows.empty());
  world.ask(organiser, plan(1, Audience::everybody, "Lunch", kNoon + kMinute));
  world.pass(200);
  ASSERT_EQ(organiser.last<notice::PlannedAnnouncements>()->rows.size(), 1U);
  EXPECT_TRUE(organiser.acked(world.ask(organiser, command::WithdrawAnnouncement{client_id(2), 1})));
  EXPECT_EQ(organiser.reject_of(world.ask(organiser, command::WithdrawAnnouncement{client_id(3), 1}))->code,
            RejectCode::wrong_state);
  EXPECT_EQ(organiser.reject_of(world.ask(organiser, command::WithdrawAnnouncement{client_id(4), 99}))->code,
            RejectCode::not_found);
  world.skip(2 * kMinute);
  world.pass(5000);
  EXPECT_TRUE(world.store.events(Channel::announce()).empty());
  world.ask(organiser, command::FollowAnnouncements{false});
  organiser.forget();
  world.ask(organiser, plan(5, Audience::everybody, "Dinner"));
  world.pass(3000);
  EXPECT_TRUE(organiser.all<notice::PlannedAnnouncements>().empty());
}

TEST(Announcing, what_cannot_be_is_refused) {
  HallWorld world;
  Tab& organiser = world.come(kOrganiser);
  const auto why = [&](const command::PlanAnnouncement& wish) {
    const auto reject = organiser.reject_of(world.ask(organiser, wish));
    world.pass(1000);
    return reject ? std::optional(reject->code) : std::nullopt;
  };
  EXPECT_EQ(why(plan(1, Audience::room, "x", 0, RoomId{9})), RejectCode::not_found);
  EXPECT_EQ(why(plan(2, Audience::everybody, "x", kNoon - 10 * kMinute)), RejectCode::wrong_state);
  EXPECT_EQ(why(plan(3, Audience::everybody, "x", kNoon + 2 * domain::kDueWithinMs)), RejectCode::wrong_state);
  for (std::uint32_t i = 0; i < domain::kMostWaitingAnnouncements; ++i) {
    EXPECT_EQ(why(plan(10 + i, Audience::everybody, "x", kNoon + 100 * kMinute)), std::nullopt);
  }
  EXPECT_EQ(why(plan(90, Audience::everybody, "x", kNoon + 100 * kMinute)), RejectCode::wrong_state);
}

TEST(Announcing, is_given_when_the_store_is_back_and_still_once) {
  HallWorld world;
  Tab& organiser = world.come(kOrganiser);
  ASSERT_TRUE(organiser.acked(world.ask(organiser, plan(1, Audience::everybody, "Lunch", kNoon + 10'000))));
  world.store.failing = true;
  world.pass(20'000);
  EXPECT_TRUE(words(organiser, Channel::announce()).empty());
  world.store.failing = false;
  world.pass(10'000);
  EXPECT_EQ(words(organiser, Channel::announce()), Words{"Lunch"});
  EXPECT_EQ(world.store.events(Channel::announce()).size(), 1U);
}

TEST(Announcing, what_was_given_before_a_start_is_not_given_again) {
  HallWorld world;
  world.store.store({Channel::planned(), client_id(1), kOrganiser, domain::EventKind::announcement_planned, 0,
                     domain::to_text({Audience::unattended_authors, {}, 0, "Your booth is empty"})});
  world.store.store({Channel::planned(), client_id(2), {}, domain::EventKind::announcement_given, 1, "4"});
  world.replace(in_session(40));
  world.pass(40'000);
  EXPECT_TRUE(world.store.events(Channel::help(kAuthorB)).empty());
}

}  // namespace
}  // namespace posterhall::tests
