// HallWorld: shards over a fake store and the memory backplane in one loop, with a clock that tests turn by hand, and
// tabs that remember everything they were sent.
#pragma once

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backplane/memory_backplane.hpp"
#include "domain/cells.hpp"
#include "domain/record.hpp"
#include "hall/shard.hpp"
#include "unit/hall/fake_store.hpp"
#include "unit/hall/small_hall.hpp"

namespace posterhall::tests {

/// A state frame, copied.
struct Frame {
  std::uint32_t step = 0, centre_cell = 0;
  bool snapshot = false;
  std::vector<std::uint32_t> records, gone;

  /// The last record of a visitor in this frame.
  [[nodiscard]] std::optional<std::uint32_t> place_of(VisitorId id) const;
  [[nodiscard]] std::optional<std::uint32_t> sequence_of(VisitorId id) const;
  [[nodiscard]] bool has_gone(VisitorId id) const { return std::count(gone.begin(), gone.end(), id.value) != 0; }
};

/// Keeps what it is asked to encode; its "bytes" are where it is kept.
class RecordingEncoder final : public hall::Encoder {
 public:
  SharedBytes notice(const hall::Notice& notice) override;
  SharedBytes state(const hall::StateBlock& block) override;
  [[nodiscard]] const hall::Notice* notice_of(const std::string& bytes) const;
  [[nodiscard]] const Frame* frame_of(const std::string& bytes) const;

  std::deque<hall::Notice> notices;
  std::deque<Frame> frames;
};

/// One tab, from the outside.
class Tab final : public hall::Outlet {
 public:
  explicit Tab(const RecordingEncoder& encoder) : encoder_(encoder) {}

  void send_now(SharedBytes frame) override { received.push_back(*encoder_.notice_of(*frame)); }
  void queue_event(SharedBytes frame) override { queued_.push_back(*encoder_.notice_of(*frame)); }
  bool flush(SharedBytes state) override;
  bool send_state(SharedBytes frame) override {
    if (!slow) send_now(std::move(frame));
    return !slow;
  }
  void close(hall::CloseReason reason, std::uint32_t retry_after_ms) override;

  template <class T>
  [[nodiscard]] std::vector<T> all() const {
    std::vector<T> found;
    for (const hall::Notice& notice : received) {
      if (const T* one = std::get_if<T>(&notice)) found.push_back(*one);
    }
    return found;
  }
  template <class T>
  [[nodiscard]] std::optional<T> last() const {
    const auto found = all<T>();
    return found.empty() ? std::nullopt : std::optional(found.back());
  }
  [[nodiscard]] std::optional<hall::notice::Reject> reject_of(std::uint32_t seq) const;
  [[nodiscard]] bool acked(std::uint32_t seq) const;
  /// Events shown, in the order they came.
  [[nodiscard]] std::vector<domain::Event> events(const domain::Channel& channel) const;
  [[nodiscard]] std::vector<std::uint32_t> numbers(const domain::Channel& channel) const;
  /// What a client believes: everybody in its block, by the frames it got.
  [[nodiscard]] std::vector<std::pair<VisitorId, std::uint32_t>> sees() const;
  [[nodiscard]] std::optional<std::uint32_t> sees(VisitorId id) const;
  void forget() {
    received.clear();
    frames.clear();
  }

  ConnectionId id;
  std::size_t shard = 0;
  PersonId person;
  VisitorId visitor;  ///< from Welcome
  std::uint32_t sequence = 0;
  std::uint32_t seq = 0;
  std::vector<hall::Notice> received;
  std::vector<Frame> frames;
  std::vector<SharedBytes> frame_bytes;
  bool slow = false;  ///< the last write is unfinished: state is refused
  std::optional<hall::CloseReason> closed;
  std::uint32_t retry_after_ms = 0;

 private:
  const RecordingEncoder& encoder_;
  std::vector<hall::Notice> queued_;
  std::vector<Frame> history_;  ///< all frames ever, for sees()
};

struct Coming {
  std::size_t shard = 0;
  std::uint32_t device = 1;
  hall::View view = hall::View::hall;
  bool watch_only = false;
  bool asks_first = false;  ///< nobody agreed to take the avatar from another device
  std::uint8_t tab = 0;     ///< 0 = a new one
  std::vector<domain::Head> resume = {};
  std::uint32_t place = 0;  ///< a reconnect: where the tab says it stood
};

/// The memory backplane, and other processes that can go out of reach.
class SwitchedRelay final : public hall::Relay {
 public:
  void subscribe(hall::ShardNumber shard, boost::asio::io_context& loop, Receive receive) override {
    memory_.subscribe(shard, loop, std::move(receive));
    listening_.push_back(shard);
  }
  /// As a shard's steps do, for the tests' own listeners, whose numbers come after those of the world's shards.
  void collect_from(hall::ShardNumber first) {
    for (const hall::ShardNumber listener : listening_) {
      if (listener >= first) memory_.collect(listener);
    }
  }
  void publish(std::shared_ptr<const hall::RelayBatch> batch) override { memory_.publish(std::move(batch)); }
  void collect(hall::ShardNumber shard) override { memory_.collect(shard); }
  [[nodiscard]] bool linked() const override { return is_linked; }
  [[nodiscard]] bool wants_everything() const override { return all; }
  bool is_linked = true;
  bool all = false;

 private:
  backplane::MemoryBackplane memory_;
  std::vector<hall::ShardNumber> listening_;
};

class HallWorld {
 public:
  explicit HallWorld(std::size_t shards = 1, std::uint32_t people = 40);
  ~HallWorld();

  /// Attaches and enters; the welcome has come when it returns (unless the store holds or fails).
  Tab& come(PersonId person, Coming coming = {});
  /// At a place: as if they had been there before.
  Tab& come_at(PersonId person, std::int32_t x, std::int32_t y, Coming coming = {});
  std::uint32_t ask(Tab& tab, hall::Command command);
  /// A wish to be in the middle of a tile; makes the next sequence.
  void step_to(Tab& tab, std::int32_t x, std::int32_t y);
  /// Walks there tile by tile at the allowed pace (first x, then y).
  void walk_to(Tab& tab, std::int32_t x, std::int32_t y);
  void drop(Tab& tab, std::uint64_t silent_ms = 0);

  /// Runs what is ready, without the clock going on.
  void settle();
  /// The clock goes on in steps of 10 ms.
  void pass(std::uint64_t ms);
  /// The clock jumps, then one step: a long time passes quickly.
  void skip(std::uint64_t ms);
  void replace(hall::HallSetting next);

  boost::asio::io_context loop;
  FakeStore store;
  SwitchedRelay backplane;
  RecordingEncoder encoder;
  Metrics metrics;
  hall::ShardFigures figures{metrics.counter("slept", ""), metrics.counter("rooms_rebuilt", ""),
                             metrics.counter("rooms_equal", "")};
  std::uint64_t clock_ms = 5'000;
  hall::HallSetting setting;
  std::vector<std::unique_ptr<hall::Shard>> shards;
  std::vector<bool> running;  ///< false: this shard's thread stands still
  std::vector<std::shared_ptr<const hall::HallReport>> reports;
  std::deque<Tab> tabs;

 private:
  hall::ShardPorts ports();
  std::uint64_t random_ = 1;
  std::uint8_t next_tab_ = 1;
};

/// A client-made id that is like no other.
[[nodiscard]] domain::ClientEventId client_id(std::uint32_t n);
[[nodiscard]] hall::command::Send message(const domain::Channel& channel, std::string text, std::uint32_t id,
                                          domain::EventKind kind = domain::EventKind::message, std::uint32_t ref = 0);
[[nodiscard]] hall::command::Go go_booth(BoothNumber booth, hall::GoHow how = hall::GoHow::set_down);
[[nodiscard]] domain::Tile tile_of(std::uint32_t word1);

}  // namespace posterhall::tests
