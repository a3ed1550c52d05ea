// Asking a port and waiting for its answer, in a test. Loops are lent, never destroyed: the store's thread may still be
// inside its post() when the answer has already been handled here.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "hall/ports/reply.hpp"

namespace posterhall::store_test {

/// A loop for one thread, back in the pool when this ends.
class LentLoop {
 public:
  LentLoop() {
    const std::lock_guard lock(pool().mutex);
    if (pool().idle.empty()) {
      pool().all.push_back(std::make_unique<boost::asio::io_context>());
      pool().idle.push_back(pool().all.back().get());
    }
    loop_ = pool().idle.back();
    pool().idle.pop_back();
    loop_->restart();
  }
  ~LentLoop() {
    const std::lock_guard lock(pool().mutex);
    pool().idle.push_back(loop_);
  }
  LentLoop(const LentLoop&) = delete;
  LentLoop& operator=(const LentLoop&) = delete;
  /// In a forked child: the parent's loops and its own would wake each other instead of themselves.
  static void after_fork() { pool().idle.clear(); }
  boost::asio::io_context& operator*() { return *loop_; }
  boost::asio::io_context* operator->() { return loop_; }

 private:
  struct Pool {
    std::mutex mutex;
    std::deque<std::unique_ptr<boost::asio::io_context>> all;
    std::deque<boost::asio::io_context*> idle;
  };
  static Pool& pool() {
    static Pool& lasting = *new Pool;
    return lasting;
  }
  boost::asio::io_context* loop_ = nullptr;
};

/// `ask` gets the Reply to hand to a port.
template <class T, class Ask>
Result<T> wait_for(Ask ask) {
  LentLoop loop;
  const auto guard = boost::asio::make_work_guard(*loop);
  std::optional<Result<T>> answer;
  ask(hall::Reply<T>(loop->get_executor(), [&](Result<T> result) {
    answer.emplace(std::move(result));
    loop->stop();
  }));
  loop->run();
  return std::move(*answer);
}

}  // namespace posterhall::store_test
