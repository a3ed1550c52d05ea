// A directory of the first Posterhall, opened by this one: brought up to date, also by pieces when it is killed, and a
// directory of a later one left alone.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "integration/support/server.hpp"
#include "store/database.hpp"
#include "store/migrations.hpp"
#include "store/sqlite.hpp"

namespace posterhall::integration {
namespace {

namespace fs = std::filesystem;

class Migrating : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "posterhall-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    dir_ = name;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(dir_, ignored);
  }
  [[nodiscard]] fs::path file() const { return dir_ / "posterhall.sqlite"; }

  /// A new directory as version 1 left it.
  void lay_down_version_1() {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(file().string() + end);
    std::ifstream in(fs::path(POSTERHALL_SOURCE_DIR) / "tests/integration/fixtures/schema-1.sql");
    const std::string words{std::istreambuf_iterator<char>(in), {}};
    ASSERT_FALSE(words.empty());
    store::Sqlite db(file(), store::Durability::full);
    db.run(words);
    ASSERT_FALSE(db.failed()) << db.error_text();
    ASSERT_EQ(store::schema_version(db), 1);
  }
  [[nodiscard]] int version() const {
    store::Sqlite db(file(), store::Durability::full);
    return store::schema_version(db);
  }
  [[nodiscard]] std::string schema() const {
    store::Sqlite db(file(), store::Durability::full);
    store::Query rows(db, "select sql from sqlite_master where sql is not null order by type, name");
    std::string all;
    while (rows.next()) all += rows.text(0) + ";\n";
    return all;
  }
  void expect_what_was_there() const {
    const auto database = store::open_database(dir_);
    const auto state = *database->catalogue().load();
    ASSERT_EQ(state.catalogue.posters.size(), 1U);
    EXPECT_EQ(state.catalogue.posters[0].title, "Tides from phones");
    const auto people = *database->people().list();
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].person.name, "Amara Okafor");
    EXPECT_TRUE(people[0].can_enter);
    const auto questions = *database->read_channel(*domain::parse_channel("poster/1"));
    ASSERT_EQ(questions.size(), 2U);
    EXPECT_EQ(questions[1].text, "How long did it take?");
    EXPECT_TRUE(database->faults()->empty());
  }

  fs::path dir_;
};

const int kNewest = static_cast<int>(store::main_migrations().size());

TEST_F(Migrating, the_first_version_is_opened_with_all_that_is_in_it) {
  lay_down_version_1();
  const auto checked = run_posterhall({"check", "--data", dir_.string()});
  EXPECT_EQ(checked.output.find("cannot"), std::string::npos) << checked.output;
  EXPECT_EQ(version(), kNewest);
  expect_what_was_there();
  const auto migrated = schema();
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(file().string() + end);
  (void)store::open_database(dir_);
  EXPECT_EQ(migrated, schema()) << "an old directory and a new one have the same tables";
}

/// Killed at its n-th call of `call`; false when it came to its end before.
bool killed_at(const fs::path& dir, const char* call, int n) {
  const auto out = (dir / "people.csv").string();
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string inject = std::string{"inject="} + call + ":signal=KILL:when=" + std::to_string(n);
    const std::string only = std::string{"trace="} + call;
    ::execlp("strace", "strace", "-o", "/dev/null", "-e", only.c_str(), "-e", inject.c_str(), POSTERHALL_BINARY,
             "export", "people", "--data", dir.c_str(), "--out", out.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  (void)::waitpid(child, &status, 0);
  EXPECT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) == 127) << "strace is missing";
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST_F(Migrating, killed_at_any_write_it_goes_on_from_a_whole_version) {
  for (const char* call : {"pwrite64", "fdatasync"}) {
    int n = 1;
    for (;; ++n) {
      lay_down_version_1();
      if (!killed_at(dir_, call, n)) break;
      ASSERT_LT(n, 500) << "the program never ends";
      const int left = version();
      EXPECT_TRUE(left >= 1 && left <= kNewest) << left;
      expect_what_was_there();  // opens it, which brings it up to date
      EXPECT_EQ(version(), kNewest) << call << " " << n;
    }
    EXPECT_GT(n, 1) << "nothing was written by " << call;
  }
}

TEST_F(Migrating, a_step_that_fails_leaves_the_version_before) {
  lay_down_version_1();
  std::vector<std::string_view> steps(store::main_migrations().begin(), store::main_migrations().end());
  steps.emplace_back("create table next (a); insert into people (id) values (1)");
  {
    store::Sqlite db(file(), store::Durability::full);
    EXPECT_THROW(store::migrate(db, steps, file()), store::OpenFailed);
  }
  EXPECT_EQ(version(), kNewest);
  EXPECT_EQ(schema().find("create table next"), std::string::npos);
  steps.back() = "create table next (a)";
  store::Sqlite db(file(), store::Durability::full);
  store::migrate(db, steps, file());
  EXPECT_EQ(store::schema_version(db), kNewest + 1);
}

TEST_F(Migrating, a_later_version_is_refused_in_words_and_not_touched) {
  lay_down_version_1();
  {
    store::Sqlite db(file(), store::Durability::full);
    db.run("pragma user_version=99");
  }
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"serve", "--listen", "127.0.0.1:0"}, {"check"}, {"export", "people"}}) {
    auto all = command;
    all.insert(all.end(), {"--data", dir_.string()});
    const auto refused = run_posterhall(all);
    EXPECT_EQ(refused.status, 1) << command[0];
    EXPECT_NE(refused.output.find("made by a newer Posterhall (its schema is version 99, this program knows " +
                                  std::to_string(kNewest) + "); start the newer program"),
              std::string::npos)
        << refused.output;
  }
  EXPECT_EQ(version(), 99);
}

TEST_F(Migrating, a_backup_keeps_its_version_and_is_brought_up_to_date_by_the_restore) {
  lay_down_version_1();
  const auto kept = (dir_ / "kept.tar").string();
  ASSERT_EQ(run_posterhall({"backup", "--data", dir_.string(), "--out", kept}).status, 0);
  EXPECT_EQ(version(), 1) << "a backup changes nothing";
  const auto again = dir_ / "again";
  const auto restored = run_posterhall({"restore", kept, "--data", again.string()});
  ASSERT_EQ(restored.status, 0) << restored.output;
  dir_ = again;
  EXPECT_EQ(version(), kNewest);
  expect_what_was_there();
  dir_ = again.parent_path();
}

}  // namespace
}  // namespace posterhall::integration
