#include "media/converter.hpp"

#include <initializer_list>

#include "domain/tile_pyramid.hpp"
#include "media/limited_process.hpp"

namespace posterhall::media {
namespace {

namespace fs = std::filesystem;

constexpr int kPageSide = 3400;
constexpr int kPictureSide = 4000;
constexpr int kThumbnailWidth = 320;
constexpr int kThumbnailHeight = 960;
constexpr std::size_t kMostLayout = std::size_t{8} << 20;  ///< bytes of poppler's own words
constexpr int kZoom = 3;                                   ///< pdftohtml rounds sizes: a third of a point

std::string box(int width, int height) { return std::to_string(width) + "x" + std::to_string(height) + ">"; }

/// One conversion, step by step; each answers true or has said why not.
class Story {
 public:
  Story(const fs::path& file, const fs::path& folder, ChildTerms terms) : bench_(file, folder, terms) {}

  Conversion run() {
    if (bench_.begin() && know_pages() && make_picture() && make_thumbnail() && measure()) {
      if (pdf()) read_text();
      if (bench_.stopped()) return {std::nullopt, "was not read to its end; try again", true};
      return {std::move(poster_), {}, false};
    }
    return {std::nullopt, bench_.refusal().words, bench_.refusal().try_again};
  }

 private:
  [[nodiscard]] bool pdf() const { return bench_.format().kind == PosterKind::pdf; }

  bool know_pages() {
    const auto& format = bench_.format();
    poster_.file_type = mime_type(format.kind);
    std::error_code ignored;
    poster_.bytes = static_cast<std::uint32_t>(fs::file_size(bench_.folder() / bench_.input(), ignored));
    if (!pdf()) {
      if (domain::make_pyramid(format.width, format.height)) return true;
      return bench_.refuse("has " + std::to_string(format.width) + " x " + std::to_string(format.height) +
                           " pixels; no side may be over " + std::to_string(domain::kMostTileSide) +
                           ", so save it smaller");
    }
    if (const auto facts = bench_.page_facts()) poster_.pages = facts->pages;
    return true;
  }

  bool make_picture() {
    std::string source = bench_.input() + "[fail_on=error]";
    if (pdf()) {
      if (!bench_.draw_page("page", kPageSide)) return false;
      source = "page.tif";
    }
    poster_.picture = bench_.folder() / "picture.webp";
    return bench_.run({find_program("vipsthumbnail"), source, "--size", box(kPictureSide, kPictureSide), "-o",
                       "picture.webp[Q=88,effort=1,strip]"},
                      "picture.webp");
  }

  bool make_thumbnail() {
    poster_.thumbnail = bench_.folder() / "thumbnail.webp";
    return bench_.run({find_program("vipsthumbnail"), "picture.webp", "--size", box(kThumbnailWidth, kThumbnailHeight),
                       "-o", "thumbnail.webp[Q=80,strip]"},
                      "thumbnail.webp");
  }

  bool measure() {
    const auto inspection = inspect_poster(read_front(poster_.picture, kMostBytes + 1));
    if (!inspection.refused.empty()) return bench_.refuse("gives a picture that " + inspection.refused);
    poster_.width = inspection.format.width;
    poster_.height = inspection.format.height;
    return true;
  }

  /// No text is no fault: the picture is what counts.
  void read_text() {
    const auto layout = bench_.ask(
        {find_program("pdftotext"), "-f", "1", "-l", "1", "-enc", "UTF-8", "-bbox-layout", bench_.input(), "-"},
        kMostLayout);
    if (layout) poster_.panels = read_panels(*layout);
    if (poster_.panels.empty()) return;
    const auto fonts = bench_.ask({find_program("pdftohtml"), "-f", "1", "-l", "1", "-enc", "UTF-8", "-xml", "-i",
                                   "-zoom", std::to_string(kZoom), "-stdout", bench_.input()},
                                  kMostLayout);
    if (fonts) poster_.smallest_type_pt = read_smallest_type(*fonts, kZoom);
  }

  Workbench bench_;
  ConvertedPoster poster_;
};

}  // namespace

std::string missing_packages() {
  std::string packages;
  const auto need = [&](std::initializer_list<const char*> programs, const char* package) {
    for (const auto* program : programs) {
      if (!find_program(program).empty()) continue;
      packages += (packages.empty() ? "" : " ") + std::string(package);
      return;
    }
  };
  need({"pdftoppm", "pdftotext", "pdftohtml", "pdfinfo"}, "poppler-utils");
  need({"vips", "vipsthumbnail", "vipsheader"}, "libvips-tools");
  need({"prlimit", "setpriv"}, "util-linux");
  need({"timeout"}, "coreutils");
  return packages;
}

Conversion convert_poster(const std::filesystem::path& file, const std::filesystem::path& folder, ChildTerms terms) {
  return Story(file, folder, terms).run();
}

}  // namespace posterhall::media
