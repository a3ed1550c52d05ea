// Which route answers which address.
//
//   /healthz /readyz /metrics   health of the process          /ws        the WebSocket
//   /api/v1/…                   the HTTP interface             /files/…   posters, catalogue, plan
//   /calendar/….ics             calendars to subscribe to
//   everything else             the browser client            /echo      with --test-echo only
//
// Runs on: the front thread. Owns: nothing.
#pragma once

#include "net/client_files.hpp"
#include "net/front_services.hpp"
#include "net/http_handler.hpp"

namespace posterhall::net {

class Router final : public HttpHandler {
 public:
  Router(FrontServices& services, const ClientFiles& client) : services_(services), client_(client) {}
  Task<HttpAnswer> answer(const HttpRequest& request, Peer& peer) override;
  [[nodiscard]] std::size_t most_body(std::string_view head) const override;

 private:
  Task<HttpAnswer> route(const HttpRequest& request, Peer& peer);
  FrontServices& services_;
  const ClientFiles& client_;
};

/// Only /metrics and /healthz: for --metrics-listen.
class MetricsRouter final : public HttpHandler {
 public:
  explicit MetricsRouter(FrontServices& services) : services_(services) {}
  Task<HttpAnswer> answer(const HttpRequest& request, Peer& peer) override;

 private:
  FrontServices& services_;
};

}  // namespace posterhall::net
