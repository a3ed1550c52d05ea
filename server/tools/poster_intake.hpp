// One poster file's way in: judged and converted (server/media), its products kept under their hashes (server/store).
// First what is shown at once, then the tiles.
// Runs on: any thread, several at once; blocks for seconds. Owns: nothing.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "hall/ports/poster_store.hpp"
#include "media/process_stop.hpp"
#include "store/database.hpp"

namespace posterhall::tools {

/// A folder that is gone when it goes out of scope.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& parent);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Intake {
  hall::ConvertedFile converted;  ///< `refused` says why not
  bool remember = false;          ///< worth keeping: not for a full disk or a program that is missing
};

/// Picture, thumbnail and text of a file whose hash is known.
[[nodiscard]] Intake take_in_poster(const std::filesystem::path& dir, const std::filesystem::path& file,
                                    const std::string& hash, media::ChildTerms terms = {});

/// The tiles of a file that is in the directory. Empty, or why not, in words that follow on the file's name.
[[nodiscard]] std::string add_tiles(const std::filesystem::path& dir, domain::PosterFile& file,
                                    media::ChildTerms terms = {});

/// What was kept counts: this converter's, and all its files are there. Tiles may be missing.
[[nodiscard]] bool is_current(const std::filesystem::path& dir, const hall::ConvertedFile& known);

/// Panels from a file or a person made safe to show: cleaned, empty ones gone, the limits kept by leaving off the rest.
[[nodiscard]] std::vector<domain::TextPanel> sound_panels(const std::vector<domain::TextPanel>& panels);

}  // namespace posterhall::tools
