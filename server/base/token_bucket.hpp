// A rate in eight bytes: how often something may happen, and how much of it may come at once.
// Kept as the "theoretical arrival time" of GCRA (ITU-T I.371): a full bucket is the value 0.
// Runs on: any thread (a value). Owns: nothing. The clock comes as an argument.
#pragma once

#include <algorithm>
#include <cstdint>

namespace posterhall {

/// `count` in `period_ms`, of which `burst` may come together.
struct Rate {
  std::uint32_t count = 1;
  std::uint32_t period_ms = 1000;
  std::uint32_t burst = 1;
};

class TokenBucket {
 public:
  /// Takes one token. 0 = taken; otherwise milliseconds (at least 1) until one is there, and nothing is taken.
  [[nodiscard]] std::uint32_t take(const Rate& rate, std::uint64_t now_ms) {
    const std::uint64_t now_us = now_ms * 1000;
    const std::uint64_t interval = std::uint64_t{rate.period_ms} * 1000 / std::max<std::uint32_t>(rate.count, 1);
    const std::uint64_t tolerance = interval * (std::max<std::uint32_t>(rate.burst, 1) - 1);
    const std::uint64_t arrival = std::max(arrival_us_, now_us);
    if (arrival - now_us > tolerance) return static_cast<std::uint32_t>((arrival - now_us - tolerance + 999) / 1000);
    arrival_us_ = arrival + interval;
    return 0;
  }

 private:
  std::uint64_t arrival_us_ = 0;
};

}  // namespace posterhall
