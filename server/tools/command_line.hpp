// The subcommands that work on a data directory: import, invite, map, check, export,
// backup, restore.
// Runs on: the main thread. Owns: nothing; the options live as long as the app.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace posterhall::tools {

/// Adds them to `app`. The one that runs leaves its exit code (0 done, 1 faults, 2 wrong use) in `exit_code`, which
/// outlives the parsing; what cannot be done at all is thrown as std::runtime_error with a sentence.
void add_tool_commands(CLI::App& app, int& exit_code);

/// Parses `words` and runs the command they name: the command's exit code, 2 for wrong use, 1 for what cannot be done;
/// the sentence why is on std::cerr. `exit_code` is the one the commands leave theirs in.
[[nodiscard]] int run_command_line(CLI::App& app, const std::vector<std::string>& words, const int& exit_code);

}  // namespace posterhall::tools
