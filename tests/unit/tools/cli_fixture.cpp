#include "unit/tools/cli_fixture.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <sstream>

#include "tools/command_line.hpp"

namespace posterhall::tools {

int CliTest::run_bare(const std::vector<std::string>& words) {
  CLI::App app{"test"};
  app.require_subcommand(1);
  int code = 0;
  add_tool_commands(app, code);
  const std::ostringstream out;
  const std::ostringstream err;
  auto* old_out = std::cout.rdbuf(out.rdbuf());
  auto* old_err = std::cerr.rdbuf(err.rdbuf());
  const int result = run_command_line(app, words, code);
  std::cout.rdbuf(old_out);
  std::cerr.rdbuf(old_err);
  out_ = out.str();
  err_ = err.str();
  return result;
}

}  // namespace posterhall::tools
