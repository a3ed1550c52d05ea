// One connection to Redis: hiredis' asynchronous context on an Asio loop. Asio says when the socket may be read or
// written, hiredis speaks RESP. It is opened once; whoever wants to come back opens another.
// Runs on: its loop's thread. Owns: the context and its socket.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "backplane/asio_types.hpp"

struct redisAsyncContext;

namespace posterhall::backplane {

/// What Redis said to a command.
struct RedisAnswer {
  enum class Kind : std::uint8_t { lost, error, nothing, text, number, list };
  Kind kind = Kind::lost;  ///< lost: the connection went before the answer came
  std::int64_t number = 0;
  std::string text;               ///< also an error's words
  std::vector<std::string> list;  ///< texts and numbers as texts; lists in it are left out
  [[nodiscard]] bool ok() const { return kind != Kind::lost && kind != Kind::error; }
};

class RedisLink : public std::enable_shared_from_this<RedisLink> {
 public:
  using Answered = std::function<void(const RedisAnswer&)>;
  struct Handlers {
    std::function<void()> connected;
    std::function<void(const std::string& why)> closed;  ///< once, at its end or instead of `connected`
    std::function<void(std::string_view payload)> message;
    std::function<void()> subscribed;
  };

  static std::shared_ptr<RedisLink> open(boost::asio::io_context& loop, Handlers handlers);
  ~RedisLink();
  RedisLink(const RedisLink&) = delete;
  RedisLink& operator=(const RedisLink&) = delete;

  /// An address in numbers: names are resolved by whoever opens it.
  void connect(const std::string& ip, std::uint16_t port);
  void connect_unix(const std::string& path);
  /// False: it is not open any more, and `answered` is not called; else it is, once.
  bool command(const std::vector<std::string_view>& words, Answered answered);
  bool subscribe(const std::string& channel);
  /// At once and without a word: handlers are called no more, commands that wait are told they are lost.
  void close();

 private:
  explicit RedisLink(boost::asio::io_context& loop, Handlers handlers);
  struct Hooks;
  void begin(redisAsyncContext* context);
  void fail(const std::string& why);
  void wait_readable();
  void wait_writable();
  void released();

  boost::asio::posix::basic_stream_descriptor<Executor> descriptor_;
  Handlers handlers_;
  redisAsyncContext* context_ = nullptr;
  bool live_ = true;  ///< handlers may be called
  bool wants_to_read_ = false, wants_to_write_ = false;
  bool waits_to_read_ = false, waits_to_write_ = false;
};

}  // namespace posterhall::backplane
