// Port: the backplane between shards: changed records, arrivals and departures, small talk and stored events.
// A publication is immutable and shared; every other shard gets it on its own thread, in the publisher's order: at its
// next step, or as soon as it can when something in it cannot wait.
// Runs on: publish on the publishing shard's thread; the subscriber's function on its own. Owns: nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <boost/asio/io_context.hpp>

#include "base/ids.hpp"
#include "domain/event.hpp"
#include "domain/person.hpp"

namespace posterhall::hall {

using ShardNumber = std::uint32_t;

/// Shard numbers are 10 bits: of all shards of all processes of a hall, each has one of its own.
inline constexpr ShardNumber kShardNumbers = 1024;
/// A visitor id is its shard's number and, below it, a counter of that shard's which is never 0.
inline constexpr std::uint32_t kVisitorCounterBits = 14;
[[nodiscard]] constexpr ShardNumber shard_of(VisitorId id) { return id.value >> kVisitorCounterBits; }
[[nodiscard]] constexpr std::uint32_t counter_of(VisitorId id) { return id.value & ((1U << kVisitorCounterBits) - 1); }
/// What the backplane itself says comes from no shard.
inline constexpr ShardNumber kNoShard = kShardNumbers;

/// A visitor as other shards must know it.
struct RelayedVisitor {
  VisitorId id;
  PersonId person;
  Epoch epoch;
  std::uint32_t record0 = 0;  ///< id 24 | sequence 8
  std::uint32_t record1 = 0;  ///< x 14 | y 14 | facing 2 | flags 2
  std::uint32_t conversation = 0;
  RoomId room;
  bool chosen_booth = false;
};

/// A visitor that is known has another record, and nothing else of it has changed.
struct RelayedMove {
  std::uint32_t record0 = 0;
  std::uint32_t record1 = 0;
};

struct RelayedTalk {
  std::uint32_t conversation = 0;
  VisitorId visitor;
  PersonId person;
  std::uint32_t epoch = 0;
  std::uint32_t counter = 0;  ///< (epoch, counter) counts once
  UnixMs at = 0;
  domain::ClientEventId client_id{};
  std::string text;
};

enum class SignalKind : std::uint8_t {
  emote,
  typing,
  invite,
  invite_answer,
  profile_changed,
  author_call,
  author_dropped,
  point,
  show_view,
  organisers_call,
  hand,
  floor,
  sessions_ended
};

/// What is for now only and may be lost.
struct RelayedSignal {
  SignalKind kind = SignalKind::emote;
  VisitorId visitor;  ///< who does it
  PersonId person;
  PersonId to;                     ///< invite, invite_answer
  std::uint32_t value = 0;         ///< emote; invitation kind; accepted; how a call stands; for how long a lamp stays;
                                   ///< points no more; a view's extent; a hand is up; whose sessions: of which device
  std::uint32_t number = 0;        ///< invitation's; of the booth an author is called to, or was at
  UnixMs at = 0;                   ///< hand: up since; floor: given or taken then
  domain::Channel channel;         ///< typing
  std::uint32_t conversation = 0;  ///< typing nearby; the circle of an accepted invitation; the booth's
  std::uint32_t place = 0;         ///< the circle's centre; on the poster
};

/// What has come of a room's events: replicas that differ at the same number have a fault.
struct RelayedRoom {
  RoomId room;
  std::uint32_t applied = 0;  ///< the number of the last event
  std::uint64_t hash = 0;
};

struct RelayBatch {
  ShardNumber from = 0;
  std::uint32_t step = 0;
  bool heartbeat_only = false;
  /// The records are all visitors of that shard: who is not among them is gone.
  bool complete = false;
  /// From the backplane: somebody lost something, tell of all your visitors again.
  bool tell_all = false;
  std::vector<RelayedVisitor> records;  ///< changed, arrived or healed
  std::vector<RelayedMove> moves;       ///< none of those in `records`
  std::vector<VisitorId> departed;
  std::vector<RelayedTalk> talk;
  std::vector<RelayedSignal> signals;
  std::vector<domain::Event> events;  ///< just stored by this shard
  std::vector<RelayedRoom> rooms;     ///< once a second

  /// As a new one, in the room it has. The moves stay: who makes it says how many there are and writes over those that
  /// were, so that they need not be made again.
  void clear_but_moves() {
    from = step = 0;
    heartbeat_only = complete = tell_all = false;
    records.clear();
    departed.clear();
    talk.clear();
    signals.clear();
    events.clear();
    rooms.clear();
  }
};
/// A batch is made fifty times a second by each shard, and of each publication that comes: the next one is made in the
/// room of one that all have read, but not in that of a complete one.
inline constexpr std::size_t kBatchesKept = 16;
[[nodiscard]] inline bool worth_keeping(const RelayBatch& batch) {
  constexpr std::size_t kMostKept = 2048;
  return batch.records.capacity() <= kMostKept && batch.moves.capacity() <= kMostKept;
}

/// Must it be heard before the next step? Where people are is looked at only then.
[[nodiscard]] inline bool cannot_wait(const RelayBatch& batch) {
  return batch.complete || batch.tell_all || !batch.talk.empty() || !batch.signals.empty() || !batch.events.empty();
}

class Relay {
 public:
  using Receive = std::function<void(std::shared_ptr<const RelayBatch>)>;
  virtual ~Relay() = default;
  /// Called once by each shard before its loop runs.
  virtual void subscribe(ShardNumber shard, boost::asio::io_context& loop, Receive receive) = 0;
  virtual void publish(std::shared_ptr<const RelayBatch> batch) = 0;
  /// At the beginning of each step, on the shard's thread: calls its function with what waits.
  virtual void collect(ShardNumber shard) = 0;
  /// Are the other processes within reach? Any thread. Meanwhile the store alone says what they did.
  [[nodiscard]] virtual bool linked() const { return true; }
  /// Is everything to be published, though no other shard was heard?
  [[nodiscard]] virtual bool wants_everything() const { return false; }
};

}  // namespace posterhall::hall
