#include "backplane/pending_batches.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace posterhall::backplane {
namespace {

constexpr std::size_t kMostOfAKind = 2048;                        // talk, signals, events of one shard that wait
constexpr std::size_t kMostEventBytes = std::size_t{256} * 1024;  // of one shard in one publication

}  // namespace

void PendingBatches::put(Waiting& waiting, const hall::RelayedVisitor& record) {
  const auto [it, fresh] = waiting.at.try_emplace(record.id, waiting.batch.records.size());
  if (fresh) {
    waiting.batch.records.push_back(record);
  } else {
    waiting.batch.records[it->second] = record;
  }
}

/// Who left is not told of any more: departures are read first, and a record behind it would bring them back.
void PendingBatches::depart(Waiting& waiting, VisitorId id) {
  waiting.batch.departed.push_back(id);
  const auto it = waiting.at.find(id);
  if (it == waiting.at.end()) return;
  auto& records = waiting.batch.records;
  const std::size_t hole = it->second;
  waiting.at.erase(it);
  if (hole + 1 != records.size()) {
    records[hole] = records.back();
    waiting.at[records[hole].id] = hole;
  }
  records.pop_back();
}

template <class T>
void PendingBatches::append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
  if (to.size() <= kMostOfAKind) return;
  const std::size_t over = to.size() - kMostOfAKind;
  to.erase(to.begin(), to.begin() + static_cast<std::ptrdiff_t>(over));
  dropped_.fetch_add(over, std::memory_order_relaxed);
}

void PendingBatches::add(const hall::RelayBatch& batch) {
  const std::lock_guard lock(mutex_);
  Waiting& waiting = shards_[batch.from];
  hall::RelayBatch& to = waiting.batch;
  to.from = batch.from;
  to.step = batch.step;
  to.complete = to.complete || batch.complete;
  for (const VisitorId id : batch.departed) depart(waiting, id);
  for (const hall::RelayedVisitor& record : batch.records) put(waiting, record);
  append(to.talk, batch.talk);
  append(to.signals, batch.signals);
  append(to.events, batch.events);
  if (!batch.rooms.empty()) to.rooms = batch.rooms;
}

std::vector<hall::RelayBatch> PendingBatches::take() {
  std::vector<hall::RelayBatch> taken;
  const std::lock_guard lock(mutex_);
  auto before = std::exchange(shards_, {});
  for (auto& [number, waiting] : before) {
    auto& events = waiting.batch.events;
    std::size_t bytes = 0;
    const auto end = std::find_if(events.begin(), events.end(), [&bytes](const domain::Event& event) {
      bytes += event.text.size();
      return bytes > kMostEventBytes;
    });
    if (end != events.end() && end != events.begin()) {
      hall::RelayBatch& later = shards_[number].batch;
      later.from = number;
      later.step = waiting.batch.step;
      later.events.assign(std::make_move_iterator(end), std::make_move_iterator(events.end()));
      events.erase(end, events.end());
    }
    taken.push_back(std::move(waiting.batch));
  }
  return taken;
}

}  // namespace posterhall::backplane
