#include "backplane/memory_backplane.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace posterhall::backplane {
namespace {

/// Forty seconds of a step's batches: a shard that far behind has slept and is told everything again.
constexpr std::uint32_t kMostWaiting = 4096;

}  // namespace

void MemoryBackplane::subscribe(hall::ShardNumber shard, boost::asio::io_context& loop, Receive receive) {
  auto subscription = std::make_shared<Subscription>(shard, loop, std::move(receive));
  const std::lock_guard lock(mutex_);
  subscriptions_.push_back(std::move(subscription));
}

void MemoryBackplane::publish(std::shared_ptr<const hall::RelayBatch> batch) {
  std::vector<std::shared_ptr<Subscription>> others;
  {
    const std::lock_guard lock(mutex_);
    if (subscriptions_.empty() || (subscriptions_.size() == 1 && subscriptions_[0]->shard == batch->from)) return;
    others = subscriptions_;
  }
  for (const auto& other : others) {
    if (other->shard == batch->from) continue;
    if (other->waiting.fetch_add(1, std::memory_order_relaxed) >= kMostWaiting) {
      other->waiting.fetch_sub(1, std::memory_order_relaxed);
      dropped_.fetch_add(1, std::memory_order_relaxed);
      continue;
    }
    boost::asio::post(other->loop, [other, batch] {
      other->waiting.fetch_sub(1, std::memory_order_relaxed);
      other->receive(batch);
    });
  }
}

}  // namespace posterhall::backplane
