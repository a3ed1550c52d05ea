// Shifts as the list names them: sessions of the programme, or hours of their own.
// Runs on: any thread (pure but for reading a zone file). Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "tools/import/import_file.hpp"

namespace posterhall::tools {

/// Each poster's shifts become ids of sessions: by id, by title, or by a word of an exhibition session's title or
/// audience ("morning", "EMEA"); "both" is every exhibition session. "2026-05-14T09:30/2026-05-14T12:00" becomes hours
/// of its own, in `zone` where it names no offset. What is none of these is an error of its line. Slots of a programme
/// become its sessions, or those of the programme that counts instead.
void settle_shifts(ImportFile& file, const std::vector<domain::Session>& sessions, const std::string& zone);

}  // namespace posterhall::tools
