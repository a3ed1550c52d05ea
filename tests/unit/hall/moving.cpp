// Moves: speed, walls, sequences, cells and frames.
#include <gtest/gtest.h>

#include "hall/frame_builder.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;

TEST(Moving, a_step_is_seen_by_who_stands_near_within_a_round) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  watcher.forget();
  world.step_to(walker, 21, 30);
  world.pass(100);
  ASSERT_EQ(watcher.frames.size(), 1U);
  EXPECT_EQ(tile_of(*watcher.frames[0].place_of(walker.visitor)), (domain::Tile{21, 30}));
  EXPECT_EQ(watcher.frames[0].sequence_of(walker.visitor), walker.sequence);
}

TEST(Moving, the_last_wish_of_a_round_counts) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.pass(300);
  walker.forget();
  world.step_to(walker, 21, 30);
  world.step_to(walker, 22, 30);
  world.pass(100);
  ASSERT_EQ(walker.frames.size(), 1U);
  EXPECT_EQ(walker.frames[0].records.size(), 2U);
  EXPECT_EQ(tile_of(*walker.frames[0].place_of(walker.visitor)), (domain::Tile{22, 30}));
}

TEST(Moving, nothing_changed_nothing_sent) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.pass(300);
  tab.forget();
  world.pass(1000);
  EXPECT_TRUE(tab.frames.empty());
}

TEST(Moving, same_bytes_to_everybody_in_the_cell) {
  HallWorld world;
  Tab& a = world.come_at(kAttendee, 20, 30);
  Tab& b = world.come_at(kHost, 21, 30);
  Tab& c = world.come_at(kModerator, 10, 20);
  world.pass(300);
  for (Tab* tab : {&a, &b, &c}) tab->frame_bytes.clear();
  world.step_to(a, 19, 30);
  world.pass(100);
  ASSERT_EQ(a.frame_bytes.size(), 1U);
  ASSERT_EQ(b.frame_bytes.size(), 1U);
  ASSERT_EQ(c.frame_bytes.size(), 1U);
  EXPECT_EQ(a.frame_bytes[0].get(), b.frame_bytes[0].get());
  EXPECT_EQ(a.frame_bytes[0].get(), c.frame_bytes[0].get());  // one cell, one frame
}

TEST(Moving, running_is_refused_and_put_right) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.pass(300);
  walker.forget();
  world.step_to(walker, 30, 30);  // ten tiles at once
  world.pass(100);
  ASSERT_EQ(walker.frames.size(), 1U);
  EXPECT_EQ(tile_of(*walker.frames[0].place_of(walker.visitor)), (domain::Tile{20, 30}));
  EXPECT_EQ(walker.frames[0].sequence_of(walker.visitor), walker.sequence);
}

TEST(Moving, a_second_of_lateness_is_forgiven_and_no_more) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.pass(2000);
  for (int i = 1; i <= 8; ++i) world.step_to(walker, 20 + i, 30);
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{25, 30}));  // 5 tiles are 850 ms
}

TEST(Moving, what_was_under_way_behind_a_refused_step_is_refused_too) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.pass(2000);
  for (int i = 1; i <= 6; ++i) world.step_to(walker, 20 + i, 30);
  world.pass(400);  // time enough for two tiles has been earned meanwhile
  world.step_to(walker, 27, 30);
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{25, 30}));
  EXPECT_EQ(walker.frames.back().sequence_of(walker.visitor), walker.sequence);
  world.step_to(walker, 26, 30);  // on from where they were put
  world.step_to(walker, 27, 30);
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{27, 30}));
}

TEST(Moving, nobody_is_held_by_a_refused_step_for_long) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.pass(2000);
  for (int i = 1; i <= 6; ++i) world.step_to(walker, 20 + i, 30);
  world.pass(2100);
  world.step_to(walker, 27, 30);
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{27, 30}));
}

TEST(Moving, the_allowed_pace_can_be_kept_for_ever) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.walk_to(walker, 90, 30);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{90, 30}));
}

TEST(Moving, walls_stop_and_so_do_their_corners) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 3, 2);
  world.pass(1000);
  world.step_to(walker, 4, 1);  // into the wall
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{3, 2}));
  world.step_to(walker, 3, 1);
  world.pass(150);
  world.step_to(walker, 4, 2);  // past the wall's corner, diagonally
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{3, 1}));
}

TEST(Moving, bunched_wishes_are_checked_along_the_way_that_was_walked) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 3, 1);
  world.pass(2000);
  world.step_to(walker, 3, 2);
  world.step_to(walker, 4, 2);  // around the corner: the straight way would go through the wall
  world.pass(150);
  EXPECT_EQ(tile_of(*walker.sees(walker.visitor)), (domain::Tile{4, 2}));
}

TEST(Moving, who_crosses_into_another_cell_gets_a_snapshot) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 23, 30);
  Tab& far = world.come_at(kHost, 60, 30);  // two cells east of the walker's
  world.pass(1200);
  EXPECT_FALSE(walker.sees(far.visitor));
  walker.forget();
  world.step_to(walker, 24, 30);
  world.pass(150);
  ASSERT_FALSE(walker.frames.empty());
  EXPECT_TRUE(walker.frames[0].snapshot);
  EXPECT_TRUE(walker.sees(far.visitor));
}

TEST(Moving, viewers_of_the_cell_one_left_learn_where_one_went) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 47, 20);  // cell 1
  Tab& watcher = world.come_at(kHost, 10, 20);     // cell 0: sees 0 and 1
  world.pass(1200);
  ASSERT_TRUE(watcher.sees(walker.visitor));
  watcher.forget();
  world.step_to(walker, 48, 20);  // cell 2
  world.pass(150);
  ASSERT_FALSE(watcher.frames.empty());
  EXPECT_TRUE(watcher.frames[0].place_of(walker.visitor));
  EXPECT_FALSE(watcher.sees(walker.visitor));
  watcher.forget();
  world.pass(300);
  EXPECT_TRUE(watcher.frames.empty());  // told once
}

TEST(Moving, a_leaver_s_id_is_told_to_who_could_see_them) {
  HallWorld world;
  Tab& leaver = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  const VisitorId gone = leaver.visitor;
  watcher.forget();
  world.ask(leaver, command::Leave{});
  world.pass(110);
  ASSERT_FALSE(watcher.frames.empty());
  EXPECT_TRUE(watcher.frames[0].has_gone(gone));
  EXPECT_EQ(leaver.closed, hall::CloseReason::left);
}

TEST(Moving, who_leaves_just_after_another_is_told_too) {
  HallWorld world;
  Tab& first = world.come_at(kAttendee, 20, 30);
  Tab& second = world.come_at(kModerator, 21, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  for (Tab* leaver : {&first, &second}) {
    const VisitorId gone = leaver->visitor;
    watcher.forget();
    world.ask(*leaver, command::Leave{});
    world.pass(110);
    ASSERT_EQ(watcher.frames.size(), 1U);
    EXPECT_EQ(watcher.frames[0].gone, std::vector<std::uint32_t>{gone.value});
  }
}

TEST(Moving, a_slow_reader_gets_a_snapshot_next) {
  HallWorld world;
  Tab& slow = world.come_at(kAttendee, 20, 30);
  Tab& walker = world.come_at(kHost, 22, 30);
  world.pass(300);
  slow.forget();
  slow.slow = true;
  world.step_to(walker, 23, 30);
  world.pass(150);
  EXPECT_TRUE(slow.frames.empty());
  slow.slow = false;
  world.pass(100);
  ASSERT_EQ(slow.frames.size(), 1U);
  EXPECT_TRUE(slow.frames[0].snapshot);
  EXPECT_EQ(tile_of(*slow.frames[0].place_of(walker.visitor)), (domain::Tile{23, 30}));
}

TEST(Moving, a_late_shard_runs_late_and_loses_nothing) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  world.step_to(walker, 21, 30);
  world.skip(700);  // seven rounds late
  EXPECT_EQ(tile_of(*watcher.sees(walker.visitor)), (domain::Tile{21, 30}));
  const VisitorId gone = walker.visitor;
  world.ask(walker, command::Leave{});
  world.skip(700);
  EXPECT_FALSE(watcher.sees(gone));
}

TEST(Moving, hidden_tabs_get_no_frames_and_a_snapshot_when_shown) {
  HallWorld world;
  Tab& hidden = world.come_at(kAttendee, 20, 30);
  Tab& walker = world.come_at(kHost, 22, 30);
  world.pass(300);
  world.ask(hidden, command::Activity{true, false, hall::View::hall});
  hidden.forget();
  world.step_to(walker, 23, 30);
  world.pass(200);
  EXPECT_TRUE(hidden.frames.empty());
  world.ask(hidden, command::Activity{false, true, hall::View::hall});
  world.pass(200);
  ASSERT_FALSE(hidden.frames.empty());
  EXPECT_TRUE(hidden.frames[0].snapshot);
}

TEST(Moving, twenty_moves_a_second_and_no_more) {
  HallWorld world;
  Tab& walker = world.come_at(kAttendee, 20, 30);
  world.pass(1000);
  for (int i = 0; i < 40; ++i) world.step_to(walker, 20, 30);
  world.pass(120);
  EXPECT_EQ(walker.frames.back().sequence_of(walker.visitor), 24U);  // the burst; the rest were not looked at
}

TEST(Moving, a_crowd_is_served_in_turns_everyone_within_two_seconds) {
  HallWorld world(1, 500);
  constexpr std::uint32_t crowd_size = 380;  // one block of the hall, and more than one frame carries
  static_assert(crowd_size > hall::kFrameBudget + 100);
  std::vector<Tab*> crowd;
  for (std::uint32_t i = 0; i < crowd_size; ++i) {
    crowd.push_back(&world.come_at(PersonId{20 + i}, 26 + static_cast<std::int32_t>(i % 20),
                                   33 + static_cast<std::int32_t>(i / 20)));
  }
  Tab& watcher = world.come_at(kAttendee, 20, 40);  // one cell west of the crowd
  world.pass(500);
  watcher.forget();
  for (Tab* tab : crowd) {
    const domain::Tile at = tile_of(tab->last<notice::Welcome>()->place);
    world.step_to(*tab, at.x, at.y == 47 ? 46 : at.y + 1);
  }
  world.pass(2000);
  std::size_t right = 0;
  std::size_t told = 0;
  for (const Frame& frame : watcher.frames) {
    EXPECT_LE(frame.records.size() / 2, hall::kFrameBudget + 30U);
    told += frame.records.size() / 2;
  }
  EXPECT_EQ(told, crowd.size()) << "each is told once";
  for (Tab* tab : crowd) {
    const auto seen = watcher.sees(tab->visitor);
    const auto own = tab->sees(tab->visitor);
    right += seen && own && *seen == *own ? 1 : 0;
  }
  EXPECT_EQ(right, crowd.size());
}

}  // namespace
}  // namespace posterhall::tests
