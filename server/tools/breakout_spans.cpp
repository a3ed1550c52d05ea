#include "tools/breakout_spans.hpp"

#include <algorithm>
#include <string>

#include "domain/slots.hpp"

namespace posterhall::tools {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr UnixMs kMinute = 60'000;
constexpr UnixMs kLongestSpan = 24 * 60 * kMinute;

std::string day_of(const TimeZone& zone, UnixMs at) {
  const auto local = zone.to_local(at);
  return day_text(local >= 0 ? local / kDay : (local - kDay + 1) / kDay);
}

/// A written time as an instant; what is wrong has been said.
std::optional<UnixMs> instant(TomlReader& in, std::string_view key, const std::optional<TimeZone>& zone) {
  const auto time = in.time(key);
  if (!time) {
    if (!in.has(key)) in.fault(key, "is missing; a span of breakouts has a start and an end");
    return std::nullopt;
  }
  if (time->offset) return (time->local - *time->offset) * 1000;
  return zone->to_unix(time->local);
}

std::optional<domain::TimeSpan> read_span(TomlReader& in, const std::optional<TimeZone>& zone) {
  const auto start = instant(in, "start", zone);
  const auto end = instant(in, "end", zone);
  in.refuse_unknown();
  if (!start || !end) return std::nullopt;
  if (*end <= *start) {
    in.fault("end", "is not after start; mend one of them");
    return std::nullopt;
  }
  if (*end - *start > kLongestSpan) {
    in.fault("end", "is more than a day after start; write one span for each day");
    return std::nullopt;
  }
  return domain::TimeSpan{*start, *end};
}

}  // namespace

std::vector<domain::BreakoutSlot> read_breakouts(const toml::table& table, const std::optional<TimeZone>& zone,
                                                 std::vector<EventFault>& faults) {
  TomlReader in(table, "breakouts", faults);
  const auto minutes = in.number("minutes", 5, 240);
  const auto between = in.number("between", 0, 120);
  const UnixMs length = minutes ? *minutes * kMinute : domain::kSlotMs;
  const UnixMs pause = between ? *between * kMinute : domain::kSlotPauseMs;
  const auto written = in.tables("span");
  in.refuse_unknown();
  std::vector<domain::BreakoutSlot> slots;
  if (!zone) {
    if (!written.empty()) in.fault("span", "cannot be placed in time; add time_zone to [event]");
    return slots;
  }
  std::vector<domain::TimeSpan> spans;
  UnixMs all = 0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    TomlReader one(*written[i], "breakouts.span[" + std::to_string(i + 1) + "]", faults);
    const auto span = read_span(one, zone);
    if (!span) continue;
    const auto meets = [&](const domain::TimeSpan& other) {
      return span->start < other.end && other.start < span->end;
    };
    if (std::ranges::any_of(spans, meets)) {
      one.fault("start", "is inside another span; write one span, or move it");
      continue;
    }
    const auto cut = domain::cut_slots(*span, length, pause);
    if (cut.empty()) one.fault("end", "leaves no room for a slot of " + std::to_string(length / kMinute) + " minutes");
    spans.push_back(*span);
    all += (span->end - span->start + pause) / (length + pause);
    for (const auto& slot : cut) slots.push_back({slot, day_of(*zone, slot.start)});
  }
  if (all > static_cast<UnixMs>(domain::kMostSlots)) {
    in.fault("span", "make more than 200 slots; leave some out");
    slots.clear();
  }
  std::ranges::sort(slots, {}, [](const domain::BreakoutSlot& slot) { return slot.span.start; });
  return slots;
}

}  // namespace posterhall::tools
