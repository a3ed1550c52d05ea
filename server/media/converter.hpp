// From a poster's file to what the hall shows: a picture one can read and a thumbnail, both re-encoded, and a PDF's
// words. The file is judged by its content first; decoding happens in limited child processes (pdftoppm, pdftotext,
// vipsthumbnail), never here.
// Runs on: any thread, several at once; blocks for seconds. Owns: nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "media/poster_format.hpp"

namespace posterhall::media {

/// Raised when the same file would give another result: what was converted before is converted again.
inline constexpr std::uint32_t kConverterVersion = 1;

struct ConvertedPoster {
  std::string file_type;            ///< of the original
  std::filesystem::path picture;    ///< <= 4,000 px a side (a PDF's first page: 3,400): PNG, JPEG or WebP
  std::filesystem::path thumbnail;  ///< <= 320 px wide: WebP
  std::uint32_t width = 0;          ///< of the picture
  std::uint32_t height = 0;
  std::string words;  ///< of a PDF, <= 100,000 bytes, maybe cut within a character
};

struct Conversion {
  std::optional<ConvertedPoster> poster;
  std::string refused;     ///< why not, in words for the author; what was wrong is in the file
  bool try_again = false;  ///< not the file's fault (no space, program missing): do not remember the refusal
};

/// Programs that are not installed, as Debian packages to install ("poppler-utils libvips-tools"); empty = all there.
[[nodiscard]] std::string missing_packages();

/// Converts `file`; the results are in `folder`, which exists, is empty and is the caller's to remove.
[[nodiscard]] Conversion convert_poster(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace posterhall::media
