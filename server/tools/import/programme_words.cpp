// What the words of a type, a track or a length of time mean.
#include <algorithm>
#include <array>

#include "text/text.hpp"
#include "tools/import/programme.hpp"

namespace posterhall::tools {

bool names_posters(std::string_view type_or_track) {
  constexpr std::array<std::string_view, 3> posters{"poster", "posters", "eposter"};
  constexpr std::array<std::string_view, 12> beside{"presentation", "presentations", "accepted", "contributed",
                                                    "virtual",      "digital",       "online",   "regular",
                                                    "short",        "long",          "e",        "only"};
  const auto is_one_of = [](const auto& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  bool found = false;
  for (const auto& word : text::words(type_or_track)) {
    if (is_one_of(posters, word)) {
      found = true;
    } else if (!is_one_of(beside, word)) {
      return false;
    }
  }
  return found;
}

std::optional<UnixMs> clock_length(std::string_view text) {
  std::array<std::int64_t, 3> parts{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == ':') {
      if (digits == 0 || ++part == parts.size()) return std::nullopt;
      digits = 0;
    } else if (c >= '0' && c <= '9' && digits < (part == 0 ? 4 : 2)) {
      parts.at(part) = parts.at(part) * 10 + (c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (part == 0 || digits == 0 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  return ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000;
}

}  // namespace posterhall::tools
