#include "store/sqlite.hpp"

#include <sqlite3.h>

#include <utility>

namespace posterhall::store {
namespace {

StoreError error_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL: return StoreError::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return StoreError::corrupt;
    case SQLITE_CONSTRAINT:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG: return StoreError::refused;
    default: return StoreError::unavailable;
  }
}

class SqliteCursor final : public Cursor {
 public:
  SqliteCursor(Sqlite& db, sqlite3_stmt* statement) : db_(db), statement_(statement) {}
  ~SqliteCursor() override {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  SqliteCursor(const SqliteCursor&) = delete;
  SqliteCursor& operator=(const SqliteCursor&) = delete;

  void bind(std::int64_t value) override { db_.note(sqlite3_bind_int64(statement_, ++bound_, value)); }
  void bind(std::string_view value) override {
    // A null pointer would bind NULL: an empty text is a text.
    const char* data = value.data() == nullptr ? "" : value.data();
    db_.note(sqlite3_bind_text64(statement_, ++bound_, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  void bind(std::span<const std::uint8_t> value) override {
    db_.note(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT));
  }
  void bind_null() override { db_.note(sqlite3_bind_null(statement_, ++bound_)); }

  bool next() override {
    if (done_) return false;
    const int code = sqlite3_step(statement_);
    db_.note(code);
    done_ = code != SQLITE_ROW;  // stepping on would start the statement anew
    return !done_;
  }
  [[nodiscard]] std::int64_t int64(int column) const override { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] std::string_view bytes(int column) const override {
    const auto* data = sqlite3_column_blob(statement_, column);
    const auto size = sqlite3_column_bytes(statement_, column);
    if (data == nullptr || size <= 0) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
  }
  [[nodiscard]] bool is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }

 private:
  Sqlite& db_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
  bool done_ = false;
};

}  // namespace

Sqlite::Sqlite(const std::filesystem::path& file, Durability durability) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
  if (code != SQLITE_OK) {
    const std::string why = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    sqlite3_close_v2(handle_);
    throw OpenFailed(file.string() + ": cannot be opened: " + why);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 2000);
  run("pragma journal_mode=wal");
  run(durability == Durability::full ? "pragma synchronous=full" : "pragma synchronous=normal");
  run("pragma foreign_keys=on; pragma trusted_schema=off; pragma journal_size_limit=67108864");
  if (failed()) {
    const std::string why = error_text();
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
    throw OpenFailed(file.string() + ": cannot be used: " + why);
  }
}

Sqlite::~Sqlite() {
  for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

void Sqlite::run(std::string_view sql) {
  if (failed()) return;
  note(sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr));
}

bool Sqlite::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
std::int64_t Sqlite::changes() const { return sqlite3_changes64(handle_); }

std::unique_ptr<Cursor> Sqlite::prepare(std::string_view sql) {
  const auto known = statements_.find(std::string(sql));
  if (known != statements_.end()) return std::make_unique<SqliteCursor>(*this, known->second);
  sqlite3_stmt* statement = nullptr;
  note(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                          nullptr));
  if (statement == nullptr) return nullptr;
  statements_.emplace(sql, statement);
  return std::make_unique<SqliteCursor>(*this, statement);
}

void Sqlite::note(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || failed()) return;
  fail(error_of(code), sqlite3_errmsg(handle_));
}

}  // namespace posterhall::store
