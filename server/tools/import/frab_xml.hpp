// frab's schedule as XML, as pretalx and others export it.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <string_view>

#include "tools/import/programme.hpp"

namespace posterhall::tools {

/// Whether these bytes are XML with a <schedule>.
[[nodiscard]] bool looks_like_frab(std::string_view bytes);

/// Faults say at which line.
[[nodiscard]] RawProgramme read_frab_xml(std::string_view bytes, Faults& errors);

}  // namespace posterhall::tools
