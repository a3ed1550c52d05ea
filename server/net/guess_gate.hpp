// Slows whoever tries wrong links, by network prefix. People who are signed in never come by here, and a right link
// behind the same address is slowed but let in: nobody is locked out.
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
  static constexpr std::uint64_t kLongestMs = 2'000;   ///< longest wait before a look-up
  static constexpr std::uint32_t kMaxWaiting = 64;     ///< look-ups of one prefix that wait at once
  static constexpr std::size_t kMaxPrefixes = 8'192;

  /// Milliseconds to wait before looking a link up; nullopt: too many wait already, answer 429. Call leave() after.
  [[nodiscard]] std::optional<std::uint64_t> enter(const std::string& prefix, std::uint64_t now_ms);
  /// The look-up that enter() let in is over; `wrong` = there was no such link.
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
