// The schema, as numbered steps embedded in the program. Each step is one transaction together with its number, so that
// a kill in between leaves the step before; a file with a higher number than we know is refused.
// Runs on: whoever opens a store. Owns: nothing.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "store/connection.hpp"

namespace posterhall::store {

/// All steps of posterhall.sqlite; step n brings version n - 1 to version n. Never edited once released, only added to.
[[nodiscard]] std::span<const std::string_view> main_migrations();
/// The same for places.sqlite.
[[nodiscard]] std::span<const std::string_view> places_migrations();

/// Brings the file to the newest version. Throws OpenFailed (newer file, or a step that fails).
void migrate(Connection& db, std::span<const std::string_view> steps, const std::filesystem::path& file);

[[nodiscard]] int schema_version(Connection& db);

}  // namespace posterhall::store
