// Coming in: welcome, places kept, newcomers of a moment ago, a store that fails.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

TEST(Entering, welcomes_with_place_channels_and_rights) {
  HallWorld world;
  world.store.marks[kAuthor].saved = {kPosterB};
  world.store.marks[kAuthor].read = {{domain::Channel::hall(), 1}};
  world.store.store({domain::Channel::hall(), client_id(1), PersonId{9}, domain::EventKind::message, 0, "one"});
  world.store.store({domain::Channel::hall(), client_id(2), PersonId{9}, domain::EventKind::message, 0, "two"});
  world.pass(2100);  // the heads are read
  Tab& tab = world.come(kAuthor);
  const auto welcome = tab.last<notice::Welcome>();
  ASSERT_TRUE(welcome);
  EXPECT_TRUE(welcome->in_control);
  EXPECT_EQ(welcome->me.name, "Person 2");
  EXPECT_EQ(welcome->epoch, Epoch{1});
  EXPECT_EQ(welcome->catalogue_hash, "catalogue-1");
  EXPECT_EQ(welcome->people_here, 1U);
  EXPECT_EQ(welcome->saved, std::vector<PosterKey>{kPosterB});
  const auto hall_head = std::find_if(welcome->channels.begin(), welcome->channels.end(),
                                      [](const auto& head) { return head.channel == domain::Channel::hall(); });
  ASSERT_NE(hall_head, welcome->channels.end());
  EXPECT_EQ(hall_head->head, 2U);
  EXPECT_EQ(hall_head->read, 1U);
  EXPECT_TRUE(std::any_of(welcome->channels.begin(), welcome->channels.end(),
                          [](const auto& head) { return head.channel == domain::Channel::poster(kPosterA); }));
  EXPECT_EQ(std::count(welcome->may.begin(), welcome->may.end(), "announce"), 0);
  const domain::Tile spawn = tile_of(welcome->place);
  EXPECT_TRUE((spawn == domain::Tile{20, 30}) || (spawn == domain::Tile{50, 30}));
}

TEST(Entering, stands_where_they_stood) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 33, 40);
  EXPECT_EQ(tile_of(tab.last<notice::Welcome>()->place), (domain::Tile{33, 40}));
}

TEST(Entering, a_tab_that_reconnects_after_a_crash_stands_where_it_says_unless_the_hall_knows_better) {
  HallWorld world;
  world.store.places[kAttendee] = {kAttendee, place_at(33, 40), RoomId{}, kNoon, false};
  Tab& tab = world.come(kAttendee, {.place = place_at(34, 40)});  // the store is a moment behind
  EXPECT_EQ(tile_of(tab.last<notice::Welcome>()->place), (domain::Tile{34, 40}));
  Tab& other = world.come(kAttendee, {.place = place_at(20, 30)});  // the avatar is there already
  EXPECT_EQ(tile_of(other.last<notice::Welcome>()->place), (domain::Tile{34, 40}));
  PersonId person = kHost;
  for (const std::uint32_t nowhere : {place_at(6, 1), 0xfffffff0U}) {  // a wall; outside
    world.store.places[person] = {person, place_at(33, 40), RoomId{}, kNoon, false};
    Tab& third = world.come(person, {.place = nowhere});
    EXPECT_EQ(tile_of(third.last<notice::Welcome>()->place), (domain::Tile{33, 40}));
    person = PersonId{person.value + 1};
  }
}

TEST(Entering, a_place_that_is_a_wall_now_becomes_the_nearest_free_one) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 6, 1);
  EXPECT_EQ(tile_of(tab.last<notice::Welcome>()->place), (domain::Tile{6, 2}));
}

TEST(Entering, a_place_of_yesterday_is_forgotten) {
  HallWorld world;
  world.store.places[kAttendee] = {kAttendee, place_at(33, 40), RoomId{}, kNoon - 25LL * 3600 * 1000, false};
  Tab& tab = world.come(kAttendee);
  EXPECT_EQ(tile_of(tab.last<notice::Welcome>()->place).y, 30);
}

TEST(Entering, nothing_else_is_done_before_enter) {
  HallWorld world;
  Tab& tab = world.tabs.emplace_back(world.encoder);
  tab.id = world.shards[0]->attach({kAttendee, 1}, tab);
  const auto seq = world.ask(tab, go_booth(kBoothA));
  EXPECT_EQ(tab.reject_of(seq)->code, RejectCode::wrong_state);
  world.ask(tab, command::Ping{});
  EXPECT_TRUE(tab.last<notice::Pong>());
}

TEST(Entering, the_pings_of_all_of_a_persons_tabs_are_answered) {
  HallWorld world;
  std::vector<Tab*> tabs;
  for (int i = 0; i < 3; ++i) tabs.push_back(&world.come(kAttendee));
  for (int second = 0; second < 20; ++second) {
    for (Tab* tab : tabs) {
      tab->forget();
      world.ask(*tab, command::Ping{});
      EXPECT_TRUE(tab->last<notice::Pong>()) << "after " << second << " s";
    }
    world.pass(1000);
  }
}

TEST(Entering, twice_is_the_wrong_state) {
  HallWorld world;
  Tab& tab = world.come(kAttendee);
  const auto seq = world.ask(tab, command::Enter{});
  EXPECT_EQ(tab.reject_of(seq)->code, RejectCode::wrong_state);
}

TEST(Entering, somebody_invited_a_moment_ago_is_read_from_the_store) {
  HallWorld world(1, 10);
  world.store.people = some_people(30);
  Tab& tab = world.come(PersonId{25});
  ASSERT_TRUE(tab.last<notice::Welcome>());
  EXPECT_EQ(tab.last<notice::Welcome>()->me.name, "Person 25");
}

TEST(Entering, a_store_that_cannot_write_keeps_nobody_out) {
  HallWorld world;
  world.store.failing = true;
  Tab& tab = world.come(kAttendee);
  EXPECT_TRUE(tab.last<notice::Welcome>());
  const auto seq = world.ask(tab, message(domain::Channel::hall(), "hello", 1));
  EXPECT_EQ(tab.reject_of(seq)->code, RejectCode::store_unavailable);
}

TEST(Entering, a_newcomer_gets_a_snapshot_and_all_facts) {
  HallWorld world;
  Tab& first = world.come_at(kAttendee, 20, 30);
  world.pass(1500);
  Tab& second = world.come_at(kHost, 22, 30);
  world.pass(200);
  ASSERT_FALSE(second.frames.empty());
  EXPECT_TRUE(second.frames.front().snapshot);
  EXPECT_TRUE(second.frames.front().place_of(first.visitor));
  ASSERT_TRUE(second.last<notice::HallFacts>());
  EXPECT_TRUE(second.all<notice::HallFacts>().front().full);
  EXPECT_TRUE(first.sees(second.visitor));
}

TEST(Entering, a_tab_gone_before_the_store_answered_leaves_nothing) {
  HallWorld world;
  world.store.holding = true;
  Tab& tab = world.come(kAttendee);
  world.drop(tab);
  world.store.release();
  world.settle();
  world.pass(1500);
  EXPECT_FALSE(tab.last<notice::Welcome>());
  EXPECT_EQ(world.reports[0]->people.size(), 0U);
}

TEST(Entering, who_is_answers_names_for_ids) {
  HallWorld world;
  Tab& first = world.come(kAttendee);
  Tab& second = world.come(kHost);
  world.ask(first, command::WhoRequest{{second.visitor.value, 12345}});
  const auto who = first.last<notice::Who>();
  ASSERT_TRUE(who);
  ASSERT_EQ(who->visitors.size(), 1U);
  EXPECT_EQ(who->visitors[0].second.name, "Person 5");
}

}  // namespace
}  // namespace posterhall::tests
