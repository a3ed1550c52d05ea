// The PostgreSQL driver: libpq as a Connection. Every wait has a deadline (allow()); a connection that is lost, or that
// did not answer in time, is closed, what was under way is unavailable, and the next transaction connects anew, at most
// every few moments. Nothing is taken for stored that the server did not say is.
// Runs on: one thread at a time. Owns: the connection, its prepared statements.
#pragma once

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/connection.hpp"

struct pg_conn;
struct pg_result;

namespace posterhall::store {

struct PostgresSetting {
  std::string address;
  Durability durability = Durability::full;
  std::chrono::milliseconds patience{3000};  ///< for one statement, and until somebody else's lock is given up
};

class Postgres final : public Connection {
 public:
  /// Connects. Throws OpenFailed: in words, without the address's secrets.
  explicit Postgres(PostgresSetting setting);
  ~Postgres() override;

  [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
  void run(std::string_view sql) override;
  void begin_write() override;
  void begin_read() override;
  [[nodiscard]] bool in_transaction() const override;
  [[nodiscard]] std::int64_t changes() const override { return changes_; }
  void allow(std::chrono::milliseconds time) override;
  [[nodiscard]] bool worth_again() const override { return failed() && collided_; }

 private:
  friend class PostgresCursor;
  using Clock = std::chrono::steady_clock;
  struct Parameter {
    char type = 'n';  ///< i, t, b; n = null
    std::string bytes;
  };
  class Answer;

  std::unique_ptr<Cursor> prepare(std::string_view sql) override;
  /// Sends a prepared statement with its parameters; null after a failure.
  pg_result* execute(const std::string& sql, const std::vector<Parameter>& parameters);
  std::string statement_name(const std::string& sql, const std::vector<Parameter>& parameters);
  [[nodiscard]] bool connected();
  [[nodiscard]] bool connect();
  [[nodiscard]] bool wait(bool to_write);
  /// The last result of what was sent, or the first that is an error; null: the connection is gone.
  pg_result* take_result();
  void lose(const std::string& why);
  void note(const pg_result* result);

  PostgresSetting setting_;
  pg_conn* handle_ = nullptr;
  std::unordered_map<std::string, std::string> statements_;  ///< SQL and types → name at the server
  Clock::time_point deadline_;
  Clock::time_point next_try_;
  std::chrono::milliseconds pause_{0};
  std::int64_t changes_ = 0;
  bool collided_ = false;
};

}  // namespace posterhall::store
