#include "tools/audit_command.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "tools/data_folder.hpp"
#include "tools/database_flag.hpp"

namespace posterhall::tools {

int run_audit_verify(const std::string& data, const std::string& place, std::ostream& out, std::ostream& err) {
  const auto database = open_existing(data, place);
  const auto check = need(database->check_audit(), data + ": the audit log cannot be read");
  if (check.wrong == 0) {
    out << check.entries << (check.entries == 1 ? " entry" : " entries") << ", all in order\n";
    return 0;
  }
  err << data << ": entry " << check.wrong << " of the audit log does not fit: " << check.why
      << ". The entries before it are in order. Compare with a backup.\n";
  return 1;
}

void add_audit_command(CLI::App& app, int& exit_code) {
  auto& audit = *app.add_subcommand("audit", "the log of measures, of invitations and of posters put up");
  audit.require_subcommand(1);
  auto data = std::make_shared<std::string>();
  auto& verify =
      *audit.add_subcommand("verify", "follows the log's chain of hashes; names the first entry that does not fit");
  verify.add_option("--data", *data, "the event's data directory")->required()->type_name("DIR");
  verify.footer(
      "Works beside a running server.\nExit code: 0 all in order, 1 an entry does not fit, 2 wrong use.\n\n"
      "  posterhall audit verify --data my-event");
  const auto place = add_database(verify);
  verify.callback([data, place, &exit_code] { exit_code = run_audit_verify(*data, *place, std::cout, std::cerr); });
}

}  // namespace posterhall::tools
