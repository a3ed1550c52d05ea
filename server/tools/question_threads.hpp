// A poster's channel as it stands: questions with their answers, edits applied, what was taken back left out, what is
// hidden without its words, who asked without a name without theirs.
// Runs on: any thread (pure). Owns: its texts.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/question.hpp"

namespace posterhall::tools {

struct ThreadEntry {
  std::uint32_t number = 0;
  std::uint32_t about = 0;  ///< the question's number; 0 for a question
  PersonId author;          ///< nobody: without a name
  UnixMs at = 0;
  std::string text;
  bool by_author = false;  ///< an answer by an author of the poster
  // Of a question.
  std::uint32_t wants = 0;
  bool answered = false;  ///< by an author
  domain::HiddenBy hidden = domain::HiddenBy::nobody;
  std::string reason = {};  ///< of hiding
};

/// In the order of numbers. `presents`: is that person an author of the poster?
[[nodiscard]] std::vector<ThreadEntry> settle_thread(const std::vector<domain::Event>& events,
                                                     const std::function<bool(PersonId)>& presents);

/// "open", "answered by author", "hidden by author", "hidden by moderator"; of an answer "by author" or nothing.
[[nodiscard]] std::string_view state_of(const ThreadEntry& entry);

}  // namespace posterhall::tools
