// The words for a session's kind, as event.toml, lists and exports write them.
// Runs on: any thread (constants). Owns: nothing.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "domain/catalogue.hpp"

namespace posterhall::tools {

inline constexpr std::array<std::string_view, 8> kSessionWords{"other", "opening", "exhibition", "breakout",
                                                               "talks", "panel",   "lunch",      "networking"};

[[nodiscard]] constexpr std::string_view word_of(domain::SessionKind kind) {
  return kSessionWords.at(static_cast<std::size_t>(kind));
}

[[nodiscard]] constexpr std::optional<domain::SessionKind> session_kind(std::string_view word) {
  for (std::size_t i = 0; i < kSessionWords.size(); ++i) {
    if (kSessionWords.at(i) == word) return static_cast<domain::SessionKind>(i);
  }
  return std::nullopt;
}

static_assert(word_of(domain::SessionKind::networking) == "networking" &&
              word_of(domain::SessionKind::breakout) == "breakout");

}  // namespace posterhall::tools
