// Routes: /api/v1/decks…, slides of breakouts' sessions; and the going live of an upload that is one. Who may is the
// permission table's word.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/poster_call.hpp"

namespace posterhall::net {

/// `name` is the address behind /api/v1/: one of ours?
[[nodiscard]] bool is_deck_route(std::string_view name);
[[nodiscard]] Task<HttpAnswer> answer_deck_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                                 std::string_view name);

/// Why the caller may not have to do with this session's slides; nullopt: they may.
[[nodiscard]] std::optional<HttpAnswer> refuse_slides(const PosterCall& call, const std::string& session);

/// The converted slides count from now on; number 0: a file of theirs is gone again.
[[nodiscard]] Task<Result<domain::Deck>> put_up_slides(const PosterCall& call, const hall::Upload& upload);

}  // namespace posterhall::net
