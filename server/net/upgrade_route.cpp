#include "net/upgrade_route.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "crypto/crypto.hpp"
#include "net/ask.hpp"
#include "net/sessions.hpp"

namespace posterhall::net {
namespace {

constexpr std::string_view kProtocol = "posterhall.v1";
constexpr std::string_view kTicket = "ticket.";

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool lists(std::string_view header, std::string_view lower) {
  while (!header.empty()) {
    const auto comma = header.find(',');
    if (same_ignoring_case(trim(header.substr(0, comma)), lower)) return true;
    if (comma == std::string_view::npos) return false;
    header.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace

std::optional<std::string> ticket_of(std::string_view offered) {
  std::optional<std::string> ticket;
  bool ours = false;
  while (!offered.empty()) {
    const auto comma = offered.find(',');
    const auto one = trim(offered.substr(0, comma));
    ours = ours || one == kProtocol;
    if (one.starts_with(kTicket) && one.size() <= 256) ticket = one.substr(kTicket.size());
    if (comma == std::string_view::npos) break;
    offered.remove_prefix(comma + 1);
  }
  return ours ? ticket : std::nullopt;
}

OpeningHandshake judge_handshake(const HttpRequest& request) {
  if (request.method != "GET" || request.http_1_0 || !lists(request.all("upgrade"), "websocket") ||
      !lists(request.all("connection"), "upgrade")) {
    auto answer = plain_answer(426, "This address takes WebSocket connections only.");
    answer.with("Upgrade", "websocket");
    answer.close = true;
    return {{}, std::move(answer)};
  }
  if (request.all("sec-websocket-version") != "13") {
    auto answer = plain_answer(426, "This server speaks version 13 of the WebSocket protocol.");
    answer.with("Sec-WebSocket-Version", "13");
    return {{}, std::move(answer)};
  }
  auto accept = crypto::websocket_accept(request.all("sec-websocket-key"));
  if (!accept) return {{}, plain_answer(400, "Sec-WebSocket-Key is malformed.")};
  return {std::move(*accept), std::nullopt};
}

bool asks_for_websocket(const HttpRequest& request) {
  return request.method == "GET" && lists(request.all("upgrade"), "websocket");
}

HttpAnswer switch_protocols(const std::string& accept) {
  HttpAnswer answer;
  answer.status = 101;
  answer.with("Upgrade", "websocket").with("Connection", "Upgrade").with("Sec-WebSocket-Accept", accept);
  return answer;
}

Task<HttpAnswer> answer_upgrade(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto handshake = judge_handshake(request);
  if (handshake.refused) co_return std::move(*handshake.refused);
  const std::string origin{request.header("origin")};
  if (!services.settings.origins.allows(origin)) co_return plain_answer(403, "This request came from another site.");
  if (services.draining || !services.view.ready()) co_return plain_answer(503, "The hall restarts.");
  const auto ticket = ticket_of(request.all("sec-websocket-protocol"));
  if (!ticket) co_return plain_answer(401, "A ticket is missing.");
  auto session = co_await ask<std::optional<hall::Session>>(services.executor, [&](auto reply) {
    services.identity.redeem_ticket(hash_token(*ticket), origin, services.now(), std::move(reply));
  });
  if (!session) co_return plain_answer(503, "The hall cannot answer just now.");
  if (!*session) co_return plain_answer(401, "This ticket is not valid any more.");
  peer.signed_in = true;
  auto answer = switch_protocols(handshake.accept);
  answer.with("Sec-WebSocket-Protocol", std::string{kProtocol});
  const bool asks_first = services.whereabouts.asks_first((*session)->person, (*session)->device);
  answer.upgrade = Upgrade{hall::Arrival{(*session)->person, (*session)->device, asks_first}};
  co_return answer;
}

}  // namespace posterhall::net
