// Days and moments as files write them (ISO 8601).
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace posterhall::tools {

/// "2021-04-21", if it is a day of the calendar.
[[nodiscard]] std::optional<std::string> day_of(std::string_view text);

struct Moment {
  std::string day;           ///< as written, "2021-04-21"
  std::optional<UnixMs> at;  ///< only if the text has an offset from UTC
};

/// "2021-04-21T08:00:00-07:00", seconds and offset optional, "Z" for UTC, a space for the T.
[[nodiscard]] std::optional<Moment> moment_of(std::string_view text);

/// Whether the text looks like a time zone's IANA name ("America/Los_Angeles", "UTC").
[[nodiscard]] bool is_zone_name(std::string_view text);

}  // namespace posterhall::tools
