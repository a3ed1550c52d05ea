// Shards that hear each other, by each implementation of the relay, and a shard's thread that keeps what it hears.
// Runs on: the test's thread. Owns: loops, threads, and a Redis if there is one.
#pragma once

#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "backplane/memory_backplane.hpp"
#include "backplane/redis_backplane.hpp"
#include "contract/redis_server.hpp"
#include "domain/channel.hpp"
#include "domain/conversation.hpp"
#include "domain/record.hpp"

namespace posterhall::tests {

using Batches = std::vector<std::shared_ptr<const hall::RelayBatch>>;

/// Who said it, and its counter.
inline std::vector<std::pair<hall::ShardNumber, std::uint32_t>> all_talk(const Batches& batches) {
  std::vector<std::pair<hall::ShardNumber, std::uint32_t>> list;
  for (const auto& batch : batches) {
    for (const auto& talk : batch->talk) list.emplace_back(batch->from, talk.counter);
  }
  return list;
}

/// Nearby talk of a shard.
inline hall::RelayBatch talk_of(hall::ShardNumber from, std::uint32_t counter) {
  hall::RelayBatch batch;
  batch.from = from;
  batch.talk.push_back({0, VisitorId{from << 14 | 1}, PersonId{3}, 1, counter, 6, {}, "words"});
  return batch;
}

inline void say(hall::Relay& relay, hall::RelayBatch batch) {
  relay.publish(std::make_shared<hall::RelayBatch>(std::move(batch)));
}

/// For Listener::wait_for.
inline auto heard(hall::ShardNumber from, std::uint32_t counter) {
  return [=](const Batches& batches) {
    const auto talk = all_talk(batches);
    return std::find(talk.begin(), talk.end(), std::pair{from, counter}) != talk.end();
  };
}

/// A shard's thread that keeps what it receives; wishes of the backplane itself are counted.
class Listener {
 public:
  Listener(hall::Relay& relay, hall::ShardNumber number) : relay_(relay), number_(number) {
    relay.subscribe(number, loop_, [this](std::shared_ptr<const hall::RelayBatch> batch) {
      const std::lock_guard lock(mutex_);
      on_own_thread_ = on_own_thread_ && std::this_thread::get_id() == thread_.get_id();
      if (batch->tell_all) {
        ++wishes_;
      } else {
        batches_.push_back(std::move(batch));
      }
      changed_.notify_all();
    });
  }
  ~Listener() {
    work_.reset();
    loop_.stop();
    if (thread_.joinable()) thread_.join();
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void start() {
    thread_ = std::thread([this] {
      started_.wait(false);
      step();
      loop_.run();
    });
    started_ = true;
    started_.notify_all();
  }
  template <class Holds>
  [[nodiscard]] bool wait_for(Holds holds) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(30), [&] { return holds(batches_); });
  }
  [[nodiscard]] bool wait_for_wishes(std::size_t count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(30), [&] { return wishes_ >= count; });
  }
  [[nodiscard]] Batches batches() {
    const std::lock_guard lock(mutex_);
    return batches_;
  }
  [[nodiscard]] std::size_t wishes() {
    const std::lock_guard lock(mutex_);
    return wishes_;
  }
  [[nodiscard]] bool on_own_thread() {
    const std::lock_guard lock(mutex_);
    return on_own_thread_;
  }

 private:
  /// As a shard's steps.
  void step() {
    relay_.collect(number_);
    timer_.expires_after(std::chrono::milliseconds(10));
    timer_.async_wait([this](const boost::system::error_code& error) {
      if (!error) step();
    });
  }

  hall::Relay& relay_;
  hall::ShardNumber number_;
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{loop_.get_executor()};
  boost::asio::steady_timer timer_{loop_};
  std::mutex mutex_;
  std::condition_variable changed_;
  Batches batches_;
  std::size_t wishes_ = 0;
  bool on_own_thread_ = true;
  std::atomic<bool> started_{false};
  std::thread thread_;
};

/// Shards of one process.
class MemoryNet {
 public:
  explicit MemoryNet(std::uint32_t) {}
  hall::Relay& relay(hall::ShardNumber) { return relay_; }
  /// A shard; it is there until the net goes.
  Listener& listen(hall::ShardNumber number) { return listeners_.emplace_back(relay_, number); }
  void connect() {}

 private:
  backplane::MemoryBackplane relay_;
  std::deque<Listener> listeners_;
};

/// Processes of one shard each, by number.
class RedisNet {
 public:
  explicit RedisNet(std::uint32_t processes, std::vector<std::string> redis = {}, const std::string& credentials = "")
      : redis_(std::in_place, std::move(redis)) {
    add(processes, "unix://" + credentials + redis_->socket());
  }
  /// At a Redis of somebody else's.
  RedisNet(std::uint32_t processes, const std::string& address) { add(processes, address); }
  ~RedisNet() {
    work_.reset();
    loop_.stop();
    thread_.join();
    for (auto& process : processes_) process->relay.stop();
  }
  RedisNet(const RedisNet&) = delete;
  RedisNet& operator=(const RedisNet&) = delete;

  backplane::RedisBackplane& relay(hall::ShardNumber number) { return processes_.at(number)->relay; }
  backplane::RedisFigures& figures(hall::ShardNumber number) { return processes_.at(number)->figures; }
  /// A shard; it is there until the net goes: the backplane's thread gives it what it hears.
  Listener& listen(hall::ShardNumber number) { return listeners_.emplace_back(relay(number), number); }
  RedisServer& redis() { return *redis_; }
  /// Nobody wants to be located, or all but person 8 do.
  void hide(bool hidden) { hidden_ = hidden; }
  void begin() {
    boost::asio::post(loop_, [this] {
      for (auto& process : processes_) process->relay.start();
    });
  }
  /// All of them are within reach of each other.
  void connect() {
    begin();
    if (!wait_linked(true)) throw std::runtime_error("no way to Redis");
  }
  [[nodiscard]] bool wait_linked(bool linked) {
    return wait_until([&] {
      return std::ranges::all_of(processes_, [&](const auto& one) { return one->relay.linked() == linked; });
    });
  }
  /// Their thread does nothing for so long, as in a process that was stopped.
  void stand_still(std::chrono::milliseconds how_long) {
    std::promise<void> over;
    boost::asio::post(loop_, [&] {
      std::this_thread::sleep_for(how_long);  // is what is tested
      over.set_value();
    });
    over.get_future().wait();
  }
  template <class Holds>
  [[nodiscard]] static bool wait_until(Holds holds) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!holds()) {
      if (std::chrono::steady_clock::now() > until) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));  // polls a state of another thread or process
    }
    return true;
  }

 private:
  void add(std::uint32_t processes, const std::string& where) {
    const auto address = backplane::parse_redis_address(where);
    for (std::uint32_t i = 0; i < processes; ++i) {
      backplane::RedisOptions options;
      options.address = *address;
      options.hall = "test";
      options.process = i + 1;
      options.shards = {i};
      options.place = "http://localhost:1";
      options.random = [engine = std::mt19937_64(i)]() mutable { return engine(); };
      options.now = [] { return UnixMs{1'776'000'000'000}; };
      options.names.version = [this] { return std::uint64_t{hidden_}; };
      options.names.of = [this](PersonId id) -> std::optional<std::string_view> {
        if (id.value == 8 || hidden_) return std::nullopt;
        return names_.try_emplace(id, "Person \"" + std::to_string(id.value) + "\"").first->second;
      };
      processes_.push_back(std::make_unique<Process>(loop_, std::move(options), log_));
    }
    thread_ = std::thread([this] { loop_.run(); });
  }
  struct Process {
    Process(boost::asio::io_context& loop, backplane::RedisOptions options, Log& log)
        : figures(backplane::redis_figures(metrics)), relay(loop, std::move(options), figures, log) {}
    Metrics metrics;
    backplane::RedisFigures figures;
    backplane::RedisBackplane relay;
  };
  std::optional<RedisServer> redis_;
  std::atomic<bool> hidden_{false};
  std::map<PersonId, std::string> names_;  ///< that were told; of the loop's thread
  Log log_{LogLevel::error};
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{loop_.get_executor()};
  std::vector<std::unique_ptr<Process>> processes_;
  std::deque<Listener> listeners_;
  std::thread thread_;
};

/// Two processes with a shard each that are within reach of each other.
struct LinkedPair {
  template <class... Where>
  explicit LinkedPair(Where... where) : net(2, where...), a(net.listen(0)), b(net.listen(1)) {
    a.start();
    b.start();
    net.connect();
  }
  [[nodiscard]] bool hear_each_other(std::uint32_t counter) {
    say(net.relay(0), talk_of(0, counter));
    say(net.relay(1), talk_of(1, counter));
    return b.wait_for(heard(0, counter)) && a.wait_for(heard(1, counter));
  }

  RedisNet net;
  Listener &a, &b;
};

}  // namespace posterhall::tests
