// BoothWatch: one booth over time: visitors, attended, and whether it needs visitors (attended for five minutes, nobody
// else in the booth, no visitor in the last 15).
// Runs on: any thread (a value). Owns: nothing. The clock comes as an argument (any one that never goes back).
#pragma once

#include <cstdint>

namespace posterhall::domain {

inline constexpr std::uint64_t kAttendedForMs = 5 * 60 * 1000;
inline constexpr std::uint64_t kNoVisitorForMs = 15 * 60 * 1000;

struct BoothFacts {
  std::uint32_t visitors = 0;  ///< people standing in it who are not its authors
  bool attended = false;       ///< an author of its poster stands there and is not away
  bool needs_visitors = false;
  friend bool operator==(const BoothFacts&, const BoothFacts&) = default;
};

class BoothWatch {
 public:
  /// What is so now; to be asked at least every few seconds.
  BoothFacts observe(std::uint32_t visitors, bool attended, std::uint64_t now_ms) {
    if (!attended) attended_since_ = 0;
    if (attended && attended_since_ == 0) attended_since_ = now_ms + 1;
    if (visitors > 0) last_visitor_ = now_ms + 1;
    const bool long_enough = attended && now_ms + 1 - attended_since_ >= kAttendedForMs;
    const bool lonely = visitors == 0 && (last_visitor_ == 0 || now_ms + 1 - last_visitor_ >= kNoVisitorForMs);
    return {visitors, attended, long_enough && lonely};
  }

 private:
  std::uint64_t attended_since_ = 0;  ///< time + 1; 0 = not attended
  std::uint64_t last_visitor_ = 0;    ///< time + 1; 0 = never since we watch
};

}  // namespace posterhall::domain
