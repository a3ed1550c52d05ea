// `posterhall audit verify`: is the log of who did what to whom as it was written?
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace posterhall::tools {

/// Exit code 0: all in order; 1: the first entry that does not fit is named.
[[nodiscard]] int run_audit_verify(const std::string& data, const std::string& place, std::ostream& out,
                                   std::ostream& err);

/// Adds `audit` to `app`.
void add_audit_command(CLI::App& app, int& exit_code);

}  // namespace posterhall::tools
