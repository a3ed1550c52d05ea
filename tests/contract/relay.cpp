// The relay's contract, for every implementation of the port: what a shard says comes to every other shard once, in the
// order in which it was said, on that shard's own thread, and never back. Over Redis each shard is a process of its
// own.
#include <gtest/gtest.h>

#include "contract/relay_nets.hpp"

namespace posterhall::tests {
namespace {

hall::RelayBatch batch_of(hall::ShardNumber from, std::uint32_t step) {
  const VisitorId visitor{from << 14 | 1};
  hall::RelayBatch batch;
  batch.from = from;
  batch.step = step;
  batch.records.push_back({visitor, PersonId{7}, Epoch{3}, domain::pack_identity(visitor, step), 2,
                           domain::make_conversation(domain::ConversationKind::booth, 312), RoomId{4}, true});
  batch.departed = {VisitorId{from << 14 | 9}};
  batch.talk.push_back({0, visitor, PersonId{3}, 4, step, 6, {}, "words"});
  batch.events.resize(1);
  batch.events[0].channel = *domain::parse_channel("poster/2");
  batch.events[0].number = step;
  batch.events[0].text = "stored";
  return batch;
}

template <class T>
class RelayContract : public testing::Test {};
using Implementations = testing::Types<MemoryNet, RedisNet>;
TYPED_TEST_SUITE(RelayContract, Implementations);

TYPED_TEST(RelayContract, all_that_is_said_reaches_every_other_shard_once_in_order) {
  TypeParam net(3);
  std::vector<Listener*> shards;
  for (hall::ShardNumber i = 0; i < 3; ++i) shards.push_back(&net.listen(i));
  for (Listener* shard : shards) shard->start();
  net.connect();
  constexpr std::uint32_t kBatches = 500;
  std::vector<std::thread> publishers;
  for (hall::ShardNumber from = 0; from < 3; ++from) {
    publishers.emplace_back([&net, from] {
      for (std::uint32_t step = 1; step <= kBatches; ++step) {
        net.relay(from).publish(std::make_shared<hall::RelayBatch>(batch_of(from, step)));
      }
    });
  }
  for (std::thread& publisher : publishers) publisher.join();
  for (hall::ShardNumber to = 0; to < 3; ++to) {
    ASSERT_TRUE(shards[to]->wait_for([](const auto& batches) { return all_talk(batches).size() >= 2 * kBatches; }));
    const auto batches = shards[to]->batches();
    std::map<hall::ShardNumber, std::uint32_t> last;
    for (const auto& [from, counter] : all_talk(batches)) {
      EXPECT_NE(from, to);
      EXPECT_EQ(counter, last[from] + 1);
      last[from] = counter;
    }
    std::map<hall::ShardNumber, std::uint32_t> stored;
    for (const auto& batch : batches) {
      for (const auto& event : batch->events) EXPECT_EQ(event.number, ++stored[batch->from]);
    }
    EXPECT_TRUE(shards[to]->on_own_thread());
  }
}

TYPED_TEST(RelayContract, what_arrives_is_what_was_published) {
  TypeParam net(2);
  net.listen(0);
  Listener& receiver = net.listen(1);
  receiver.start();
  net.connect();
  auto said = batch_of(0, 42);
  hall::RelayedSignal signal;
  signal.kind = hall::SignalKind::typing;
  signal.visitor = VisitorId{1};
  signal.person = PersonId{7};
  signal.channel = *domain::parse_channel("dm/3-9");
  signal.value = 5;
  said.signals = {signal};
  said.rooms = {{RoomId{2}, 17, 0xfedcba9876543210U}};
  said.complete = true;
  net.relay(0).publish(std::make_shared<hall::RelayBatch>(said));
  ASSERT_TRUE(receiver.wait_for([](const auto& batches) { return !batches.empty(); }));
  const auto batch = receiver.batches().at(0);
  EXPECT_EQ(batch->from, 0U);
  EXPECT_EQ(batch->step, 42U);
  EXPECT_TRUE(batch->complete);
  EXPECT_FALSE(batch->heartbeat_only);
  ASSERT_EQ(batch->records.size(), 1U);
  EXPECT_EQ(batch->records[0].id, said.records[0].id);
  EXPECT_EQ(batch->records[0].person, PersonId{7});
  EXPECT_EQ(batch->records[0].epoch, Epoch{3});
  EXPECT_EQ(batch->records[0].record0, said.records[0].record0);
  EXPECT_EQ(batch->records[0].record1, 2U);
  EXPECT_EQ(batch->records[0].conversation, said.records[0].conversation);
  EXPECT_EQ(batch->records[0].room, RoomId{4});
  EXPECT_TRUE(batch->records[0].chosen_booth);
  EXPECT_EQ(batch->departed, said.departed);
  EXPECT_EQ(batch->talk.at(0).text, "words");
  EXPECT_EQ(batch->talk.at(0).at, 6);
  ASSERT_EQ(batch->signals.size(), 1U);
  EXPECT_EQ(batch->signals[0].kind, hall::SignalKind::typing);
  EXPECT_EQ(batch->signals[0].channel, signal.channel);
  EXPECT_EQ(batch->signals[0].value, 5U);
  EXPECT_EQ(batch->events.at(0).text, "stored");
  EXPECT_EQ(batch->events.at(0).channel, said.events[0].channel);
  ASSERT_EQ(batch->rooms.size(), 1U);
  EXPECT_EQ(batch->rooms[0].hash, 0xfedcba9876543210U);
}

TYPED_TEST(RelayContract, a_heartbeat_arrives_too) {
  TypeParam net(2);
  net.listen(0);
  Listener& receiver = net.listen(1);
  receiver.start();
  net.connect();
  hall::RelayBatch beat;
  beat.heartbeat_only = true;
  net.relay(0).publish(std::make_shared<hall::RelayBatch>(beat));
  ASSERT_TRUE(receiver.wait_for([](const auto& batches) { return !batches.empty(); }));
  EXPECT_TRUE(receiver.batches().at(0)->heartbeat_only);
}

TYPED_TEST(RelayContract, nobody_else_is_no_fault) {
  TypeParam net(1);
  net.relay(0).publish(std::make_shared<hall::RelayBatch>(batch_of(0, 1)));
  Listener& alone = net.listen(0);
  net.connect();
  net.relay(0).publish(std::make_shared<hall::RelayBatch>(batch_of(0, 2)));
  EXPECT_TRUE(alone.batches().empty());
  EXPECT_TRUE(net.relay(0).linked());
}

TEST(MemoryBackplane, where_people_are_waits_for_the_next_step_and_what_is_said_wakes) {
  backplane::MemoryBackplane relay;
  boost::asio::io_context loop;
  std::vector<std::uint32_t> heard;
  relay.subscribe(1, loop, [&](const auto& batch) { heard.push_back(batch->step); });
  const auto publish = [&](std::uint32_t step, auto change) {
    hall::RelayBatch batch;
    batch.from = 0;
    batch.step = step;
    batch.records.emplace_back();
    change(batch);
    relay.publish(std::make_shared<hall::RelayBatch>(std::move(batch)));
  };
  const auto walks = [](hall::RelayBatch&) {};
  publish(1, walks);
  publish(2, walks);
  EXPECT_EQ(loop.poll(), 0U);
  EXPECT_TRUE(heard.empty());
  relay.collect(1);
  EXPECT_EQ(heard, (std::vector<std::uint32_t>{1, 2}));
  loop.restart();
  // In one line with what was there before, and woken once for all that comes until it looks.
  publish(3, walks);
  publish(4, [](hall::RelayBatch& batch) { batch.talk.emplace_back(); });
  publish(5, [](hall::RelayBatch& batch) { batch.events.emplace_back(); });
  EXPECT_EQ(loop.poll(), 1U);
  EXPECT_EQ(heard, (std::vector<std::uint32_t>{1, 2, 3, 4, 5}));
  // What was collected before it woke is not there again.
  publish(6, [](hall::RelayBatch& batch) { batch.signals.emplace_back(); });
  relay.collect(1);
  loop.restart();
  (void)loop.poll();
  publish(7, [](hall::RelayBatch& batch) { batch.complete = true; });
  publish(8, [](hall::RelayBatch& batch) { batch.tell_all = true; });
  loop.restart();
  EXPECT_EQ(loop.poll(), 1U);
  EXPECT_EQ(heard, (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(MemoryBackplane, a_shard_that_stands_still_does_not_fill_the_memory) {
  backplane::MemoryBackplane relay;
  Listener sender(relay, 0), stands_still(relay, 1);  // its loop never runs
  for (std::uint32_t i = 0; i < 10'000; ++i) relay.publish(std::make_shared<hall::RelayBatch>(batch_of(0, i)));
  EXPECT_EQ(relay.dropped(), 10'000U - 4096U);
}

}  // namespace
}  // namespace posterhall::tests
