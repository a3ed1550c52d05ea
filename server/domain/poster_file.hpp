// What is known of a poster's file once it is converted, and its text view.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace posterhall::domain {

/// All hashes are SHA-256 (hex) and name files of the data directory.
struct PosterFile {
  std::string file_hash;
  std::string file_type;       ///< "image/png", "image/jpeg", "image/webp" or "application/pdf"
  std::string thumbnail_hash;  ///< a small picture (<= 320 px wide)
  std::string picture_hash;    ///< a picture one can read (a PDF's first page)
  std::uint32_t width = 0;     ///< of that picture, pixels
  std::uint32_t height = 0;
  std::string tiles_hash;  ///< domain/tile_pyramid.hpp; empty until they are made
  std::uint32_t tile_size = 0;
  std::uint32_t levels = 0;
  std::uint32_t full_width = 0;  ///< of the last level
  std::uint32_t full_height = 0;
  std::uint32_t pages = 0;
  std::uint32_t bytes = 0;      ///< of the file itself
  double smallest_type_pt = 0;  ///< points; 0 = no text
  bool has_text = false;
};

inline constexpr std::size_t kMostPanels = 200;
inline constexpr std::size_t kMostPanelBytes = 100'000;  ///< of all texts and headings together
inline constexpr std::size_t kMostHeading = 200;         ///< code points

/// A part of the poster in words. The place is in parts of the poster's width and height; all 0 = not known.
struct TextPanel {
  std::string heading;
  std::string text;
  double x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const TextPanel&, const TextPanel&) = default;
};

/// One line of text a panel, as search and the old converter have it.
[[nodiscard]] inline std::string words_of(const std::vector<TextPanel>& panels) {
  std::string words;
  for (const auto& panel : panels) words += panel.heading + "\n" + panel.text + "\n";
  return words;
}

}  // namespace posterhall::domain
