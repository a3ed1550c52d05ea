#include "store/backup.hpp"

#include <sqlite3.h>

#include <memory>
#include <string>

#include "store/sqlite_files.hpp"

namespace posterhall::store {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyMs = 10'000;
/// More than a hall gives out between a backup and its restore, and 65,536 restores fit.
constexpr std::int64_t kEpochStep = 65'536;

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle open_raw(const fs::path& file, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle made(handle);
  if (code != SQLITE_OK) throw OpenFailed(file.string() + ": cannot be opened: " + sqlite3_errstr(code));
  sqlite3_busy_timeout(handle, kBusyMs);
  return made;
}

/// The first row's first column of one statement; throws with SQLite's words.
std::string first_word(sqlite3* handle, const char* sql, const fs::path& file) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
  std::string word;
  if (code == SQLITE_OK) code = sqlite3_step(statement);
  if (code == SQLITE_ROW) {
    const auto* text = sqlite3_column_text(statement, 0);
    if (text != nullptr) word = std::string(reinterpret_cast<const char*>(text));
  }
  sqlite3_finalize(statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    throw OpenFailed(file.string() + ": cannot be read: " + sqlite3_errmsg(handle));
  }
  return word;
}

}  // namespace

void copy_main_file(const fs::path& dir, const fs::path& to) {
  const auto from = dir / "posterhall.sqlite";
  const auto source = open_raw(from, SQLITE_OPEN_READWRITE);
  const auto copy = open_raw(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  auto* backup = sqlite3_backup_init(copy.get(), "main", source.get(), "main");
  // In one step: one moment's content, which writers in WAL mode do not wait for.
  const int code = backup == nullptr ? sqlite3_errcode(copy.get()) : sqlite3_backup_step(backup, -1);
  if (backup != nullptr) sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) throw OpenFailed(from.string() + ": cannot be copied: " + sqlite3_errstr(code));
  (void)first_word(copy.get(), "pragma journal_mode=delete", to);  // one file, nothing beside it
  const auto verdict = first_word(copy.get(), "pragma quick_check(1)", to);
  if (verdict != "ok") {
    throw OpenFailed(from.string() + ": is damaged, so there is nothing worth a backup: " + verdict +
                     "; `posterhall check` says more, an earlier backup may be sound");
  }
}

void begin_new_epoch(const fs::path& dir) {
  const auto db = open_main_file(dir);
  Transaction transaction(*db);
  db->run("delete from tickets; delete from sessions");
  Query(*db, "update people set epoch = epoch + ?1").bind(kEpochStep).run();
  Query(*db, "update sqlite_sequence set seq = seq + ?1 where name = 'sessions'").bind(kEpochStep).run();
  if (!transaction.commit()) {
    throw OpenFailed((dir / "posterhall.sqlite").string() + ": cannot be written: " + db->error_text());
  }
}

}  // namespace posterhall::store
