// RedisBackplane: the relay between the shards of all processes of a hall. Shards of this process hear each other
// through memory, as ever; what they say is put together and published every 20 ms, and what other processes publish is
// checked and given to the shards here. A publication that did not come is noticed by its number, and its process is
// asked to tell everything again. A process publishes on the channel of its first shard's number and hears all others,
// so nothing has to be known of who is there; a word to itself once a second tells that the way is open.
// Redis is visited every 20 ms, when a shard has published: what came is read, what is to say is written, and nothing
// wakes the thread between. A shard that has nothing to say notices, at its steps, that it was not visited for longer.
// Runs on: publish on the shards' threads, the rest on its loop's. Owns: two connections, what waits.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backplane/memory_backplane.hpp"
#include "backplane/pending_batches.hpp"
#include "backplane/process_register.hpp"
#include "backplane/redis_connection.hpp"
#include "backplane/sentinel_watch.hpp"
#include "base/log.hpp"
#include "base/metrics.hpp"
#include "wire/backplane_message.hpp"

namespace posterhall::backplane {

struct RedisFigures {
  Counter& published;  ///< publications
  Counter& bytes_out;
  Counter& received;  ///< publications of other processes
  Counter& bytes_in;
  Counter& refused;    ///< received, and not what another process would say
  Counter& gaps;       ///< publications of others that did not come
  Counter& discarded;  ///< own publications while Redis was away, or talk and signals too many for one
  Counter& lost;       ///< times the way to Redis was lost
};
[[nodiscard]] RedisFigures redis_figures(Metrics& metrics);

struct RedisOptions {
  RedisAddress address;
  std::string hall;                       ///< the store's own name: all keys and channels begin with it
  std::vector<hall::ShardNumber> shards;  ///< of this process
  std::uint64_t process = 0;              ///< random, not 0
  std::string place;                      ///< where this process serves, for whoever reads the register
  std::function<std::uint64_t()> random;
  std::function<UnixMs()> now;
  Names names;
};

class RedisBackplane final : public hall::Relay {
 public:
  RedisBackplane(boost::asio::io_context& loop, RedisOptions options, RedisFigures figures, Log& log);
  ~RedisBackplane() override;

  void start();
  /// Takes this process out of the register, before it ends.
  void leave();
  void stop();

  void subscribe(hall::ShardNumber shard, boost::asio::io_context& loop, Receive receive) override;
  void publish(std::shared_ptr<const hall::RelayBatch> batch) override;
  void collect(hall::ShardNumber shard) override;
  [[nodiscard]] bool linked() const override { return linked_.load(std::memory_order_relaxed); }
  [[nodiscard]] bool wants_everything() const override { return true; }
  [[nodiscard]] std::uint64_t dropped() const { return pending_.dropped(); }

 private:
  using Clock = std::chrono::steady_clock;
  /// Another process.
  struct Other {
    std::uint32_t number = 0;  ///< of its last publication
    Clock::time_point heard, asked;
  };
  [[nodiscard]] RedisConnection::Handlers command_handlers();
  [[nodiscard]] RedisConnection::Handlers listen_handlers();
  void call();
  void tick();
  void wait();
  void visit(Clock::time_point now);
  void once_a_second(Clock::time_point now);
  void try_way();
  void flush();
  void say(std::span<std::shared_ptr<const hall::RelayBatch>> batches);
  void send();  ///< what is in bytes_
  void check_way(Clock::time_point now);
  void hear(std::string_view payload);
  void take(const wire::BackplaneMessage& message);
  [[nodiscard]] bool is_sound(const wire::BackplaneMessage& message);
  void ask(std::uint64_t process, Other& other);
  void tell_all();
  void link();
  void unlink(std::string_view which, const std::string& why);

  RedisOptions options_;
  boost::asio::io_context& loop_;
  RedisFigures figures_;
  Log& log_;
  MemoryBackplane memory_;
  PendingBatches pending_;
  std::string channel_, way_, beginning_;
  std::string bytes_;  ///< of the last publication; the next is written where it was
  RedisConnection commands_, listener_;
  SentinelWatch sentinels_;
  ProcessRegister register_;
  Timer timer_;
  std::map<std::uint64_t, Other> others_;
  std::vector<std::uint64_t> asks_;
  std::uint32_t number_ = 0;
  std::optional<Clock::time_point> awaited_;  ///< the word to itself that has not come back, since then
  std::atomic<Clock::time_point> ticked_{Clock::time_point{}};  ///< the last visit
  Clock::time_point counted_, answered_, complained_;
  bool subscribed_ = false, stopped_ = true, told_away_ = false;
  std::atomic<bool> linked_{false}, called_{false};
};

}  // namespace posterhall::backplane
