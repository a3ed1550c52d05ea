// posterhall: one program, a subcommand for everything.
#include <CLI/CLI.hpp>

#include "main/serve_command.hpp"
#include "tools/command_line.hpp"

int main(int argc, char** argv) {
  CLI::App app{"Posterhall: a hall of posters that people walk through, read and talk in.", "posterhall"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "posterhall " POSTERHALL_VERSION);
  int exit_code = 0;
  posterhall::add_serve_command(app, exit_code);
  posterhall::tools::add_tool_commands(app, exit_code);
  return posterhall::tools::run_command_line(app, {argv + 1, argv + argc}, exit_code);
}
