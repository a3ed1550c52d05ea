#include "net/my_routes.hpp"

#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "wire/api_my.hpp"

namespace posterhall::net {
namespace {

using domain::Act;

constexpr std::size_t kMostSimilar = 6;

Task<HttpAnswer> leave_card(const PosterCall& call, PosterKey poster) {
  auto& services = call.services;
  auto wanted = wire::parse_card_request(call.request.body);
  if (!wanted) co_return poster_malformed();
  if (!call.may(Act::leave_card, poster)) co_return poster_not_allowed();
  if (const auto wait = services.poster_rates.take_change(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  if (services.order.book().muted(call.person.id, services.now()) != nullptr) {
    co_return api_error(403, "muted", "You cannot leave a card while you are muted.");
  }
  if (stopped_by_hour(services, Act::leave_card)) {
    co_return api_error(403, "event_closed", "The event has closed: cards are no longer left.");
  }
  const auto card = co_await ask<hall::Card>(services.executor, [&](auto reply) {
    services.my_things.leave_card(call.person.id, poster, wanted->with_email, std::move(wanted->note),
                                  std::move(reply));
  });
  if (!card) co_return poster_unavailable();
  co_return json_answer(200, wire::card_json(*card));
}

Task<HttpAnswer> take_back(const PosterCall& call, PosterKey poster) {
  auto& services = call.services;
  const auto taken = co_await ask<bool>(services.executor, [&](auto reply) {
    services.my_things.take_back_card(call.person.id, poster, std::move(reply));
  });
  if (!taken) co_return poster_unavailable();
  co_return json_answer(200, "{}");
}

Task<HttpAnswer> list_cards(const PosterCall& call, PosterKey poster) {
  auto& services = call.services;
  if (!call.may(Act::see_cards, poster)) {
    co_return api_error(403, "not_allowed", "Cards are for the authors of the poster they were left at.");
  }
  auto cards = co_await ask<std::vector<hall::Card>>(
      services.executor, [&](auto reply) { services.my_things.cards_at(poster, std::move(reply)); });
  if (!cards) co_return poster_unavailable();
  // Between two of whom one blocked the other nothing is handed on; co-authors have it all the same.
  std::erase_if(*cards, [&](const auto& card) { return services.order.blocks().apart(call.person.id, card.person); });
  co_return json_answer(200, wire::cards_json(*cards));
}

}  // namespace

Task<HttpAnswer> answer_visited(const PosterCall& call) {
  auto& services = call.services;
  if (!call.may(Act::keep_visited)) co_return poster_not_allowed();
  if (call.request.safe()) {
    const auto visited = co_await ask<std::vector<PosterKey>>(
        services.executor, [&](auto reply) { services.my_things.visited(call.person.id, std::move(reply)); });
    if (!visited) co_return poster_unavailable();
    co_return json_answer(200, wire::visited_json(*visited));
  }
  const auto poster = wire::parse_visited_request(call.request.body);
  if (!poster) co_return poster_malformed();
  if (const auto wait = services.poster_rates.take_visit(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  const auto kept = co_await ask<bool>(
      services.executor, [&](auto reply) { services.my_things.visit(call.person.id, *poster, std::move(reply)); });
  if (!kept) co_return poster_unavailable();
  co_return json_answer(200, "{}");
}

Task<HttpAnswer> answer_my_card(const PosterCall& call) {
  auto& services = call.services;
  if (!call.request.safe()) co_return poster_not_found();
  const auto card = co_await ask<hall::Card>(
      services.executor, [&](auto reply) { services.my_things.card_of(call.person.id, std::move(reply)); });
  if (!card) co_return poster_unavailable();
  const auto left = co_await ask<std::vector<hall::Card>>(
      services.executor, [&](auto reply) { services.my_things.cards_by(call.person.id, std::move(reply)); });
  if (!left) co_return poster_unavailable();
  co_return json_answer(200, wire::my_card_json(*card, *left));
}

Task<HttpAnswer> answer_cards(const PosterCall& call, PosterKey poster, std::string_view what) {
  const bool reads = call.request.safe();
  if (what == "cards" && reads) {
    auto answer = co_await list_cards(call, poster);
    co_return answer;
  }
  if (what == "card" && !reads) {
    auto answer = co_await leave_card(call, poster);
    co_return answer;
  }
  if (what == "card/back" && !reads) {
    auto answer = co_await take_back(call, poster);
    co_return answer;
  }
  co_return poster_not_found();
}

HttpAnswer answer_similar(const FrontServices& services, PosterKey poster) {
  return json_answer(200, wire::similar_json(services.view.similar().of(poster, kMostSimilar)));
}

}  // namespace posterhall::net
