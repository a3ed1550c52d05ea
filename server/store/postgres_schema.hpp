// The schema in PostgreSQL. It begins where SQLite's stood when PostgreSQL came, as one step; later steps are SQLite's
// own, put in PostgreSQL's words, so that both are always at the same version. Several processes may open a new
// database at once: one makes it, the others wait. Runs on: whoever opens a store. Owns: nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/postgres.hpp"

namespace posterhall::store {

/// Brings the database to the version after all of `steps` (main_migrations()). Throws OpenFailed: it is newer, a step
/// fails, or it is no database for us.
void migrate_postgres(Postgres& db, std::span<const std::string_view> steps, const std::string& name);

/// 0 = there is no event in it.
[[nodiscard]] int postgres_version(Connection& db);

}  // namespace posterhall::store
