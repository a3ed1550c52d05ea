#include "net/shift_routes.hpp"

#include <algorithm>

#include "domain/permission.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/ask.hpp"
#include "wire/api.hpp"
#include "wire/api_attend.hpp"

namespace posterhall::net {
namespace {

using domain::Act;
using domain::PlanFault;
using domain::Whose;

constexpr std::string_view kShifts = "shifts/";

HttpAnswer unavailable() {
  return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
}

/// Authors of that poster who are invited, by id.
std::vector<const domain::Person*> authors_of(const HallView& view, PosterKey poster) {
  std::vector<const domain::Person*> authors;
  if (!view.setting().people) return authors;
  for (const auto& person : *view.setting().people) {
    if (std::ranges::find(person.presents, poster) != person.presents.end()) authors.push_back(&person);
  }
  return authors;
}

HttpAnswer refused(PlanFault fault) {
  switch (fault) {
    case PlanFault::none: break;
    case PlanFault::outside_session: return api_error(400, "outside", "A shift lies within its session.");
    case PlanFault::too_short: return api_error(400, "too_short", "A shift lasts at least five minutes.");
    case PlanFault::not_an_author:
      return api_error(400, "not_author", "Only authors of this poster can have its shifts.");
    case PlanFault::twice: return api_error(400, "twice", "Nobody can have two shifts at the same time.");
    case PlanFault::too_many: return api_error(400, "too_many", "A session has at most 48 shifts.");
  }
  return unavailable();
}

struct Tended {
  const domain::Poster* poster = nullptr;
  std::vector<const domain::Person*> authors;
};

std::string shifts_of(const FrontServices& services, const Tended& tended, PersonId you,
                      const domain::ShiftPlan* newer) {
  return wire::shifts_json(*services.view.setting().catalogue, *tended.poster, tended.authors, you, newer);
}

Task<HttpAnswer> change(FrontServices& services, const HttpRequest& request, const domain::Person& person,
                        const Tended& tended) {
  const auto& catalogue = *services.view.setting().catalogue;
  auto wanted = wire::parse_shifts_request(request.body, catalogue);
  if (!wanted) co_return api_error(400, "malformed", "The request is malformed.");
  std::vector<PersonId> authors;
  for (const auto* author : tended.authors) authors.push_back(author->id);
  if (const auto fault = domain::judge_plan(wanted->pieces, wanted->length, authors); fault != PlanFault::none) {
    co_return refused(fault);
  }
  if (const auto wait = services.poster_rates.take_shift(person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  domain::ShiftPlan plan{wanted->session, 0, domain::tidy_plan(std::move(wanted->pieces))};
  const PosterKey key = tended.poster->key;
  const auto stored = co_await ask<hall::ShiftPlanStored>(services.executor, [&](auto reply) {
    services.shifts.set_plan({key, plan.session, wanted->number, plan.pieces, person.id}, std::move(reply));
  });
  if (!stored) co_return unavailable();
  // The catalogue may have been read again meanwhile.
  const auto* poster =
      wire::find_poster(*services.view.setting().catalogue, std::to_string(tended.poster->booth.value));
  const Tended now{poster == nullptr || poster->key != key ? nullptr : poster, authors_of(services.view, key)};
  if (now.poster == nullptr) co_return api_error(404, "not_found", "There is no such poster any more.");
  if (stored->moved_on) {
    co_return api_error(409, "moved_on", "A co-author has changed this session meanwhile. Look again, then choose.");
  }
  services.log.info("shifts.chosen", {{"poster", key.value}, {"person", person.id.value}});
  plan.number = stored->number;
  co_return json_answer(200, shifts_of(services, now, person.id, &plan));
}

}  // namespace

bool is_shift_route(std::string_view name) { return name.starts_with(kShifts); }

Task<HttpAnswer> answer_shift_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                    std::string_view name) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* answer = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*answer);
  const auto& person = std::get<domain::Person>(admitted);
  const auto* poster = wire::find_poster(*services.view.setting().catalogue, name.substr(kShifts.size()));
  if (poster == nullptr) co_return api_error(404, "not_found", "There is no poster with this number or name.");
  const bool own = std::ranges::find(person.presents, poster->key) != person.presents.end();
  if (!domain::may(person.role, Act::plan_shifts, own ? Whose::own : Whose::other)) {
    co_return api_error(403, "not_allowed", "Only the authors of this poster and organisers may do that.");
  }
  const Tended tended{poster, authors_of(services.view, poster->key)};
  if (request.safe()) co_return json_answer(200, shifts_of(services, tended, person.id, nullptr));
  auto answer = co_await change(services, request, person, tended);
  co_return answer;
}

}  // namespace posterhall::net
