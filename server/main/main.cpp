// posterhall: one program, a subcommand for everything.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "main/serve_command.hpp"
#include "tools/command_line.hpp"

int main(int argc, char** argv) {
  CLI::App app{"Posterhall: a hall of posters that people walk through, read and talk in."};
  app.require_subcommand(1);
  int exit_code = 0;
  posterhall::add_serve_command(app, exit_code);
  posterhall::tools::add_tool_commands(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    const int status = app.exit(stop);
    return status == 0 ? 0 : 2;
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << "\n";
    return 1;
  }
  return exit_code;
}
