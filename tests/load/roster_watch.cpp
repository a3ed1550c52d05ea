#include "roster_watch.hpp"

#include <algorithm>

namespace posterhall::load {
namespace {

// A crowd's frame has a budget and serves the rest in turns; a cell that is entered comes with the next snapshot.
constexpr std::chrono::milliseconds kShort{1500};
// reliability.md: ghosts are gone within 6 s.
constexpr std::chrono::seconds kGhost{6};

}  // namespace

void RosterWatch::look(Clock::time_point now, const Crowd& crowd, const std::vector<Sight>& sights) {
  std::map<Pair, Clock::time_point> missed;
  std::optional<Clock::time_point> since;
  std::uint32_t count = 0;
  const auto wrong = [&](Clock::time_point begun) {
    ++count;
    since = since ? std::min(*since, begun) : begun;
  };
  for (const auto& sight : sights) {
    for (const auto& [visitor, place] : crowd.true_place) {
      if (sight.view->visitors.contains(visitor) || !in_block(place, sight.view->centre_cell)) continue;
      const Pair pair{sight.viewer, visitor};
      const auto before = missed_since_.find(pair);
      const auto begun = before == missed_since_.end() ? now : before->second;
      missed.emplace(pair, begun);
      if (now - begun > kShort) wrong(begun + kShort);
    }
    for (const auto& [visitor, heard] : crowd.former) {
      if (!sight.view->visitors.contains(visitor)) continue;
      longest_ghost_ = std::max(longest_ghost_, now - heard);
      if (now - heard > kGhost) wrong(heard + kGhost);
    }
  }
  missed_since_ = std::move(missed);
  worst_ = std::max(worst_, count);
  if (count > 0 && !wrong_since_) wrong_since_ = since;
  if (count == 0) end(now);
}

void RosterWatch::end(Clock::time_point now) {
  if (!wrong_since_) return;
  wrong_.push_back({*wrong_since_, now});
  wrong_since_.reset();
}

std::vector<Healing> healings(const std::vector<Mark>& marks, const std::vector<Span>& wrong,
                              const std::vector<Late>& late) {
  std::vector<Healing> out;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto from = marks[i].at;
    const auto to = i + 1 < marks.size() ? marks[i + 1].at : Clock::time_point::max();
    Healing healing{marks[i].name, 0, 0};
    for (const auto& span : wrong) {
      if (span.from >= to || span.to <= from) continue;
      healing.roster_ms = std::max(healing.roster_ms, milliseconds(std::min(span.to, to) - from));
    }
    for (const auto& one : late) {
      if (one.acked >= from || one.shown <= from || one.shown >= to) continue;
      healing.events_ms = std::max(healing.events_ms, milliseconds(one.shown - from));
    }
    out.push_back(std::move(healing));
  }
  return out;
}

}  // namespace posterhall::load
