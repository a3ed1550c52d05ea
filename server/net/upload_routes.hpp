// Routes: /api/v1/uploads…, a poster's file on its way up.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <cstddef>
#include <string_view>

#include "net/poster_call.hpp"

namespace posterhall::net {

inline constexpr std::size_t kUploadPiece = 256 * 1024;  ///< bytes of a file in one request

/// `rest`: "", "/ID" or "/ID/WHAT".
[[nodiscard]] Task<HttpAnswer> answer_uploads(const PosterCall& call, std::string_view rest);

}  // namespace posterhall::net
