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
    const std::string why = error_text_;
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

void Sqlite::clear_error() {
  error_.reset();
  error_text_.clear();
}

void Sqlite::fail(StoreError error, std::string text) {
  if (failed()) return;
  error_ = error;
  error_text_ = std::move(text);
}

bool Sqlite::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
std::int64_t Sqlite::changes() const { return sqlite3_changes64(handle_); }
std::int64_t Sqlite::last_row_id() const { return sqlite3_last_insert_rowid(handle_); }

sqlite3_stmt* Sqlite::prepare(std::string_view sql) {
  if (failed()) return nullptr;
  const auto known = statements_.find(std::string(sql));
  if (known != statements_.end()) return known->second;
  sqlite3_stmt* statement = nullptr;
  note(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                          nullptr));
  if (statement != nullptr) statements_.emplace(sql, statement);
  return statement;
}

void Sqlite::note(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || failed()) return;
  error_ = error_of(code);
  error_text_ = sqlite3_errmsg(handle_);
}

Query::Query(Sqlite& db, std::string_view sql) : db_(db), statement_(db.prepare(sql)) {}

Query::~Query() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Query& Query::bind(std::int64_t value) {
  if (statement_ != nullptr) db_.note(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

Query& Query::bind(std::string_view value) {
  // A null pointer would bind NULL: an empty text is a text.
  const char* data = value.data() == nullptr ? "" : value.data();
  if (statement_ != nullptr) {
    db_.note(sqlite3_bind_text64(statement_, ++bound_, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  return *this;
}

Query& Query::bind(std::span<const std::uint8_t> value) {
  if (statement_ != nullptr) {
    db_.note(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT));
  }
  return *this;
}

Query& Query::bind_null() {
  if (statement_ != nullptr) db_.note(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

bool Query::next() {
  if (statement_ == nullptr || done_ || db_.failed()) return false;
  const int code = sqlite3_step(statement_);
  db_.note(code);
  done_ = code != SQLITE_ROW;  // stepping on would start the statement anew
  return !done_;
}

void Query::run() {
  while (next()) {
  }
}

std::int64_t Query::int64(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Query::text(int column) const {
  const auto* data = sqlite3_column_blob(statement_, column);
  const auto size = sqlite3_column_bytes(statement_, column);
  if (data == nullptr || size <= 0) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::span<const std::uint8_t> Query::blob(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  const auto size = sqlite3_column_bytes(statement_, column);
  if (data == nullptr || size <= 0) return {};
  return {data, static_cast<std::size_t>(size)};
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Transaction::Transaction(Sqlite& db) : db_(db) { db_.run("begin immediate"); }

Transaction::~Transaction() {
  if (!db_.in_transaction()) return;
  // The first error stays the one that is told.
  const auto error = db_.error();
  const auto text = db_.error_text();
  db_.clear_error();
  db_.run("rollback");
  db_.clear_error();
  if (error) db_.fail(*error, text);
}

bool Transaction::commit() {
  if (db_.failed()) return false;
  db_.run("commit");
  return !db_.failed();
}

}  // namespace posterhall::store
