#include "net/echo_route.hpp"

#include "net/upgrade_route.hpp"

namespace posterhall::net {
namespace {

HttpAnswer become_echo(const HttpRequest& request) {
  auto handshake = judge_handshake(request);
  if (handshake.refused) return std::move(*handshake.refused);
  auto answer = switch_protocols(handshake.accept);
  answer.upgrade = Upgrade{};
  return answer;
}

HttpAnswer say_back(const HttpRequest& request) {
  HttpAnswer answer;
  answer.with("Content-Type", "application/octet-stream")
      .with("X-Content-Type-Options", "nosniff")
      .with("Cache-Control", "no-store");
  answer.body = share(request.body);
  return answer;
}

}  // namespace

std::optional<HttpAnswer> answer_echo(const HttpRequest& request) {
  const bool own = request.path == "/echo";
  if (!own && request.path != "/") return std::nullopt;
  if (asks_for_websocket(request)) return become_echo(request);
  if (request.method == "POST" || request.method == "PUT" || (own && request.safe())) return say_back(request);
  if (!own) return std::nullopt;
  auto answer = plain_answer(405, "This address gives back what is posted or put to it.");
  answer.with("Allow", "GET, HEAD, POST, PUT");
  return answer;
}

}  // namespace posterhall::net
