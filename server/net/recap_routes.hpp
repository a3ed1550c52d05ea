// GET /api/v1/recap: what stays of a breakout.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

[[nodiscard]] Task<HttpAnswer> answer_recap(FrontServices& services, const HttpRequest& request, Peer& peer);

}  // namespace posterhall::net
