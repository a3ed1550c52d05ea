// FuzzedHall: two shards over the tests' store and the memory backplane, with the real wire on both sides: bytes come
// in through the decoder, everything that goes out is encoded and must be readable again.
// Runs on: the fuzzer's thread. Owns: the shards and four tabs.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "backplane/memory_backplane.hpp"
#include "hall/shard.hpp"
#include "unit/hall/fake_store.hpp"
#include "wire/encode.hpp"

namespace posterhall::tests {

class FuzzedHall {
 public:
  static constexpr std::size_t tab_count = 4;

  FuzzedHall();
  ~FuzzedHall();

  /// One WebSocket message from a tab, as a session would treat it; a tab without a connection gets one first.
  void say(std::size_t tab, std::span<const std::uint8_t> message);
  /// The tab's connection breaks.
  void drop(std::size_t tab);
  /// The tab reads no more, or again.
  void stall(std::size_t tab);
  /// Another process says something.
  void hear(std::shared_ptr<const hall::RelayBatch> batch) { backplane_.publish(std::move(batch)); }
  /// The clock goes on in steps of 10 ms.
  void pass(std::uint32_t steps);
  /// The clock jumps.
  void skip(std::uint64_t ms);

  FakeStore store;

 private:
  class Tab;
  void settle();
  void turn_clock(std::uint64_t ms);

  boost::asio::io_context loop_;
  backplane::MemoryBackplane backplane_;
  wire::FrameEncoder encoder_;
  std::uint64_t clock_ms_ = 5'000;
  std::uint64_t random_ = 1;
  std::array<std::unique_ptr<hall::Shard>, 2> shards_;
  std::array<std::unique_ptr<Tab>, tab_count> tabs_;
};

}  // namespace posterhall::tests
