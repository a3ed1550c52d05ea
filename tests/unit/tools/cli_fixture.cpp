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
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  const std::ostringstream out;
  const std::ostringstream err;
  auto* old_out = std::cout.rdbuf(out.rdbuf());
  auto* old_err = std::cerr.rdbuf(err.rdbuf());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& stop) {
    code = app.exit(stop) == 0 ? 0 : 2;
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << "\n";
    code = 1;
  }
  std::cout.rdbuf(old_out);
  std::cerr.rdbuf(old_err);
  out_ = out.str();
  err_ = err.str();
  return code;
}

}  // namespace posterhall::tools
