// How often a person may begin an upload, change what is said of a poster or what they keep, or read a breakout again.
// Runs on: the front thread. Owns: the counts, a bounded number of them.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "base/ids.hpp"
#include "base/token_bucket.hpp"

namespace posterhall::net {

class PosterRates {
 public:
  /// 0 = go on; else milliseconds to wait.
  [[nodiscard]] std::uint32_t take_upload(PersonId person, std::uint64_t now_ms) {
    return bucket(uploads_, person).take({10, 3'600'000, 10}, now_ms);
  }
  [[nodiscard]] std::uint32_t take_change(PersonId person, std::uint64_t now_ms) {
    return bucket(changes_, person).take({12, 60'000, 6}, now_ms);
  }

  [[nodiscard]] std::uint32_t take_shift(PersonId person, std::uint64_t now_ms) {
    return bucket(shifts_, person).take({30, 60'000, 20}, now_ms);
  }

  [[nodiscard]] std::uint32_t take_visit(PersonId person, std::uint64_t now_ms) {
    return bucket(visits_, person).take({60, 60'000, 30}, now_ms);
  }

  [[nodiscard]] std::uint32_t take_programme(PersonId person, std::uint64_t now_ms) {
    return bucket(programmes_, person).take({60, 60'000, 30}, now_ms);
  }
  [[nodiscard]] std::uint32_t take_calendar(PersonId person, std::uint64_t now_ms) {
    return bucket(calendars_, person).take({6, 60'000, 6}, now_ms);
  }
  [[nodiscard]] std::uint32_t take_recap(PersonId person, std::uint64_t now_ms) {
    return bucket(recaps_, person).take({20, 60'000, 10}, now_ms);
  }

 private:
  using Buckets = std::unordered_map<PersonId, TokenBucket>;
  static TokenBucket& bucket(Buckets& buckets, PersonId person) {
    constexpr std::size_t kMost = 20'000;  // more than are invited to any event
    if (buckets.size() >= kMost) buckets.clear();
    return buckets[person];
  }
  Buckets uploads_;
  Buckets changes_;
  Buckets shifts_;
  Buckets visits_;
  Buckets programmes_;
  Buckets calendars_;
  Buckets recaps_;
};

}  // namespace posterhall::net
