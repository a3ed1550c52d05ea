// Crowd: what all bots of a run share: when which move was sent, what was seen, what was acked.
// Runs on: the swarm's one thread. Owns: the tallies and the history.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "history.hpp"

namespace posterhall::load {

using Clock = std::chrono::steady_clock;

/// Latencies in milliseconds as counts per tenth of a millisecond up to 10 s; percentiles are read off.
class LatencyTally {
 public:
  void add(double ms);
  [[nodiscard]] double percentile(double p) const;  ///< ms; 0 when empty
  [[nodiscard]] double max() const { return max_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::vector<std::uint32_t> buckets_ = std::vector<std::uint32_t>(100'000);
  std::uint64_t count_ = 0;
  double max_ = 0;
};

/// What a client knows of a visitor: the record's words.
struct SeenRecord {
  std::uint32_t word0 = 0;
  std::uint32_t word1 = 0;
};

/// A sampled client's picture of its block of cells, kept as a browser keeps it.
struct SampledView {
  std::uint32_t centre_cell = 0;
  std::unordered_map<std::uint32_t, SeenRecord> visitors;
};

struct Crowd {
  std::uint64_t moves_sent = 0;
  std::uint64_t updates_received = 0;  ///< records in decoded frames, and frames in counted ones
  std::uint64_t bytes_received = 0;
  std::uint64_t rejected = 0;
  std::uint32_t connected = 0;
  std::uint32_t returned = 0;  ///< came back after their connection had ended
  std::uint32_t failed = 0;
  std::string first_failure;
  LatencyTally latency;
  History history;
  /// When visitor v's move with sequence s went out; the newest of each sequence.
  std::unordered_map<std::uint32_t, std::array<Clock::time_point, 256>> sent_at;
  /// Where each bot's avatar truly is: its last accepted place (second word without flags), by visitor.
  std::unordered_map<std::uint32_t, std::uint32_t> true_place;
  /// Ids of bots whose connection ended and who came back under another: who still sees one sees a ghost.
  std::unordered_set<std::uint32_t> former;
};

/// The hall as a bot needs it: where one can walk.
struct WalkPlan {
  std::int32_t width = 0, height = 0;
  std::string blocked;
  [[nodiscard]] bool walkable(std::int32_t x, std::int32_t y) const {  ///< pixels
    const auto tx = x / 32, ty = y / 32;
    return x >= 0 && y >= 0 && tx < width && ty < height && blocked[static_cast<std::size_t>(ty * width + tx)] == 0;
  }
};

}  // namespace posterhall::load
