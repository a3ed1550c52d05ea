// event.toml's [breakouts]: the spans set aside for breakouts, cut into slots.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <optional>
#include <vector>

#include "tools/event_file.hpp"
#include "tools/time_zone.hpp"
#include "tools/toml_reader.hpp"

namespace posterhall::tools {

/// In order; no two at the same time. What is wrong with them is among `faults` then.
[[nodiscard]] std::vector<domain::BreakoutSlot> read_breakouts(const toml::table& table,
                                                               const std::optional<TimeZone>& zone,
                                                               std::vector<EventFault>& faults);

}  // namespace posterhall::tools
