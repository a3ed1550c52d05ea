// A programme from an iCalendar file (RFC 5545): its VEVENTs, with the zones it names or spells out.
// Runs on: any thread (reads zone files). Owns: nothing.
#pragma once

#include <string>
#include <string_view>

#include "tools/import/programme.hpp"

namespace posterhall::tools {

[[nodiscard]] bool looks_like_icalendar(std::string_view bytes);

/// `fallback_zone`: of times without one, where the calendar names none either.
[[nodiscard]] RawProgramme read_icalendar(std::string_view bytes, const std::string& fallback_zone, Faults& errors,
                                          Faults& warnings);

}  // namespace posterhall::tools
