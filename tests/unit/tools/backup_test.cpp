// A data directory into a file and back: the same event, sessions ended, and nothing at all from a file that is not
// whole.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "store/sqlite.hpp"
#include "tools/backup_archive.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

class BackupTest : public CliTest {
 protected:
  void make_event() {
    write("data/event.toml", "[event]\nname = \"Kept\"\ntime_zone = \"UTC\"\ncontact = \"x@example.org\"\n");
    ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
    ASSERT_EQ(run({"invite", "--name", "Ada Bell", "--email", "ada@example.org", "--role", "moderator"}), 0) << err_;
    write("data/posters/p-1.pdf", "a poster that waits for its import");
    write("data/files/" + name_of_kept_, "content of a poster file");
    write("data/files/ab/.part-half", "of an import that runs");
    write("data/notes.txt", "not ours");
  }
  std::string backup_file() const { return (folder_ / "event.tar").string(); }
  void back_up() { ASSERT_EQ(run({"backup", "--out", backup_file()}), 0) << err_; }
  int restore(const std::string& to) { return run_bare({"restore", backup_file(), "--data", (folder_ / to).string()}); }
  std::vector<std::string> names_in(const std::string& dir) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / dir)) {
      if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder_ / dir).string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  const std::string name_of_kept_ = "ab/ab" + std::string(62, '0');
};

TEST_F(BackupTest, an_event_comes_back_as_it_was) {
  make_event();
  back_up();
  EXPECT_TRUE(says("Backed up " + data_ + " to " + backup_file() + ": the store of 0.")) << out_;
  EXPECT_TRUE(says(" and 2 files, ")) << out_;
  EXPECT_TRUE(says(" s.\n")) << out_;
  EXPECT_EQ(fs::status(backup_file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_EQ(restore("again"), 0) << err_;
  EXPECT_TRUE(says("Restored " + (folder_ / "again").string() + " as it was at 2")) << out_;
  EXPECT_EQ(names_in("again"), (Texts{"event.toml", "files/" + name_of_kept_, "posterhall.sqlite", "posters/p-1.pdf"}));
  EXPECT_EQ(content(folder_ / "again/event.toml"), content(folder_ / "data/event.toml"));
  EXPECT_EQ(content(folder_ / "again/files" / name_of_kept_), "content of a poster file");
  const auto before = run({"export", "people"}) == 0 ? out_ : "";
  data_ = (folder_ / "again").string();
  EXPECT_EQ(ids(), (Texts{"p-1", "p-2", "p-3"}));
  ASSERT_EQ(run({"export", "people"}), 0) << err_;
  EXPECT_EQ(out_, before);
  EXPECT_NE(out_.find("moderator"), std::string::npos);
  // Nothing of the work is left beside.
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}), 4);
}

TEST_F(BackupTest, what_was_open_then_is_open_no_more) {
  make_event();
  {
    store::Sqlite db(fs::path(data_) / "posterhall.sqlite", store::Durability::full);
    db.run(
        "insert into sessions (person, token, created, expires) values (1, x'aa', 1, 9e18);"
        "insert into tickets values (x'bb', 1, 'https://hall.example.org', 9e18);"
        "update people set epoch = 7");
    ASSERT_FALSE(db.failed()) << db.error_text();
  }
  back_up();
  ASSERT_EQ(restore("again"), 0) << err_;
  store::Sqlite db(folder_ / "again/posterhall.sqlite", store::Durability::full);
  const auto number = [&](std::string_view sql) {
    store::Query query(db, sql);
    return query.next() ? query.int64(0) : -1;
  };
  EXPECT_EQ(number("select count(*) from sessions"), 0);
  EXPECT_EQ(number("select count(*) from tickets"), 0);
  EXPECT_GT(number("select min(epoch) from people"), 7 + 10'000);
  EXPECT_GT(number("select seq from sqlite_sequence where name = 'sessions'"), 10'000);
  EXPECT_EQ(number("select count(*) from invitations where ended = 0"), 1);
}

TEST_F(BackupTest, a_flipped_added_or_missing_byte_is_refused_and_leaves_nothing) {
  make_event();
  back_up();
  const auto sound = content(backup_file());
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < sound.size(); at += sound.size() / 97) places.push_back(at);
  for (std::size_t back = 1; back <= 2200; back += 13) places.push_back(sound.size() - back);
  for (const auto at : places) {
    auto flipped = sound;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    write("event.tar", flipped);
    ASSERT_EQ(restore("again"), 1) << at;
    ASSERT_FALSE(fs::exists(folder_ / "again")) << at;
    ASSERT_TRUE(says("; nothing was restored")) << err_;
  }
  for (const auto size : {std::size_t{0}, std::size_t{100}, std::size_t{2048}, sound.size() / 2, sound.size() - 1}) {
    write("event.tar", sound.substr(0, size));
    EXPECT_EQ(restore("again"), 1) << size;
    EXPECT_FALSE(fs::exists(folder_ / "again")) << size;
  }
  EXPECT_TRUE(says("event.tar: is damaged or cut short: take another backup")) << err_;
  write("event.tar", sound + "x");
  EXPECT_EQ(restore("again"), 1);
  write("event.tar", "id,title\n1,A list of posters\n");
  EXPECT_EQ(restore("again"), 1);
  EXPECT_TRUE(says("event.tar: is no backup made by `posterhall backup`")) << err_;
  write("event.tar", sound);
  EXPECT_EQ(restore("again"), 0) << err_;
}

TEST_F(BackupTest, a_directory_with_something_in_it_is_left_alone) {
  make_event();
  back_up();
  EXPECT_EQ(run_bare({"restore", backup_file(), "--data", data_}), 1);
  EXPECT_TRUE(says("data: is not empty (")) << err_;
  EXPECT_TRUE(says("name a new directory")) << err_;
  fs::create_directories(folder_ / "mount/.restoring-of-one-that-was-killed/files");
  ASSERT_EQ(restore("mount"), 0) << err_;
  EXPECT_EQ(names_in("mount").size(), 4U);
}

TEST_F(BackupTest, a_backup_overwrites_nothing_and_needs_an_event) {
  EXPECT_EQ(run({"backup", "--out", backup_file()}), 1);
  EXPECT_TRUE(says("no event is there")) << err_;
  make_event();
  write("event.tar", "last week's");
  EXPECT_EQ(run({"backup", "--out", backup_file()}), 1);
  EXPECT_TRUE(says("event.tar: is there already")) << err_;
  EXPECT_EQ(content(backup_file()), "last week's");
  EXPECT_EQ(run({"backup", "--out", (folder_ / "nowhere/event.tar").string()}), 1);
  EXPECT_TRUE(says("cannot be made: No such file or directory")) << err_;
}

/// The files of this process end at `bytes`, as on a full disk, while one lives.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    (void)std::signal(SIGXFSZ, old_handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
  void (*old_handler_)(int);
};

TEST_F(BackupTest, a_disk_that_fills_up_leaves_nothing_behind) {
  make_event();
  {
    const SmallDisk small(100'000);  // less than the store
    EXPECT_EQ(run({"backup", "--out", backup_file()}), 1);
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}), 2) << "data and posters.csv";
  back_up();
  {
    const SmallDisk small(100'000);
    EXPECT_EQ(restore("again"), 1);
  }
  EXPECT_TRUE(says("cannot be written")) << err_;
  EXPECT_FALSE(fs::exists(folder_ / "again"));
}

TEST(BackupNames, are_ours_alone) {
  const std::string hash = "ab" + std::string(62, '0');
  for (const auto& name : {std::string{"event.toml"}, std::string{"posterhall.sqlite"}, "files/ab/" + hash,
                           std::string{"posters/p-1.pdf"}}) {
    EXPECT_TRUE(is_backup_name(name)) << name;
  }
  for (const auto& name :
       {std::string{""}, std::string{"/etc/passwd"}, std::string{"../event.toml"}, std::string{"posters/../event.toml"},
        std::string{"posters/"}, std::string{"posters/.."}, std::string{"posters/.hidden"}, "files/cd/" + hash,
        "files/ab/" + hash + "x", "files/ab/" + hash.substr(1), std::string{"places.sqlite"}, "files//" + hash}) {
    EXPECT_FALSE(is_backup_name(name)) << name;
  }
}

}  // namespace
}  // namespace posterhall::tools
