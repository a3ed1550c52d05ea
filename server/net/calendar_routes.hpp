// Calendars to subscribe to: /calendar/programme.ics for all, /calendar/SECRET.ics for one person. A calendar program
// has no cookie: who has the secret address reads that person's programme, and nothing else of them. Runs on: the front
// thread. Owns: nothing.
#pragma once

#include <string>
#include <string_view>

#include "net/front_services.hpp"
#include "net/http_message.hpp"
#include "net/peer.hpp"

namespace posterhall::net {

[[nodiscard]] bool is_calendar(std::string_view path);
[[nodiscard]] std::string calendar_path(std::string_view secret);
/// Unknown, replaced and malformed addresses get the same answer.
[[nodiscard]] Task<HttpAnswer> answer_calendar(FrontServices& services, const HttpRequest& request, Peer& peer);

}  // namespace posterhall::net
