// Routes: /api/v1/posters/NAME/versions… and /text, what a poster showed over time and its text view.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <optional>
#include <string_view>

#include "net/poster_call.hpp"

namespace posterhall::net {

/// posters/NAME/WHAT of a route that is_poster_route took.
struct PosterRoute {
  std::string_view name;
  std::string_view what;  ///< "text", "versions", "similar", "card", "card/back" or "cards"
  std::optional<std::uint32_t> version;
};

[[nodiscard]] std::optional<PosterRoute> poster_route_of(std::string_view path);

/// Everybody who may see posters may read it; `of_file`: though an author wrote another.
[[nodiscard]] Task<HttpAnswer> read_poster_text(FrontServices& services, PosterKey poster, bool of_file);
[[nodiscard]] Task<HttpAnswer> answer_one_poster(const PosterCall& call, const PosterRoute& route);

}  // namespace posterhall::net
