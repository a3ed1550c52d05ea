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

// A crowd has kTurns turns (hall/floor); with at least one served a round of 100 ms, nobody waits longer than two
// seconds.
static_assert(kTurns <= 20);
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
  /// One side of a crowd: the centre's own cell, or those around it.
  struct Side {
    std::span<const CellIndex> cells;
    std::array<std::uint32_t, kTurns>& served;
    std::uint32_t& next;
    std::uint32_t done = 0;  ///< turns in this frame
  };
  /// Makes room for whatever a frame of the block may carry.
  void begin(const Floor& floor, CellIndex centre);
  /// Those of the span that changed since then. Each is written, and kept when it has changed: a test for each costs
  /// less than a jump.
  void put_changed(const Cell& cell, Cell::Range range, std::uint32_t since);
  void put(std::uint32_t word0, std::uint32_t word1);
  [[nodiscard]] std::span<const std::uint32_t> words() const { return {words_.data(), used_}; }
  /// All that changed, straight into the frame; false when it is more than a frame may carry.
  bool take_all(const Floor& floor, CellIndex centre, std::uint32_t since);
  void share_out(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step);
  void collect_departures(const Floor& floor, CellIndex centre, std::uint32_t since);
  /// How many turns from `side.next` on were served together and fit into the frame whoever of them has changed; at
  /// least 1.
  [[nodiscard]] std::uint32_t take_together(const Floor& floor, const Side& side, std::uint32_t most) const;
  /// Whole turns, while the frame has no more than `most` records; the `first` of a side whatever it has.
  void take_turns(const Floor& floor, Side& side, std::uint32_t most, bool first, std::uint32_t step);

  const VisitorTable& visitors_;
  std::vector<std::uint32_t> words_;  ///< as large as any frame was; what is in this one ends at used_
  std::size_t used_ = 0;
  std::vector<std::uint32_t> gone_;
};

}  // namespace posterhall::hall
