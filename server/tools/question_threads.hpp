// A poster's channel as it stands: questions with their answers, edits applied, what was taken back left out.
// Runs on: any thread (pure). Owns: its texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/event.hpp"

namespace posterhall::tools {

struct ThreadEntry {
  std::uint32_t number = 0;
  std::uint32_t about = 0;  ///< the question's number; 0 for a question
  PersonId author;
  UnixMs at = 0;
  std::string text;
};

/// In the order of numbers.
[[nodiscard]] std::vector<ThreadEntry> settle_thread(const std::vector<domain::Event>& events);

}  // namespace posterhall::tools
