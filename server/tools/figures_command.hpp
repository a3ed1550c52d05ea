// `posterhall figures close`: destroys the keys by which different visitors are told apart.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace posterhall::tools {

/// Exit code 0: closed, now or before.
[[nodiscard]] int run_figures_close(const std::string& data, const std::string& place, std::ostream& out);

/// Adds `figures` to `app`.
void add_figures_command(CLI::App& app, int& exit_code);

}  // namespace posterhall::tools
