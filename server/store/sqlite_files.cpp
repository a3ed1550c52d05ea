#include "store/sqlite_files.hpp"

#include "store/migrations.hpp"

namespace posterhall::store {

std::unique_ptr<Sqlite> open_main_file(const std::filesystem::path& dir) {
  const auto file = dir / "posterhall.sqlite";
  auto db = std::make_unique<Sqlite>(file, Durability::full);
  migrate(*db, main_migrations(), file);
  return db;
}

}  // namespace posterhall::store
