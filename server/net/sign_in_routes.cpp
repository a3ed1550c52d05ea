// Links, sessions and tickets. Unknown, revoked and expired links get the same answer in the same time.
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <chrono>
#include <cstdio>

#include "crypto/crypto.hpp"
#include "domain/event_life.hpp"
#include "net/api_routes.hpp"
#include "net/ask.hpp"
#include "net/sessions.hpp"
#include "wire/api.hpp"

namespace posterhall::net {
namespace {

HttpAnswer unavailable() {
  return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
}

HttpAnswer no_such_link() {
  return api_error(404, "no_such_link",
                   "This link does not open the hall. It may have ended or been replaced: ask the organisers for a "
                   "new one.");
}

HttpAnswer malformed() { return api_error(400, "malformed", "The request is malformed."); }

HttpAnswer sign_in_first() { return api_error(401, "sign_in", "Open your personal link first."); }

/// Whose link this is, slowed for who tried many wrong ones. An answer instead when there is nobody.
struct LinkFound {
  std::optional<domain::Person> person;
  std::optional<HttpAnswer> otherwise;
};

Task<LinkFound> find_link(FrontServices& services, std::string token, const Peer& peer) {
  auto found = co_await ask<std::optional<domain::Person>>(services.executor, [&](auto reply) {
    services.identity.find_link(hash_token(token), services.now(), std::move(reply));
  });
  if (!found) co_return LinkFound{std::nullopt, unavailable()};
  if (*found) co_return LinkFound{std::move(*found), std::nullopt};
  const std::string prefix = peer.prefix;
  const auto wait = services.guesses.enter(prefix, services.steady_ms());
  if (!wait) {
    auto answer =
        api_error(429, "slow_down", "Many wrong links were tried from your network. Try again in a few seconds.");
    answer.with("Retry-After", "5");
    co_return LinkFound{std::nullopt, std::move(answer)};
  }
  if (*wait > 0) {
    Timer timer(services.executor);
    timer.expires_after(std::chrono::milliseconds(*wait));
    boost::system::error_code ignored;
    co_await timer.async_wait(asio::redirect_error(use_task, ignored));
  }
  services.guesses.leave(prefix, true, services.steady_ms());
  co_return LinkFound{std::nullopt, no_such_link()};
}

/// "2026-04-21 17:10 UTC": the page says it in the reader's own time.
std::string time_in_words(UnixMs at) {
  using std::chrono::floor;
  const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(at)};
  const auto day = floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const auto minutes = floor<std::chrono::minutes>(time - day).count();
  std::array<char, 64> text{};
  (void)std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d UTC", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  return text.data();
}

/// An answer when the person is banned now: why, until when, and how to ask for a review.
Task<std::optional<HttpAnswer>> refuse_banned(FrontServices& services, PersonId person) {
  co_await services.order.catch_up();
  const domain::Measure* ban = services.order.book().banned(person, services.now());
  if (ban == nullptr) co_return std::nullopt;
  const std::string& contact = services.view.setting().catalogue->event.contact;
  std::string words =
      ban->until == 0 ? "You cannot come in." : "You cannot come in until " + time_in_words(ban->until) + ".";
  if (!ban->reason.empty()) words += " Reason: " + ban->reason + ".";
  if (!contact.empty()) words += " To ask the organisers for a review: " + contact + ".";
  services.log.info("session.banned", {{"person", person.value}, {"measure", ban->number}});
  co_return json_answer(
      403, wire::banned_json(words, {ban->number, ban->kind, ban->reason, ban->at, ban->until, ban->lifted, contact}));
}

/// An answer when the doors are not open for the person. GET /api/v1/event says when they are.
Task<std::optional<HttpAnswer>> refuse_by_hour(FrontServices& services, PersonId id) {
  const auto* person = co_await find_person(services, id);
  const auto& catalogue = *services.view.setting().catalogue;
  const auto phase = domain::phase_at(catalogue.event.times, catalogue.sessions, services.now());
  if (person == nullptr || domain::lets_in(phase, person->role)) co_return std::nullopt;
  if (phase != domain::Phase::before_doors) {
    co_return api_error(403, "event_over", "This event is over, and its posters are no longer shown here.");
  }
  co_return api_error(403, "before_doors",
                      "The doors are not open yet. They open at " + time_in_words(catalogue.event.times.doors) + ".");
}

/// The device this browser already is for that person, or 0.
std::uint32_t own_device(const std::optional<Asker>& asker, PersonId person) {
  return asker && asker->session.person == person ? asker->session.device : 0;
}

/// The same browser opens its link again: it stays the device it was, with what was chosen now.
Task<HttpAnswer> enter_again(FrontServices& services, domain::Person person, wire::EnterRequest wanted) {
  if (!wanted.short_name.empty()) person.short_name = std::move(wanted.short_name);
  if (wanted.look != domain::Look{}) person.look = wanted.look;
  const PersonId id = person.id;
  auto kept = co_await ask<bool>(
      services.executor, [&](auto reply) { services.people.update_profile(std::move(person), std::move(reply)); });
  if (!kept) co_return unavailable();
  co_return json_answer(200, wire::enter_json(id, false));
}

}  // namespace

Task<HttpAnswer> answer_invitation(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto token = wire::parse_invitation_request(request.body);
  if (!token) co_return malformed();
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return unavailable();
  auto found = co_await find_link(services, *token, peer);
  if (found.otherwise) co_return std::move(*found.otherwise);
  const bool elsewhere = services.whereabouts.on_another_device(found.person->id, own_device(*asker, found.person->id));
  co_return json_answer(200, wire::invitation_json(services.view.api_view(services.now()), *found.person, elsewhere));
}

Task<HttpAnswer> answer_enter(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto wanted = wire::parse_enter_request(request.body);
  if (!wanted) co_return malformed();
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return unavailable();
  auto found = co_await find_link(services, wanted->token, peer);
  if (found.otherwise) co_return std::move(*found.otherwise);
  const PersonId person = found.person->id;
  if (auto refused = co_await refuse_banned(services, person)) co_return std::move(*refused);
  const auto device = own_device(*asker, person);
  if (!wanted->take_over && services.whereabouts.on_another_device(person, device)) {
    co_return json_answer(200, wire::enter_json(person, true));
  }
  if (device != 0) {
    services.whereabouts.agreed(device);
    auto answer = co_await enter_again(services, std::move(*found.person), std::move(*wanted));
    co_return answer;
  }
  const auto token = crypto::new_token(32);
  hall::NewSession session{hash_token(wanted->token), hash_token(token), services.now() + kSessionMs,
                           wanted->short_name,        wanted->look,      wanted->time_zone};
  auto opened = co_await ask<std::optional<hall::Session>>(services.executor, [&](auto reply) {
    services.identity.open_session(std::move(session), services.now(), std::move(reply));
  });
  if (!opened) co_return unavailable();
  if (!*opened) co_return no_such_link();
  services.whereabouts.agreed((*opened)->device);
  services.log.info("session.opened", {{"person", (*opened)->person.value}, {"device", (*opened)->device}});
  auto answer = json_answer(200, wire::enter_json((*opened)->person, false));
  answer.with("Set-Cookie", set_cookie(services.settings, token));
  co_return answer;
}

Task<HttpAnswer> answer_ticket(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return unavailable();
  if (!*asker) co_return sign_in_first();
  if (auto refused = co_await refuse_banned(services, (*asker)->session.person)) co_return std::move(*refused);
  if (auto refused = co_await refuse_by_hour(services, (*asker)->session.person)) co_return std::move(*refused);
  const auto token = crypto::new_token(32);
  hall::Ticket ticket{hash_token(token), (*asker)->cookie, std::string{request.header("origin")},
                      services.now() + kTicketMs};
  auto issued = co_await ask<bool>(
      services.executor, [&](auto reply) { services.identity.issue_ticket(std::move(ticket), std::move(reply)); });
  if (!issued) co_return unavailable();
  if (!*issued) co_return sign_in_first();
  co_return json_answer(200, wire::ticket_json(token, services.settings.process));
}

Task<HttpAnswer> answer_session(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return unavailable();
  const auto* person = *asker ? co_await find_person(services, (*asker)->session.person) : nullptr;
  if (person == nullptr) co_return sign_in_first();
  co_return json_answer(200, wire::session_json(*person));
}

namespace {

Task<HttpAnswer> end_sessions(FrontServices& services, const HttpRequest& request, Peer& peer, bool all) {
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return unavailable();
  auto answer = json_answer(200, "{}");
  answer.with("Set-Cookie", clear_cookie(services.settings));
  if (!*asker) co_return answer;
  const UnixMs now = services.now();
  auto ended = co_await ask<bool>(services.executor, [&](auto reply) {
    services.identity.end_sessions((*asker)->cookie, all, now, std::move(reply));
  });
  if (!ended) co_return unavailable();
  const auto& session = (*asker)->session;
  services.end_sessions(session.person, all ? 0 : session.device);
  services.log.info("session.ended", {{"person", session.person.value}, {"all", all ? "yes" : "no"}});
  co_return answer;
}

}  // namespace

Task<HttpAnswer> answer_leave(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto answer = co_await end_sessions(services, request, peer, false);
  co_return answer;
}

Task<HttpAnswer> answer_not_me(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto answer = co_await end_sessions(services, request, peer, true);
  co_return answer;
}

}  // namespace posterhall::net
