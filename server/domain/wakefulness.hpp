// Wakefulness: whether somebody is at the keyboard. Five minutes without input in any tab is away; who stands at a
// poster of theirs is asked first, and has half a minute more. Runs on: any thread (a function). Owns: nothing. Time
// comes as an argument.
#pragma once

#include <cstdint>

namespace posterhall::domain {

inline constexpr std::uint64_t kAwayAfterMs = 5 * 60 * 1000;
inline constexpr std::uint64_t kAnswerWithinMs = 30 * 1000;
/// An author whose connection broke keeps the lamp for as long.
inline constexpr std::uint64_t kLampKeptMs = 6 * 1000;

enum class Wakefulness : std::uint8_t { awake, asked, away };

/// `idle_ms`: since the last input in any tab. `attends`: stands at a poster of theirs.
[[nodiscard]] constexpr Wakefulness wakefulness(std::uint64_t idle_ms, bool attends,
                                                std::uint64_t away_after_ms = kAwayAfterMs) {
  if (idle_ms < away_after_ms) return Wakefulness::awake;
  return attends && idle_ms < away_after_ms + kAnswerWithinMs ? Wakefulness::asked : Wakefulness::away;
}

}  // namespace posterhall::domain
