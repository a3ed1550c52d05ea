// The numbers of this process's shards, leased from the store and renewed every five seconds until the end.
// Runs on: the front's loop. Owns: the lease.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "hall/ports/shard_leases.hpp"
#include "net/asio_types.hpp"

namespace posterhall {

class LeasedNumbers {
 public:
  LeasedNumbers(net::asio::io_context& loop, hall::ShardLeases& leases, const std::function<std::uint64_t()>& random);

  /// `lost`: later, when somebody else has one of the numbers; nothing may be said with them any more.
  void lease(std::uint32_t count, hall::CommonGround ours, std::function<void()> lost,
             std::function<void(const Result<hall::LeasedShards>&)> leased);
  /// Gives them back; nothing happens without a lease.
  void release();
  void stop();

 private:
  void keep();

  net::asio::io_context& loop_;
  hall::ShardLeases& leases_;
  std::string holder_;
  std::uint32_t count_ = 0;
  std::function<void()> lost_;
  net::Timer timer_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace posterhall
