#include "media/poster_format.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace posterhall::media {
namespace {

constexpr std::string_view kPngStart("\x89PNG\r\n\x1a\n", 8);

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) {
    value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) {
    value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

Inspection refuse(std::string why) { return {{}, std::move(why)}; }
Inspection damaged(std::string_view kind) {
  return refuse("is a damaged " + std::string(kind) + " (it ends too early); save it again and upload that");
}

Inspection sized(PosterKind kind, std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return refuse("is a picture without pixels; save it again");
  if (std::uint64_t{width} * height > kMostPixels) {
    return refuse("has " + std::to_string(width) + " x " + std::to_string(height) +
                  " pixels; the limit is 100 megapixels, so save it smaller");
  }
  return {{kind, width, height}, {}};
}

/// Every chunk inside the file, IHDR first, IEND last: a file cut off is found without decoding it.
Inspection inspect_png(std::string_view bytes) {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool first = true;
  for (std::size_t at = kPngStart.size(); at + 12 <= bytes.size();) {
    const auto length = big_endian(bytes, at, 4);
    const auto type = bytes.substr(at + 4, 4);
    if (first) {
      if (type != "IHDR" || length != 13 || at + 25 > bytes.size()) return damaged("PNG");
      width = big_endian(bytes, at + 8, 4);
      height = big_endian(bytes, at + 12, 4);
      if (auto result = sized(PosterKind::png, width, height); !result.refused.empty()) return result;
      first = false;
    }
    if (type == "IEND") return sized(PosterKind::png, width, height);
    if (length > bytes.size() - at - 12) break;
    at += std::size_t{12} + length;
  }
  return damaged("PNG");
}

bool is_frame_header(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Inspection inspect_jpeg(std::string_view bytes) {
  // Some cameras write a little behind the end mark; more than this means it was cut off.
  constexpr std::size_t kTail = 64 * 1024;
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  if (tail.find("\xFF\xD9") == std::string_view::npos) return damaged("JPEG");
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) break;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const auto length = big_endian(bytes, at + 2, 2);
    if (length < 2) break;
    if (is_frame_header(marker)) {
      if (at + 9 > bytes.size()) break;
      return sized(PosterKind::jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    }
    at += std::size_t{2} + length;
  }
  return damaged("JPEG");
}

Inspection inspect_webp(std::string_view bytes) {
  if (bytes.size() < 30 || little_endian(bytes, 4, 4) > bytes.size() - 8) return damaged("WebP");
  const auto chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return sized(PosterKind::webp, little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  if (chunk == "VP8L") {
    const auto bits = little_endian(bytes, 21, 4);
    return sized(PosterKind::webp, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
  }
  if (chunk == "VP8 ") {
    return sized(PosterKind::webp, little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF);
  }
  return damaged("WebP");
}

}  // namespace

std::string_view mime_type(PosterKind kind) {
  switch (kind) {
    case PosterKind::pdf: return "application/pdf";
    case PosterKind::png: return "image/png";
    case PosterKind::jpeg: return "image/jpeg";
    case PosterKind::webp: return "image/webp";
  }
  return {};
}

std::string other_kind(std::string_view bytes) {
  std::string start(bytes.substr(0, 512));
  std::transform(start.begin(), start.end(), start.begin(), [](unsigned char c) { return std::tolower(c); });
  if (start.find("<svg") != std::string::npos) return "is an SVG drawing";
  if (start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos) {
    return "is a web page";
  }
  if (start.starts_with("pk\x03\x04")) return "is an office document or an archive";
  if (start.starts_with("gif8")) return "is a GIF";
  if (start.starts_with("%!ps")) return "is PostScript";
  return "is neither a PDF nor a picture";
}

Inspection inspect_poster(std::string_view bytes) {
  if (bytes.empty()) return refuse("is empty; upload the poster itself");
  if (bytes.size() > kMostBytes) {
    return refuse("has " + std::to_string((bytes.size() + 999'999) / 1'000'000) + " MB; the limit is 50");
  }
  if (bytes.starts_with(kPngStart)) return inspect_png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return inspect_jpeg(bytes);
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return inspect_webp(bytes);
  if (bytes.starts_with("%PDF-")) return {{PosterKind::pdf, 0, 0}, {}};
  return refuse(other_kind(bytes) + "; save the poster as PDF, PNG, JPEG or WebP");
}

}  // namespace posterhall::media
