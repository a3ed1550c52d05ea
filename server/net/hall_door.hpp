// What a WebSocket session needs of the hall: a shard, or a fake in tests.
// Runs on: the shard's thread. Owns: nothing.
#pragma once

#include <cstdint>

#include "hall/command.hpp"
#include "hall/notice.hpp"
#include "hall/ports/outlet.hpp"
#include "hall/shard.hpp"

namespace posterhall::net {

class HallDoor {
 public:
  virtual ~HallDoor() = default;
  virtual ConnectionId attach(const hall::Arrival& arrival, hall::Outlet& outlet) = 0;
  virtual void handle(ConnectionId connection, std::uint32_t seq, hall::Command command) = 0;
  virtual void reject(ConnectionId connection, std::uint32_t seq, hall::RejectCode code) = 0;
  /// `silent_ms`: how long nothing had come from it when it was given up; 0 = it closed or broke.
  virtual void detach(ConnectionId connection, std::uint64_t silent_ms) = 0;
};

/// The real one.
class ShardDoor final : public HallDoor {
 public:
  explicit ShardDoor(hall::Shard& shard) : shard_(shard) {}
  ConnectionId attach(const hall::Arrival& arrival, hall::Outlet& outlet) override {
    return shard_.attach(arrival, outlet);
  }
  void handle(ConnectionId connection, std::uint32_t seq, hall::Command command) override {
    shard_.handle(connection, seq, std::move(command));
  }
  void reject(ConnectionId connection, std::uint32_t seq, hall::RejectCode code) override {
    shard_.reject(connection, seq, code);
  }
  void detach(ConnectionId connection, std::uint64_t silent_ms) override { shard_.detach(connection, silent_ms); }

 private:
  hall::Shard& shard_;
};

}  // namespace posterhall::net
