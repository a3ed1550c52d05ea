#include "tools/backup_command.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <vector>

#include "crypto/crypto.hpp"
#include "store/backup.hpp"
#include "store/database_address.hpp"
#include "store/poster_files.hpp"
#include "tools/backup_archive.hpp"
#include "tools/data_folder.hpp"
#include "tools/import/fault.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

/// Where a restore unpacks: inside the directory, so that it may be a mount point or somebody's whose parent is not.
constexpr std::string_view kStaging = ".restoring-";

class Stopwatch {
 public:
  [[nodiscard]] std::string words() const {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun_);
    return with_point(static_cast<double>(ms.count()) / 1000.0) + " s";
  }
  static std::string with_point(double value) {
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.1f", value);
    return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
  }

 private:
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

std::string megabytes(std::uint64_t bytes) { return Stopwatch::with_point(static_cast<double>(bytes) / 1e6) + " MB"; }

/// A file or folder that is gone with its holder, whatever happened.
class Scrap {
 public:
  explicit Scrap(fs::path path) : path_(std::move(path)) {}
  ~Scrap() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scrap(const Scrap&) = delete;
  Scrap& operator=(const Scrap&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Names relative to `dir` of everything below `folder` that a backup holds, in order.
std::vector<std::string> names_below(const fs::path& dir, const char* folder) {
  std::vector<std::string> names;
  std::error_code error;
  if (!fs::is_directory(dir / folder, error)) return names;
  for (const auto& entry : fs::recursive_directory_iterator(dir / folder)) {
    auto name = fs::path(folder) / entry.path().lexically_relative(dir / folder);
    if (is_backup_name(name.generic_string()) && entry.is_regular_file(error)) names.push_back(name.generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Poster files that the store names and the directory lacks: said, and no reason to go without a backup.
void warn_of_missing(const fs::path& dir, store::Database& database, std::ostream& err) {
  const auto needed = need(database.needed_files(), dir.string() + ": the store cannot be read");
  const auto gone = std::count_if(needed.begin(), needed.end(), [&](const std::string& hash) {
    std::error_code error;
    return !fs::exists(store::file_path(dir, hash), error);
  });
  if (gone == 0) return;
  err << "Warning: " << counted(static_cast<std::size_t>(gone), "poster file is", "poster files are")
      << " missing in it; `posterhall check` names the posters, `posterhall import` brings them back.\n";
}

/// A backup without the store would look like one and be none.
std::string in_postgres(const fs::path& dir, const std::string& place) {
  return "This event's store is the database " + place +
         ", and `posterhall backup` writes none of it, so nothing was written. Back up the database with PostgreSQL's "
         "own tool first, then the directory with its poster files:\n  pg_dump --format=custom --file=event.dump " +
         place + "\n  tar -cf event-files.tar -C " + dir.string() +
         " files event.toml\nBoth may run beside the hall. docs/operating.md says how they come back.";
}

bool is_leftover(const fs::path& path) { return path.filename().string().starts_with(kStaging); }

/// Empty but for what a restore left that was killed; that is removed.
void need_empty(const fs::path& dir) {
  std::error_code error;
  fs::create_directories(dir, error);
  if (error) throw ToolFailed(dir.string() + ": cannot be made: " + error.message());
  std::vector<fs::path> leftovers;
  for (const auto& entry : fs::directory_iterator(dir, error)) {
    if (!is_leftover(entry.path())) {
      throw ToolFailed(dir.string() + ": is not empty (" + entry.path().filename().string() +
                       " is in it), and a restore never writes over an event; name a new directory, or move this one "
                       "away first");
    }
    leftovers.push_back(entry.path());
  }
  if (error) throw ToolFailed(dir.string() + ": cannot be read: " + error.message());
  for (const auto& path : leftovers) fs::remove_all(path, error);
}

void sync_file_system(const fs::path& dir) {
  const int fd = ::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::syncfs(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!synced) throw ToolFailed(dir.string() + ": cannot be brought to the disk; is it full?");
}

/// The store last: a directory without it holds no event yet, so a kill in between leaves no half one.
void move_into_place(const fs::path& staged, const fs::path& dir) {
  std::vector<fs::path> names;
  for (const auto& entry : fs::directory_iterator(staged)) names.push_back(entry.path().filename());
  std::stable_partition(names.begin(), names.end(), [](const fs::path& name) { return name != "posterhall.sqlite"; });
  for (const auto& name : names) fs::rename(staged / name, dir / name);
}

}  // namespace

int run_backup(const BackupOptions& options, std::ostream& out, std::ostream& err) {
  const Stopwatch watch;
  const fs::path dir = options.data;
  std::error_code error;
  if (const auto place = database_of(dir, options.database); !place.empty()) {
    throw ToolFailed(in_postgres(dir, store::address_without_secrets(place)));
  }
  if (!fs::exists(dir / "posterhall.sqlite", error)) {
    throw ToolFailed(dir.string() + ": no event is there, so there is nothing to back up");
  }
  BackupWriter writer(options.out);
  const Scrap copy(options.out + ".part-store-" + crypto::new_token());
  // The store before the files: a file is there before the store names it, and stays as it is.
  store::copy_main_file(dir, copy.path());
  const auto store_size = fs::file_size(copy.path());
  writer.add_file("posterhall.sqlite", copy.path());
  if (fs::exists(event_file_of(dir), error)) writer.add_text("event.toml", read_whole(event_file_of(dir)));
  std::size_t files = 0;
  for (const char* folder : {"files", "posters"}) {
    for (const auto& name : names_below(dir, folder)) {
      writer.add_file(name, dir / name);
      files += 1;
    }
  }
  const auto size = writer.seal();
  out << "Backed up " << dir.string() << " to " << options.out << ": the store of " << megabytes(store_size) << " and "
      << counted(files, "file", "files") << ", " << megabytes(size) << " together, in " << watch.words() << ".\n";
  err.flush();
  return 0;
}

int run_restore(const RestoreOptions& options, std::ostream& out, std::ostream& err) {
  const Stopwatch watch;
  const fs::path dir = options.data;
  std::error_code error;
  const bool made = !fs::exists(dir, error);
  need_empty(dir);
  // A directory that was not there before is gone again if nothing came of it.
  struct Unmake {
    fs::path dir;
    bool wanted;
    ~Unmake() {
      std::error_code ignored;
      if (wanted) fs::remove(dir, ignored);
    }
  };
  const Unmake unmake{dir, made};
  const Scrap staged(dir / (std::string(kStaging) + crypto::new_token()));
  fs::create_directory(staged.path());
  const auto unpacked = unpack_backup(options.file, staged.path());
  if (!fs::exists(staged.path() / "posterhall.sqlite", error)) {
    throw ToolFailed(options.file + ": holds no store; nothing was restored");
  }
  {
    const auto database = store::open_database(staged.path());
    const auto faults = need(database->faults(), options.file + ": its store cannot be read");
    if (!faults.empty()) throw ToolFailed(options.file + ": its store is unsound: " + faults.front());
    warn_of_missing(staged.path(), *database, err);
  }
  store::begin_new_epoch(staged.path());
  sync_file_system(dir);
  move_into_place(staged.path(), dir);
  sync_file_system(dir);
  out << "Restored " << dir.string() << " as it was at " << unpacked.head.made << ": "
      << counted(unpacked.files, "file", "files") << ", " << megabytes(unpacked.bytes) << ", in " << watch.words()
      << ".\nRoles, links and bans hold as they were then; every device opens its personal link again."
      << "\nOpen the hall with: posterhall serve --data " << dir.string() << "\n";
  return 0;
}

}  // namespace posterhall::tools
