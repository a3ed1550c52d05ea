// One SQLite connection and its queries, private to store/. Errors are sticky: after the first failure every further
// query on the connection does nothing and returns nothing, so that a story of ten statements is checked once, at its
// end, by whoever began the transaction (error(), clear_error()).
// Runs on: one thread at a time. Owns: the connection and its prepared statements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ids.hpp"
#include "store/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace posterhall::store {

/// The store cannot be opened: what and where, in words. Thrown at start-up only.
class OpenFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Durability {
  full,    ///< a commit returns after its fdatasync
  relaxed  ///< a commit may be lost with the power, never the file
};

class Sqlite {
 public:
  /// Opens or creates the file in WAL mode. Throws OpenFailed.
  Sqlite(const std::filesystem::path& file, Durability durability);
  ~Sqlite();
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  /// Statements without parameters and without rows; may be several, separated by ';'.
  void run(std::string_view sql);
  [[nodiscard]] bool failed() const { return error_.has_value(); }
  [[nodiscard]] std::optional<StoreError> error() const { return error_; }
  /// SQLite's own words for the first failure.
  [[nodiscard]] const std::string& error_text() const { return error_text_; }
  void clear_error();
  /// For what SQL does not know (a wrong version, nothing there): same way out as SQLite's own errors.
  void fail(StoreError error, std::string text);
  [[nodiscard]] bool in_transaction() const;
  /// Rows the last statement changed.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] std::int64_t last_row_id() const;

 private:
  friend class Query;
  sqlite3_stmt* prepare(std::string_view sql);
  void note(int code);

  sqlite3* handle_ = nullptr;
  std::unordered_map<std::string, sqlite3_stmt*> statements_;
  std::optional<StoreError> error_;
  std::string error_text_;
};

/// One run of a prepared statement: bind in order, then next() until false. The SQL must be a literal or long-lived.
class Query {
 public:
  Query(Sqlite& db, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(std::int64_t value);
  Query& bind(std::uint32_t value) { return bind(std::int64_t{value}); }
  Query& bind(int value) { return bind(std::int64_t{value}); }
  Query& bind(bool value) { return bind(std::int64_t{value ? 1 : 0}); }
  Query& bind(std::string_view value);
  Query& bind(const std::string& value) { return bind(std::string_view(value)); }
  Query& bind(const char* value) { return bind(std::string_view(value)); }
  Query& bind(std::span<const std::uint8_t> value);
  Query& bind_null();
  template <class Tag, class Rep>
  Query& bind(StrongId<Tag, Rep> id) {
    return bind(static_cast<std::int64_t>(id.value));
  }

  /// The next row; false at the end and after a failure.
  bool next();
  /// For statements whose rows, if any, are of no interest.
  void run();

  [[nodiscard]] std::int64_t int64(int column) const;
  [[nodiscard]] std::uint32_t u32(int column) const { return static_cast<std::uint32_t>(int64(column)); }
  [[nodiscard]] bool flag(int column) const { return int64(column) != 0; }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;  ///< valid until the next next()
  [[nodiscard]] bool is_null(int column) const;

 private:
  Sqlite& db_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
  bool done_ = false;
};

/// begin immediate … commit, rolled back unless committed. Nothing inside a failed connection.
class Transaction {
 public:
  explicit Transaction(Sqlite& db);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// False: nothing was stored, db.error() says why.
  bool commit();

 private:
  Sqlite& db_;
};

}  // namespace posterhall::store
