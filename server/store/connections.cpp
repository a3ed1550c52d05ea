#include "store/connections.hpp"

#include <chrono>

#include "store/database.hpp"
#include "store/database_address.hpp"
#include "store/migrations.hpp"
#include "store/postgres.hpp"
#include "store/postgres_schema.hpp"
#include "store/sqlite_files.hpp"

namespace posterhall::store {
namespace {

constexpr int kReaders = 2;
/// For one statement. Who writes waits for an answer at once; a catalogue is read whole; a tool imports it whole.
constexpr std::chrono::milliseconds kWriting{3000};
constexpr std::chrono::milliseconds kReading{10'000};
constexpr std::chrono::milliseconds kTool{60'000};

std::unique_ptr<Postgres> open_postgres(const std::string& address, std::chrono::milliseconds patience,
                                        Durability durability = Durability::full) {
  auto db = std::make_unique<Postgres>(PostgresSetting{address, durability, patience});
  migrate_postgres(*db, main_migrations(), address_without_secrets(address));
  return db;
}

Connections open_postgres_connections(const std::string& address) {
  Connections made;
  made.writer = open_postgres(address, kWriting);
  made.appender = open_postgres(address, kWriting);
  for (int i = 0; i < kReaders; ++i) made.readers.push_back(open_postgres(address, kReading));
  made.places = open_postgres(address, kWriting, Durability::relaxed);
  return made;
}

Connections open_files(const std::filesystem::path& dir) {
  Connections made;
  made.writer = open_main_file(dir);
  for (int i = 0; i < kReaders; ++i) made.readers.push_back(open_main_file(dir));
  const auto places = dir / "places.sqlite";
  made.places = std::make_unique<Sqlite>(places, Durability::relaxed);
  migrate(*made.places, places_migrations(), places);
  made.reserve = dir / "kept-free";
  return made;
}

void need_address(const std::string& database) {
  if (const auto fault = judge_database_address(database)) throw OpenFailed("The database's address " + *fault);
}

}  // namespace

Connections open_connections(const std::filesystem::path& dir, const std::string& database) {
  if (database.empty()) return open_files(dir);
  need_address(database);
  return open_postgres_connections(database);
}

bool is_made(const std::filesystem::path& dir, const std::string& database) {
  std::error_code error;
  if (database.empty()) return std::filesystem::exists(dir / "posterhall.sqlite", error);
  need_address(database);
  Postgres db({database, Durability::full, kTool});
  const int version = postgres_version(db);
  if (db.failed()) throw OpenFailed(address_without_secrets(database) + ": cannot be read: " + db.error_text());
  return version > 0;
}

std::unique_ptr<Connection> open_tool_connection(const std::filesystem::path& dir, const std::string& database) {
  if (database.empty()) return open_main_file(dir);
  need_address(database);
  return open_postgres(database, kTool);
}

}  // namespace posterhall::store
