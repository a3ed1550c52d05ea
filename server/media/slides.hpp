// From a PDF to slides: each page a picture one can read, re-encoded, and its text. The file is judged by its content
// first; decoding happens in limited child processes (poppler, libvips), never here.
// Runs on: any thread, several at once; blocks for seconds to minutes. Owns: nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/deck.hpp"
#include "media/process_stop.hpp"

namespace posterhall::media {

struct Slide {
  std::filesystem::path picture;  ///< WebP, the longer side 1,600 px
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string text;  ///< bytes as poppler printed them, maybe not UTF-8
};

struct SlideConversion {
  std::vector<Slide> slides;
  std::string refused;     ///< why not, in words for who uploaded it
  bool try_again = false;  ///< not the file's fault
};

/// Converts `file`; the results are in `folder`, which exists, is empty and is the caller's to remove.
[[nodiscard]] SlideConversion convert_slides(const std::filesystem::path& file, const std::filesystem::path& folder,
                                             ChildTerms terms = {});

}  // namespace posterhall::media
