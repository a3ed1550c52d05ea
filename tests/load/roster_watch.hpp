// Who is missed and who is seen though gone, all the time: what each sampled client shows, against where everybody
// truly is. A short difference is the time a frame takes; a longer one is a wrong roster, and remembered with its
// beginning and end. Pure: the clock is an argument. Runs on: the swarm's one thread. Owns: what is wrong now, and the
// times that were.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "crowd.hpp"

namespace posterhall::load {

/// What one sampled client shows now.
struct Sight {
  std::uint32_t viewer = 0;  ///< its index among the bots
  const SampledView* view = nullptr;
};

struct Span {
  Clock::time_point from, to;
};

class RosterWatch {
 public:
  void look(Clock::time_point now, const Crowd& crowd, const std::vector<Sight>& sights);
  void end(Clock::time_point now);

  /// When anybody's roster was wrong. Touching ones are one.
  [[nodiscard]] const std::vector<Span>& wrong() const { return wrong_; }
  [[nodiscard]] std::uint32_t worst() const { return worst_; }  ///< pairs of viewer and visitor, at one time
  /// The longest somebody was shown after their connection had been heard for the last time.
  [[nodiscard]] Clock::duration longest_ghost() const { return longest_ghost_; }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;  // viewer, visitor

  std::map<Pair, Clock::time_point> missed_since_;
  std::vector<Span> wrong_;
  std::optional<Clock::time_point> wrong_since_;
  Clock::duration longest_ghost_{};
  std::uint32_t worst_ = 0;
};

/// What a drill wrote down while it ran: `healed` begins the name of those from which all has to become right.
struct Mark {
  Clock::time_point at;
  std::string name;
};

struct Healing {
  std::string name;
  double roster_ms = 0;  ///< from the mark until every roster was right, within the time to the next mark
  double events_ms = 0;  ///< and until everybody had been shown what was acked before
};

/// For each mark in turn; `marks` in order of time.
[[nodiscard]] std::vector<Healing> healings(const std::vector<Mark>& marks, const std::vector<Span>& wrong,
                                            const std::vector<Late>& late);

}  // namespace posterhall::load
