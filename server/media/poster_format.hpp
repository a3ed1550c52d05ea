// What a poster file is, by its content and never by its name: PDF, PNG, JPEG or WebP, whole, and not larger than it
// may be. Only headers are read here, nothing is decoded; sizes are refused before any decoder sees them. Sources: PNG
// (W3C, 5.2-5.3, 11.2.2), JPEG (ITU T.81, B.1-B.2), WebP (RFC 9649), PDF (ISO 32000, 7.5.2). Runs on: any thread
// (pure). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace posterhall::media {

inline constexpr std::size_t kMostBytes = std::size_t{50} * 1000 * 1000;        ///< 50 MB
inline constexpr std::uint64_t kMostPixels = std::uint64_t{100} * 1000 * 1000;  ///< 100 megapixels

enum class PosterKind : std::uint8_t { pdf = 1, png, jpeg, webp };
[[nodiscard]] std::string_view mime_type(PosterKind kind);

struct PosterFormat {
  PosterKind kind = PosterKind::png;
  std::uint32_t width = 0;  ///< pixels; 0 for a PDF
  std::uint32_t height = 0;
};

/// The format, or in `refused` why not, in words for its author.
struct Inspection {
  PosterFormat format;
  std::string refused;
};
[[nodiscard]] Inspection inspect_poster(std::string_view bytes);
/// What a file looks like that is no such thing, so that its owner knows what went wrong: "is a web page".
[[nodiscard]] std::string other_kind(std::string_view bytes);

}  // namespace posterhall::media
