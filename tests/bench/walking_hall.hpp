// WalkingHall: a generated hall in which N people walk at 5 Hz, on one shard or on several that meet over the memory
// backplane, with the real encoder and connections that only count: what a crowd costs without sockets and without a
// machine's noise.
// Runs on: the benchmark's thread, all shards in turn. Owns: the shards and the walkers.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <memory>
#include <random>
#include <vector>

#include "backplane/memory_backplane.hpp"
#include "hall/shard.hpp"
#include "unit/hall/fake_store.hpp"
#include "wire/encode.hpp"

namespace posterhall::tests {

/// What went out, over all connections.
struct Delivered {
  std::uint64_t state_frames = 0;  ///< handed to connections
  std::uint64_t state_bytes = 0;
  std::uint64_t other_frames = 0;
  std::uint64_t other_bytes = 0;
  std::uint64_t frames_built = 0;    ///< state frames encoded
  std::uint64_t pointer_states = 0;  ///< handed to connections
  std::uint64_t pointer_bytes = 0;
  std::uint64_t pointers_built = 0;
};

class WalkingHall {
 public:
  WalkingHall(std::uint32_t people, std::uint32_t posters, std::uint32_t shards = 1);
  ~WalkingHall();

  /// The hall's clock goes on, everybody walks; counts from here.
  void walk(std::uint32_t seconds);
  /// Everybody goes to the first booth and points at its poster, 20 times a second each; counts from then.
  void point(std::uint32_t seconds);
  [[nodiscard]] const Delivered& delivered() const { return delivered_; }
  /// Others within one's block of cells, on average.
  [[nodiscard]] double in_view() const;

 private:
  class CountingEncoder;
  class Walker;
  void open_shards(const hall::HallSetting& setting, std::uint32_t shards);
  void step();
  void move(Walker& walker);
  void settle();

  boost::asio::io_context loop_;
  FakeStore store_;
  backplane::MemoryBackplane backplane_;
  Delivered delivered_;
  std::unique_ptr<CountingEncoder> encoder_;
  std::shared_ptr<const domain::FloorPlan> plan_;
  std::vector<std::unique_ptr<hall::Shard>> shards_;
  std::vector<std::unique_ptr<Walker>> walkers_;
  std::uint64_t clock_ms_ = 5'000;
  std::mt19937 random_{7};
};

}  // namespace posterhall::tests
