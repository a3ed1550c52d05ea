// A shard that stood still: nothing is said or done before the store was read again; what was lost meanwhile is let go.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::Channel;
namespace command = hall::command;
namespace notice = hall::notice;

TEST(Fence, commands_wait_until_the_store_was_read_again) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  Tab& watcher = world.come_at(kHost, 22, 30);
  world.pass(300);
  world.store.holding = true;
  world.clock_ms += 10'000;
  watcher.forget();
  const auto seq = world.ask(tab, message(Channel::hall(), "hello", 1));  // the first thing after it woke
  world.step_to(tab, 20, 31);
  world.pass(1000);
  EXPECT_TRUE(world.store.events(Channel::hall()).empty());
  EXPECT_FALSE(tab.acked(seq));
  EXPECT_TRUE(watcher.frames.empty());
  world.store.release();
  world.pass(300);
  EXPECT_TRUE(tab.acked(seq));
  EXPECT_EQ(tile_of(*watcher.sees(tab.visitor)), (domain::Tile{20, 31}));
  EXPECT_EQ(watcher.numbers(Channel::hall()), std::vector<std::uint32_t>{1});
}

TEST(Fence, who_is_controlled_elsewhere_meanwhile_is_let_go) {
  HallWorld world;
  Tab& lost = world.come_at(kAttendee, 20, 30);
  Tab& stays = world.come_at(kHost, 22, 30);
  world.pass(300);
  world.step_to(lost, 20, 31);
  world.pass(200);
  world.store.raise_epoch(kAttendee);
  world.store.places[kAttendee] = {kAttendee, place_at(40, 40), RoomId{}, world.store.now, false};
  world.clock_ms += 10'000;
  world.step_to(lost, 20, 32);
  world.pass(200);
  EXPECT_EQ(lost.closed, hall::CloseReason::replaced);
  EXPECT_FALSE(stays.closed);
  EXPECT_FALSE(stays.sees(lost.visitor));
  world.pass(8000);
  EXPECT_EQ(world.store.claims, 2);  // and does not take it back
  EXPECT_EQ(tile_of(world.store.places[kAttendee].place), (domain::Tile{40, 40}));
}

TEST(Fence, nothing_is_published_meanwhile_and_everything_after_it) {
  HallWorld world;
  std::vector<std::shared_ptr<const hall::RelayBatch>> heard;
  world.backplane.subscribe(9, world.loop, [&](auto batch) { heard.push_back(std::move(batch)); });
  auto hello = std::make_shared<hall::RelayBatch>();
  hello->from = 9;
  world.backplane.publish(hello);
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.pass(1000);
  EXPECT_FALSE(heard.empty());
  world.store.holding = true;
  world.clock_ms += 3500;
  heard.clear();
  world.pass(2000);
  EXPECT_TRUE(heard.empty());
  world.store.release();
  world.pass(100);
  ASSERT_FALSE(heard.empty());
  ASSERT_EQ(heard.front()->records.size(), 1U);
  EXPECT_EQ(heard.front()->records[0].id, tab.visitor);
}

TEST(Fence, what_was_written_meanwhile_is_known_before_anything_is_done) {
  HallWorld world;
  Tab& host = world.come(kHost);
  world.ask(host, command::RoomOpen{kRoom});
  world.pass(100);
  const Channel room = Channel::room(kRoom);
  Tab& late = world.come(kAttendee);
  world.pass(100);
  // While this process stood still the room was closed elsewhere.
  world.store.store({room, client_id(50), kHost, domain::EventKind::room_closed, 0, "breakout"});
  world.clock_ms += 10'000;
  const auto before = world.store.events(room).size();
  const auto seq = world.ask(late, command::RoomEnter{kRoom});
  world.pass(200);
  ASSERT_TRUE(late.reject_of(seq));
  EXPECT_EQ(late.reject_of(seq)->code, hall::RejectCode::room_closed);
  EXPECT_EQ(world.store.events(room).size(), before);  // not even proposed
}

TEST(Fence, a_store_that_does_not_answer_keeps_nobody_out_for_long) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.pass(300);
  world.store.failing = true;
  world.clock_ms += 10'000;
  world.step_to(tab, 20, 31);
  world.pass(4500);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), (domain::Tile{20, 30}));
  world.pass(1000);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), (domain::Tile{20, 31}));
}

TEST(Fence, a_short_pause_is_none) {
  HallWorld world;
  Tab& tab = world.come_at(kAttendee, 20, 30);
  world.pass(300);
  const int reads = world.store.head_reads;
  world.store.holding = true;
  world.clock_ms += 1500;
  world.step_to(tab, 20, 31);
  world.pass(200);
  EXPECT_EQ(tile_of(*tab.sees(tab.visitor)), (domain::Tile{20, 31}));
  EXPECT_LE(world.store.head_reads, reads + 1);
}

}  // namespace
}  // namespace posterhall::tests
