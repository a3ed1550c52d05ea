// Visits: counts, once a second, who has stood at a poster for half a minute, how long they stayed, and for how long an
// author was there. Each shard counts its own visitors; the store keeps numbers, and no word of who.
// Runs on: its shard's thread. Owns: since when its visitors stand where.
#pragma once

#include <unordered_map>
#include <vector>

#include "domain/figures.hpp"
#include "hall/core.hpp"

namespace posterhall::hall {

class Visits {
 public:
  explicit Visits(Core& core) : core_(core) {}

  /// Once a second.
  void sweep();
  /// Stays that are not over yet, before the shard ends.
  void end_all();

 private:
  void note(PersonId person, const domain::StayWatch::News& news);
  /// What was attended since the last time.
  void note_attended();
  /// The poster a visitor stands at, awake; none: none.
  [[nodiscard]] PosterKey poster_of(const Visitor& visitor) const;

  Core& core_;
  std::unordered_map<PersonId, domain::StayWatch> stays_;
  std::vector<FigureCount> counts_;  ///< since the last sweep
  std::unordered_map<PosterKey, std::uint32_t> attended_ms_;
  std::uint64_t swept_ms_ = 0;
  std::uint32_t sweeps_ = 0;
};

}  // namespace posterhall::hall
