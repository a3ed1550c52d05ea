#include "backplane/memory_backplane.hpp"

#include <algorithm>
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
  const bool wakes = hall::cannot_wait(*batch);
  for (const auto& other : others) {
    if (other->shard == batch->from) continue;
    {
      const std::lock_guard lock(other->mutex);
      if (other->waiting.size() >= kMostWaiting) {
        dropped_.fetch_add(1, std::memory_order_relaxed);
        continue;
      }
      other->waiting.push_back(batch);
      if (!wakes || std::exchange(other->woken, true)) continue;
    }
    boost::asio::post(other->loop, [other] { deliver(*other); });
  }
}

void MemoryBackplane::deliver(Subscription& subscription) {
  std::vector<std::shared_ptr<const hall::RelayBatch>> batches;
  {
    const std::lock_guard lock(subscription.mutex);
    subscription.woken = false;
    batches.swap(subscription.waiting);
  }
  for (auto& batch : batches) subscription.receive(std::move(batch));
}

void MemoryBackplane::collect(hall::ShardNumber shard) {
  std::shared_ptr<Subscription> own;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(subscriptions_, shard, [](const auto& each) { return each->shard; });
    if (found != subscriptions_.end()) own = *found;
  }
  if (own) deliver(*own);
}

}  // namespace posterhall::backplane
