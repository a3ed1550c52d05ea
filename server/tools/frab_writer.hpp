// The programme as frab's schedule, XML or JSON, as pretalx and the programs around it read it. Importing it again
// gives the same sessions with the same ids; guids are derived from event and session, so they stay over exports.
// Runs on: any thread (functions). Owns: nothing.
#pragma once

#include <optional>
#include <string>

#include "domain/catalogue.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {

/// `zone` is that of catalogue.event.time_zone; without one times are in UTC.
[[nodiscard]] std::string programme_frab_xml(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone);
[[nodiscard]] std::string programme_frab_json(const domain::Catalogue& catalogue, const std::optional<TimeZone>& zone);

}  // namespace posterhall::tools
