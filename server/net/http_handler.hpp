// Who answers requests: the router, or a fake in tests.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include "net/asio_types.hpp"
#include "net/http_message.hpp"
#include "net/peer.hpp"

namespace posterhall::net {

class HttpHandler {
 public:
  virtual ~HttpHandler() = default;
  /// May mark the peer as signed in.
  virtual Task<HttpAnswer> answer(const HttpRequest& request, Peer& peer) = 0;
};

}  // namespace posterhall::net
