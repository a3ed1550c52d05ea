// The sockets of one shard in an epoll set of their own, inside the shard's io_context, whose loop wakes for the set;
// how often it does in a crowd is net/loop_turns' affair.
// Runs on: its shard's thread. Owns: the epoll set; not the sockets.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <cstdint>
#include <functional>
#include <vector>

struct epoll_event;

namespace posterhall::net {

/// What a socket is ready for.
struct Ready {
  bool to_read = false;
  bool to_write = false;
};

class Poller {
 public:
  using OnReady = std::function<void(void* who, Ready ready)>;
  using OnRound = std::function<void()>;

  /// `on_round` runs once after each round of on_ready.
  Poller(boost::asio::io_context& loop, OnReady on_ready, OnRound on_round);
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  void start();
  void stop();
  [[nodiscard]] bool add(int fd, void* who);
  /// Also tells when the socket can be written again (or no more).
  void want_write(int fd, void* who, bool wanted);
  void remove(int fd);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  using Executor = boost::asio::io_context::executor_type;
  void wait();
  void round();

  boost::asio::posix::basic_stream_descriptor<Executor> set_;
  OnReady on_ready_;
  OnRound on_round_;
  std::vector<epoll_event> events_;  ///< of one look
  std::size_t size_ = 0;
  bool stopped_ = true;
};

}  // namespace posterhall::net
