// The answer of GET /api/v1/search.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "hall/search.hpp"
#include "wire/api.hpp"

namespace posterhall::wire {

/// What to leave in an answer: posters only where they may be seen, people only with a session.
struct SearchShows {
  bool posters = true;
  bool people = false;
  bool sessions = true;
};

/// `people` are the rows the result's indices count in.
[[nodiscard]] std::string search_json(const ApiView& view, std::string_view query, const hall::SearchResult& result,
                                      std::span<const hall::notice::PersonRow> people, SearchShows shows);

}  // namespace posterhall::wire
