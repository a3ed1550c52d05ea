#include "net/guess_gate.hpp"

#include <algorithm>

namespace posterhall::net {

std::optional<std::uint64_t> GuessGate::enter(const std::string& prefix, std::uint64_t now_ms) {
  if (counts_.size() >= kMaxPrefixes && !counts_.contains(prefix)) make_room();
  auto& count = counts_[prefix];
  if (count.wrong > 0 && now_ms >= count.last_ms + kForgetMs) count.wrong = 0;
  if (count.waiting >= kMaxWaiting) return std::nullopt;
  ++count.waiting;
  if (count.wrong <= kFree) return 0;
  const std::uint32_t doublings = std::min(count.wrong - kFree, 16U);
  return std::min<std::uint64_t>(kLongestMs, std::uint64_t{25} << doublings);
}

void GuessGate::leave(const std::string& prefix, bool wrong, std::uint64_t now_ms) {
  const auto found = counts_.find(prefix);
  if (found == counts_.end()) return;
  auto& count = found->second;
  --count.waiting;
  if (wrong) {
    ++count.wrong;
    count.last_ms = now_ms;
  } else if (count.wrong == 0 && count.waiting == 0) {
    counts_.erase(found);
  }
}

/// Forgets the prefix that has been good for longest; those with somebody waiting stay.
void GuessGate::make_room() {
  auto oldest = counts_.end();
  for (auto it = counts_.begin(); it != counts_.end(); ++it) {
    if (it->second.waiting == 0 && (oldest == counts_.end() || it->second.last_ms < oldest->second.last_ms))
      oldest = it;
  }
  if (oldest != counts_.end()) counts_.erase(oldest);
}

}  // namespace posterhall::net
