// One poster file on its way through the programs: judged, copied to a name of ours, then one limited child after the
// other, each leaving a product in the folder or the reason why not.
// Runs on: any thread, several at once in folders of their own; blocks for seconds. Owns: nothing; the folder is the
// caller's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/poster_format.hpp"
#include "media/poster_text.hpp"
#include "media/process_stop.hpp"

namespace posterhall::media {

/// Why a file is no poster, in words that follow on its name; what was wrong is in the file.
struct Refusal {
  std::string words;
  bool try_again = false;  ///< not the file's fault (no space, program missing): do not remember it
};

class Workbench {
 public:
  Workbench(const std::filesystem::path& file, const std::filesystem::path& folder, ChildTerms terms)
      : file_(file), folder_(folder), terms_(terms) {}

  /// Judges the file by its content and copies it in. False: refusal() says why.
  bool begin(Inspection (*inspect)(std::string_view) = inspect_poster);
  /// False: refusal() says why; so for a product that is not there or empty.
  bool run(const std::vector<std::string>& command, const std::string& product);
  /// What a program printed, at most `most` bytes; nothing when it failed. No fault of the file.
  [[nodiscard]] std::optional<std::string> ask(const std::vector<std::string>& command, std::size_t most);
  /// A page, the first one unless said, as "NAME.tif", its longer side `side` pixels. Programs take names without the
  /// folder.
  bool draw_page(const std::string& name, int side, std::uint32_t page = 1);
  /// Of a PDF; nothing when pdfinfo does not say.
  [[nodiscard]] std::optional<PageFacts> page_facts();
  bool refuse(std::string words, bool try_again = false);
  /// Children are ended now: what is missing is not the file's fault.
  [[nodiscard]] bool stopped() const { return terms_.stop != nullptr && terms_.stop->stopped(); }

  [[nodiscard]] const PosterFormat& format() const { return format_; }
  [[nodiscard]] const std::string& input() const { return input_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 private:
  [[nodiscard]] std::uint32_t patience() const;
  const std::filesystem::path file_;
  const std::filesystem::path folder_;
  const ChildTerms terms_;
  PosterFormat format_;
  std::string input_;
  Refusal refusal_;
};

/// At most `most` bytes from the front of a file.
[[nodiscard]] std::string read_front(const std::filesystem::path& file, std::size_t most);

}  // namespace posterhall::media
