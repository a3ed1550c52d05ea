#include "backplane/pending_batches.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/record.hpp"

namespace posterhall::backplane {
namespace {

constexpr std::size_t kMostOfAKind = 2048;                        // talk, signals, events of one shard that wait
constexpr std::size_t kAsTheyAre = 2;                             // of one shard; a third comes when Redis is slow
constexpr std::size_t kMostEventBytes = std::size_t{256} * 1024;  // of one shard in one publication

VisitorId of(const hall::RelayedMove& move) { return domain::visitor_of(move.record0); }

}  // namespace

std::uint32_t& PendingBatches::at(Waiting& waiting, VisitorId id) {
  const std::uint32_t counter = hall::counter_of(id);
  if (waiting.at.size() <= counter) waiting.at.resize(counter + std::size_t{1});
  return waiting.at[counter];
}

void PendingBatches::index(Waiting& waiting) {
  if (std::exchange(waiting.indexed, true)) return;
  const auto& records = waiting.batch.records;
  const auto& moves = waiting.batch.moves;
  for (std::uint32_t i = 0; i < records.size(); ++i) at(waiting, records[i].id) = i + 1;
  for (std::uint32_t i = 0; i < moves.size(); ++i) at(waiting, of(moves[i])) = (i + 1) | kMoved;
}

/// What waits of the visitor does not any more; the last of its list comes into its place.
void PendingBatches::forget(Waiting& waiting, VisitorId id) {
  const std::uint32_t place = std::exchange(at(waiting, id), 0U);
  const auto remove = [&](auto& list, std::uint32_t flag, auto id_of) {
    const std::uint32_t index = (place & ~kMoved) - 1;
    if (index + 1 != list.size()) {
      list[index] = list.back();
      at(waiting, id_of(list[index])) = (index + 1) | flag;
    }
    list.pop_back();
  };
  if ((place & kMoved) != 0) {
    remove(waiting.batch.moves, kMoved, of);
  } else if (place != 0) {
    remove(waiting.batch.records, 0, [](const hall::RelayedVisitor& record) { return record.id; });
  }
}

void PendingBatches::put(Waiting& waiting, const hall::RelayedVisitor& record) {
  auto& records = waiting.batch.records;
  const std::uint32_t place = at(waiting, record.id);
  if (place != 0 && (place & kMoved) == 0) {
    records[place - 1] = record;
    return;
  }
  forget(waiting, record.id);
  records.push_back(record);
  at(waiting, record.id) = static_cast<std::uint32_t>(records.size());
}

void PendingBatches::put(Waiting& waiting, const hall::RelayedMove& move) {
  auto& moves = waiting.batch.moves;
  std::uint32_t& place = at(waiting, of(move));
  if ((place & kMoved) != 0) {
    moves[(place & ~kMoved) - 1] = move;
  } else if (place != 0) {
    waiting.batch.records[place - 1].record0 = move.record0;
    waiting.batch.records[place - 1].record1 = move.record1;
  } else {
    moves.push_back(move);
    place = static_cast<std::uint32_t>(moves.size()) | kMoved;
  }
}

/// Who left is not told of any more: departures are read first, and a record behind it would bring them back.
void PendingBatches::depart(Waiting& waiting, VisitorId id) {
  waiting.batch.departed.push_back(id);
  forget(waiting, id);
}

template <class T>
void PendingBatches::append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
  if (to.size() <= kMostOfAKind) return;
  const std::size_t over = to.size() - kMostOfAKind;
  to.erase(to.begin(), to.begin() + static_cast<std::ptrdiff_t>(over));
  dropped_.fetch_add(over, std::memory_order_relaxed);
}

void PendingBatches::add(std::shared_ptr<const hall::RelayBatch> batch) {
  const std::lock_guard lock(mutex_);
  Waiting& waiting = shards_[batch->from];
  const bool as_it_is = std::max(batch->talk.size(), batch->signals.size()) <= kMostOfAKind / kAsTheyAre &&
                        batch->events.empty() && !waiting.any && waiting.as_they_are.size() < kAsTheyAre;
  if (as_it_is) {
    waiting.as_they_are.push_back(std::move(batch));
    return;
  }
  for (const auto& earlier : waiting.as_they_are) merge(waiting, *earlier);
  waiting.as_they_are.clear();
  merge(waiting, *batch);
}

void PendingBatches::merge(Waiting& waiting, const hall::RelayBatch& batch) {
  hall::RelayBatch& to = waiting.batch;
  const bool first = !std::exchange(waiting.any, true);
  to.from = batch.from;
  to.step = batch.step;
  to.complete = to.complete || batch.complete;
  if (first) {
    to.departed = batch.departed;
    to.records = batch.records;
    to.moves = batch.moves;
  } else {
    index(waiting);
    for (const VisitorId id : batch.departed) depart(waiting, id);
    for (const hall::RelayedVisitor& record : batch.records) put(waiting, record);
    for (const hall::RelayedMove& move : batch.moves) put(waiting, move);
  }
  append(to.talk, batch.talk);
  append(to.signals, batch.signals);
  append(to.events, batch.events);
  if (!batch.rooms.empty()) to.rooms = batch.rooms;
}

std::vector<std::shared_ptr<const hall::RelayBatch>> PendingBatches::take() {
  std::vector<std::shared_ptr<const hall::RelayBatch>> taken;
  const std::lock_guard lock(mutex_);
  for (auto& [number, waiting] : shards_) {
    std::ranges::move(waiting.as_they_are, std::back_inserter(taken));
    waiting.as_they_are.clear();
    if (waiting.any) taken.push_back(std::make_shared<const hall::RelayBatch>(take_merged(number, waiting)));
  }
  return taken;
}

hall::RelayBatch PendingBatches::take_merged(hall::ShardNumber number, Waiting& waiting) {
  waiting.any = false;
  if (std::exchange(waiting.indexed, false)) {
    for (const auto& record : waiting.batch.records) at(waiting, record.id) = 0;
    for (const auto& move : waiting.batch.moves) at(waiting, of(move)) = 0;
  }
  hall::RelayBatch whole = std::exchange(waiting.batch, {});
  auto& events = whole.events;
  std::size_t bytes = 0;
  const auto end = std::find_if(events.begin(), events.end(), [&bytes](const domain::Event& event) {
    bytes += event.text.size();
    return bytes > kMostEventBytes;
  });
  if (end != events.end() && end != events.begin()) {
    waiting.any = true;
    waiting.batch.from = number;
    waiting.batch.step = whole.step;
    waiting.batch.events.assign(std::make_move_iterator(end), std::make_move_iterator(events.end()));
    events.erase(end, events.end());
  }
  return whole;
}

}  // namespace posterhall::backplane
