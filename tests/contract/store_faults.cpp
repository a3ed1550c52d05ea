// What goes wrong around the store: a full disk, a lock held by somebody else, a kill, a newer file. SQLite's own.
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "contract/store_fixture.hpp"
#include "store/migrations.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store_test {
namespace {

namespace fs = std::filesystem;
using domain::Channel;

class StoreFaults : public StoreTest<SqliteBackend> {
 protected:
  /// Another program's connection, bare.
  class Stranger {
   public:
    explicit Stranger(const fs::path& file) { sqlite3_open(file.c_str(), &db_); }
    ~Stranger() { sqlite3_close(db_); }
    Stranger(const Stranger&) = delete;
    Stranger& operator=(const Stranger&) = delete;
    int run(const char* sql) { return sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }

   private:
    sqlite3* db_ = nullptr;
  };
};

TEST_F(StoreFaults, AnswersUnavailableWhileLockedAndRecovers) {
  Stranger stranger(folder_.path() / "posterhall.sqlite");
  ASSERT_EQ(stranger.run("begin immediate"), SQLITE_OK);
  EXPECT_EQ(append(message(Channel::hall(), 1, 1)).error(), store::StoreError::unavailable);
  EXPECT_TRUE(heads({Channel::hall()}) == std::vector<std::uint32_t>{0});  // reading goes on
  ASSERT_EQ(stranger.run("commit"), SQLITE_OK);
  EXPECT_EQ(append(message(Channel::hall(), 1, 1))->number, 1U);
}

TEST_F(StoreFaults, OneFaultyJobOfABatchHarmsNoOther) {
  boost::asio::io_context loop;
  std::uint32_t stored = 0;
  std::uint32_t refused = 0;
  for (std::uint32_t i = 0; i < 100; ++i) {
    store_->events().append(message(Channel::hall(), 1, i),
                            hall::Reply<hall::Appended>(loop.get_executor(), [&](Result<hall::Appended> result) {
                              if (result) ++stored;
                            }));
    // Nobody has this number: the foreign key refuses it.
    store_->people().set_read(PersonId{77}, Channel::hall(), 1,
                              hall::Reply<bool>(loop.get_executor(), [&](Result<bool> result) {
                                if (!result && result.error() == store::StoreError::refused) ++refused;
                              }));
  }
  store_.reset();
  loop.run();
  EXPECT_EQ(stored, 100U);
  EXPECT_EQ(refused, 100U);
  open();
  EXPECT_EQ(heads({Channel::hall()}).front(), 100U);
  EXPECT_TRUE(tools_->faults()->empty());
}

TEST_F(StoreFaults, AFullDiskIsToldAndRecoversWithoutARestart) {
  const auto small = folder_.path() / "small";
  fs::create_directory(small);
  if (mount("tmpfs", small.c_str(), "tmpfs", 0, "size=2m") != 0) GTEST_SKIP() << "needs the right to mount";
  {
    const auto on_small = store::open_store(small, [this] { return now_; });
    const auto put = [&](std::uint32_t id, std::size_t size) {
      return wait_for<hall::Appended>([&](auto reply) {
        on_small->events().append(message(Channel::hall(), 1, id, std::string(size, 'x')), std::move(reply));
      });
    };
    ASSERT_TRUE(put(0, 10));
    std::ofstream(small / "ballast") << std::string(900'000, 'b');
    std::uint32_t stored = 1;
    ErrorCode error;
    for (std::uint32_t id = 1; id < 2000 && !error; ++id) {
      const auto result = put(id, 4000);
      if (result) {
        stored = result->number;
      } else {
        error = result.error();
      }
    }
    EXPECT_EQ(error, store::StoreError::full);
    fs::remove(small / "ballast");
    const auto after = put(5000, 10);
    ASSERT_TRUE(after) << after.error().message();
    EXPECT_EQ(after->number, stored + 1);  // what was refused has left no gap
  }
  EXPECT_TRUE(store::open_database(small)->faults()->empty());
  umount(small.c_str());
}

TEST_F(StoreFaults, AKilledProcessLosesNothingItWasToldIsStored) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  store_.reset();
  tools_.reset();
  const pid_t child = fork();
  if (child == 0) {
    open();
    for (std::uint32_t i = 0;; ++i) {
      const auto result = append(message(Channel::hall(), 1, i));
      if (result && write(ends[1], &result->number, sizeof result->number) < 0) _exit(1);
    }
  }
  close(ends[1]);
  std::uint32_t told = 0;
  for (int i = 0; i < 50; ++i) ASSERT_EQ(::read(ends[0], &told, sizeof told), static_cast<ssize_t>(sizeof told));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  for (std::uint32_t more = 0; ::read(ends[0], &more, sizeof more) == static_cast<ssize_t>(sizeof more);) told = more;
  close(ends[0]);
  open();
  EXPECT_GE(heads({Channel::hall()}).front(), told);
  EXPECT_TRUE(tools_->faults()->empty());
  EXPECT_EQ(read(Channel::hall(), 0, 0, 1'000'000)->size(), heads({Channel::hall()}).front());
}

TEST_F(StoreFaults, ANewerFileIsRefusedInWords) {
  store_.reset();
  tools_.reset();
  {
    Stranger stranger(folder_.path() / "posterhall.sqlite");
    stranger.run("pragma user_version = 999");
  }
  try {
    open();
    FAIL() << "a newer file was opened";
  } catch (const store::OpenFailed& failure) {
    const std::string words = failure.what();
    EXPECT_NE(words.find("newer Posterhall"), std::string::npos) << words;
    EXPECT_NE(words.find("999"), std::string::npos) << words;
  }
}

TEST_F(StoreFaults, SomethingElseThanADatabaseIsRefusedInWords) {
  const TemporaryFolder other;
  std::ofstream(other.path() / "posterhall.sqlite") << std::string(5000, 'x');
  EXPECT_THROW((void)store::open_database(other.path()), store::OpenFailed);
}

/// Every version there has been is brought to the newest; killed between two steps it goes on from there.
TEST(Migrations, BringEveryEarlierVersionToTheNewest) {
  const auto steps = store::main_migrations();
  for (std::size_t from = 0; from <= steps.size(); ++from) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "posterhall.sqlite";
    {
      store::Sqlite db(file, store::Durability::full);
      store::migrate(db, steps.first(from), file);
      EXPECT_EQ(store::schema_version(db), static_cast<int>(from));
    }
    store::Sqlite db(file, store::Durability::full);
    store::migrate(db, steps, file);
    EXPECT_EQ(store::schema_version(db), static_cast<int>(steps.size()));
    EXPECT_FALSE(db.failed());
  }
}

}  // namespace
}  // namespace posterhall::store_test
