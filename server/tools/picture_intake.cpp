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
#include "crypto/crypto.hpp"
#include "media/converter.hpp"
#include "store/poster_files.hpp"
#include "text/text.hpp"
#include "tools/import/fault.hpp"

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

/// A folder that is gone when it goes out of scope.
class WorkFolder {
 public:
  explicit WorkFolder(const fs::path& parent) : path_(parent / (".work-" + crypto::new_token())) {
    std::error_code error;
    fs::create_directories(path_, error);
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// One file's way in; several posters may have the same file.
struct Work {
  fs::path file;
  store::Conversion result;
  bool remember = false;
};

bool files_there(const fs::path& dir, const store::Conversion& known) {
  const auto there = [&](const std::string& hash) {
    std::error_code error;
    return fs::exists(store::file_path(dir, hash), error);
  };
  return there(known.file_hash) && there(known.thumbnail_hash) && there(known.picture_hash);
}

/// Words from a PDF may be cut within a character and hold anything.
std::string sound_words(const std::string& words) {
  return text::is_utf8(words) ? words : text::from_code_points(text::to_code_points(words));
}

void convert(const fs::path& dir, Work& work) {
  const WorkFolder folder(dir / "files");
  auto converted = media::convert_poster(work.file, folder.path());
  auto& result = work.result;
  result.converter = media::kConverterVersion;
  result.refused = converted.refused;
  work.remember = !converted.try_again;
  if (!converted.poster) return;
  const auto original = store::take_in_file(dir, work.file);
  const auto picture = store::take_in_file(dir, converted.poster->picture);
  const auto thumbnail = store::take_in_file(dir, converted.poster->thumbnail);
  if (!original || !picture || !thumbnail || *original != result.file_hash) {
    result.refused = "could not be kept in the data directory (" +
                     (!original  ? original
                      : !picture ? picture
                                 : thumbnail)
                         .error()
                         .message() +
                     "); import again";
    work.remember = false;
    return;
  }
  result.file_type = converted.poster->file_type;
  result.picture_hash = *picture;
  result.thumbnail_hash = *thumbnail;
  result.width = converted.poster->width;
  result.height = converted.poster->height;
  result.words = sound_words(converted.poster->words);
}

void convert_all(const fs::path& dir, std::vector<Work*>& waiting) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min(kAtOnce, waiting.size()); ++i) {
    threads.emplace_back([&] {
      for (auto at = next++; at < waiting.size(); at = next++) convert(dir, *waiting[at]);
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
                                       const std::vector<domain::Poster>& posters) {
  std::unordered_map<PosterKey, const std::string*> live;
  for (const auto& poster : posters) live.emplace(poster.key, &poster.file_hash);
  std::vector<FoundPicture> fresh;
  for (const auto& picture : found) {
    const auto hash = store::hash_file(picture.file);
    const auto* there = live.at(picture.poster);
    if (!hash || *hash != *there) fresh.push_back(picture);
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
    const auto known = database.catalogue().find_conversion(*hash);
    if (known && *known && (*known)->converter == media::kConverterVersion &&
        (!(*known)->refused.empty() || files_there(dir, **known))) {
      work.result = **known;
      continue;
    }
    work.file = picture.file;
    work.result.file_hash = *hash;
    waiting.push_back(&work);
  }
  if (!waiting.empty()) progress(waiting.size());
  convert_all(dir, waiting);
  for (const auto* work : waiting) {
    if (work->remember) (void)database.catalogue().keep_conversion(work->result);  // a cache: lost is converted again
  }
  for (const auto& [picture, hash] : hashes) {
    const auto& result = works.at(hash).result;
    if (!result.refused.empty()) {
      intake.warnings.push_back(picture->file.string() + " " + result.refused);
      continue;
    }
    intake.pictures.push_back({picture->poster, result.file_hash, result.file_type, result.thumbnail_hash,
                               result.picture_hash, result.width, result.height});
  }
  return intake;
}

}  // namespace posterhall::tools
