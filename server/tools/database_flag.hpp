// --database, as every tool that opens an event takes it.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace posterhall::tools {

void add_database(CLI::App& command, std::string& database);
[[nodiscard]] std::shared_ptr<std::string> add_database(CLI::App& command);

}  // namespace posterhall::tools
