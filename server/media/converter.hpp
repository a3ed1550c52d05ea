// From a poster's file to what the hall shows first: a picture one can read and a thumbnail, both re-encoded, and a
// PDF's text, pages and smallest type. The file is judged by its content first; decoding happens in limited child
// processes (poppler, libvips), never here. Tiles are made afterwards (media/tiler.hpp).
// Runs on: any thread, several at once; blocks for seconds. Owns: nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "media/workbench.hpp"

namespace posterhall::media {

/// Raised when the same file would give another result: what was converted before is converted again.
inline constexpr std::uint32_t kConverterVersion = 2;

struct ConvertedPoster {
  std::string file_type;  ///< of the original
  std::uint32_t bytes = 0;
  std::filesystem::path picture;    ///< <= 4,000 px a side (a PDF's first page: 3,400): WebP
  std::filesystem::path thumbnail;  ///< <= 320 px wide: WebP
  std::uint32_t width = 0;          ///< of the picture
  std::uint32_t height = 0;
  std::uint32_t pages = 1;
  double smallest_type_pt = 0;            ///< 0 = no text
  std::vector<domain::TextPanel> panels;  ///< of a PDF; bytes as poppler printed them, maybe not UTF-8
};

struct Conversion {
  std::optional<ConvertedPoster> poster;
  std::string refused;     ///< why not, in words for the author; what was wrong is in the file
  bool try_again = false;  ///< not the file's fault (no space, program missing): do not remember the refusal
};

/// Programs that are not installed, as Debian packages to install ("poppler-utils libvips-tools"); empty = all there.
[[nodiscard]] std::string missing_packages();

/// Converts `file`; the results are in `folder`, which exists, is empty and is the caller's to remove.
[[nodiscard]] Conversion convert_poster(const std::filesystem::path& file, const std::filesystem::path& folder,
                                        ChildTerms terms = {});

}  // namespace posterhall::media
