// What a sound configuration may not be all the same: open to other machines by mistake, or a password where all can
// read it. Runs on: the main thread. Owns: nothing.
#pragma once

#include <string>

#include "main/configuration.hpp"

namespace posterhall {

/// "127.0.0.1:8080", "[::1]:8080".
[[nodiscard]] std::string print_listen(const net::ListenAddress& address);
/// Says in `closed` and `warning` what follows from all values together.
void judge(ConfigurationOutcome& outcome);

}  // namespace posterhall
