// Posters, event and programme from our JSON; a programme from frab's.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <string_view>

#include "tools/import/import_file.hpp"

namespace posterhall::tools {

/// {"event": {"name", "edition", "dates", "timezone", "schedule": […]}, "posters": [{"id", "title", …}]}, or frab's
/// schedule, which makes file.format frab_json.
void read_event_json(std::string_view bytes, const std::string& fallback_zone, ImportFile& file, Faults& errors,
                     Faults& warnings);

/// What a session is, by the words of its title: "Poster exhibition & breakout sessions" is an exhibition.
[[nodiscard]] domain::SessionKind session_kind_of(std::string_view title);

}  // namespace posterhall::tools
