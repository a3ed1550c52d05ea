// Presence, tabs and devices: leaving, dropping, coming back, away; who controls.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::CloseReason;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

TEST(Presence, who_is_back_within_four_seconds_never_left) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  watcher.forget();
  world.drop(tab);
  world.pass(3500);
  Tab& again = world.come(kAttendee);
  world.pass(3000);
  EXPECT_EQ(again.visitor, tab.visitor);
  EXPECT_TRUE(watcher.sees(tab.visitor));
  for (const Frame& frame : watcher.frames) EXPECT_TRUE(frame.gone.empty());
}

TEST(Presence, who_dropped_is_gone_within_six_seconds_and_keeps_the_place) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(1000);
  world.step_to(tab, 20, 31);
  world.pass(100);
  world.drop(tab);
  world.pass(6000);
  EXPECT_FALSE(watcher.sees(tab.visitor));
  EXPECT_EQ(tile_of(world.store.places[kAttendee].place), (domain::Tile{20, 31}));
  Tab& again = world.come(kAttendee);
  EXPECT_EQ(tile_of(again.last<notice::Welcome>()->place), (domain::Tile{20, 31}));
}

TEST(Presence, who_was_silent_for_five_seconds_does_not_linger) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(1000);
  world.drop(tab, 5000);
  world.pass(120);
  EXPECT_FALSE(watcher.sees(tab.visitor));
}

TEST(Presence, who_leaves_is_gone_within_a_second_with_all_tabs) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 20, 30);
  Tab& two = world.come(kAttendee);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(1000);
  world.ask(two, command::Leave{});
  world.pass(1000);
  EXPECT_FALSE(watcher.sees(one.visitor));
  EXPECT_EQ(one.closed, CloseReason::left);
  world.pass(200);  // facts come once a second, then wait for the slot
  EXPECT_EQ(watcher.last<notice::HallFacts>()->people_here, 1U);
}

TEST(Presence, five_minutes_without_input_is_away_and_input_ends_it) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(1000);
  world.skip(4 * 60'000);
  world.ask(watcher, command::Activity{false, true, hall::View::hall});
  world.pass(2000);
  EXPECT_FALSE(domain::unpack_position(*watcher.sees(tab.visitor)).away);
  world.skip(60'000);
  world.pass(2000);
  EXPECT_TRUE(domain::unpack_position(*watcher.sees(tab.visitor)).away);
  EXPECT_FALSE(domain::unpack_position(*watcher.sees(watcher.visitor)).away);
  world.ask(tab, command::Activity{false, true, hall::View::hall});
  world.pass(200);
  EXPECT_FALSE(domain::unpack_position(*watcher.sees(tab.visitor)).away);
}

TEST(Presence, all_tabs_hidden_is_away_one_in_sight_is_not) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 20, 30);
  Tab& two = world.come(kAttendee);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  const auto away = [&] {
    world.pass(200);
    return domain::unpack_position(*watcher.sees(one.visitor)).away;
  };
  world.ask(two, command::Activity{true, false, hall::View::hall});
  EXPECT_FALSE(away());
  world.ask(one, command::Activity{true, false, hall::View::hall});
  EXPECT_TRUE(away());
  world.ask(two, command::Activity{false, true, hall::View::hall});
  EXPECT_FALSE(away());
  world.drop(two);  // the one that is left is hidden
  EXPECT_TRUE(away());
  Tab& three = world.come(kAttendee);
  EXPECT_FALSE(away());
  EXPECT_TRUE(three.last<notice::Welcome>()->in_control);
}

TEST(Presence, away_can_be_said_and_list_mode_is_shown) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30, {.view = hall::View::list});
  world.pass(200);
  EXPECT_TRUE(domain::unpack_position(*tab.sees(tab.visitor)).list_mode);
  world.ask(tab, command::SetStatus{"", false, true});
  world.ask(tab, command::Activity{false, false, hall::View::hall});
  world.pass(200);
  EXPECT_TRUE(domain::unpack_position(*tab.sees(tab.visitor)).away);
  EXPECT_FALSE(domain::unpack_position(*tab.sees(tab.visitor)).list_mode);
}

TEST(Presence, places_of_those_who_moved_are_saved_in_batches_of_two_hundred) {
  HallWorld world(1, 400);
  for (std::uint32_t i = 0; i < 250; ++i) world.come(PersonId{20 + i});
  world.pass(3100);
  world.pass(3000);
  std::size_t saved = 0;
  for (const std::size_t batch : world.store.saved_batches) {
    EXPECT_LE(batch, 200U);
    saved += batch;
  }
  EXPECT_EQ(saved, 250U);
  world.store.saved_batches.clear();
  world.pass(6000);
  EXPECT_TRUE(world.store.saved_batches.empty());  // nobody moved
}

TEST(Presence, places_of_a_crowd_that_walks_on_are_all_saved_within_six_seconds) {
  HallWorld world(1, 400);
  std::vector<Tab*> crowd;
  for (std::uint32_t i = 0; i < 250; ++i) {
    crowd.push_back(&world.come_at(PersonId{20 + i}, 20 + static_cast<std::int32_t>(i % 25),
                                   33 + static_cast<std::int32_t>(i / 25)));
  }
  world.pass(3000);
  world.store.places.clear();
  for (std::int32_t second = 0; second < 6; ++second) {
    for (std::size_t i = 0; i < crowd.size(); ++i) {
      const auto row = static_cast<std::int32_t>(i / 25);
      world.step_to(*crowd[i], 20 + static_cast<std::int32_t>(i % 25), 33 + row + (second + 1) % 2);
    }
    world.pass(1000);
  }
  EXPECT_EQ(world.store.places.size(), crowd.size());
}

TEST(Tabs, the_newest_controls_quietly) {
  HallWorld world;
  Tab& older = world.come_at(kAttendee, 20, 30);
  Tab& newer = world.come(kAttendee);
  world.pass(200);
  EXPECT_EQ(newer.visitor, older.visitor);
  EXPECT_TRUE(newer.last<notice::Welcome>()->in_control);
  ASSERT_TRUE(older.last<notice::Control>());
  EXPECT_FALSE(older.last<notice::Control>()->in_control);
  EXPECT_FALSE(older.last<notice::Control>()->other_device);
  world.step_to(older, 21, 30);
  world.pass(200);
  EXPECT_EQ(tile_of(*older.sees(older.visitor)), (domain::Tile{20, 30}));
  EXPECT_EQ(older.reject_of(world.ask(older, go_booth(kBoothA)))->code, RejectCode::not_in_control);
  world.step_to(newer, 21, 30);
  world.pass(200);
  EXPECT_EQ(tile_of(*older.sees(older.visitor)), (domain::Tile{21, 30}));  // a watching tab sees it
}

TEST(Tabs, control_can_be_claimed_back) {
  HallWorld world;
  Tab& older = world.come_at(kAttendee, 20, 30);
  Tab& newer = world.come(kAttendee);
  const auto seq = world.ask(older, command::ClaimControl{});
  EXPECT_TRUE(older.acked(seq));
  EXPECT_TRUE(older.last<notice::Control>()->in_control);
  EXPECT_EQ(older.last<notice::Control>()->epoch, Epoch{3});
  EXPECT_FALSE(newer.last<notice::Control>()->in_control);
}

TEST(Tabs, another_device_is_told_to_the_older_one) {
  HallWorld world;
  Tab& laptop = world.come_at(kAttendee, 20, 30, {.device = 1});
  world.come(kAttendee, {.device = 2});
  ASSERT_TRUE(laptop.last<notice::Control>());
  EXPECT_TRUE(laptop.last<notice::Control>()->other_device);
}

TEST(Tabs, another_device_watches_until_it_claims) {
  HallWorld world;
  Tab& laptop = world.come_at(kAttendee, 20, 30, {.device = 1});
  Tab& phone = world.come(kAttendee, {.device = 2, .asks_first = true});
  EXPECT_FALSE(phone.last<notice::Welcome>()->in_control);
  ASSERT_TRUE(phone.last<notice::Control>());
  EXPECT_TRUE(phone.last<notice::Control>()->other_device);
  EXPECT_FALSE(laptop.last<notice::Control>());
  EXPECT_TRUE(phone.acked(world.ask(phone, command::ClaimControl{})));
  ASSERT_TRUE(laptop.last<notice::Control>());
  EXPECT_FALSE(laptop.last<notice::Control>()->in_control);
  EXPECT_TRUE(laptop.last<notice::Control>()->other_device);
  // Another tab of the phone needs not ask again, one of the laptop does.
  EXPECT_TRUE(world.come(kAttendee, {.device = 2, .asks_first = true}).last<notice::Welcome>()->in_control);
  EXPECT_FALSE(world.come(kAttendee, {.device = 1, .asks_first = true}).last<notice::Welcome>()->in_control);
}

TEST(Tabs, a_reload_of_the_device_that_controls_needs_not_ask) {
  HallWorld world;
  Tab& laptop = world.come_at(kAttendee, 20, 30, {.device = 1});
  Tab& phone = world.come(kAttendee, {.device = 2, .asks_first = true});
  world.drop(laptop);
  EXPECT_TRUE(phone.last<notice::Control>()->in_control);  // it is all that is left
  Tab& again = world.come(kAttendee, {.device = 1, .asks_first = true});
  EXPECT_TRUE(again.last<notice::Welcome>()->in_control);
  EXPECT_FALSE(phone.last<notice::Control>()->in_control);
}

TEST(Tabs, a_fourth_tab_closes_the_oldest_of_that_device) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 20, 30);
  Tab& two = world.come(kAttendee);
  Tab& other_device = world.come(kAttendee, {.device = 2});
  Tab& three = world.come(kAttendee);
  EXPECT_FALSE(one.closed);
  world.come(kAttendee);
  EXPECT_EQ(one.closed, CloseReason::replaced);
  EXPECT_FALSE(two.closed);
  EXPECT_FALSE(three.closed);
  EXPECT_FALSE(other_device.closed);
}

TEST(Tabs, the_same_tab_replaces_its_own_old_connection) {
  HallWorld world;
  Tab& before = world.come_at(kAttendee, 20, 30, {.tab = 77});
  Tab& after = world.come(kAttendee, {.tab = 77});
  EXPECT_EQ(before.closed, CloseReason::replaced);
  EXPECT_EQ(after.visitor, before.visitor);
  EXPECT_TRUE(after.last<notice::Welcome>()->in_control);
}

TEST(Tabs, a_reconnect_that_only_watches_takes_nothing_from_the_tab_that_controls) {
  HallWorld world;
  Tab& controls = world.come_at(kAttendee, 20, 30);
  Tab& watches = world.come(kAttendee, {.watch_only = true});
  EXPECT_FALSE(watches.last<notice::Welcome>()->in_control);
  EXPECT_FALSE(controls.last<notice::Control>());
  world.step_to(controls, 21, 30);
  world.pass(300);
  EXPECT_EQ(tile_of(*watches.sees(controls.visitor)), (domain::Tile{21, 30}));
}

TEST(Tabs, control_passes_to_the_tab_that_is_left) {
  HallWorld world;
  Tab& older = world.come_at(kAttendee, 20, 30);
  Tab& newer = world.come(kAttendee);
  world.drop(newer);
  EXPECT_TRUE(older.last<notice::Control>()->in_control);
  world.pass(6000);
  EXPECT_TRUE(older.sees(older.visitor));
}

TEST(Tabs, ended_sessions_close_their_tabs_and_take_the_avatar) {
  HallWorld world;
  Tab& laptop = world.come_at(kAttendee, 20, 30, {.device = 1});
  Tab& phone = world.come(kAttendee, {.device = 2});
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(500);
  world.shards[0]->post_end_sessions(kAttendee, 1);
  world.settle();
  EXPECT_EQ(laptop.closed, CloseReason::session_ended);
  EXPECT_FALSE(phone.closed);
  world.shards[0]->post_end_sessions(kAttendee, 0);
  world.settle();
  world.pass(200);
  EXPECT_EQ(phone.closed, CloseReason::session_ended);
  EXPECT_FALSE(watcher.sees(laptop.visitor));
}

}  // namespace
}  // namespace posterhall::tests
