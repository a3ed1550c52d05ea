// HandQueue: whose hand is up at one booth, in the order in which they will be asked, and who has the floor. State: who
// raised a hand, and who has the floor, is said again by their own shard; the order follows from the times alone, so
// that it is the same everywhere.
// Runs on: any thread (a value). Owns: the hands. Times come as arguments.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"

namespace posterhall::domain {

inline constexpr std::size_t kMostHands = 200;

class HandQueue {
 public:
  /// Up since `at`. True when it changed something: a hand that is up stays where it is; whose floor it is has none.
  bool raise(PersonId person, UnixMs at);
  bool lower(PersonId person);
  /// The floor is `person`'s since `at` (nobody's: taken); what was said later counts. Their hand goes down.
  bool give(PersonId person, UnixMs at);
  /// Only those for whom `stays(person)` is true.
  template <class Stays>
  bool keep(Stays stays) {
    bool changed = std::erase_if(up_, [&](const auto& hand) { return !stays(hand.first); }) > 0;
    if (floor_ && !stays(floor_)) {
      floor_ = {};
      changed = true;
    }
    return changed;
  }

  /// By time, then by person; at most kMostHands.
  [[nodiscard]] std::vector<PersonId> order() const;
  [[nodiscard]] PersonId floor() const { return floor_; }
  [[nodiscard]] UnixMs floor_since() const { return floor_at_; }
  /// 0 = not up.
  [[nodiscard]] UnixMs up_since(PersonId person) const;
  [[nodiscard]] bool empty() const { return up_.empty() && !floor_; }

 private:
  std::map<PersonId, UnixMs> up_;
  PersonId floor_;
  UnixMs floor_at_ = 0;
};

}  // namespace posterhall::domain
