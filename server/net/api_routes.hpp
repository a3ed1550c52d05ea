// /api/v1: the event, its posters, search and counts; links, sessions and tickets (proto/posterhall/v1/api.proto).
// Runs on: the front thread. Owns: nothing.
#pragma once

#include "net/front_services.hpp"
#include "net/http_message.hpp"

namespace posterhall::net {

/// Any path under /api/v1/.
[[nodiscard]] Task<HttpAnswer> answer_api(FrontServices& services, const HttpRequest& request, Peer& peer);

/// An ApiError with its status.
[[nodiscard]] HttpAnswer api_error(unsigned status, std::string_view code, std::string_view message);
/// 429, and when to try again.
[[nodiscard]] HttpAnswer api_slow_down(std::uint32_t wait_ms,
                                       std::string_view message = "That was often. Wait a moment.");

// sign_in_routes.cpp
[[nodiscard]] Task<HttpAnswer> answer_invitation(FrontServices& services, const HttpRequest& request, Peer& peer);
[[nodiscard]] Task<HttpAnswer> answer_enter(FrontServices& services, const HttpRequest& request, Peer& peer);
[[nodiscard]] Task<HttpAnswer> answer_ticket(FrontServices& services, const HttpRequest& request, Peer& peer);
[[nodiscard]] Task<HttpAnswer> answer_session(FrontServices& services, const HttpRequest& request, Peer& peer);
[[nodiscard]] Task<HttpAnswer> answer_leave(FrontServices& services, const HttpRequest& request, Peer& peer);
[[nodiscard]] Task<HttpAnswer> answer_not_me(FrontServices& services, const HttpRequest& request, Peer& peer);

}  // namespace posterhall::net
