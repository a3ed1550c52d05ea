// The HTTP interface's routes about posters' files: uploads, versions, text views, what waits for an organiser.
// Who may do what is the permission table's word (domain/permission.hpp); an author's own posters are those the store
// says they present.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

/// `name` is the address behind /api/v1/: one of ours?
[[nodiscard]] bool is_poster_route(const FrontServices& services, std::string_view name);
[[nodiscard]] Task<HttpAnswer> answer_poster_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                                   std::string_view name);

}  // namespace posterhall::net
