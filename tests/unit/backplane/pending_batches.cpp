// What waits to be published: put together without losing what counts, and never without an end.
#include "backplane/pending_batches.hpp"

#include <gtest/gtest.h>

namespace posterhall::backplane {
namespace {

hall::RelayedVisitor visitor(std::uint32_t id, std::uint32_t place) {
  hall::RelayedVisitor made;
  made.id = VisitorId{id};
  made.record1 = place;
  return made;
}

hall::RelayBatch step(hall::ShardNumber from, std::uint32_t number) {
  hall::RelayBatch batch;
  batch.from = from;
  batch.step = number;
  return batch;
}

void add(PendingBatches& pending, hall::RelayBatch batch) {
  pending.add(std::make_shared<const hall::RelayBatch>(std::move(batch)));
}

std::vector<hall::RelayBatch> take(PendingBatches& pending) {
  std::vector<hall::RelayBatch> taken;
  for (const auto& batch : pending.take()) taken.push_back(*batch);
  return taken;
}

TEST(PendingBatches, what_came_alone_goes_as_it_is) {
  PendingBatches pending;
  auto batch = std::make_shared<hall::RelayBatch>(step(0, 1));
  batch->moves = {{1U << 8U | 1U, 5}};
  pending.add(batch);
  pending.add(std::make_shared<const hall::RelayBatch>(step(3, 1)));
  const auto taken = pending.take();
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0], batch);
  EXPECT_EQ(taken[1]->from, 3U);
  EXPECT_TRUE(pending.take().empty());
}

TEST(PendingBatches, a_second_one_goes_behind_the_first_and_of_three_one_is_made) {
  PendingBatches pending;
  const auto add_steps = [&pending](std::uint32_t many) {
    for (std::uint32_t i = 1; i <= many; ++i) {
      auto batch = step(0, i);
      batch.moves = {{1U << 8U | 1U, i}};
      add(pending, batch);
    }
  };
  add_steps(2);
  const auto two = take(pending);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].step, 1U);
  EXPECT_EQ(two[1].step, 2U);
  add_steps(3);
  const auto one = take(pending);
  ASSERT_EQ(one.size(), 1U);
  ASSERT_EQ(one[0].moves.size(), 1U);
  EXPECT_EQ(one[0].moves[0].record1, 3U);
  EXPECT_TRUE(pending.take().empty());
}

TEST(PendingBatches, of_a_visitor_the_newest_record_is_told) {
  PendingBatches pending;
  for (std::uint32_t i = 1; i <= 3; ++i) {
    auto batch = step(0, i);
    batch.records = {visitor(1, i), visitor(2, 10 * i)};
    add(pending, batch);
  }
  const auto taken = take(pending);
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].step, 3U);
  ASSERT_EQ(taken[0].records.size(), 2U);
  EXPECT_EQ(taken[0].records[0].record1, 3U);
  EXPECT_EQ(taken[0].records[1].record1, 30U);
  EXPECT_TRUE(take(pending).empty());
}

hall::RelayedMove move(std::uint32_t id, std::uint32_t place) { return {id << 8U | 1U, place}; }

TEST(PendingBatches, a_move_goes_into_what_waits_of_its_visitor) {
  PendingBatches pending;
  auto told = step(0, 1);
  told.records = {visitor(1, 1)};
  told.moves = {move(2, 2), move(3, 3), move(4, 4)};
  add(pending, told);
  auto next = step(0, 2);
  next.records = {visitor(2, 20)};  // moved and then told in full
  next.moves = {move(1, 10), move(3, 30)};
  add(pending, next);
  auto last = step(0, 3);
  last.departed = {VisitorId{3}};
  last.moves = {move(4, 40), move(2, 21)};
  add(pending, last);
  const auto taken = take(pending);
  ASSERT_EQ(taken.size(), 1U);
  ASSERT_EQ(taken[0].records.size(), 2U);
  EXPECT_EQ(taken[0].records[0].id, VisitorId{1});
  EXPECT_EQ(taken[0].records[0].record1, 10U);
  EXPECT_EQ(taken[0].records[1].id, VisitorId{2});
  EXPECT_EQ(taken[0].records[1].record1, 21U);
  ASSERT_EQ(taken[0].moves.size(), 1U) << "who left is not told of, and nobody twice";
  EXPECT_EQ(taken[0].moves[0].record0, move(4, 40).record0);
  EXPECT_EQ(taken[0].moves[0].record1, 40U);
  auto later = step(0, 4);
  later.moves = {move(1, 5)};
  add(pending, later);
  add(pending, later);
  EXPECT_EQ(take(pending).at(0).moves.size(), 1U) << "nothing is left of what was taken";
}

TEST(PendingBatches, who_left_is_not_brought_back_by_an_older_record) {
  PendingBatches pending;
  auto here = step(0, 1);
  here.records = {visitor(1, 1), visitor(2, 2), visitor(3, 3)};
  here.complete = true;
  add(pending, here);
  auto gone = step(0, 2);
  gone.departed = {VisitorId{1}};
  add(pending, gone);
  auto moved = step(0, 3);
  moved.records = {visitor(3, 33)};
  add(pending, moved);
  const auto taken = take(pending);
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_TRUE(taken[0].complete) << "what was told of everybody, and what came after";
  EXPECT_EQ(taken[0].departed, std::vector<VisitorId>{VisitorId{1}});
  ASSERT_EQ(taken[0].records.size(), 2U);
  EXPECT_EQ(taken[0].records[0].id, VisitorId{3});
  EXPECT_EQ(taken[0].records[0].record1, 33U);
  EXPECT_EQ(taken[0].records[1].id, VisitorId{2});
}

TEST(PendingBatches, each_shard_for_itself) {
  PendingBatches pending;
  add(pending, step(4, 7));
  add(pending, step(2, 9));
  const auto taken = take(pending);
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].from, 2U);
  EXPECT_EQ(taken[1].from, 4U);
}

TEST(PendingBatches, of_talk_the_oldest_is_dropped_and_counted) {
  PendingBatches pending;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    auto batch = step(0, i);
    batch.talk.emplace_back().counter = i;
    add(pending, batch);
  }
  const auto taken = take(pending);
  ASSERT_EQ(taken[0].talk.size(), 2048U);
  EXPECT_EQ(taken[0].talk.front().counter, 3000U - 2048U);
  EXPECT_EQ(taken[0].talk.back().counter, 2999U);
  EXPECT_EQ(pending.dropped(), 3000U - 2048U);
}

TEST(PendingBatches, long_events_go_by_pieces_in_order) {
  PendingBatches pending;
  auto batch = step(0, 1);
  for (std::uint32_t i = 1; i <= 40; ++i) {
    auto& event = batch.events.emplace_back();
    event.number = i;
    event.text = std::string(16'000, 'x');
  }
  add(pending, batch);
  std::uint32_t last = 0;
  int pieces = 0;
  for (auto taken = take(pending); !taken.empty(); taken = take(pending), ++pieces) {
    std::size_t bytes = 0;
    for (const auto& event : taken[0].events) {
      EXPECT_EQ(event.number, ++last);
      bytes += event.text.size();
    }
    EXPECT_LE(bytes, 256U * 1024);
  }
  EXPECT_EQ(last, 40U);
  EXPECT_EQ(pieces, 3);
}

}  // namespace
}  // namespace posterhall::backplane
