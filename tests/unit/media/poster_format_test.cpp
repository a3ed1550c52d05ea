#include "media/poster_format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace posterhall::media {
namespace {

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFF);
  return bytes;
}

std::string chunk(const std::string& type, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size())) + type + data + big_endian(0);
}

std::string png(std::uint32_t width, std::uint32_t height, bool whole = true) {
  std::string bytes("\x89PNG\r\n\x1a\n", 8);
  bytes += chunk("IHDR", big_endian(width) + big_endian(height) + std::string("\x08\x02\0\0\0", 5));
  bytes += chunk("IDAT", std::string(100, 'x'));
  if (whole) bytes += chunk("IEND", "");
  return bytes;
}

std::string jpeg(std::uint32_t width, std::uint32_t height) {
  std::string bytes("\xFF\xD8\xFF\xE0\x00\x04\x00\x00", 8);
  bytes += std::string("\xFF\xC2\x00\x11\x08", 5);
  for (const auto value : {height, width}) {
    bytes += static_cast<char>(value >> 8);
    bytes += static_cast<char>(value & 0xFF);
  }
  return bytes + std::string(12, '\1') + "\xFF\xD9";
}

TEST(PosterFormat, IsKnownByContent) {
  const auto picture = inspect_poster(png(4000, 2828));
  EXPECT_TRUE(picture.refused.empty()) << picture.refused;
  EXPECT_EQ(picture.format.kind, PosterKind::png);
  EXPECT_EQ(picture.format.width, 4000U);
  EXPECT_EQ(picture.format.height, 2828U);
  const auto photo = inspect_poster(jpeg(3000, 2000));
  EXPECT_TRUE(photo.refused.empty()) << photo.refused;
  EXPECT_EQ(photo.format.kind, PosterKind::jpeg);
  EXPECT_EQ(photo.format.width, 3000U);
  EXPECT_EQ(photo.format.height, 2000U);
  EXPECT_EQ(inspect_poster("%PDF-1.7\nrest").format.kind, PosterKind::pdf);
  EXPECT_EQ(mime_type(PosterKind::webp), "image/webp");
}

TEST(PosterFormat, ReadsAllThreeKindsOfWebp) {
  const auto webp = [](const std::string& body) {
    const auto size = static_cast<char>(4 + body.size());
    return "RIFF" + std::string(1, size) + std::string(3, '\0') + "WEBP" + body;
  };
  const auto extended = webp("VP8X" + std::string("\x0A\0\0\0\0\0\0\0\xFF\x03\0\xFF\x01\0", 14));
  EXPECT_EQ(inspect_poster(extended).format.width, 1024U);
  EXPECT_EQ(inspect_poster(extended).format.height, 512U);
  const auto lossy = webp("VP8 " + std::string("\x0A\0\0\0\x30\x01\0\x9D\x01\x2A\x40\x01\xF0\0", 14));
  EXPECT_EQ(inspect_poster(lossy).format.width, 320U);
  EXPECT_EQ(inspect_poster(lossy).format.height, 240U);
  // 14 bits each: width - 1 = 99, height - 1 = 49.
  const auto lossless = webp("VP8L" + std::string("\x0A\0\0\0\x2F\x63\x40\x0C\0\0\0\0\0\0", 14));
  EXPECT_EQ(inspect_poster(lossless).format.width, 100U);
  EXPECT_EQ(inspect_poster(lossless).format.height, 50U);
}

TEST(PosterFormat, RefusesWhatIsTooLargeBeforeAnybodyDecodesIt) {
  EXPECT_NE(inspect_poster(png(100'000, 100'000)).refused.find("100 megapixels"), std::string::npos);
  EXPECT_NE(inspect_poster(png(30'000, 30'000)).refused.find("100 megapixels"), std::string::npos);
  EXPECT_TRUE(inspect_poster(png(10'000, 10'000)).refused.empty());
  EXPECT_NE(inspect_poster(std::string(kMostBytes + 1, 'x')).refused.find("51 MB; the limit is 50"), std::string::npos);
}

TEST(PosterFormat, RefusesWhatIsCutOff) {
  EXPECT_NE(inspect_poster(png(100, 100, false)).refused.find("damaged"), std::string::npos);
  const auto photo = jpeg(100, 100);
  EXPECT_NE(inspect_poster(photo.substr(0, photo.size() - 2)).refused.find("damaged"), std::string::npos);
  EXPECT_NE(inspect_poster(png(0, 100)).refused.find("without pixels"), std::string::npos);
}

TEST(PosterFormat, SaysWhatSomethingElseIs) {
  EXPECT_NE(inspect_poster("").refused.find("empty"), std::string::npos);
  EXPECT_NE(inspect_poster("<!DOCTYPE html><script>").refused.find("web page"), std::string::npos);
  EXPECT_NE(inspect_poster("<?xml version='1.0'?><SVG>").refused.find("SVG"), std::string::npos);
  EXPECT_NE(inspect_poster("just words").refused.find("neither a PDF nor a picture"), std::string::npos);
}

/// Every cut of every kind: an answer, never a crash (run with the address sanitizer too).
TEST(PosterFormat, AnswersAnyBytes) {
  for (const auto& whole : {png(300, 200), jpeg(300, 200)}) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_FALSE(inspect_poster(whole.substr(0, size)).refused.empty()) << size;
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
      auto changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ 0xFF);
      (void)inspect_poster(changed);
    }
  }
}

}  // namespace
}  // namespace posterhall::media
