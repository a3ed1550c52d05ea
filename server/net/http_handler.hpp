// Who answers requests: the router, or a fake in tests.
// Runs on: the front thread. Owns: nothing.
#pragma once

#include <cstddef>
#include <string_view>

#include "net/asio_types.hpp"
#include "net/http_message.hpp"
#include "net/peer.hpp"

namespace posterhall::net {

inline constexpr std::size_t kMostBody = 64 * 1024;

class HttpHandler {
 public:
  virtual ~HttpHandler() = default;
  /// May mark the peer as signed in.
  virtual Task<HttpAnswer> answer(const HttpRequest& request, Peer& peer) = 0;
  /// Bytes that the body of a request may have; `head` begins with its request line.
  [[nodiscard]] virtual std::size_t most_body(std::string_view /*head*/) const { return kMostBody; }
};

}  // namespace posterhall::net
