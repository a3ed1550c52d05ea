// GET /ws: the WebSocket's opening handshake (RFC 6455, 4.2), allowed by Origin and a one-use ticket.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

[[nodiscard]] Task<HttpAnswer> answer_upgrade(FrontServices& services, const HttpRequest& request, Peer& peer);

/// The ticket among the offered subprotocols "posterhall.v1, ticket.X"; nothing unless both are offered.
[[nodiscard]] std::optional<std::string> ticket_of(std::string_view offered);

}  // namespace posterhall::net
