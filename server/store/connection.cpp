#include "store/connection.hpp"

#include <utility>

namespace posterhall::store {

void Connection::clear_error() {
  error_.reset();
  error_text_.clear();
}

void Connection::fail(StoreError error, std::string text) {
  if (failed()) return;
  error_ = error;
  error_text_ = std::move(text);
}

Query::Query(Connection& db, std::string_view sql) : db_(db), cursor_(db.failed() ? nullptr : db.prepare(sql)) {}

Query& Query::bind(std::int64_t value) {
  if (cursor_) cursor_->bind(value);
  return *this;
}

Query& Query::bind(std::string_view value) {
  if (cursor_) cursor_->bind(value);
  return *this;
}

Query& Query::bind(std::span<const std::uint8_t> value) {
  if (cursor_) cursor_->bind(value);
  return *this;
}

Query& Query::bind_null() {
  if (cursor_) cursor_->bind_null();
  return *this;
}

bool Query::next() { return cursor_ && !db_.failed() && cursor_->next(); }

void Query::run() {
  while (next()) {
  }
}

std::int64_t Query::run_for_id() {
  std::int64_t id = 0;
  while (next()) id = int64(0);
  return id;
}

std::int64_t Query::int64(int column) const { return cursor_->int64(column); }
std::string Query::text(int column) const { return std::string(cursor_->bytes(column)); }
bool Query::is_null(int column) const { return cursor_->is_null(column); }

std::span<const std::uint8_t> Query::blob(int column) const {
  const auto bytes = cursor_->bytes(column);
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

Transaction::Transaction(Connection& db) : db_(db) {
  if (!db_.failed()) db_.begin_write();
}

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
