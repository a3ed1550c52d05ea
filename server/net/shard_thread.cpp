#include "net/shard_thread.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <exception>

namespace posterhall::net {
namespace {

constexpr std::chrono::milliseconds kTurn{250};

std::uint64_t steady_ms() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

}  // namespace

ShardThread::ShardThread(hall::ShardNumber number, const MakePorts& ports, const hall::HallSetting& setting,
                         ConnectionFigures figures, Tell tell)
    : tell_(std::move(tell)),
      shard_(number, loop_, ports(encoder_), setting),
      door_(shard_),
      connections_(loop_, door_, encoder_, figures, tell_.gone) {
  last_turn_ms_ = steady_ms();
}

ShardThread::~ShardThread() { stop(); }

void ShardThread::turn() {
  last_turn_ms_.store(steady_ms(), std::memory_order_relaxed);
  turn_timer_.expires_after(kTurn);
  turn_timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) turn();
  });
}

void ShardThread::start(Log& log) {
  thread_ = std::thread([this, &log] {
    try {
      turn();
      connections_.start();
      shard_.start(tell_.report);
      loop_.run();
    } catch (const std::exception& failure) {
      log.error("shard.failed", {{"what", failure.what()}});
      std::terminate();  // a broken invariant: better to start anew than to serve half a hall
    }
  });
}

void ShardThread::stop() {
  if (!thread_.joinable()) return;
  boost::asio::post(loop_, [this] {
    connections_.stop();
    turn_timer_.cancel();
    loop_.stop();
  });
  thread_.join();
}

}  // namespace posterhall::net
