// What goes wrong around a PostgreSQL store: many processes at once, one that is stopped in the middle, a lock that is
// held, a server that goes and comes back, a newer schema. What is SQLite's own is in store_faults.cpp.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <iostream>
#include <set>
#include <thread>

#include "contract/store_fixture.hpp"
#include "domain/order_text.hpp"
#include "store/migrations.hpp"
#include "store/postgres_schema.hpp"

namespace posterhall::store_test {
namespace {

using domain::Channel;

/// Waits on the state, as a client does: the same event again until it is taken.
Result<hall::Appended> until_stored(const std::function<Result<hall::Appended>()>& put) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  auto answer = put();
  while (!answer && std::chrono::steady_clock::now() < until) answer = put();
  return answer;
}

class PostgresFaults : public StoreTest<PostgresBackend> {
 protected:
  /// Runs `work` in a process of its own; 0 = it went well.
  static pid_t in_process(const std::function<bool()>& work) {
    const pid_t child = fork();
    if (child == 0) {
      LentLoop::after_fork();
      _exit(work() ? 0 : 1);
    }
    return child;
  }
  static bool went_well(pid_t child) {
    int status = 0;
    const bool ended = waitpid(child, &status, 0) == child;
    if (!ended || status != 0) std::cerr << "a process ended with status " << status << "\n";
    return ended && status == 0;
  }
  static std::chrono::milliseconds time_of(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  }
  domain::NewEvent measure(std::uint32_t author, std::uint32_t id) {
    auto event = message(Channel::order(), author, id);
    event.kind = domain::EventKind::measure;
    event.text = domain::to_text(domain::NewMeasure{domain::MeasureKind::mute, PersonId{2}, 30, "advertising"});
    return event;
  }
  /// As a program of ours that was stopped, or of somebody else.
  std::unique_ptr<store::Postgres> stranger() {
    auto db = std::make_unique<store::Postgres>(store::PostgresSetting{backend_.database()});
    db->allow(std::chrono::minutes(1));
    return db;
  }
};

TEST_F(PostgresFaults, ManyProcessesNumberEachChannelWithoutGapsAndEachEventOnce) {
  constexpr std::uint32_t kProcesses = 3, kThreads = 4, kEvents = 60;
  store_.reset();
  tools_.reset();
  std::vector<pid_t> children;
  for (std::uint32_t p = 0; p < kProcesses; ++p) {
    children.push_back(in_process([&, p] {
      open();
      std::atomic<bool> fine{true};
      std::vector<std::thread> threads;
      for (std::uint32_t t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
          for (std::uint32_t i = 0; i < kEvents; ++i) {
            // Channels in another order each time; every event is sent by two processes.
            const auto talk = Channel::talk(RoomId{1 + (i * (p + 1) + t) % 5});
            const bool shared = i % 3 == 0;
            const auto event = shared ? message(Channel::hall(), 100 + t, i) : message(talk, 10 * p + t, i);
            fine = append(event).has_value() && fine;
          }
        });
      }
      for (auto& thread : threads) thread.join();
      return fine.load();
    }));
  }
  for (const auto child : children) EXPECT_TRUE(went_well(child));
  open();
  EXPECT_TRUE(tools_->faults()->empty());
  const auto stored = *read(Channel::hall(), 0, 0, 100'000);
  EXPECT_EQ(stored.size(), kThreads * kEvents / 3) << "what two processes sent counts once";
  for (std::size_t i = 0; i < stored.size(); ++i) EXPECT_EQ(stored[i].number, i + 1);
  std::size_t talked = 0;
  for (std::uint32_t room = 1; room <= 5; ++room) talked += read(Channel::talk(RoomId{room}), 0, 0, 100'000)->size();
  EXPECT_EQ(talked, kProcesses * kThreads * kEvents * 2 / 3);
}

TEST_F(PostgresFaults, TheAuditLogIsOneChainOverManyProcesses) {
  constexpr std::uint32_t kProcesses = 3, kMeasures = 25;
  store_.reset();
  tools_.reset();
  std::vector<pid_t> children;
  for (std::uint32_t p = 0; p < kProcesses; ++p) {
    children.push_back(in_process([&, p] {
      open();
      bool fine = true;
      for (std::uint32_t i = 0; i < kMeasures; ++i) fine = append(measure(p + 1, i)).has_value() && fine;
      return fine;
    }));
  }
  for (const auto child : children) EXPECT_TRUE(went_well(child));
  open();
  const auto check = tools_->check_audit();
  EXPECT_EQ(check->entries, kProcesses * kMeasures);
  EXPECT_EQ(check->wrong, 0U) << check->why;
}

TEST_F(PostgresFaults, AProcessStoppedInsideATransactionBlocksNobodyForLong) {
  ASSERT_TRUE(append(message(Channel::hall(), 1, 1)));
  store_.reset();
  tools_.reset();
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    char byte = 0;
    if (::read(ends[0], &byte, 1) != 1) _exit(1);
    const auto db = stranger();
    store::Transaction transaction(*db);
    db->run("update channels set head = head");  // every lock there is, and the one of all who write
    if (db->failed()) _exit(2);
    raise(SIGSTOP);
    _exit(transaction.commit() ? 0 : 3);
  }
  open();
  ASSERT_EQ(write(ends[1], "x", 1), 1);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, WUNTRACED), child);
  ASSERT_TRUE(WIFSTOPPED(status));
  Result<hall::Appended> talk = make_error_code(store::StoreError::nothing_there);
  PersonId person;
  const auto talking = time_of([&] { talk = append(message(Channel::hall(), 1, 2)); });
  const auto writing = time_of([&] { person = invite("amara@example.org", 1); });
  ASSERT_TRUE(talk) << talk.error().message();
  EXPECT_EQ(talk->number, 2U);
  EXPECT_TRUE(person);
  EXPECT_LT(talking + writing, std::chrono::seconds(4)) << "two seconds are the promise; this machine may be slow";
  kill(child, SIGCONT);
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 3) << "what it had begun is gone";
  EXPECT_TRUE(tools_->faults()->empty());
}

TEST_F(PostgresFaults, ALockThatIsHeldIsToldInTimeAndEndsWithIt) {
  const auto other = stranger();
  other->run("set idle_in_transaction_session_timeout = 0; begin; lock table events in access exclusive mode");
  ASSERT_FALSE(other->failed()) << other->error_text();
  Result<hall::Appended> talk = hall::Appended{};
  EXPECT_LT(time_of([&] { talk = append(message(Channel::hall(), 1, 1)); }), std::chrono::seconds(6));
  ASSERT_FALSE(talk);
  EXPECT_EQ(talk.error(), store::StoreError::unavailable);
  other->run("rollback");
  talk = until_stored([&] { return append(message(Channel::hall(), 1, 1)); });
  ASSERT_TRUE(talk) << talk.error().message();
  EXPECT_EQ(talk->number, 1U);
}

TEST_F(PostgresFaults, SeveralProcessesMayMakeANewDatabaseAtOnce) {
  store_.reset();
  tools_.reset();
  const auto address = PostgresServer::shared().fresh();
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i) {
    children.push_back(in_process([&] {
      try {
        (void)store::open_database(folder_.path(), address);
        return true;
      } catch (const store::OpenFailed& failure) {
        std::cerr << failure.what() << "\n";
        return false;
      }
    }));
  }
  for (const auto child : children) EXPECT_TRUE(went_well(child));
}

TEST_F(PostgresFaults, ANewerDatabaseIsRefusedInWords) {
  backend_.look()->run("update schema_version set version = 999");
  try {
    (void)backend_.open();
    FAIL() << "a newer database was opened";
  } catch (const store::OpenFailed& failure) {
    const std::string words = failure.what();
    EXPECT_NE(words.find("newer Posterhall"), std::string::npos) << words;
    EXPECT_NE(words.find("999"), std::string::npos) << words;
  }
}

/// The tables are the same, so that one set of statements serves both; a new step has to come to both.
TEST_F(PostgresFaults, BothDatabasesHaveTheSameTablesAndColumns) {
  std::set<std::string> here, there;
  {
    const TemporaryFolder folder;
    SqliteBackend sqlite(folder.path(), [] { return UnixMs{0}; });
    (void)sqlite.open();
    const auto db = sqlite.look();
    store::Query rows(*db,
                      "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c "
                      "where m.type = 'table' and m.name not like 'sqlite_%'");
    while (rows.next()) here.insert(rows.text(0) + "." + rows.text(1));
  }
  const auto db = stranger();
  store::Query rows(*db,
                    "select table_name::text, column_name::text from information_schema.columns "
                    "where table_schema = current_schema() and table_name not in ('schema_version', 'places')");
  while (rows.next()) there.insert(rows.text(0) + "." + rows.text(1));
  EXPECT_FALSE(db->failed()) << db->error_text();
  EXPECT_EQ(here, there);
  EXPECT_EQ(store::postgres_version(*db), static_cast<int>(store::main_migrations().size()));
}

TEST(PostgresGone, NothingIsAckedItIsToldInTimeAndComesBackWithoutARestart) {
  PostgresServer server;
  const TemporaryFolder folder;
  const auto store = store::open_store(folder.path(), [] { return UnixMs{1}; }, server.fresh());
  const auto put = [&](std::uint32_t id) {
    domain::NewEvent event{Channel::hall(), {}, PersonId{1}, domain::EventKind::message, 0, "hello"};
    event.client_id[0] = static_cast<std::uint8_t>(id);
    return wait_for<hall::Appended>([&](auto reply) { store->events().append(event, std::move(reply)); });
  };
  ASSERT_EQ(put(1)->number, 1U);
  for (const int how : {SIGQUIT, SIGINT}) {
    server.stop(how);
    const auto begun = std::chrono::steady_clock::now();
    const auto talk = put(2);
    const auto heads = wait_for<std::vector<domain::Head>>(
        [&](auto reply) { store->events().heads({Channel::hall()}, std::move(reply)); });
    const auto ended =
        wait_for<bool>([&](auto reply) { store->identity().end_sessions({}, false, UnixMs{1}, std::move(reply)); });
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
    ASSERT_FALSE(talk);
    EXPECT_EQ(talk.error(), store::StoreError::unavailable);
    EXPECT_FALSE(heads);
    EXPECT_FALSE(ended);
    server.start();
    const auto back = until_stored([&] { return put(how == SIGQUIT ? 2 : 3); });
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(back->number, how == SIGQUIT ? 2U : 3U);
  }
}

TEST(PostgresGone, AnAddressThatLeadsNowhereIsToldWithoutItsPassword) {
  const TemporaryFolder folder;
  try {
    (void)store::open_database(folder.path(), "postgresql://amara:hunter2@127.0.0.1:1/event");
    FAIL() << "something listens at port 1";
  } catch (const store::OpenFailed& failure) {
    const std::string words = failure.what();
    EXPECT_NE(words.find("postgresql://amara@127.0.0.1:1/event"), std::string::npos) << words;
    EXPECT_EQ(words.find("hunter2"), std::string::npos) << words;
  }
  EXPECT_THROW((void)store::open_database(folder.path(), "mysql://amara:hunter2@db/event"), store::OpenFailed);
}

}  // namespace
}  // namespace posterhall::store_test
