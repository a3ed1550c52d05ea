// One shard at work: its io_context, its part of the hall, its connections, its thread.
// Runs on: made, started and joined by main; the rest on its own thread. Owns: all of these.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <thread>

#include "base/log.hpp"
#include "net/connections.hpp"
#include "net/hall_door.hpp"
#include "wire/encode.hpp"

namespace posterhall::net {

class ShardThread {
 public:
  using MakePorts = std::function<hall::ShardPorts(hall::Encoder&)>;
  struct Tell {
    Connections::Gone gone;  ///< on the shard's thread
    std::function<void(std::shared_ptr<const hall::HallReport>)> report;
  };

  ShardThread(hall::ShardNumber number, const MakePorts& ports, const hall::HallSetting& setting,
              ConnectionFigures figures, Tell tell);
  ~ShardThread();
  ShardThread(const ShardThread&) = delete;
  ShardThread& operator=(const ShardThread&) = delete;

  void start(Log& log);
  /// Closes what is open and ends the thread.
  void stop();

  [[nodiscard]] hall::Shard& shard() { return shard_; }
  [[nodiscard]] Connections& connections() { return connections_; }
  /// Rises with each step; read from any thread.
  [[nodiscard]] std::uint64_t last_turn_ms() const { return last_turn_ms_.load(std::memory_order_relaxed); }

 private:
  void step();
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{loop_.get_executor()};
  wire::FrameEncoder encoder_;
  Tell tell_;
  hall::Shard shard_;
  ShardDoor door_;
  Connections connections_;
  std::atomic<std::uint64_t> last_turn_ms_{0};
  std::thread thread_;
};

}  // namespace posterhall::net
