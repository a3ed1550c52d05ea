// One connection to Redis: hiredis' asynchronous context, which speaks RESP, without a loop: nothing that comes wakes
// anybody. Its owner visits it every 20 ms, and then what came is read and what waits is written
// (docs/decisions/0117). It is opened once; whoever wants to come back opens another.
// Runs on: its owner's thread. Owns: the context and its socket.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

  static std::shared_ptr<RedisLink> open(Handlers handlers);
  ~RedisLink();
  RedisLink(const RedisLink&) = delete;
  RedisLink& operator=(const RedisLink&) = delete;

  /// An address in numbers: names are resolved by whoever opens it.
  void connect(const std::string& ip, std::uint16_t port);
  void connect_unix(const std::string& path);
  /// False: it is not open any more, and `answered` is not called; else it is, once.
  bool command(const std::vector<std::string_view>& words, Answered answered);
  /// `subscribed` is called when all of them are.
  bool subscribe(const std::vector<std::string>& channels);
  /// Reads what has come and writes what waits, as far as the socket takes it; never waits. Calls handlers.
  void visit();
  /// Writes what waits, at once. May find that the connection is gone, and calls `closed` then.
  void push();
  /// At once and without a word: handlers are called no more, commands that wait are told they are lost.
  void close();

 private:
  explicit RedisLink(Handlers handlers);
  struct Hooks;
  void begin(redisAsyncContext* context);
  void fail(const std::string& why);
  [[nodiscard]] bool reached() const;
  [[nodiscard]] bool turn();

  Handlers handlers_;
  std::string command_;    ///< the last one; the next is written where it was
  std::string not_begun_;  ///< why, told at the next visit
  std::size_t channels_ = 0;
  std::size_t heard_ = 0;  ///< bytes, in this turn of a visit
  redisAsyncContext* context_ = nullptr;
  bool live_ = true;  ///< handlers may be called
  bool wants_to_read_ = false, wants_to_write_ = false;
};

}  // namespace posterhall::backplane
