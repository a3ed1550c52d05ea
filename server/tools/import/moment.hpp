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
  std::int64_t local = 0;    ///< wall-clock seconds since 1970-01-01T00:00:00, as written
  std::optional<UnixMs> at;  ///< only if the text has an offset from UTC
};

/// The day of a wall-clock time in seconds since 1970-01-01T00:00:00.
[[nodiscard]] std::string day_of(std::int64_t local_seconds);

/// "2021-04-21T08:00:00-07:00", seconds and offset optional, "Z" for UTC, a space for the T.
[[nodiscard]] std::optional<Moment> moment_of(std::string_view text);

}  // namespace posterhall::tools
