#include "tools/picture_intake.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <map>
#include <optional>
#include <thread>
#include <unordered_map>
#include <utility>

#include "base/ascii.hpp"
#include "media/converter.hpp"
#include "store/poster_files.hpp"
#include "tools/import/fault.hpp"
#include "tools/poster_intake.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kEndings{".pdf", ".png", ".jpg", ".jpeg", ".webp"};
constexpr std::size_t kAtOnce = 2;

/// Rank in kEndings, or nothing for a file that is no picture by its name.
std::optional<std::size_t> rank_of_ending(const fs::path& file) {
  const auto ending = ascii_lower(file.extension().string());
  const auto found = std::find(kEndings.begin(), kEndings.end(), ending);
  if (found == kEndings.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kEndings.begin());
}

struct Candidate {
  std::size_t rank = 0;
  fs::path file;
};

/// A folder's pictures by the poster's id in their names, best ending first.
std::map<std::string, std::vector<Candidate>> pictures_in(const fs::path& folder) {
  std::map<std::string, std::vector<Candidate>> by_id;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const auto& file = entry->path();
    std::error_code ignored;
    const auto rank = rank_of_ending(file);
    if (rank && entry->is_regular_file(ignored)) by_id[file.stem().string()].push_back({*rank, file});
  }
  for (auto& [id, candidates] : by_id) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return x.rank < y.rank || (x.rank == y.rank && x.file < y.file);
    });
  }
  return by_id;
}

/// One file's way in; several posters may have the same file.
struct Work {
  fs::path file;
  Intake intake;
};

void convert_all(const fs::path& dir, std::vector<Work*>& waiting) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min(kAtOnce, waiting.size()); ++i) {
    threads.emplace_back([&] {
      for (auto at = next++; at < waiting.size(); at = next++) {
        auto& work = *waiting[at];
        work.intake = take_in_poster(dir, work.file, work.intake.converted.file.file_hash);
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace

PictureSearch find_pictures(const std::vector<fs::path>& folders, const std::vector<domain::Poster>& posters) {
  PictureSearch search;
  std::unordered_map<std::string, fs::path> chosen;
  std::unordered_map<std::string_view, bool> known;
  for (const auto& poster : posters) known.emplace(poster.id, true);
  for (const auto& folder : folders) {
    for (const auto& [id, candidates] : pictures_in(folder)) {
      if (!known.contains(id)) {
        search.warnings.push_back(candidates.front().file.string() + " belongs to no poster: no id is " +
                                  in_quotes(id));
        continue;
      }
      if (!chosen.emplace(id, candidates.front().file).second) continue;
      for (std::size_t i = 1; i < candidates.size(); ++i) {
        search.warnings.push_back(candidates[i].file.string() +
                                  " is not used: " + candidates.front().file.filename().string() + " is there too");
      }
    }
  }
  for (const auto& poster : posters) {
    const auto found = chosen.find(poster.id);
    if (found != chosen.end()) search.found.push_back({poster.key, poster.id, found->second});
  }
  return search;
}

std::vector<FoundPicture> new_pictures(const std::vector<FoundPicture>& found,
                                       const std::set<std::pair<PosterKey, std::string>>& known) {
  std::vector<FoundPicture> fresh;
  for (const auto& picture : found) {
    const auto hash = store::hash_file(picture.file);
    if (!hash || !known.contains({picture.poster, *hash})) fresh.push_back(picture);
  }
  return fresh;
}

PictureIntake take_in_pictures(store::Database& database, const fs::path& dir, const std::vector<FoundPicture>& wanted,
                               const std::function<void(std::size_t)>& progress) {
  PictureIntake intake;
  if (wanted.empty()) return intake;
  if (const auto packages = media::missing_packages(); !packages.empty()) {
    intake.warnings.push_back(counted(wanted.size(), "picture is", "pictures are") +
                              " left out: programs to convert them are missing; apt-get install " + packages +
                              ", then import again");
    return intake;
  }
  std::map<std::string, Work> works;  // by content
  std::vector<std::pair<const FoundPicture*, std::string>> hashes;
  std::vector<Work*> waiting;
  for (const auto& picture : wanted) {
    const auto hash = store::hash_file(picture.file);
    if (!hash) {
      intake.warnings.push_back(picture.file.string() + " cannot be read; check its permissions");
      continue;
    }
    hashes.emplace_back(&picture, *hash);
    const auto [at, fresh] = works.try_emplace(*hash);
    if (!fresh) continue;
    auto& work = at->second;
    const auto known = database.posters().find_conversion(*hash);
    if (known && *known && is_current(dir, **known)) {
      work.intake.converted = **known;
      continue;
    }
    work.file = picture.file;
    work.intake.converted.file.file_hash = *hash;
    waiting.push_back(&work);
  }
  if (!waiting.empty()) progress(waiting.size());
  convert_all(dir, waiting);
  for (const auto* work : waiting) {
    if (work->intake.remember) (void)database.posters().keep_conversion(work->intake.converted);
  }
  for (const auto& [picture, hash] : hashes) {
    const auto& result = works.at(hash).intake.converted;
    if (!result.refused.empty()) {
      intake.warnings.push_back(picture->file.string() + " " + result.refused);
      continue;
    }
    const auto& file = result.file;
    intake.pictures.push_back({picture->poster, file.file_hash, file.file_type, file.thumbnail_hash, file.picture_hash,
                               file.width, file.height, picture->file.filename().string()});
  }
  return intake;
}

}  // namespace posterhall::tools
