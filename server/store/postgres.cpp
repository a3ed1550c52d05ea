#include "store/postgres.hpp"

#include <endian.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "store/database_address.hpp"
#include "store/postgres_sql.hpp"

namespace posterhall::store {
namespace {

constexpr std::chrono::milliseconds kConnectWithin{1500};
constexpr std::chrono::milliseconds kFirstConnectWithin{10'000};
constexpr std::chrono::milliseconds kShortestPause{50};
constexpr std::chrono::milliseconds kLongestPause{2000};

/// PostgreSQL's numbers of the types we send and read.
constexpr Oid kBool = 16, kBytes = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25;

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Rows = std::unique_ptr<PGresult, Clear>;

/// SQLSTATE → what we call it. https://www.postgresql.org/docs/15/errcodes-appendix.html
StoreError error_of(std::string_view state) {
  const auto kind = state.substr(0, 2);
  if (kind == "23" || kind == "22" || state == "P0001") return StoreError::refused;
  if (state == "53100") return StoreError::full;
  if (state == "XX001" || state == "XX002") return StoreError::corrupt;
  return StoreError::unavailable;
}

/// Two writers met: not serialisable, a deadlock, the same key at once, a lock held by somebody for too long.
bool is_collision(std::string_view state) {
  return state == "40001" || state == "40P01" || state == "23505" || state == "55P03";
}

bool is_error(const PGresult* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_SINGLE_TUPLE:
    case PGRES_EMPTY_QUERY: return false;
    default: return true;
  }
}

template <class T>
T big_endian(const char* bytes) {
  T value{};
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (sizeof(T) == 8) return static_cast<T>(be64toh(static_cast<std::uint64_t>(value)));
  if constexpr (sizeof(T) == 4) return static_cast<T>(be32toh(static_cast<std::uint32_t>(value)));
  return static_cast<T>(be16toh(static_cast<std::uint16_t>(value)));
}

std::string one_line(const char* words) {
  std::string line = words == nullptr ? "" : words;
  while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// Said to the server at each connection. A server that was set to acknowledge before its disk has it is overruled.
std::string greeting(const PostgresSetting& setting) {
  const auto ms = std::to_string(setting.patience.count());
  return "set lock_timeout = 2000; set idle_in_transaction_session_timeout = 2000; set statement_timeout = " + ms +
         "; set client_connection_check_interval = 1000; set client_min_messages = warning; "
         "set default_transaction_isolation = 'read committed'; " +
         (setting.durability == Durability::relaxed
              ? std::string("set synchronous_commit = off")
              : std::string("select set_config('synchronous_commit', 'on', false) "
                            "where current_setting('synchronous_commit') = 'off'"));
}

}  // namespace

/// Parameters are kept until the first row is asked for; then all rows are here.
class PostgresCursor final : public Cursor {
 public:
  PostgresCursor(Postgres& db, std::string_view sql) : db_(db), sql_(sql) {}
  ~PostgresCursor() override { PQclear(rows_); }
  PostgresCursor(const PostgresCursor&) = delete;
  PostgresCursor& operator=(const PostgresCursor&) = delete;

  void bind(std::int64_t value) override {
    const auto wide = htobe64(static_cast<std::uint64_t>(value));
    std::string bytes(sizeof wide, '\0');
    std::memcpy(bytes.data(), &wide, sizeof wide);
    parameters_.push_back({'i', std::move(bytes)});
  }
  void bind(std::string_view value) override { parameters_.push_back({'t', std::string(value)}); }
  void bind(std::span<const std::uint8_t> value) override {
    parameters_.push_back({'b', std::string(reinterpret_cast<const char*>(value.data()), value.size())});
  }
  void bind_null() override { parameters_.push_back({}); }

  bool next() override {
    if (!sent_) {
      sent_ = true;
      rows_ = db_.execute(sql_, parameters_);
    }
    return rows_ != nullptr && ++row_ < PQntuples(rows_);
  }
  [[nodiscard]] std::int64_t int64(int column) const override {
    if (is_null(column)) return 0;
    const char* bytes = PQgetvalue(rows_, row_, column);
    switch (PQftype(rows_, column)) {
      case kInt8: return big_endian<std::int64_t>(bytes);
      case kInt4: return big_endian<std::int32_t>(bytes);
      case kInt2: return big_endian<std::int16_t>(bytes);
      case kBool: return *bytes != 0 ? 1 : 0;
      default: return 0;
    }
  }
  [[nodiscard]] std::string_view bytes(int column) const override {
    return {PQgetvalue(rows_, row_, column), static_cast<std::size_t>(PQgetlength(rows_, row_, column))};
  }
  [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(rows_, row_, column) != 0; }

 private:
  Postgres& db_;
  std::string sql_;
  std::vector<Postgres::Parameter> parameters_;
  pg_result* rows_ = nullptr;
  int row_ = -1;
  bool sent_ = false;
};

Postgres::Postgres(PostgresSetting setting) : setting_(std::move(setting)) {
  allow(kFirstConnectWithin);
  if (connect()) return;
  const std::string why = error_text();
  throw OpenFailed(address_without_secrets(setting_.address) + ": cannot be opened: " + why);
}

Postgres::~Postgres() { PQfinish(handle_); }

void Postgres::allow(std::chrono::milliseconds time) { deadline_ = Clock::now() + time; }

bool Postgres::in_transaction() const {
  if (handle_ == nullptr) return false;
  const auto status = PQtransactionStatus(handle_);
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

bool Postgres::connected() {
  if (handle_ != nullptr) return true;
  if (Clock::now() < next_try_) {
    fail(StoreError::unavailable, "PostgreSQL cannot be reached");
    return false;
  }
  const auto whole = deadline_;
  deadline_ = std::min(whole, Clock::now() + kConnectWithin);
  const bool done = connect();
  deadline_ = whole;
  return done;
}

bool Postgres::connect() {
  const std::array<const char*, 5> names{"dbname", "fallback_application_name", "client_encoding", "tcp_user_timeout",
                                         nullptr};
  const std::array<const char*, 5> values{setting_.address.c_str(), "posterhall", "UTF8", "5000", nullptr};
  handle_ = PQconnectStartParams(names.data(), values.data(), 1);
  if (handle_ == nullptr) {
    lose("no memory");
    return false;
  }
  auto step = PQstatus(handle_) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
  while (step == PGRES_POLLING_WRITING || step == PGRES_POLLING_READING) {
    if (!wait(step == PGRES_POLLING_WRITING)) return false;
    step = PQconnectPoll(handle_);
  }
  if (step != PGRES_POLLING_OK) {
    lose(one_line(PQerrorMessage(handle_)));
    return false;
  }
  PQsetnonblocking(handle_, 1);
  PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
  if (PQsendQuery(handle_, greeting(setting_).c_str()) == 0) {
    lose(one_line(PQerrorMessage(handle_)));
    return false;
  }
  const Rows result(take_result());
  if (!result) return false;
  if (is_error(result.get())) {
    lose(one_line(PQresultErrorMessage(result.get())));
    return false;
  }
  pause_ = std::chrono::milliseconds{0};
  return true;
}

bool Postgres::wait(bool to_write) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
  pollfd socket{PQsocket(handle_), static_cast<short>(to_write ? POLLIN | POLLOUT : POLLIN), 0};
  const int ready = left.count() <= 0 ? 0 : ::poll(&socket, 1, static_cast<int>(left.count()));
  if (ready > 0 || (ready < 0 && errno == EINTR)) return true;
  lose("PostgreSQL did not answer in time");
  return false;
}

pg_result* Postgres::take_result() {
  for (int unsent = PQflush(handle_); unsent != 0; unsent = PQflush(handle_)) {
    if (unsent < 0) {
      lose(one_line(PQerrorMessage(handle_)));
      return nullptr;
    }
    if (!wait(true)) return nullptr;
    (void)PQconsumeInput(handle_);  // so that a server that is telling us something goes on reading
  }
  Rows kept;
  for (;;) {
    while (PQisBusy(handle_) != 0) {
      if (!wait(false)) return nullptr;
      if (PQconsumeInput(handle_) == 0) {
        lose(one_line(PQerrorMessage(handle_)));
        return nullptr;
      }
    }
    PGresult* result = PQgetResult(handle_);
    if (result == nullptr) break;
    if (kept && is_error(kept.get())) {
      PQclear(result);
    } else {
      kept.reset(result);
    }
  }
  return kept.release();
}

void Postgres::lose(const std::string& why) {
  PQfinish(handle_);
  handle_ = nullptr;
  statements_.clear();
  collided_ = false;
  pause_ = std::clamp(pause_ * 2, kShortestPause, kLongestPause);
  next_try_ = Clock::now() + pause_;
  fail(StoreError::unavailable, why);
}

void Postgres::note(const pg_result* result) {
  const char* affected = PQcmdTuples(const_cast<pg_result*>(result));
  changes_ = 0;
  std::from_chars(affected, affected + std::strlen(affected), changes_);
  collided_ = false;
  if (!is_error(result)) return;
  const char* found = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string state = found == nullptr ? "" : found;
  const std::string words = one_line(PQresultErrorMessage(result));
  // 25006: this server only reads now; another one of the address may write.
  if (PQstatus(handle_) != CONNECTION_OK || state == "25006") return lose(words);
  collided_ = is_collision(state);
  fail(error_of(state), words);
}

void Postgres::run(std::string_view sql) {
  if (failed() || !connected()) return;
  if (PQsendQuery(handle_, std::string(sql).c_str()) == 0) return lose(one_line(PQerrorMessage(handle_)));
  const Rows result(take_result());
  if (!result) return;
  note(result.get());
  // A commit of what had failed says ROLLBACK and is no error.
  if (sql == "commit" && std::strcmp(PQcmdStatus(result.get()), "COMMIT") != 0) {
    fail(StoreError::unavailable, "nothing was committed");
  }
}

// One lock for all who write by transactions, in all processes, as SQLite has one: what a table reads before it writes
// is still so when it writes. Talk does not pass here (appender.hpp).
void Postgres::begin_write() {
  run("begin isolation level read committed; select pg_advisory_xact_lock(1347375956, hashtext(current_schema()))");
}

void Postgres::begin_read() { run("begin isolation level repeatable read read only"); }

std::unique_ptr<Cursor> Postgres::prepare(std::string_view sql) { return std::make_unique<PostgresCursor>(*this, sql); }

std::string Postgres::statement_name(const std::string& sql, const std::vector<Parameter>& parameters) {
  std::string key;
  std::vector<Oid> types;
  for (const auto& parameter : parameters) {
    key += parameter.type;
    types.push_back(parameter.type == 'i' ? kInt8 : parameter.type == 't' ? kText : parameter.type == 'b' ? kBytes : 0);
  }
  key += ' ' + sql;
  const auto known = statements_.find(key);
  if (known != statements_.end()) return known->second;
  std::string name = "s" + std::to_string(statements_.size() + 1);
  const auto text = postgres_statement(sql);
  if (PQsendPrepare(handle_, name.c_str(), text.c_str(), static_cast<int>(types.size()), types.data()) == 0) {
    lose(one_line(PQerrorMessage(handle_)));
    return {};
  }
  const Rows result(take_result());
  if (!result) return {};
  note(result.get());
  if (failed()) return {};
  statements_.emplace(std::move(key), name);
  return name;
}

pg_result* Postgres::execute(const std::string& sql, const std::vector<Parameter>& parameters) {
  if (failed() || !connected()) return nullptr;
  const auto name = statement_name(sql, parameters);
  if (name.empty()) return nullptr;
  const auto count = parameters.size();
  std::vector<const char*> values(count);
  std::vector<int> lengths(count);
  const std::vector<int> formats(count, 1);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = parameters[i].type == 'n' ? nullptr : parameters[i].bytes.data();
    lengths[i] = static_cast<int>(parameters[i].bytes.size());
  }
  constexpr int kBinary = 1;
  if (PQsendQueryPrepared(handle_, name.c_str(), static_cast<int>(count), values.data(), lengths.data(), formats.data(),
                          kBinary) == 0) {
    lose(one_line(PQerrorMessage(handle_)));
    return nullptr;
  }
  Rows result(take_result());
  if (!result) return nullptr;
  note(result.get());
  return failed() ? nullptr : result.release();
}

}  // namespace posterhall::store
