// Routes: /api/v1/my-programme and /my-calendar, what of the event's day is a person's own, and the secret address of
// its calendar. Runs on: the front thread. Owns: nothing.
#pragma once

#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"
#include "net/peer.hpp"

namespace posterhall::net {

[[nodiscard]] bool is_my_programme_route(std::string_view name);
[[nodiscard]] Task<HttpAnswer> answer_my_programme_route(FrontServices& services, const HttpRequest& request,
                                                         Peer& peer, std::string_view name);

}  // namespace posterhall::net
