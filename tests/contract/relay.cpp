// The relay's contract, for every implementation of the port: each batch to every other shard once, in the publisher's
// order, on that shard's own thread, never back to its publisher.
#include <gtest/gtest.h>

#include <boost/asio/executor_work_guard.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "backplane/memory_backplane.hpp"

namespace posterhall {
namespace {

/// A shard's thread that keeps what it receives.
class Listener {
 public:
  Listener(hall::Relay& relay, hall::ShardNumber number) {
    relay.subscribe(number, loop_, [this](std::shared_ptr<const hall::RelayBatch> batch) {
      const std::lock_guard lock(mutex_);
      on_own_thread_ = on_own_thread_ && std::this_thread::get_id() == thread_.get_id();
      batches_.push_back(std::move(batch));
      changed_.notify_all();
    });
  }
  ~Listener() {
    work_.reset();
    loop_.stop();
    if (thread_.joinable()) thread_.join();
  }
  void start() {
    thread_ = std::thread([this] {
      started_.wait(false);
      loop_.run();
    });
    started_ = true;
    started_.notify_all();
  }
  [[nodiscard]] bool wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20), [&] { return batches_.size() >= count; });
  }
  [[nodiscard]] std::vector<std::shared_ptr<const hall::RelayBatch>> batches() {
    const std::lock_guard lock(mutex_);
    return batches_;
  }
  [[nodiscard]] bool on_own_thread() const { return on_own_thread_; }

 private:
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{loop_.get_executor()};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::shared_ptr<const hall::RelayBatch>> batches_;
  bool on_own_thread_ = true;
  std::atomic<bool> started_{false};
  std::thread thread_;
};

std::shared_ptr<hall::RelayBatch> batch_of(hall::ShardNumber from, std::uint32_t step) {
  auto batch = std::make_shared<hall::RelayBatch>();
  batch->from = from;
  batch->step = step;
  batch->records.push_back({VisitorId{from << 14 | 1}, PersonId{7}, Epoch{3}, 1, 2, 3, RoomId{4}, true});
  batch->departed = {VisitorId{9}};
  batch->talk.push_back({1, VisitorId{2}, PersonId{3}, 4, 5, 6, {}, "words"});
  batch->events.resize(1);
  batch->events[0].text = "stored";
  return batch;
}

template <class T>
class RelayContract : public testing::Test {};
using Implementations = testing::Types<backplane::MemoryBackplane>;
TYPED_TEST_SUITE(RelayContract, Implementations);

TYPED_TEST(RelayContract, every_batch_reaches_every_other_shard_once_in_order) {
  TypeParam relay;
  std::vector<std::unique_ptr<Listener>> shards;
  for (hall::ShardNumber i = 0; i < 3; ++i) shards.push_back(std::make_unique<Listener>(relay, i));
  for (const auto& shard : shards) shard->start();
  constexpr std::uint32_t kBatches = 500;
  std::vector<std::thread> publishers;
  for (hall::ShardNumber from = 0; from < 3; ++from) {
    publishers.emplace_back([&relay, from] {
      for (std::uint32_t step = 1; step <= kBatches; ++step) relay.publish(batch_of(from, step));
    });
  }
  for (std::thread& publisher : publishers) publisher.join();
  for (hall::ShardNumber to = 0; to < 3; ++to) {
    ASSERT_TRUE(shards[to]->wait_for(2 * kBatches));
    std::vector<std::uint32_t> last(3, 0);
    for (const auto& batch : shards[to]->batches()) {
      EXPECT_NE(batch->from, to);
      EXPECT_EQ(batch->step, last[batch->from] + 1);
      last[batch->from] = batch->step;
    }
    EXPECT_TRUE(shards[to]->on_own_thread());
  }
}

TYPED_TEST(RelayContract, what_arrives_is_what_was_published) {
  TypeParam relay;
  Listener sender(relay, 0), receiver(relay, 1);
  receiver.start();
  relay.publish(batch_of(0, 42));
  ASSERT_TRUE(receiver.wait_for(1));
  const auto batch = receiver.batches().at(0);
  EXPECT_EQ(batch->step, 42U);
  ASSERT_EQ(batch->records.size(), 1U);
  EXPECT_EQ(batch->records[0].person, PersonId{7});
  EXPECT_EQ(batch->records[0].room, RoomId{4});
  EXPECT_TRUE(batch->records[0].chosen_booth);
  EXPECT_EQ(batch->departed, std::vector<VisitorId>{VisitorId{9}});
  EXPECT_EQ(batch->talk.at(0).text, "words");
  EXPECT_EQ(batch->events.at(0).text, "stored");
}

TYPED_TEST(RelayContract, nobody_else_is_no_fault) {
  TypeParam relay;
  relay.publish(batch_of(0, 1));
  Listener alone(relay, 0);
  relay.publish(batch_of(0, 2));
  EXPECT_TRUE(alone.batches().empty());
}

TEST(MemoryBackplane, a_shard_that_stands_still_does_not_fill_the_memory) {
  backplane::MemoryBackplane relay;
  Listener sender(relay, 0), stands_still(relay, 1);  // its loop never runs
  for (std::uint32_t i = 0; i < 10'000; ++i) relay.publish(batch_of(0, i));
  EXPECT_EQ(relay.dropped(), 10'000U - 4096U);
}

}  // namespace
}  // namespace posterhall
