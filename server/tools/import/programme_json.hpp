// The event and its schedule from a JSON's "event"; private to the JSON reader.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <boost/json/object.hpp>

#include "tools/import/import_file.hpp"
#include "tools/import/json_lines.hpp"

namespace posterhall::tools {

/// Fills file.event and file.sessions. `fallback_zone`: event.toml's, for a file without one.
void read_event(const boost::json::object& event, const JsonLines& lines, const std::string& fallback_zone,
                ImportFile& file, Faults& errors, Faults& warnings);

}  // namespace posterhall::tools
