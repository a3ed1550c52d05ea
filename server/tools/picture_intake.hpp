// Pictures of posters: posters/ID.pdf (png, jpg, jpeg, webp) beside the list and in the data directory are found, known
// ones recognised by content, new ones converted, two at a time, and kept under their hashes.
// Runs on: a tool's thread, with two of its own while converting. Owns: nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/catalogue.hpp"
#include "store/database.hpp"

namespace posterhall::tools {

/// A file that is to be a poster's picture.
struct FoundPicture {
  PosterKey poster;
  std::string id;
  std::filesystem::path file;
};

struct PictureSearch {
  std::vector<FoundPicture> found;  ///< at most one a poster, in the order of posters
  std::vector<std::string> warnings;
};

/// Earlier folders win over later ones, PDF over pictures. Folders that are not there are empty.
[[nodiscard]] PictureSearch find_pictures(const std::vector<std::filesystem::path>& folders,
                                          const std::vector<domain::Poster>& posters);

struct PictureIntake {
  std::vector<store::PictureVersion> pictures;  ///< new versions; what is live already is not among them
  std::vector<std::string> warnings;            ///< refused files with the reason, missing programs
};

/// Those whose content is no version of their poster yet: a file that an author replaced since does not come back by
/// itself. Reads the files only.
[[nodiscard]] std::vector<FoundPicture> new_pictures(const std::vector<FoundPicture>& found,
                                                     const std::set<std::pair<PosterKey, std::string>>& known);

/// Converts what was not converted before. `progress` hears how many are to be converted, once, if any.
[[nodiscard]] PictureIntake take_in_pictures(store::Database& database, const std::filesystem::path& dir,
                                             const std::vector<FoundPicture>& wanted,
                                             const std::function<void(std::size_t)>& progress);

}  // namespace posterhall::tools
