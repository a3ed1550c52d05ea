// The HTTP interface's routes about breakouts that people on a poster propose and organisers place. Who may is the
// permission table's word.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

/// `name` is the address behind /api/v1/: one of ours?
[[nodiscard]] bool is_proposal_route(std::string_view name);
[[nodiscard]] Task<HttpAnswer> answer_proposal_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                                     std::string_view name);

}  // namespace posterhall::net
