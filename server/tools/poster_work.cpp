#include "tools/poster_work.hpp"

#include <sys/stat.h>

#include <memory>
#include <mutex>
#include <unordered_set>

#include "store/poster_files.hpp"
#include "tools/poster_intake.hpp"
#include "tools/slides_intake.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

constexpr int kPreviewNice = 5;
constexpr int kTilesNice = 19;
constexpr UnixMs kSecond = 1000;
constexpr UnixMs kAnnounceEvery = 60 * kSecond;
constexpr UnixMs kCleanEvery = 3600 * kSecond;
constexpr UnixMs kGraceMs = UnixMs{24} * 3600 * kSecond;
constexpr std::uint32_t kLookAt = 50;

UnixMs changed_at(const fs::path& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) return 0;
  return UnixMs{status.st_mtim.tv_sec} * kSecond + status.st_mtim.tv_nsec / 1'000'000;
}

/// Lanes share the connection; conversions themselves hold no lock.
class PosterWork {
 public:
  PosterWork(fs::path dir, std::function<UnixMs()> now, const std::string& database)
      : dir_(std::move(dir)), now_(std::move(now)), database_(store::open_database(dir_, database)) {}

  hall::ConvertedFile preview(const fs::path& file) {
    const auto hash = store::hash_file(file);
    if (!hash) {
      hall::ConvertedFile none;
      none.refused = "cannot be read any more; upload it again";
      return none;
    }
    const auto known = find(*hash);
    if (known && is_current(dir_, *known)) return *known;
    auto intake = take_in_poster(dir_, file, *hash, {kPreviewNice, &stop_});
    if (intake.remember) keep(intake.converted);
    return std::move(intake.converted);
  }

  std::string tiles(hall::ConvertedFile& converted) {
    auto why = add_tiles(dir_, converted.file, {kTilesNice, &stop_});
    if (!why.empty()) return why;
    const std::lock_guard lock(mutex_);
    (void)database_->posters().keep_conversion(converted);
    (void)database_->posters().announce(converted.file.file_hash, "tiles of a poster", now_());
    return {};
  }

  hall::ConvertedFile slides(const fs::path& file) { return take_in_slides(dir_, file, {kPreviewNice, &stop_}); }

  bool idle() {
    clean_now_and_then();
    const auto hash = next_untiled();
    if (hash.empty()) {
      announce_made(true);
      return false;
    }
    auto known = find(hash);
    if (!known || !is_current(dir_, *known)) {
      auto intake = take_in_poster(dir_, store::file_path(dir_, hash), hash, {kTilesNice, &stop_});
      if (intake.remember) keep(intake.converted);
      known = std::move(intake.converted);
    }
    if (known->refused.empty() && add_tiles(dir_, known->file, {kTilesNice, &stop_}).empty()) {
      keep(*known);
      const std::lock_guard lock(mutex_);
      ++made_;
    }
    announce_made(false);
    return true;
  }

  void stop() { stop_.stop(); }

 private:
  std::optional<hall::ConvertedFile> find(const std::string& hash) {
    const std::lock_guard lock(mutex_);
    auto known = database_->posters().find_conversion(hash);
    return known ? std::move(*known) : std::nullopt;
  }

  void keep(const hall::ConvertedFile& converted) {
    const std::lock_guard lock(mutex_);
    (void)database_->posters().keep_conversion(converted);  // lost is converted again
  }

  /// Each is tried once while the server runs.
  std::string next_untiled() {
    const std::lock_guard lock(mutex_);
    const auto hashes = database_->posters().untiled(kLookAt + static_cast<std::uint32_t>(tried_.size()));
    if (!hashes) return {};
    for (const auto& hash : *hashes) {
      if (tried_.insert(hash).second) return hash;
    }
    return {};
  }

  /// A catalogue that changes is fetched by everybody: not for each poster.
  void announce_made(bool at_end) {
    const std::lock_guard lock(mutex_);
    if (made_ == 0 || (!at_end && now_() - announced_ < kAnnounceEvery)) return;
    (void)database_->posters().announce({}, "tiles of " + std::to_string(made_) + " posters", now_());
    announced_ = now_();
    made_ = 0;
  }

  void clean_now_and_then() {
    const std::lock_guard lock(mutex_);
    if (cleaned_ != 0 && now_() - cleaned_ < kCleanEvery) return;
    cleaned_ = now_();
    const auto needed = database_->needed_files();
    if (needed) (void)remove_unneeded(dir_, *needed, cleaned_);
  }

  const fs::path dir_;
  const std::function<UnixMs()> now_;
  media::ProcessStop stop_;
  std::mutex mutex_;
  std::unique_ptr<store::Database> database_;
  std::unordered_set<std::string> tried_;
  std::size_t made_ = 0;
  UnixMs announced_ = 0;
  UnixMs cleaned_ = 0;
};

}  // namespace

std::size_t remove_unneeded(const fs::path& dir, const std::vector<std::string>& needed, UnixMs now) {
  const std::unordered_set<std::string> wanted(needed.begin(), needed.end());
  std::vector<fs::path> old;
  const auto look = [&](const fs::path& path, bool is_ours) {
    const auto at = changed_at(path);
    if (is_ours && at != 0 && now - at > kGraceMs) old.push_back(path);
  };
  std::error_code error;
  for (fs::directory_iterator top(dir / "files", error), end; !error && top != end; top.increment(error)) {
    const auto name = top->path().filename().string();
    look(top->path(), name.starts_with(".work-"));
    std::error_code inner;
    if (name.size() != 2 || !top->is_directory(inner)) continue;
    for (fs::directory_iterator at(top->path(), inner); !inner && at != fs::directory_iterator(); at.increment(inner)) {
      const auto file = at->path().filename().string();
      look(at->path(), file.starts_with(".part-") || (store::is_file_hash(file) && !wanted.contains(file)));
    }
  }
  for (const auto& path : old) fs::remove_all(path, error);
  return old.size();
}

media::ConversionWork make_poster_work(const fs::path& dir, std::function<UnixMs()> now, const std::string& database) {
  const auto work = std::make_shared<PosterWork>(dir, std::move(now), database);
  return {[work](const fs::path& file) { return work->preview(file); },
          [work](hall::ConvertedFile& converted) { return work->tiles(converted); }, [work] { return work->idle(); },
          [work] { work->stop(); }, [work](const fs::path& file) { return work->slides(file); }};
}

}  // namespace posterhall::tools
