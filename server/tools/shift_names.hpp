// Shifts as the list names them, to sessions of the programme.
// Runs on: any thread (pure). Owns: nothing.
#pragma once

#include <vector>

#include "domain/catalogue.hpp"
#include "tools/import/import_file.hpp"

namespace posterhall::tools {

/// Each poster's shifts become ids of sessions: by id, by title, or by a word of an exhibition session's title or
/// audience ("morning", "EMEA"); "both" is every exhibition session. What is none of these is a warning and left out.
void settle_shifts(ImportFile& file, const std::vector<domain::Session>& sessions);

}  // namespace posterhall::tools
