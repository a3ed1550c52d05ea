// Routes: /api/v1/visited, /my-card, /posters/NAME/card…, a person's own things; and /posters/NAME/similar.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <string_view>

#include "net/poster_call.hpp"

namespace posterhall::net {

[[nodiscard]] Task<HttpAnswer> answer_visited(const PosterCall& call);
[[nodiscard]] Task<HttpAnswer> answer_my_card(const PosterCall& call);
/// `what`: "card", "card/back" or "cards".
[[nodiscard]] Task<HttpAnswer> answer_cards(const PosterCall& call, PosterKey poster, std::string_view what);
[[nodiscard]] HttpAnswer answer_similar(const FrontServices& services, PosterKey poster);

}  // namespace posterhall::net
