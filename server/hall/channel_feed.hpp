// ChannelFeed: one channel's events in number order: what came early waits, the last 200 are kept for resumes.
// Runs on: its shard's thread (a value). Owns: its events.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <vector>

#include "domain/event.hpp"

namespace posterhall::hall {

inline constexpr std::size_t kFeedKeeps = 200;
/// Most bytes of events in one answer: half of what may wait for a reader, whatever people write.
inline constexpr std::size_t kMostAtOnce = 128 * 1024;

/// Where the newest events begin that fit into kMostAtOnce together; the newest always does.
[[nodiscard]] std::size_t newest_that_fit(std::span<const domain::Event> events);

class ChannelFeed {
 public:
  /// Begins behind `head`: the next event is head + 1.
  void begin(std::uint32_t head);
  /// Begins with the newest events of the channel, as read from the store (rising, without gaps); appends to `ready`
  /// what came early and is in order now.
  void begin(std::vector<domain::Event> newest, std::vector<domain::Event>& ready);
  [[nodiscard]] bool begun() const { return begun_; }

  /// Takes an event; appends to `ready` what is now in order (nothing for one that is early or known).
  void take(domain::Event event, std::uint64_t now_ms, std::vector<domain::Event>& ready);

  /// As read from the store: what of the kept belongs to a question that is hidden.
  void correct(const std::vector<domain::Event>& stored);

  [[nodiscard]] std::uint32_t head() const { return head_; }
  /// The number before which something waits, 0 = nothing waits.
  [[nodiscard]] std::uint32_t waits_before() const { return early_.empty() ? 0 : early_.begin()->first; }
  [[nodiscard]] std::uint64_t waits_since_ms() const { return early_since_ms_; }
  /// The oldest number kept; head + 1 when none is.
  [[nodiscard]] std::uint32_t first_kept() const { return kept_.empty() ? head_ + 1 : kept_.front().number; }
  /// Kept events with numbers above `after`.
  [[nodiscard]] std::vector<domain::Event> kept_after(std::uint32_t after) const;
  [[nodiscard]] const domain::Event* find(std::uint32_t number) const;
  [[nodiscard]] const std::deque<domain::Event>& kept() const { return kept_; }

 private:
  void drain(std::vector<domain::Event>& ready);
  void append(domain::Event event, std::vector<domain::Event>& ready);
  void settle_showing();

  bool begun_ = false;
  std::uint32_t head_ = 0;
  std::deque<domain::Event> kept_;
  std::map<std::uint32_t, domain::Event> early_;
  std::uint64_t early_since_ms_ = 0;
};

}  // namespace posterhall::hall
