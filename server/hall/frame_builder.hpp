// FrameBuilder: what one group of viewers in a cell is sent: the records of its block that changed since it was last
// served, ids that left, or all of them. A crowd has a budget: the nearest go first, the rest in turns, everyone at
// least every two seconds.
// Runs on: its shard's thread. Owns: its scratch space.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "hall/floor.hpp"
#include "hall/notice.hpp"

namespace posterhall::hall {

/// Turns of a crowd: each record belongs to one of 20 (by its id); with at least one served a round of 100 ms, nobody
/// waits longer than two seconds.
inline constexpr std::uint32_t kTurns = 20;
/// Changed records one frame may carry; about two kilobytes.
inline constexpr std::uint32_t kFrameBudget = 256;

/// What a group has been served: the step up to which; in a crowd, apart for the near (own cell) and far records of
/// each turn.
struct Served {
  explicit Served(std::uint32_t step = 0) : up_to(step) {}
  std::uint32_t up_to = 0;
  bool in_turns = false;  ///< else everything was served up to `up_to`, and what follows means nothing
  std::array<std::uint32_t, kTurns> near{};
  std::array<std::uint32_t, kTurns> far{};
  std::uint32_t next_near = 0, next_far = 0;  ///< whose turn it is
};

class FrameBuilder {
 public:
  explicit FrameBuilder(const VisitorTable& visitors) : visitors_(visitors) {}

  /// What changed around `centre` since it was served; marks it served up to `step`. Empty spans: nothing to send.
  /// The spans live until the next call.
  StateBlock changes(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step);
  /// Everybody in the block.
  StateBlock snapshot(const Floor& floor, CellIndex centre, std::uint32_t step);

 private:
  struct Changed {
    std::uint32_t word0 = 0, word1 = 0;
    std::uint32_t turn = 0;
  };
  struct Crowd {
    std::vector<Changed> records;
    std::array<std::uint32_t, kTurns> sizes{};  ///< of each turn
  };
  /// All that changed, straight into the frame; false when it is more than a frame may carry.
  bool take_all(const Floor& floor, CellIndex centre, std::uint32_t since);
  void share_out(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step);
  static void collect(const Cell& cell, const std::array<std::uint32_t, kTurns>& since, Crowd& into);
  void collect_departures(const Floor& floor, CellIndex centre, std::uint32_t since);
  /// Puts as many whole turns as fit into the frame, at least one.
  void take_turns(const Crowd& from, std::array<std::uint32_t, kTurns>& served, std::uint32_t& next,
                  std::uint32_t budget, std::uint32_t step);
  void put(std::uint32_t word0, std::uint32_t word1) {
    words_.push_back(word0);
    words_.push_back(word1);
  }

  const VisitorTable& visitors_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> gone_;
  Crowd near_, far_;
};

}  // namespace posterhall::hall
