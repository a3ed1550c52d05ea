#include "net/programme_routes.hpp"

#include <algorithm>

#include "crypto/crypto.hpp"
#include "domain/event_life.hpp"
#include "domain/programme.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/ask.hpp"
#include "wire/api_programme.hpp"

namespace posterhall::net {
namespace {

using domain::SessionFault;
using domain::TimesFault;
using Stored = Result<hall::ProgrammeStored>;

constexpr std::string_view kTimes = "programme/times";
constexpr std::string_view kSession = "programme/session";
constexpr std::size_t kIdBytes = 8;

HttpAnswer malformed() { return api_error(400, "malformed", "The request is malformed."); }

HttpAnswer refused(SessionFault fault) {
  switch (fault) {
    case SessionFault::none: break;
    case SessionFault::no_title: return api_error(400, "no_title", "A session has a title.");
    case SessionFault::no_times: return api_error(400, "no_times", "A session has a start and an end, or a day.");
    case SessionFault::ends_too_early: return api_error(400, "ends_too_early", "The end is not after the start.");
    case SessionFault::too_long: return api_error(400, "too_long", "A session lasts at most seven days.");
    case SessionFault::no_such_room: return api_error(400, "no_such_room", "There is no such breakout room.");
    case SessionFault::room_taken:
      return api_error(409, "room_taken", "Another session is in this room at that time. Move one of them.");
    case SessionFault::too_many: return api_error(400, "too_many", "A programme has at most 500 sessions.");
  }
  return malformed();
}

HttpAnswer refused(TimesFault fault) {
  switch (fault) {
    case TimesFault::none: break;
    case TimesFault::closes_before_doors:
      return api_error(400, "closes_before_doors", "The hall closes after its doors have opened.");
    case TimesFault::ends_before_closing:
      return api_error(400, "ends_before_closing", "Posters stay readable at least until the hall has closed.");
  }
  return malformed();
}

HttpAnswer answered(const FrontServices& services, const Stored& stored, PersonId by, const std::string& session) {
  if (!stored) return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
  if (stored->moved_on) {
    return api_error(409, "moved_on", "Another organiser has changed this meanwhile. Look again, then change it.");
  }
  services.log.info("programme.changed", {{"session", session}, {"person", by.value}});
  return json_answer(200, wire::programme_json(session, stored->change));
}

Task<HttpAnswer> change_times(FrontServices& services, std::string_view body, PersonId by) {
  const auto wanted = wire::parse_times_request(body);
  if (!wanted) co_return malformed();
  hall::TimesChange change{std::nullopt, wanted->after, by};
  if (!wanted->back) {
    if (const auto fault = domain::judge_times(wanted->times); fault != TimesFault::none) co_return refused(fault);
    change.times = wanted->times;
  }
  const auto stored = co_await ask<hall::ProgrammeStored>(
      services.executor, [&](auto reply) { services.programme.change_times(change, std::move(reply)); });
  co_return answered(services, stored, by, {});
}

Task<HttpAnswer> change_session(FrontServices& services, std::string_view body, PersonId by) {
  auto wanted = wire::parse_session_request(body);
  if (!wanted) co_return malformed();
  auto& session = wanted->session;
  const auto& catalogue = *services.view.setting().catalogue;
  const auto now = std::ranges::find(catalogue.sessions, session.id, &domain::Session::id);
  if (session.id.empty()) {
    session.id = "live-" + crypto::new_token(kIdBytes);
  } else if (now == catalogue.sessions.end() && !wanted->back) {
    co_return api_error(404, "not_found", "There is no such session any more.");
  }
  if (!wanted->removed && !wanted->back) {
    // Who hosts it is told to no browser, so none can say it.
    if (now != catalogue.sessions.end()) session.host_emails = now->host_emails;
    if (const auto fault = domain::judge_session(session, catalogue); fault != SessionFault::none) {
      co_return refused(fault);
    }
  }
  const std::string id = session.id;
  hall::SessionChange change{std::move(session), wanted->after, wanted->removed, wanted->back, by};
  const auto stored = co_await ask<hall::ProgrammeStored>(
      services.executor, [&](auto reply) { services.programme.change_session(std::move(change), std::move(reply)); });
  co_return answered(services, stored, by, id);
}

}  // namespace

bool is_programme_route(std::string_view name) { return name == kTimes || name == kSession; }

Task<HttpAnswer> answer_programme_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                        std::string_view name) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* answer = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*answer);
  const auto& person = std::get<domain::Person>(admitted);
  if (request.safe()) co_return api_error(404, "not_found", "There is nothing at this address.");
  if (!domain::may(person.role, domain::Act::change_programme, domain::Whose::own)) {
    co_return api_error(403, "not_allowed", "Only organisers may do that.");
  }
  if (const auto wait = services.poster_rates.take_shift(person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  if (name == kTimes) {
    auto answer = co_await change_times(services, request.body, person.id);
    co_return answer;
  }
  auto answer = co_await change_session(services, request.body, person.id);
  co_return answer;
}

}  // namespace posterhall::net
