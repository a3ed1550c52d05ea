// What the shards of this process said since the last publication to Redis, put together: of a visitor only the newest
// record, of everything else what there is room for. So a Redis that is slow never makes it grow: records overwrite
// each other, and of talk, signals and events the oldest are dropped (events are found by their heads).
// Runs on: add() on the shards' threads, take() on the loop's. Owns: what waits.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "hall/ports/relay.hpp"

namespace posterhall::backplane {

class PendingBatches {
 public:
  void add(std::shared_ptr<const hall::RelayBatch> batch);
  /// Everything of every shard, one batch of each or two, the older one first; but of events only as many bytes of text
  /// as fit into one publication.
  [[nodiscard]] std::vector<std::shared_ptr<const hall::RelayBatch>> take();
  /// What was dropped because too much waited: talk, signals and events.
  [[nodiscard]] std::uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

 private:
  struct Waiting {
    /// Nearly always one, two when one of both was late: they go as they are. Of more one is made, in `batch`.
    std::vector<std::shared_ptr<const hall::RelayBatch>> as_they_are;
    hall::RelayBatch batch;
    bool any = false;      ///< something waits in `batch`
    bool indexed = false;  ///< `at` says where
    /// By a visitor's counter: where in batch.records, and one more; with kMoved, in batch.moves; 0: in neither. Kept
    /// from one take() to the next.
    std::vector<std::uint32_t> at;
  };
  static constexpr std::uint32_t kMoved = 1U << 31U;
  static std::uint32_t& at(Waiting& waiting, VisitorId id);
  static void index(Waiting& waiting);
  static void forget(Waiting& waiting, VisitorId id);
  void merge(Waiting& waiting, const hall::RelayBatch& batch);
  [[nodiscard]] static hall::RelayBatch take_merged(hall::ShardNumber number, Waiting& waiting);
  void put(Waiting& waiting, const hall::RelayedVisitor& record);
  void put(Waiting& waiting, const hall::RelayedMove& move);
  void depart(Waiting& waiting, VisitorId id);
  template <class T>
  void append(std::vector<T>& to, const std::vector<T>& from);

  std::mutex mutex_;
  std::map<hall::ShardNumber, Waiting> shards_;
  std::atomic<std::uint64_t> dropped_{0};
};

}  // namespace posterhall::backplane
