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
  const std::lock_guard lock(mutex_);
  auto more = lists_.empty() ? std::make_unique<Subscriptions>() : std::make_unique<Subscriptions>(*lists_.back());
  more->push_back(std::make_shared<Subscription>(shard, loop, std::move(receive)));
  lists_.push_back(std::move(more));
  subscriptions_.store(lists_.back().get(), std::memory_order_release);
}

void MemoryBackplane::publish(std::shared_ptr<const hall::RelayBatch> batch) {
  const Subscriptions* const all = subscriptions_.load(std::memory_order_acquire);
  if (all == nullptr) return;
  const bool wakes = hall::cannot_wait(*batch);
  for (const auto& other : *all) {
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
  // Not while it is looked through: whoever receives may come here again.
  auto taken = std::exchange(subscription.room, {});
  {
    const std::lock_guard lock(subscription.mutex);
    subscription.woken = false;
    taken.swap(subscription.waiting);
  }
  for (auto& batch : taken) subscription.receive(std::move(batch));
  taken.clear();
  subscription.room = std::move(taken);
}

void MemoryBackplane::collect(hall::ShardNumber shard) {
  const Subscriptions* const all = subscriptions_.load(std::memory_order_acquire);
  if (all == nullptr) return;
  const auto own = std::ranges::find(*all, shard, [](const auto& each) { return each->shard; });
  if (own != all->end()) deliver(**own);
}

}  // namespace posterhall::backplane
