// The programme as an iCalendar feed (RFC 5545): one VEVENT a session, the event's time zone as a VTIMEZONE, lines
// folded at 75 octets. The same catalogue makes the same bytes; a session keeps its UID while it keeps its id. Runs on:
// any thread (functions). Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/catalogue.hpp"
#include "domain/my_programme.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {

/// One content line, "NAME:value" with what is escaped escaped already: folded behind at most 75 octets, never inside a
/// character (RFC 5545, 3.1), and ended.
[[nodiscard]] std::string content_line(std::string_view line);

/// A TEXT value (RFC 5545, 3.3.11).
[[nodiscard]] std::string escaped_text(std::string_view text);

/// `zone` is that of catalogue.event.time_zone; without one all times are in UTC. `stamp`: when this programme came to
/// be, for DTSTAMP. Sessions that have a day only are all-day events.
/// With `mine`: that person's sessions and shifts only. A session has the same UID in both.
[[nodiscard]] std::string programme_calendar(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone,
                                             UnixMs stamp, const domain::PersonalProgramme* mine = nullptr);

}  // namespace posterhall::tools
