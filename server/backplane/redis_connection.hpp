// A connection to Redis that is had again whenever it is lost: name resolved, signed in, database chosen; after each
// loss it waits 50 to 100 ms, then twice as long each time up to a second, never as long as the others do. Nothing
// waits without an end: three seconds to be connected, two for an answer. Through Sentinel the master is asked for each
// time. Its owner visits it every 20 ms; nothing is read or written between. Runs on: its loop's thread. Owns: the link
// and its timers.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "backplane/asio_types.hpp"
#include "backplane/redis_address.hpp"
#include "backplane/redis_link.hpp"

namespace posterhall::backplane {

class RedisConnection {
 public:
  struct Handlers {
    std::function<void()> ready;                       ///< commands may be sent
    std::function<void(const std::string& why)> lost;  ///< also each time it could not be had
    std::function<void(std::string_view payload)> message;
    std::function<void()> subscribed;
  };

  RedisConnection(boost::asio::io_context& loop, RedisAddress address, std::function<std::uint64_t()> random,
                  Handlers handlers);
  ~RedisConnection();
  RedisConnection(const RedisConnection&) = delete;
  RedisConnection& operator=(const RedisConnection&) = delete;

  void start();
  void stop();
  /// As if it were lost: it is opened again.
  void restart(const std::string& why);
  /// Of sentinels: who the master is now. Whoever is connected to another one is not any more.
  void follow(const RedisHost& master);
  [[nodiscard]] bool ready() const { return ready_; }
  /// Commands that were not answered yet.
  [[nodiscard]] std::size_t waiting() const { return asked_.size(); }
  /// False when it is not ready; `answered` is not called then.
  bool command(const std::vector<std::string_view>& words, RedisLink::Answered answered = {});
  bool subscribe(const std::vector<std::string>& channels);
  /// Reads what has come.
  void visit();
  /// Writes what waits.
  void push();

 private:
  using Clock = std::chrono::steady_clock;
  using Resolver = boost::asio::ip::basic_resolver<boost::asio::ip::tcp, Executor>;
  void attempt();
  void resolve(const RedisHost& host, std::function<void()> connected);
  void open(const std::function<void(RedisLink&)>& connect, std::function<void()> connected);
  void ask_sentinel();
  void take_master(const RedisAnswer& answer);
  void sign_in();
  void choose_database();
  void check_master();
  void set_ready();
  void lose(const std::string& why);
  bool ask(const std::vector<std::string_view>& words, RedisLink::Answered answered);
  /// Goes on by `then`, or is lost with what Redis said.
  [[nodiscard]] RedisLink::Answered expect_ok(std::string about, std::function<void()> then);
  void watch();

  RedisAddress address_;
  std::function<std::uint64_t()> random_;
  Handlers handlers_;
  Resolver resolver_;
  Timer retry_, watch_;
  std::shared_ptr<RedisLink> link_;
  std::deque<Clock::time_point> asked_;  ///< when, of commands that were not answered yet
  RedisHost master_;                     ///< as the sentinel named it
  Clock::time_point began_, ready_since_;
  std::uint32_t losses_ = 0;   ///< in a row
  std::size_t next_host_ = 0;  ///< of several addresses or sentinels
  std::uint64_t attempt_ = 0;  ///< answers to earlier ones do not count
  bool ready_ = false, stopped_ = true;
  std::shared_ptr<int> alive_ = std::make_shared<int>();  ///< what comes later looks whether this is still there
};

}  // namespace posterhall::backplane
