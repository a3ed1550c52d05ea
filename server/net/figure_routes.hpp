// The HTTP interface's routes about figures: of one poster for its authors, of all for organisers. No answer says who.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

/// `name` is the address behind /api/v1/: one of ours?
[[nodiscard]] bool is_figure_route(std::string_view name);
[[nodiscard]] Task<HttpAnswer> answer_figure_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                                   std::string_view name);

}  // namespace posterhall::net
