// Breakout slots: pieces of one length, with a pause between them, cut out of the spans an organiser set aside.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <vector>

#include "domain/catalogue.hpp"

namespace posterhall::domain {

inline constexpr UnixMs kSlotMs = 40 * UnixMs{60'000};
inline constexpr UnixMs kSlotPauseMs = 5 * UnixMs{60'000};
inline constexpr std::size_t kMostSlots = 200;

/// As many as fit whole, at most `kMostSlots`. Instants, not wall-clock times: a slot across a change of summer time is
/// as long as any other.
[[nodiscard]] std::vector<TimeSpan> cut_slots(const TimeSpan& span, UnixMs length, UnixMs pause);

/// The slot that begins then, or null.
[[nodiscard]] const BreakoutSlot* find_slot(const std::vector<BreakoutSlot>& slots, UnixMs start);

}  // namespace posterhall::domain
