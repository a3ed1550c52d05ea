#include "net/my_programme_routes.hpp"

#include "crypto/crypto.hpp"
#include "domain/room_clock.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/calendar_routes.hpp"
#include "net/poster_call.hpp"
#include "net/sessions.hpp"
#include "wire/api_my.hpp"

namespace posterhall::net {
namespace {

constexpr std::string_view kProgramme = "my-programme", kCalendar = "my-calendar";

Task<HttpAnswer> read_programme(const PosterCall& call) {
  auto& services = call.services;
  const auto chosen = co_await ask<hall::ChosenSessions>(
      services.executor, [&](auto reply) { services.my_programme.chosen(call.person.id, std::move(reply)); });
  if (!chosen) co_return poster_unavailable();
  const auto mine = domain::programme_of(*services.view.setting().catalogue, call.person, chosen->sessions);
  co_return json_answer(200, wire::my_programme_json(*chosen, mine));
}

Task<HttpAnswer> choose(const PosterCall& call) {
  auto& services = call.services;
  auto wanted = wire::parse_programme_request(call.request.body);
  if (!wanted) co_return poster_malformed();
  // One that is gone can still be taken out.
  if (wanted->on && domain::find_session(*services.view.setting().catalogue, wanted->session) == nullptr) {
    co_return api_error(404, "no_session", "The programme has no such session any more. Look at it again.");
  }
  if (const auto wait = services.poster_rates.take_programme(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  const auto stored = co_await ask<bool>(services.executor, [&](auto reply) {
    services.my_programme.choose(call.person.id, std::move(wanted->session), wanted->on, std::move(reply));
  });
  if (!stored) co_return poster_unavailable();
  if (!*stored) {
    co_return api_error(409, "full", "Your programme has 200 sessions, as many as one may have. Take one out first.");
  }
  co_return json_answer(200, "{}");
}

Task<HttpAnswer> change_calendar(const PosterCall& call) {
  auto& services = call.services;
  const auto end = wire::parse_calendar_request(call.request.body);
  if (!end) co_return poster_malformed();
  if (const auto wait = services.poster_rates.take_calendar(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  if (*end) {
    const auto closed = co_await ask<bool>(
        services.executor, [&](auto reply) { services.my_programme.close_calendar(call.person.id, std::move(reply)); });
    if (!closed) co_return poster_unavailable();
    co_return json_answer(200, wire::my_calendar_json({}, 0));
  }
  const auto secret = crypto::new_token();
  const auto made = co_await ask<UnixMs>(services.executor, [&](auto reply) {
    services.my_programme.open_calendar(call.person.id, hash_token(secret), std::move(reply));
  });
  if (!made) co_return poster_unavailable();
  services.log.info("calendar.made", {{"person", call.person.id.value}});
  co_return json_answer(200, wire::my_calendar_json(calendar_path(secret), *made));
}

}  // namespace

bool is_my_programme_route(std::string_view name) { return name == kProgramme || name == kCalendar; }

Task<HttpAnswer> answer_my_programme_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                           std::string_view name) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* refused = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*refused);
  const PosterCall call{services, request, std::get<domain::Person>(admitted)};
  if (!call.may(domain::Act::keep_programme)) co_return poster_not_allowed();
  if (name == kProgramme && request.safe()) {
    auto answer = co_await read_programme(call);
    co_return answer;
  }
  if (request.safe()) co_return poster_not_found();
  if (name == kProgramme) {
    auto answer = co_await choose(call);
    co_return answer;
  }
  auto answer = co_await change_calendar(call);
  co_return answer;
}

}  // namespace posterhall::net
