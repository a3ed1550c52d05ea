#include "net/shard_thread.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <exception>

#include "net/loop_turns.hpp"

namespace posterhall::net {
namespace {

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

void ShardThread::step() {
  const std::uint64_t now = steady_ms();
  last_turn_ms_.store(now, std::memory_order_relaxed);
  shard_.run_step(now);
}

void ShardThread::start(Log& log) {
  thread_ = std::thread([this, &log] {
    try {
      connections_.start();
      shard_.start(tell_.report);
      run_in_turns(loop_, hall::kStep, [this] { step(); });
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
    loop_.stop();
  });
  thread_.join();
}

}  // namespace posterhall::net
