// GET /ws: the WebSocket's opening handshake (RFC 6455, 4.2), allowed by Origin and a one-use ticket.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

struct OpeningHandshake {
  std::string accept;                 ///< Sec-WebSocket-Accept
  std::optional<HttpAnswer> refused;  ///< instead, when the request is no handshake
};
[[nodiscard]] OpeningHandshake judge_handshake(const HttpRequest& request);
/// Does it ask to become a WebSocket, in whatever form?
[[nodiscard]] bool asks_for_websocket(const HttpRequest& request);
/// The 101 of a handshake that was judged; whose connection it becomes is still to be said.
[[nodiscard]] HttpAnswer switch_protocols(const std::string& accept);

[[nodiscard]] Task<HttpAnswer> answer_upgrade(FrontServices& services, const HttpRequest& request, Peer& peer);

/// The ticket among the offered subprotocols "posterhall.v1, ticket.X"; nothing unless both are offered.
[[nodiscard]] std::optional<std::string> ticket_of(std::string_view offered);

}  // namespace posterhall::net
