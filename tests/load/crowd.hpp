// Crowd: what all bots of a run share: when which move was sent, what was seen, what was acked.
// Runs on: the swarm's one thread. Owns: the tallies and the history.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "history.hpp"

namespace posterhall::load {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

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

/// An event that somebody was shown long after its sender had its ack.
struct Late {
  Clock::time_point acked;
  Clock::time_point shown;
};

struct Crowd {
  std::uint64_t moves_sent = 0;
  std::uint64_t frames_received = 0;   ///< state frames, of all
  std::uint64_t updates_received = 0;  ///< records in decoded frames, and frames in counted ones
  std::uint64_t bytes_received = 0;
  std::uint64_t rejected = 0;
  std::uint32_t connected = 0;
  std::uint32_t returned = 0;  ///< came back after their connection had ended
  std::uint32_t failed = 0;
  std::string first_failure;
  LatencyTally latency;
  LatencyTally answers;    ///< from writing until the sender sees sent or failed
  LatencyTally blackouts;  ///< from the last word of one connection to the welcome of the next
  LatencyTally shown;      ///< from the sender's ack until somebody else has it; 0 if they had it before
  std::vector<Late> late;  ///< those that took over a second
  History history;
  /// When visitor v's move with sequence s went out; the newest of each sequence.
  std::unordered_map<std::uint32_t, std::array<Clock::time_point, 256>> sent_at;
  /// Where each bot's avatar truly is: its last accepted place (second word without flags), by visitor.
  std::unordered_map<std::uint32_t, std::uint32_t> true_place;
  /// Ids whose connection ended, and when it was last heard: who still sees one sees a ghost.
  std::unordered_map<std::uint32_t, Clock::time_point> former;
  /// When the sender of an event (client id) had its ack.
  std::unordered_map<std::string, Clock::time_point> acked_at;
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

/// A place (second word of a record without its flags) within the 3 x 3 cells around `centre_cell`.
[[nodiscard]] bool in_block(std::uint32_t place, std::uint32_t centre_cell);

}  // namespace posterhall::load
