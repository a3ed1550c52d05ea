// The event.toml that the first import leaves behind when there is none: every line an organiser may write, none in
// force. Runs on: any thread (pure). Owns: nothing.
#pragma once

#include <string_view>

namespace posterhall::tools {

/// Valid TOML that says nothing: what is not written stays as the list has it. The form is event_file.hpp's.
[[nodiscard]] std::string_view event_starter();

}  // namespace posterhall::tools
