// Slows whoever tries wrong links, by network prefix. People who are signed in never come by here, and neither does a
// right link: it is let in at once, also behind an address from where others guess. So nobody is locked out, and a
// link's 128 bits do not need the slowing; it keeps guesses from being cheap.
// Runs on: the front thread. Owns: the counts, a bounded number of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace posterhall::net {

class GuessGate {
 public:
  static constexpr std::uint32_t kFree = 10;           ///< wrong guesses before anything is slowed
  static constexpr std::uint64_t kForgetMs = 600'000;  ///< after so long without a wrong guess
  static constexpr std::uint64_t kLongestMs = 2'000;   ///< longest wait for "no"
  static constexpr std::uint32_t kMaxWaiting = 64;     ///< of one prefix that wait at once
  static constexpr std::size_t kMaxPrefixes = 8'192;

  /// Milliseconds to wait before saying that there is no such link; nullopt: too many wait already, answer 429. Call
  /// leave() after.
  [[nodiscard]] std::optional<std::uint64_t> enter(const std::string& prefix, std::uint64_t now_ms);
  /// The wait that enter() began is over; `wrong` = it counts as a guess.
  void leave(const std::string& prefix, bool wrong, std::uint64_t now_ms);

 private:
  struct Count {
    std::uint32_t wrong = 0;
    std::uint32_t waiting = 0;
    std::uint64_t last_ms = 0;
  };
  void make_room();
  std::unordered_map<std::string, Count> counts_;
};

}  // namespace posterhall::net
