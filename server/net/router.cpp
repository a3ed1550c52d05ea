#include "net/router.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "net/api_routes.hpp"
#include "net/calendar_routes.hpp"
#include "net/echo_route.hpp"
#include "net/file_routes.hpp"
#include "net/page_policy.hpp"
#include "net/poster_routes.hpp"
#include "net/upgrade_route.hpp"
#include "net/upload_routes.hpp"

namespace posterhall::net {
namespace {

HttpAnswer no_store(HttpAnswer answer) {
  answer.with("Cache-Control", "no-store");
  return answer;
}

HttpAnswer answer_health() { return no_store(plain_answer(200, "ok")); }

HttpAnswer answer_ready(const FrontServices& services) {
  if (services.draining) return no_store(plain_answer(503, "draining"));
  if (!services.view.ready() || !services.alive()) return no_store(plain_answer(503, "not ready"));
  return no_store(plain_answer(200, "ready"));
}

HttpAnswer answer_metrics(const FrontServices& services) {
  HttpAnswer answer;
  answer.with("Content-Type", "text/plain; version=0.0.4; charset=utf-8").with("Cache-Control", "no-store");
  answer.body = share(services.metrics.text());
  return answer;
}

/// A loopback peer that nobody forwards for: a proxy on this machine must not open the figures to everybody.
bool is_this_machine(const HttpRequest& request, const Peer& peer) {
  return peer.loopback && request.header("x-forwarded-for").empty() && request.header("forwarded").empty() &&
         request.header("via").empty();
}

/// RFC 9110, 9.1: a method nobody here has heard of is answered otherwise than one that does not fit an address.
bool is_known_method(std::string_view method) {
  constexpr std::array<std::string_view, 9> kKnown = {"GET",    "HEAD",    "POST",  "PUT",    "PATCH",
                                                      "DELETE", "OPTIONS", "TRACE", "CONNECT"};
  return std::ranges::find(kKnown, method) != kKnown.end();
}

/// A session that nobody without an invitation may watch is answered as one that does not exist.
bool is_found(const HallView& view, std::string_view path) {
  if (!path.starts_with(kStreamPage) || path.size() == kStreamPage.size()) return true;
  return view.ready() && find_public_stream(*view.setting().catalogue, path.substr(kStreamPage.size())) != nullptr;
}

}  // namespace

Task<HttpAnswer> Router::answer(const HttpRequest& request, Peer& peer) {
  auto answer = co_await route(request, peer);
  if (services_.settings.secure_cookie) answer.with("Strict-Transport-Security", "max-age=31536000");
  co_return answer;
}

Task<HttpAnswer> Router::route(const HttpRequest& request, Peer& peer) {
  const std::string& path = request.path;
  if (!is_known_method(request.method)) co_return plain_answer(501, "This server does not know that method.");
  if (services_.settings.test_echo) {
    if (auto echo = answer_echo(request)) co_return std::move(*echo);
  }
  if (path == "/healthz") co_return answer_health();
  if (path == "/readyz") co_return answer_ready(services_);
  if (path == "/metrics" && is_this_machine(request, peer)) co_return answer_metrics(services_);
  if (path == "/ws") {
    auto answer = co_await answer_upgrade(services_, request, peer);
    co_return answer;
  }
  if (path.starts_with("/api/")) {
    if (!path.starts_with("/api/v1/")) co_return api_error(404, "not_found", "There is nothing at this address.");
    auto answer = co_await answer_api(services_, request, peer);
    co_return answer;
  }
  if (path.starts_with("/files/")) {
    auto answer = co_await answer_files(services_, request, peer);
    co_return answer;
  }
  if (is_calendar(path)) {
    auto answer = co_await answer_calendar(services_, request, peer);
    co_return answer;
  }
  if (services_.draining && is_page(path)) {
    auto answer = plain_answer(503, "The hall restarts. Reload in a few seconds.");
    answer.with("Retry-After", "5");
    co_return answer;
  }
  const auto& policy = services_.view.policy(is_stream_page(path));
  co_return client_.answer(request, {policy.words, policy.hash, is_found(services_.view, path) ? 200U : 404U});
}

std::size_t Router::most_body(std::string_view head) const {
  // Text views are long in some scripts and JSON escapes; pieces of uploads come as they are.
  return head.starts_with("POST /api/v1/uploads/") || head.starts_with("POST /api/v1/posters/") ? kUploadPiece
                                                                                                : kMostBody;
}

Task<HttpAnswer> MetricsRouter::answer(const HttpRequest& request, Peer& peer) {
  (void)peer;
  if (request.path == "/metrics") co_return answer_metrics(services_);
  if (request.path == "/healthz") co_return answer_health();
  co_return plain_answer(404, "There is nothing at this address.");
}

}  // namespace posterhall::net
