// Opening the SQLite files of a data directory. Private to store/.
// Runs on: whoever opens a store. Owns: nothing.
#pragma once

#include <filesystem>
#include <memory>

#include "store/sqlite.hpp"

namespace posterhall::store {

/// DIR/posterhall.sqlite in its newest version. Throws OpenFailed.
[[nodiscard]] std::unique_ptr<Sqlite> open_main_file(const std::filesystem::path& dir);

}  // namespace posterhall::store
