#include "media/workbench.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "media/limited_process.hpp"

namespace posterhall::media {
namespace {

namespace fs = std::filesystem;

std::string suffix_of(PosterKind kind) {
  switch (kind) {
    case PosterKind::pdf: return ".pdf";
    case PosterKind::png: return ".png";
    case PosterKind::jpeg: return ".jpg";
    case PosterKind::webp: return ".webp";
  }
  return {};
}

}  // namespace

std::uint32_t Workbench::patience() const {
  constexpr std::uint32_t kBehindOthers = 10;  // a full hall may take the processor for minutes
  return terms_.nice > 0 ? kBehindOthers : 1;
}

std::string read_front(const fs::path& file, std::size_t most) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(most, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(most));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

bool Workbench::refuse(std::string words, bool try_again) {
  refusal_ = {std::move(words), try_again};
  return false;
}

bool Workbench::begin(Inspection (*inspect)(std::string_view)) {
  std::error_code error;
  const auto size = fs::file_size(file_, error);
  if (error) return refuse("cannot be read; check that it is a file and readable", true);
  // One byte more than allowed is enough to know.
  const auto inspection = inspect(read_front(file_, std::min<std::size_t>(size, kMostBytes + 1)));
  if (!inspection.refused.empty()) return refuse(inspection.refused);
  format_ = inspection.format;
  // A name of ours: nothing in the original's can be taken for an option.
  input_ = "input" + suffix_of(format_.kind);
  fs::copy_file(file_, folder_ / input_, fs::copy_options::overwrite_existing, error);
  return error ? refuse("cannot be copied: " + error.message(), true) : true;
}

bool Workbench::run(const std::vector<std::string>& command, const std::string& product) {
  ProcessLimits limits;
  limits.terms = terms_;
  limits.patience = patience();
  const bool pdf = format_.kind == PosterKind::pdf;
  switch (run_limited(command, folder_, limits)) {
    case ProcessEnd::succeeded: break;
    case ProcessEnd::failed:
      return refuse(pdf ? "could not be opened; it may be protected or damaged, so save it again without a password"
                        : "could not be opened; it may be damaged, so save it again");
    case ProcessEnd::timed_out:
      return refuse("takes more than a minute to draw; save a simpler one, or a picture of it");
    case ProcessEnd::not_started:
      return refuse("could not be converted: the programs are not installed, or cannot be confined here", true);
  }
  std::error_code error;
  const auto file = folder_ / product;
  if (fs::is_directory(file, error) || (fs::is_regular_file(file, error) && fs::file_size(file, error) > 0))
    return true;
  return refuse("has no page to show; save it again");
}

std::optional<std::string> Workbench::ask(const std::vector<std::string>& command, std::size_t most) {
  constexpr const char* kAnswer = "answer.txt";
  ProcessLimits limits;
  limits.terms = terms_;
  limits.patience = patience();
  limits.seconds = 20;
  limits.output = kAnswer;
  if (run_limited(command, folder_, limits) != ProcessEnd::succeeded) return std::nullopt;
  return read_front(folder_ / kAnswer, most);
}

bool Workbench::draw_page(const std::string& name, int side, std::uint32_t page) {
  const auto number = std::to_string(page);
  return run({find_program("pdftoppm"), "-f", number, "-l", number, "-singlefile", "-tiff", "-tiffcompression", "none",
              "-scale-to", std::to_string(side), input_, name},
             name + ".tif");
}

std::optional<PageFacts> Workbench::page_facts() {
  constexpr std::size_t kMostBytesOfFacts = 64 * 1024;
  const auto said = ask({find_program("pdfinfo"), "-f", "1", "-l", "1", input_}, kMostBytesOfFacts);
  return said ? read_page_facts(*said) : std::nullopt;
}

}  // namespace posterhall::media
