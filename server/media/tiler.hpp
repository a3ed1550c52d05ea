// Tiles of a poster for deep zoom, cut by a limited child process and packed into one file (domain/tile_pyramid.hpp).
// Runs on: any thread, several at once; blocks for seconds. Owns: nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "domain/tile_pyramid.hpp"
#include "media/process_stop.hpp"

namespace posterhall::media {

struct Tiling {
  std::filesystem::path file;  ///< in the folder; empty when there is none
  domain::TilePyramid pyramid;
  std::string refused;     ///< why not, in words that follow on the file's name
  bool try_again = false;  ///< not the file's fault
};

/// Cuts `file`, which convert_poster takes; `folder` exists, is empty and is the caller's to remove.
[[nodiscard]] Tiling make_tiles(const std::filesystem::path& file, const std::filesystem::path& folder,
                                ChildTerms terms = {});

}  // namespace posterhall::media
