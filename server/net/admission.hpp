// Who calls a route of the HTTP interface that is for people who are signed in: their person, or the answer that keeps
// them out (no session, another site, banned, restarting).
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <variant>

#include "domain/permission.hpp"
#include "domain/person.hpp"
#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

/// A POST has to come from our own pages; other methods but GET and HEAD are refused.
[[nodiscard]] Task<std::variant<domain::Person, HttpAnswer>> admit(FrontServices& services, const HttpRequest& request,
                                                                   Peer& peer);

/// The event has closed, and this act goes with it.
[[nodiscard]] bool stopped_by_hour(const FrontServices& services, domain::Act act);

}  // namespace posterhall::net
