#include "net/deck_routes.hpp"

#include <algorithm>
#include <system_error>

#include "domain/programme.hpp"
#include "domain/room_clock.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "wire/api_decks.hpp"

namespace posterhall::net {
namespace {

using domain::Act;

constexpr std::string_view kDecks = "decks", kRemove = "decks/remove";

bool may_put_slides(const PosterCall& call, const domain::Session& session) {
  const auto whose = domain::hosts(session, call.person.email) ? domain::Whose::own : domain::Whose::other;
  return session.room && domain::may(call.person.role, Act::put_slides, whose);
}

HttpAnswer list_sessions(const PosterCall& call) {
  std::vector<std::string> sessions;
  for (const auto& session : call.services.view.setting().catalogue->sessions) {
    if (may_put_slides(call, session)) sessions.push_back(session.id);
  }
  return json_answer(200, wire::deck_sessions_json(sessions));
}

Task<HttpAnswer> show_deck(const PosterCall& call, std::string session) {
  auto& services = call.services;
  if (auto refused = refuse_slides(call, session)) co_return std::move(*refused);
  const auto deck = co_await ask<domain::Deck>(services.executor,
                                               [&](auto reply) { services.decks.deck_of(session, std::move(reply)); });
  if (!deck) co_return poster_unavailable();
  co_return json_answer(200, wire::session_deck_json(*deck, call.names().person(deck->by)));
}

Task<HttpAnswer> remove_deck(const PosterCall& call) {
  auto& services = call.services;
  const auto session = wire::parse_deck_removal(call.request.body);
  if (!session) co_return poster_malformed();
  if (auto refused = refuse_slides(call, *session)) co_return std::move(*refused);
  if (const auto wait = services.poster_rates.take_change(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  const auto removed = co_await ask<bool>(
      services.executor, [&](auto reply) { services.decks.remove(*session, call.person.id, std::move(reply)); });
  if (!removed) co_return poster_unavailable();
  services.log.info("slides.removed", {{"session", *session}, {"person", call.person.id.value}});
  co_return json_answer(200, wire::session_deck_json({0, *session, {}, 0, {}, {}, 0}, {}));
}

}  // namespace

std::optional<HttpAnswer> refuse_slides(const PosterCall& call, const std::string& session) {
  const auto& catalogue = *call.services.view.setting().catalogue;
  const domain::Session* found = domain::find_session(catalogue, session);
  if (found == nullptr || !found->room) {
    return api_error(404, "no_session", "The programme has no such breakout. Look at it again.");
  }
  if (may_put_slides(call, *found)) return std::nullopt;
  return api_error(403, "not_allowed", "Only who hosts this breakout and organisers may do that.");
}

Task<Result<domain::Deck>> put_up_slides(const PosterCall& call, const hall::Upload& upload) {
  auto& services = call.services;
  // Files nobody needed for a day are removed; this one may have waited as long.
  const auto there = [&](const std::string& hash) {
    std::error_code error;
    return std::filesystem::exists(services.settings.poster_file(hash), error);
  };
  if (!there(upload.deck.list) || !std::ranges::all_of(upload.deck.pictures, there)) {
    co_return domain::Deck{};
  }
  hall::NewDeck wanted{upload.session, upload.name, upload.deck, call.person.id};
  auto deck = co_await ask<domain::Deck>(
      services.executor, [&](auto reply) { services.decks.put_up(std::move(wanted), std::move(reply)); });
  if (deck) {
    services.log.info("slides.put_up", {{"session", deck->session}, {"deck", deck->id}, {"pages", deck->pages}});
  }
  co_return deck;
}

bool is_deck_route(std::string_view name) { return name == kDecks || name == kRemove; }

Task<HttpAnswer> answer_deck_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                   std::string_view name) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* refused = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*refused);
  const PosterCall call{services, request, std::get<domain::Person>(admitted)};
  if (name == kDecks && request.safe()) {
    const auto session = request.parameter("session");
    if (!session) co_return list_sessions(call);
    auto answer = co_await show_deck(call, std::string{*session});
    co_return answer;
  }
  if (name == kRemove && !request.safe()) {
    auto answer = co_await remove_deck(call);
    co_return answer;
  }
  co_return poster_not_found();
}

}  // namespace posterhall::net
