#include "net/version_routes.hpp"

#include "net/api_routes.hpp"
#include "net/my_routes.hpp"

namespace posterhall::net {
namespace {

using domain::Act;

Task<HttpAnswer> show_versions(const PosterCall& call, PosterKey poster) {
  auto& services = call.services;
  const auto history = co_await ask<hall::PosterHistory>(
      services.executor, [&](auto reply) { services.posters.history(poster, std::move(reply)); });
  if (!history) co_return poster_unavailable();
  co_return json_answer(200, wire::versions_json(*history, call.names(), call.may_put_up(poster)));
}

Task<HttpAnswer> use_again(const PosterCall& call, PosterKey poster, std::uint32_t version) {
  auto& services = call.services;
  const auto note = wire::parse_note(call.request.body);
  if (!note) co_return poster_malformed();
  hall::PutUp wanted{poster, {}, {}, *note, call.person.id, call.asks_after_freeze(), version};
  const auto put = co_await ask<hall::PutUpAnswer>(
      services.executor, [&](auto reply) { services.posters.put_up(std::move(wanted), std::move(reply)); });
  if (!put) co_return api_error(404, "no_version", "There is no such version of this poster.");
  if (put->frozen) co_return api_error(409, "frozen", "The time for changes is over. Ask the organiser.");
  auto answer = co_await show_versions(call, poster);
  co_return answer;
}

Task<HttpAnswer> write_text(const PosterCall& call, PosterKey poster) {
  auto& services = call.services;
  auto panels = wire::parse_text_request(call.request.body);
  if (!panels) {
    co_return api_error(400, "malformed", "A text view has at most 200 parts and 100,000 characters; headings 200.");
  }
  if (const auto wait = services.poster_rates.take_change(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait, "That was often. Wait a moment; what you wrote is still in the page.");
  }
  if (services.order.book().muted(call.person.id, services.now()) != nullptr) {
    co_return api_error(403, "muted", "You cannot write while you are muted.");
  }
  const auto view = co_await ask<hall::TextView>(services.executor, [&](auto reply) {
    services.posters.write_text(poster, call.person.id, std::move(*panels), std::move(reply));
  });
  if (!view) co_return poster_unavailable();
  co_return json_answer(200, wire::text_json(*view));
}

}  // namespace

std::optional<PosterRoute> poster_route_of(std::string_view path) {
  constexpr std::string_view kPosters = "posters/";
  if (!path.starts_with(kPosters)) return std::nullopt;
  path.remove_prefix(kPosters.size());
  const auto cut = [&path](std::string_view end) {
    if (!path.ends_with(end) || path.size() == end.size()) return false;
    path.remove_suffix(end.size());
    return true;
  };
  if (cut("/similar")) return PosterRoute{path, "similar", std::nullopt};
  if (cut("/card/back")) return PosterRoute{path, "card/back", std::nullopt};
  if (cut("/card")) return PosterRoute{path, "card", std::nullopt};
  if (cut("/cards")) return PosterRoute{path, "cards", std::nullopt};
  if (cut("/text")) return PosterRoute{path, "text", std::nullopt};
  if (cut("/versions")) return PosterRoute{path, "versions", std::nullopt};
  const auto slash = path.rfind('/');
  const auto version = slash == std::string_view::npos ? std::nullopt : number_of(path.substr(slash + 1));
  if (!version) return std::nullopt;
  path = path.substr(0, slash);
  if (cut("/versions")) return PosterRoute{path, "versions", version};
  return std::nullopt;
}

Task<HttpAnswer> read_poster_text(FrontServices& services, PosterKey poster, bool of_file) {
  const auto view = co_await ask<hall::TextView>(
      services.executor, [&](auto reply) { services.posters.text(poster, of_file, std::move(reply)); });
  if (!view) co_return poster_unavailable();
  co_return json_answer(200, wire::text_json(*view));
}

Task<HttpAnswer> answer_one_poster(const PosterCall& call, const PosterRoute& route) {
  const auto* poster = call.poster(route.name);
  if (poster == nullptr) co_return poster_not_found();
  const PosterKey key = poster->key;
  if (route.what.starts_with("card")) {
    auto answer = co_await answer_cards(call, key, route.what);
    co_return answer;
  }
  const bool text = route.what == "text";
  if (!call.may(text ? Act::write_poster_text : Act::put_poster, key)) co_return poster_not_allowed();
  if (text && call.request.safe()) {
    auto answer = co_await read_poster_text(call.services, key, true);
    co_return answer;
  }
  if (text) {
    auto answer = co_await write_text(call, key);
    co_return answer;
  }
  if (route.version && !call.request.safe()) {
    auto answer = co_await use_again(call, key, *route.version);
    co_return answer;
  }
  if (!route.version && call.request.safe()) {
    auto answer = co_await show_versions(call, key);
    co_return answer;
  }
  co_return poster_not_found();
}

}  // namespace posterhall::net
