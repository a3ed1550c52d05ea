// Routes: /api/v1/poster-requests…, files that wait for an organiser's word, and /api/v1/poster-freeze.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <string_view>

#include "net/poster_call.hpp"

namespace posterhall::net {

/// `rest`: "", "/N" or "/N/seen".
[[nodiscard]] Task<HttpAnswer> answer_requests(const PosterCall& call, std::string_view rest);
[[nodiscard]] Task<HttpAnswer> set_freeze(const PosterCall& call);

}  // namespace posterhall::net
