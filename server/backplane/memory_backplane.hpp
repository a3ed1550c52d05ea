// MemoryBackplane: the relay between the shards of one process: a batch is put, shared and unchanged, where the other
// shards find it at their next step; a shard is woken only for what cannot wait. What it cannot take any more is
// dropped: records heal, events are found by their heads.
// Runs on: publish on the publisher's thread; subscribe on any, as a process starts. Owns: the subscriptions.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "hall/ports/relay.hpp"

namespace posterhall::backplane {

class MemoryBackplane final : public hall::Relay {
 public:
  void subscribe(hall::ShardNumber shard, boost::asio::io_context& loop, Receive receive) override;
  void publish(std::shared_ptr<const hall::RelayBatch> batch) override;
  void collect(hall::ShardNumber shard) override;

  /// Batches that were dropped because a shard was too far behind.
  [[nodiscard]] std::uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

 private:
  struct Subscription {
    Subscription(hall::ShardNumber number, boost::asio::io_context& io, Receive function)
        : shard(number), loop(io), receive(std::move(function)) {}
    hall::ShardNumber shard;
    boost::asio::io_context& loop;
    Receive receive;
    std::mutex mutex;  ///< held to put and to take, never while delivering
    std::vector<std::shared_ptr<const hall::RelayBatch>> waiting;
    std::vector<std::shared_ptr<const hall::RelayBatch>> room;  ///< of its own thread: empty, for what it takes next
    bool woken = false;                                         ///< it has been told, and has not looked yet
  };
  using Subscriptions = std::vector<std::shared_ptr<Subscription>>;
  static void deliver(Subscription& subscription);
  std::mutex mutex_;  ///< held while one comes
  /// Shards come at the start and never go: whoever looks through a list may go on doing so.
  std::vector<std::unique_ptr<const Subscriptions>> lists_;
  std::atomic<const Subscriptions*> subscriptions_ = nullptr;  ///< the last of them
  std::atomic<std::uint64_t> dropped_{0};
};

}  // namespace posterhall::backplane
