// A connection to the database and its queries, private to store/: what all tables are written against, whichever
// database there is. SQL is written in the part that SQLite and PostgreSQL share, parameters as ?1, ?2 …; where they
// differ a driver has a named way (begin_write, numbered lists: store/postgres_sql.hpp), and in a few places a table
// asks dialect(). Errors are sticky: after the first failure every further query on the connection does nothing and
// returns nothing, so that a story of ten statements is checked once, at its end, by whoever began the transaction
// (error(), clear_error()). Runs on: one thread at a time. Owns: the error; a driver owns the connection and its
// prepared statements.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "store/error.hpp"

namespace posterhall::store {

/// The store cannot be opened: what and where, in words. Thrown at start-up only.
class OpenFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Durability {
  full,    ///< a commit returns when it is on the disk
  relaxed  ///< a commit may be lost with the power, nothing else with it
};

enum class Dialect { sqlite, postgres };

/// One run of a prepared statement, a driver's side of Query.
class Cursor {
 public:
  virtual ~Cursor() = default;
  virtual void bind(std::int64_t value) = 0;
  virtual void bind(std::string_view value) = 0;
  virtual void bind(std::span<const std::uint8_t> value) = 0;
  virtual void bind_null() = 0;
  /// The next row; false at the end and after a failure.
  virtual bool next() = 0;
  [[nodiscard]] virtual std::int64_t int64(int column) const = 0;
  /// The bytes of a text or a blob, valid until the next next(); a number: not asked for.
  [[nodiscard]] virtual std::string_view bytes(int column) const = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
};

class Connection {
 public:
  Connection() = default;
  virtual ~Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] virtual Dialect dialect() const = 0;
  /// Statements without parameters and without rows; may be several, separated by ';'.
  virtual void run(std::string_view sql) = 0;
  /// A transaction that writes, alone among all that write; store/connection.hpp's Transaction begins it.
  virtual void begin_write() = 0;
  /// A transaction that reads: several statements, one state of the database.
  virtual void begin_read() = 0;
  [[nodiscard]] virtual bool in_transaction() const = 0;
  /// Rows the last statement changed.
  [[nodiscard]] virtual std::int64_t changes() const = 0;
  /// What is done from now on has to be over after this time, all together; then it is unavailable.
  virtual void allow(std::chrono::milliseconds) {}
  /// The failure was a collision with another writer: all of the transaction once more may go well.
  [[nodiscard]] virtual bool worth_again() const { return false; }

  [[nodiscard]] bool failed() const { return error_.has_value(); }
  [[nodiscard]] std::optional<StoreError> error() const { return error_; }
  /// The database's own words for the first failure.
  [[nodiscard]] const std::string& error_text() const { return error_text_; }
  void clear_error();
  /// For what SQL does not know (a wrong version, nothing there): same way out as the database's own errors.
  void fail(StoreError error, std::string text);

 private:
  friend class Query;
  /// Null after a failure. The SQL stays prepared as long as the connection.
  virtual std::unique_ptr<Cursor> prepare(std::string_view sql) = 0;

  std::optional<StoreError> error_;
  std::string error_text_;
};

/// One run of a prepared statement: bind in order, then next() until false.
class Query {
 public:
  Query(Connection& db, std::string_view sql);

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
  /// The number an insert gives itself, by `returning`; 0 after a failure.
  std::int64_t run_for_id();

  [[nodiscard]] std::int64_t int64(int column) const;
  [[nodiscard]] std::uint32_t u32(int column) const { return static_cast<std::uint32_t>(int64(column)); }
  [[nodiscard]] bool flag(int column) const { return int64(column) != 0; }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;  ///< valid until the next next()
  [[nodiscard]] bool is_null(int column) const;

 private:
  Connection& db_;
  std::unique_ptr<Cursor> cursor_;
};

/// begin_write() … commit, rolled back unless committed. Nothing inside a failed connection.
class Transaction {
 public:
  explicit Transaction(Connection& db);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// False: nothing was stored, db.error() says why.
  bool commit();

 private:
  Connection& db_;
};

}  // namespace posterhall::store
