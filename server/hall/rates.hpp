// Rates: how often one person may ask for what, over all their tabs (docs/protocol.md has the table in words).
// Runs on: its shard's thread (values). Owns: one person's buckets.
#pragma once

#include <array>
#include <cstdint>

#include "base/token_bucket.hpp"
#include "domain/person.hpp"

namespace posterhall::hall {

enum class RateOf : std::uint8_t {
  none,
  move,
  go,
  claim,
  activity,
  who,
  persons,
  people_page,
  chat,
  hall_channel,
  strangers,
  help,
  change,
  typing,
  watch,
  history,
  mark_read,
  emote,
  profile,
  posters,
  rooms,
  invite,
  ping,
  block,
  report,
  order,
  order_queue,
  point,
  show_view,
  hands,
  room_deeds,
  count
};

[[nodiscard]] Rate rate_of(RateOf what, domain::Role role);

class PersonRates {
 public:
  /// 0 = may; else milliseconds to wait.
  [[nodiscard]] std::uint32_t take(RateOf what, domain::Role role, std::uint64_t now_ms);

  /// How somebody who goes on beyond the rates fares: a reject each time, then silence for a while, then the end.
  enum class Patience : std::uint8_t { reject, mute, close };
  [[nodiscard]] Patience strike(std::uint64_t now_ms);
  [[nodiscard]] bool muted(std::uint64_t now_ms) const { return now_ms < muted_until_ms_; }
  [[nodiscard]] std::uint32_t muted_for(std::uint64_t now_ms) const {
    return muted(now_ms) ? static_cast<std::uint32_t>(muted_until_ms_ - now_ms) : 0;
  }

 private:
  std::array<TokenBucket, static_cast<std::size_t>(RateOf::count)> buckets_;
  TokenBucket strikes_, last_strikes_;
  std::uint64_t muted_until_ms_ = 0;
};

}  // namespace posterhall::hall
