// The subcommands that work on a data directory: import, invite, map, check, export,
// backup, restore.
// Runs on: the main thread. Owns: nothing; the options live as long as the app.
#pragma once

namespace CLI {
class App;
}

namespace posterhall::tools {

/// Adds them to `app`. The one that runs leaves its exit code (0 done, 1 faults, 2 wrong use) in `exit_code`, which
/// outlives the parsing; what cannot be done at all is thrown as std::runtime_error with a sentence.
void add_tool_commands(CLI::App& app, int& exit_code);

}  // namespace posterhall::tools
