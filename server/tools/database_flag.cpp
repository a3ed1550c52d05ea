#include "tools/database_flag.hpp"

#include <CLI/CLI.hpp>

namespace posterhall::tools {

void add_database(CLI::App& command, std::string& database) {
  command
      .add_option("--database", database,
                  "the PostgreSQL database the event is in, postgresql://USER@HOST/NAME; without it event.toml's, else "
                  "the file in DIR. A password belongs into PGPASSFILE or this variable, not on the command line")
      ->envname("POSTERHALL_DATABASE")
      ->type_name("ADDRESS");
}

std::shared_ptr<std::string> add_database(CLI::App& command) {
  auto database = std::make_shared<std::string>();
  add_database(command, *database);
  return database;
}

}  // namespace posterhall::tools
