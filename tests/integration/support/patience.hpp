// How long a test waits for a state before it gives up. Long enough for a busy machine under a sanitizer: it only
// passes in full when something is wrong.
#pragma once

#include <chrono>

namespace posterhall::integration {

inline constexpr std::chrono::seconds kPatience{60};

/// When a wait that begins now gives up.
[[nodiscard]] inline std::chrono::steady_clock::time_point give_up_at() {
  return std::chrono::steady_clock::now() + kPatience;
}
/// For poll(2).
[[nodiscard]] inline int milliseconds_until(std::chrono::steady_clock::time_point when) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(when - std::chrono::steady_clock::now());
  return left.count() < 0 ? 0 : static_cast<int>(left.count());
}

}  // namespace posterhall::integration
