// Our SQL (connection.hpp) as PostgreSQL reads it. The few points in which the two differ are all here, by name.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <string>
#include <string_view>

namespace posterhall::store {

/// A statement of a table:
///   ?1                    → $1
///   indexed by NAME       → nothing: PostgreSQL chooses its index itself
///   json_each(?1)         → number_list($1), a function of our schema: the numbers of a JSON list, with their places
[[nodiscard]] std::string postgres_statement(std::string_view sql);

/// Statements of a migration step: `integer` is 64 bits wide, and as a whole primary key numbers itself; `blob` is
/// bytea; text is compared byte by byte, as SQLite does; `without rowid` says nothing.
[[nodiscard]] std::string postgres_schema(std::string_view sql);

}  // namespace posterhall::store
