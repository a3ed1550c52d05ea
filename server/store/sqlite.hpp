// The SQLite driver: a file as a Connection. Private to store/ and to tests that look into files.
// Runs on: one thread at a time. Owns: the connection and its prepared statements.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>

#include "store/connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace posterhall::store {

class Sqlite final : public Connection {
 public:
  /// Opens or creates the file in WAL mode. Throws OpenFailed.
  Sqlite(const std::filesystem::path& file, Durability durability);
  ~Sqlite() override;

  [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
  void run(std::string_view sql) override;
  void begin_write() override { run("begin immediate"); }
  void begin_read() override { run("begin"); }
  [[nodiscard]] bool in_transaction() const override;
  [[nodiscard]] std::int64_t changes() const override;
  /// Takes what a call of SQLite's answered; what is no success fails the connection.
  void note(int code);

 private:
  std::unique_ptr<Cursor> prepare(std::string_view sql) override;

  sqlite3* handle_ = nullptr;
  std::unordered_map<std::string, sqlite3_stmt*> statements_;
};

}  // namespace posterhall::store
