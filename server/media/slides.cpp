#include "media/slides.hpp"

#include <chrono>

#include "media/limited_process.hpp"
#include "media/workbench.hpp"

namespace posterhall::media {
namespace {

namespace fs = std::filesystem;

constexpr int kSide = 1600;
constexpr std::size_t kMostTextBytes = std::size_t{64} << 10;  ///< of a page, as poppler prints it
/// A hundred pages that each take long would keep everybody's files waiting.
constexpr std::chrono::minutes kPatience{10};

/// As inspect_poster, of slides: a PDF alone.
Inspection inspect_slides(std::string_view bytes) {
  if (bytes.starts_with("%PDF-") && bytes.size() <= kMostBytes) return {{PosterKind::pdf, 0, 0}, {}};
  if (bytes.empty()) return {{}, "is empty; upload the slides themselves"};
  if (bytes.size() > kMostBytes) return {{}, inspect_poster(bytes).refused};
  const bool picture = inspect_poster(bytes).refused.empty();
  return {{}, (picture ? std::string("is a picture") : other_kind(bytes)) + "; save the slides as PDF"};
}

/// One conversion, page by page: what is drawn of a page is gone before the next is drawn.
class Story {
 public:
  Story(const fs::path& file, const fs::path& folder, ChildTerms terms) : bench_(file, folder, terms) {}

  SlideConversion run() {
    if (bench_.begin(inspect_slides) && count_pages() && make_all()) return std::move(made_);
    if (bench_.stopped()) return {{}, "was not read to its end; try again", true};
    return {{}, bench_.refusal().words, bench_.refusal().try_again};
  }

 private:
  bool count_pages() {
    const auto facts = bench_.page_facts();
    if (!facts) {
      return bench_.refuse("could not be opened; it may be protected or damaged, so save it again without a password");
    }
    pages_ = facts->pages;
    if (pages_ <= domain::kMostSlides) return true;
    return bench_.refuse("has " + std::to_string(pages_) + " pages; the limit is " +
                         std::to_string(domain::kMostSlides) + ", so leave some out");
  }

  bool make_all() {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (std::uint32_t page = 1; page <= pages_; ++page) {
      if (std::chrono::steady_clock::now() >= end) {
        return bench_.refuse("takes more than ten minutes to draw; save simpler slides, or pictures of them as a PDF");
      }
      if (!make(page)) return false;
    }
    return !bench_.stopped();
  }

  bool make(std::uint32_t page) {
    const std::string name = "slide-" + std::to_string(page) + ".webp";
    if (!bench_.draw_page("page", kSide, page)) return false;
    const bool made = bench_.run({find_program("vips"), "webpsave", "page.tif", name, "--Q", "86", "--effort", "2",
                                  "--smart-subsample", "--strip"},
                                 name);
    std::error_code ignored;
    fs::remove(bench_.folder() / "page.tif", ignored);
    if (!made) return false;
    Slide slide{bench_.folder() / name, 0, 0, text_of(page)};
    const auto inspection = inspect_poster(read_front(slide.picture, kMostBytes + 1));
    if (!inspection.refused.empty() || inspection.format.kind != PosterKind::webp) {
      return bench_.refuse("has a page that cannot be shown (" + std::to_string(page) + "); save it again");
    }
    slide.width = inspection.format.width;
    slide.height = inspection.format.height;
    made_.slides.push_back(std::move(slide));
    return true;
  }

  /// No text is no fault: a page may be a picture alone.
  std::string text_of(std::uint32_t page) {
    const auto number = std::to_string(page);
    return bench_
        .ask({find_program("pdftotext"), "-f", number, "-l", number, "-enc", "UTF-8", "-nopgbrk", bench_.input(), "-"},
             kMostTextBytes)
        .value_or("");
  }

  Workbench bench_;
  std::uint32_t pages_ = 0;
  SlideConversion made_;
};

}  // namespace

SlideConversion convert_slides(const fs::path& file, const fs::path& folder, ChildTerms terms) {
  return Story(file, folder, terms).run();
}

}  // namespace posterhall::media
