// The swarm's figures as people and programs read them.
// Runs on: the swarm's one thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crowd.hpp"
#include "roster_watch.hpp"

namespace posterhall::load {

/// What people noticed while processes came and went.
struct Drill {
  std::uint32_t absent = 0;  ///< not back at the end
  double ghosts_ms = 0;      ///< the longest that somebody was shown after they were gone
  std::uint32_t wrong_at_once = 0;
  double machine_late_ms = 0;  ///< the machine woke 99 of 100 threads that had nothing else to do within this
  std::vector<Healing> healings;
};

/// The promises (reliability: "at any single kill"); a drill may say others.
struct DrillLimits {
  double ghosts_ms = 6000;
  double answer_ms = 5000;
  double blackout_ms = 3000;
  double heal_ms = 5000;
  /// 99 of 100 moves are seen by others within this, and what the machine itself is late by for each thread on the way;
  /// 0: not judged, as when processes die.
  double seen_ms = 0;
};

struct Figures {
  std::uint32_t clients = 0;
  std::uint32_t sampled = 0;
  std::uint32_t unconverged = 0;  ///< people whose last place somebody still sees wrongly 2 s after the end
  double seconds = 0;
  std::optional<Drill> drill;
};

/// A sentence for each limit that was passed.
[[nodiscard]] std::vector<std::string> beyond_limits(const Crowd& crowd, const Drill& drill, const DrillLimits& limits);

/// One JSON object on one line (the keys are the README's).
[[nodiscard]] std::string to_json(const Crowd& crowd, const Figures& figures, const Verdict& verdict);
/// The same in words.
[[nodiscard]] std::string to_text(const Crowd& crowd, const Figures& figures, const Verdict& verdict);

}  // namespace posterhall::load
