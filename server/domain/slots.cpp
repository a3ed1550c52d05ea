#include "domain/slots.hpp"

#include <algorithm>

namespace posterhall::domain {

std::vector<TimeSpan> cut_slots(const TimeSpan& span, UnixMs length, UnixMs pause) {
  std::vector<TimeSpan> slots;
  if (length <= 0 || pause < 0) return slots;
  for (UnixMs start = span.start; start + length <= span.end && slots.size() < kMostSlots; start += length + pause) {
    slots.push_back({start, start + length});
  }
  return slots;
}

const BreakoutSlot* find_slot(const std::vector<BreakoutSlot>& slots, UnixMs start) {
  const auto found = std::ranges::find_if(slots, [&](const BreakoutSlot& slot) { return slot.span.start == start; });
  return found == slots.end() ? nullptr : &*found;
}

}  // namespace posterhall::domain
