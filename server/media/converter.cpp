#include "media/converter.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include "media/limited_process.hpp"

namespace posterhall::media {
namespace {

namespace fs = std::filesystem;

constexpr int kPageSide = 3400;
constexpr int kPictureSide = 4000;
constexpr int kThumbnailWidth = 320;
constexpr int kThumbnailHeight = 960;
constexpr std::size_t kMostWords = 100'000;

/// At most `most` bytes from the front of a file.
std::string read_front(const fs::path& file, std::size_t most) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(most, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(most));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

Conversion refuse(std::string why) { return {std::nullopt, std::move(why), false}; }
Conversion not_now(std::string why) { return {std::nullopt, std::move(why), true}; }

std::string suffix_of(PosterKind kind) {
  switch (kind) {
    case PosterKind::pdf: return ".pdf";
    case PosterKind::png: return ".png";
    case PosterKind::jpeg: return ".jpg";
    case PosterKind::webp: return ".webp";
  }
  return {};
}

/// What vipsthumbnail writes for a picture of that kind: text stays sharp, photographs stay small.
std::string encoding_of(PosterKind kind) {
  switch (kind) {
    case PosterKind::jpeg: return "picture.jpg[Q=90,strip]";
    case PosterKind::webp: return "picture.webp[Q=90,strip]";
    case PosterKind::pdf:
    case PosterKind::png: break;
  }
  return "picture.png[strip]";
}

std::string box(int width, int height) { return std::to_string(width) + "x" + std::to_string(height) + ">"; }

/// One conversion, step by step; each answers true or has said why not in `result`.
class Story {
 public:
  Story(const fs::path& file, const fs::path& folder) : file_(file), folder_(folder) {}

  Conversion run() {
    if (inspect() && copy_in() && make_picture() && make_thumbnail() && measure()) {
      if (format_.kind == PosterKind::pdf) read_words();
      result_.poster = std::move(poster_);
    }
    return std::move(result_);
  }

 private:
  bool inspect() {
    std::error_code error;
    const auto size = fs::file_size(file_, error);
    if (error) {
      result_ = not_now("cannot be read; check that it is a file and readable");
      return false;
    }
    // One byte more than allowed is enough to know.
    const auto inspection = inspect_poster(read_front(file_, std::min<std::size_t>(size, kMostBytes + 1)));
    if (!inspection.refused.empty()) {
      result_ = refuse(inspection.refused);
      return false;
    }
    format_ = inspection.format;
    poster_.file_type = mime_type(format_.kind);
    return true;
  }

  /// A name of ours: nothing in the original's can be taken for an option.
  bool copy_in() {
    input_ = "input" + suffix_of(format_.kind);
    std::error_code error;
    fs::copy_file(file_, folder_ / input_, error);
    if (error) result_ = not_now("cannot be copied: " + error.message());
    return !error;
  }

  bool make_picture() {
    if (format_.kind == PosterKind::pdf) {
      poster_.picture = folder_ / "page.png";
      return run_step({find_program("pdftoppm"), "-f", "1", "-l", "1", "-singlefile", "-png", "-scale-to",
                       std::to_string(kPageSide), input_, "page"},
                      poster_.picture);
    }
    const auto encoding = encoding_of(format_.kind);
    poster_.picture = folder_ / encoding.substr(0, encoding.find('['));
    return run_step({find_program("vipsthumbnail"), input_ + "[fail_on=error]", "--size",
                     box(kPictureSide, kPictureSide), "-o", encoding},
                    poster_.picture);
  }

  bool make_thumbnail() {
    poster_.thumbnail = folder_ / "thumbnail.webp";
    return run_step({find_program("vipsthumbnail"), poster_.picture.filename().string(), "--size",
                     box(kThumbnailWidth, kThumbnailHeight), "-o", "thumbnail.webp[Q=80,strip]"},
                    poster_.thumbnail);
  }

  bool run_step(const std::vector<std::string>& command, const fs::path& product) {
    switch (run_limited(command, folder_, {})) {
      case ProcessEnd::succeeded: break;
      case ProcessEnd::failed:
        result_ =
            refuse(format_.kind == PosterKind::pdf
                       ? "could not be opened; it may be protected or damaged, so save it again without a password"
                       : "could not be opened; it may be damaged, so save it again");
        return false;
      case ProcessEnd::timed_out:
        result_ = refuse("takes more than a minute to draw; save a simpler one, or a picture of it");
        return false;
      case ProcessEnd::not_started:
        result_ = not_now("could not be converted: the programs are not installed");
        return false;
    }
    std::error_code error;
    if (fs::is_regular_file(product, error) && fs::file_size(product, error) > 0) return true;
    result_ = refuse("has no page to show; save it again");
    return false;
  }

  bool measure() {
    const auto inspection = inspect_poster(read_front(poster_.picture, kMostBytes + 1));
    if (!inspection.refused.empty()) {
      result_ = refuse("gives a picture that " + inspection.refused);
      return false;
    }
    poster_.width = inspection.format.width;
    poster_.height = inspection.format.height;
    return true;
  }

  /// No words are no fault: the picture is what counts.
  void read_words() {
    const std::vector<std::string> command{
        find_program("pdftotext"), "-f", "1", "-l", "1", "-enc", "UTF-8", input_, "words.txt"};
    if (run_limited(command, folder_, {}) == ProcessEnd::succeeded) {
      poster_.words = read_front(folder_ / "words.txt", kMostWords);
    }
  }

  const fs::path& file_;
  const fs::path& folder_;
  PosterFormat format_;
  std::string input_;
  ConvertedPoster poster_;
  Conversion result_;
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
  need({"pdftoppm", "pdftotext"}, "poppler-utils");
  need({"vipsthumbnail"}, "libvips-tools");
  need({"prlimit"}, "util-linux");
  need({"timeout"}, "coreutils");
  return packages;
}

Conversion convert_poster(const std::filesystem::path& file, const std::filesystem::path& folder) {
  return Story(file, folder).run();
}

}  // namespace posterhall::media
