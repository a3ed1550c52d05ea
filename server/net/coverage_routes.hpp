// GET /api/v1/coverage: what organisers see of planned, attended and missing authors.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

[[nodiscard]] Task<HttpAnswer> answer_coverage(FrontServices& services, const HttpRequest& request, Peer& peer);

}  // namespace posterhall::net
