// `posterhall serve`: its flags, and where the other settings come from.
// Runs on: the main thread. Owns: nothing.
#pragma once

namespace CLI {
class App;
}

namespace posterhall {

/// Adds the subcommand; what it ends with is put into `exit_code`.
void add_serve_command(CLI::App& app, int& exit_code);

}  // namespace posterhall
