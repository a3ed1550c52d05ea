// The address of a PostgreSQL database as people write it, postgresql://USER@HOST:PORT/DATABASE: judged before anything
// is opened, and told without its secrets.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>

namespace posterhall::store {

/// Why it is no address we can use, as the end of a sentence that names the setting; never quotes it. Empty: it is one.
[[nodiscard]] std::optional<std::string> judge_database_address(const std::string& address);

/// postgresql://user@host:port/database, as logs and people may see it.
[[nodiscard]] std::string address_without_secrets(const std::string& address);

/// It carries a password, which would be seen by everybody on the machine as an argument of a program.
[[nodiscard]] bool has_password(const std::string& address);

}  // namespace posterhall::store
