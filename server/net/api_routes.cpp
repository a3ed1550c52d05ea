#include "net/api_routes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "net/coverage_routes.hpp"
#include "net/deck_routes.hpp"
#include "net/figure_routes.hpp"
#include "net/my_programme_routes.hpp"
#include "net/page_policy.hpp"
#include "net/poster_routes.hpp"
#include "net/programme_routes.hpp"
#include "net/proposal_routes.hpp"
#include "net/recap_routes.hpp"
#include "net/sessions.hpp"
#include "net/shift_routes.hpp"
#include "wire/api.hpp"
#include "wire/api_search.hpp"

namespace posterhall::net {
namespace {

constexpr std::string_view kRoot = "/api/v1/";
constexpr std::size_t kMaxQuery = 300;  ///< bytes of a search: what the field takes, 100 UTF-16 units, in any script
constexpr std::uint32_t kMaxHits = 50;

/// May this asker see posters? Everybody where event.toml says so, else whoever is signed in.
struct Sight {
  bool posters = false;
  bool people = false;
  PersonId who;  ///< signed in
};

Task<Result<Sight>> sight_of(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return asker.error();
  const bool signed_in = asker->has_value();
  co_return Sight{signed_in || services.view.setting().catalogue->event.posters_public, signed_in,
                  signed_in ? (*asker)->session.person : PersonId{}};
}

HttpAnswer for_invited() {
  return api_error(401, "sign_in", "The posters of this event are for invited people. Open your personal link first.");
}

/// Everybody's, also while nobody can be looked up: then as for people without an invitation.
Task<HttpAnswer> answer_event(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto asker = co_await find_asker(services, request, peer);
  const bool invited = asker && asker->has_value();
  co_return json_answer(200, wire::event_json(services.view.api_view(services.now()), invited));
}

/// For people without an invitation, and for them alone it is made: the same answer for everybody.
HttpAnswer answer_streams(FrontServices& services) {
  return json_answer(200, wire::streams_json(services.view.api_view(services.now()), is_public_stream));
}

HttpAnswer answer_counts(FrontServices& services) {
  return json_answer(200, wire::counts_json(services.view.api_view(services.now())));
}

HttpAnswer answer_posters(FrontServices& services, const Sight& sight) {
  if (!sight.posters) return for_invited();
  auto answer = json_answer(200, {});
  answer.body = services.view.posters_json(services.now());
  return answer;
}

HttpAnswer answer_poster(FrontServices& services, const Sight& sight, std::string_view name) {
  if (!sight.posters) return for_invited();
  const auto view = services.view.api_view(services.now());
  const auto* poster = wire::find_poster(*view.catalogue, name);
  if (poster == nullptr) return api_error(404, "not_found", "There is no poster with this number or name.");
  return json_answer(200, wire::poster_json(view, *poster));
}

std::uint32_t limit_of(const HttpRequest& request) {
  const auto text = request.parameter("limit").value_or("10");
  std::uint32_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc{} || end != text.data() + text.size() || limit == 0) return 10;
  return std::min(limit, kMaxHits);
}

bool wants(const std::string& kinds, std::string_view kind) {
  return kinds.empty() || ("," + kinds + ",").find("," + std::string{kind} + ",") != std::string::npos;
}

/// Who may be found, as this person may: where somebody is stays hidden between two of whom one blocked the other.
std::span<const hall::notice::PersonRow> findable_by(FrontServices& services, PersonId who,
                                                     std::vector<hall::notice::PersonRow>& copy) {
  const auto all = services.view.findable();
  const auto apart = [&](const hall::notice::PersonRow& row) {
    return services.order.blocks().apart(who, row.person.id);
  };
  if (std::ranges::none_of(all, apart)) return all;
  copy.assign(all.begin(), all.end());
  for (auto& row : copy) {
    if (!apart(row)) continue;
    row.at = {};
    row.visitor = {};
    row.away = row.list_mode = false;
  }
  return copy;
}

HttpAnswer answer_search(FrontServices& services, const HttpRequest& request, const Sight& sight) {
  const auto query = request.parameter("q").value_or("");
  if (query.size() > kMaxQuery) return api_error(400, "too_long", "Search for at most 100 characters.");
  const auto kinds = request.parameter("kinds").value_or("");
  const wire::SearchShows shows{sight.posters && wants(kinds, "posters"), sight.people && wants(kinds, "people"),
                                wants(kinds, "sessions")};
  std::vector<hall::notice::PersonRow> copy;
  const auto people =
      shows.people ? findable_by(services, sight.who, copy) : std::span<const hall::notice::PersonRow>{};
  const auto result = services.view.search().search(query, people, limit_of(request));
  return json_answer(200, wire::search_json(services.view.api_view(services.now()), query, result, people, shows));
}

Task<HttpAnswer> answer_reading(FrontServices& services, const HttpRequest& request, Peer& peer,
                                std::string_view name) {
  if (name == "event") {
    auto answer = co_await answer_event(services, request, peer);
    co_return answer;
  }
  if (name == "counts") co_return answer_counts(services);
  if (name == "streams") co_return answer_streams(services);
  const auto sight = co_await sight_of(services, request, peer);
  if (!sight) co_return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
  if (name == "posters") co_return answer_posters(services, *sight);
  if (name == "search") {
    if (sight->people) co_await services.order.catch_up_now_and_then(services.steady_ms());
    co_return answer_search(services, request, *sight);
  }
  co_return answer_poster(services, *sight, name.substr(std::string_view{"posters/"}.size()));
}

using Route = Task<HttpAnswer> (*)(FrontServices&, const HttpRequest&, Peer&);
struct NamedRoute {
  std::string_view name;
  Route route;
};
constexpr std::array kChanging = {NamedRoute{"invitation", answer_invitation}, NamedRoute{"enter", answer_enter},
                                  NamedRoute{"ticket", answer_ticket}, NamedRoute{"leave", answer_leave},
                                  NamedRoute{"not-me", answer_not_me}};

bool is_reading(std::string_view name) {
  return name == "event" || name == "counts" || name == "streams" || name == "posters" || name == "search" ||
         name.starts_with("posters/");
}

HttpAnswer wrong_method(std::string_view allowed) {
  auto answer = api_error(405, "method", "This address does not take that method.");
  answer.with("Allow", std::string{allowed});
  return answer;
}

}  // namespace

HttpAnswer api_error(unsigned status, std::string_view code, std::string_view message) {
  return json_answer(status, wire::error_json(code, message));
}

HttpAnswer api_slow_down(std::uint32_t wait_ms, std::string_view message) {
  auto answer = api_error(429, "slow_down", message);
  answer.with("Retry-After", std::to_string((wait_ms + 999) / 1000));
  return answer;
}

Task<HttpAnswer> answer_api(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto name = std::string_view{request.path}.substr(std::min(kRoot.size(), request.path.size()));
  if (!services.view.ready()) co_return api_error(503, "unavailable", "The hall is not open yet.");
  if (is_poster_route(services, name)) {
    auto answer = co_await answer_poster_route(services, request, peer, name);
    co_return answer;
  }
  if (is_shift_route(name)) {
    auto answer = co_await answer_shift_route(services, request, peer, name);
    co_return answer;
  }
  if (is_figure_route(name)) {
    auto answer = co_await answer_figure_route(services, request, peer, name);
    co_return answer;
  }
  if (is_programme_route(name)) {
    auto answer = co_await answer_programme_route(services, request, peer, name);
    co_return answer;
  }
  if (is_my_programme_route(name)) {
    auto answer = co_await answer_my_programme_route(services, request, peer, name);
    co_return answer;
  }
  if (is_deck_route(name)) {
    auto answer = co_await answer_deck_route(services, request, peer, name);
    co_return answer;
  }
  if (is_proposal_route(name)) {
    auto answer = co_await answer_proposal_route(services, request, peer, name);
    co_return answer;
  }
  if (name == "coverage") {
    auto answer = co_await answer_coverage(services, request, peer);
    co_return answer;
  }
  if (name == "recap") {
    auto answer = co_await answer_recap(services, request, peer);
    co_return answer;
  }
  if (is_reading(name)) {
    if (!request.safe()) co_return wrong_method("GET, HEAD");
    auto answer = co_await answer_reading(services, request, peer, name);
    co_return answer;
  }
  if (name == "session") {
    if (!request.safe()) co_return wrong_method("GET, HEAD");
    auto answer = co_await answer_session(services, request, peer);
    co_return answer;
  }
  const auto route = std::ranges::find(kChanging, name, &NamedRoute::name);
  if (route == kChanging.end()) co_return api_error(404, "not_found", "There is nothing at this address.");
  if (request.method != "POST") co_return wrong_method("POST");
  if (!services.settings.origins.allows(request.header("origin"))) {
    co_return api_error(403, "origin", "This request came from another site.");
  }
  if (services.draining) co_return api_error(503, "restarting", "The hall restarts. Try again in a few seconds.");
  auto answer = co_await route->route(services, request, peer);
  co_return answer;
}

}  // namespace posterhall::net
