#include "net/figure_routes.hpp"

#include <algorithm>

#include "domain/permission.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/ask.hpp"
#include "wire/api.hpp"
#include "wire/api_figures.hpp"

namespace posterhall::net {
namespace {

using domain::Act;
using domain::Whose;

constexpr std::string_view kFigures = "figures";

HttpAnswer unavailable() {
  return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
}

Task<HttpAnswer> answer_all(FrontServices& services, const domain::Person& person) {
  if (!domain::may(person.role, Act::see_coverage, Whose::own)) {
    co_return api_error(403, "not_allowed", "Only organisers may see that.");
  }
  const auto all = co_await ask<std::vector<domain::PosterFigures>>(
      services.executor, [&](auto reply) { services.figures.of_all(std::move(reply)); });
  if (!all) co_return unavailable();
  co_return json_answer(200, wire::all_figures_json(*services.view.setting().catalogue, *all));
}

Task<HttpAnswer> answer_one(FrontServices& services, const domain::Person& person, std::string_view name) {
  const auto* poster = wire::find_poster(*services.view.setting().catalogue, name);
  if (poster == nullptr) co_return api_error(404, "not_found", "There is no poster with this number or name.");
  const bool own = std::ranges::find(person.presents, poster->key) != person.presents.end();
  if (!domain::may(person.role, Act::see_figures, own ? Whose::own : Whose::other)) {
    co_return api_error(403, "not_allowed", "Only the authors of this poster and organisers may see that.");
  }
  const auto figures = co_await ask<domain::PosterFigures>(
      services.executor, [&, key = poster->key](auto reply) { services.figures.of_poster(key, std::move(reply)); });
  if (!figures) co_return unavailable();
  co_return json_answer(200, wire::figures_json(*figures));
}

}  // namespace

bool is_figure_route(std::string_view name) { return name == kFigures || name.starts_with("figures/"); }

Task<HttpAnswer> answer_figure_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                     std::string_view name) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* answer = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*answer);
  const auto& person = std::get<domain::Person>(admitted);
  if (!request.safe()) co_return api_error(404, "not_found", "There is nothing at this address.");
  if (name == kFigures) {
    auto answer = co_await answer_all(services, person);
    co_return answer;
  }
  auto answer = co_await answer_one(services, person, name.substr(kFigures.size() + 1));
  co_return answer;
}

}  // namespace posterhall::net
