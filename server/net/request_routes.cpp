#include "net/request_routes.hpp"

#include "net/api_routes.hpp"

namespace posterhall::net {
namespace {

using domain::Act;

constexpr std::string_view kSeen = "/seen";

Task<HttpAnswer> list_requests(const PosterCall& call) {
  auto& services = call.services;
  const auto open = co_await ask<std::vector<hall::PosterRequest>>(
      services.executor, [&](auto reply) { services.poster_requests.requests(std::move(reply)); });
  if (!open) co_return poster_unavailable();
  co_return json_answer(200, wire::requests_json(*open, call.names()));
}

/// Who asked says that they read the answer.
Task<HttpAnswer> see_answer(const PosterCall& call, std::string_view rest) {
  auto& services = call.services;
  const auto number = rest.empty() ? std::nullopt : number_of(rest.substr(1));
  if (!number || call.request.safe()) co_return poster_not_found();
  const auto seen = co_await ask<bool>(
      services.executor, [&](auto reply) { services.poster_requests.seen(*number, call.person.id, std::move(reply)); });
  if (!seen) co_return poster_unavailable();
  if (!*seen) co_return api_error(404, "no_request", "There is no answer of yours by that number to be seen.");
  co_return json_answer(200, "{}");
}

}  // namespace

Task<HttpAnswer> answer_requests(const PosterCall& call, std::string_view rest) {
  auto& services = call.services;
  if (rest.ends_with(kSeen)) {
    auto answer = co_await see_answer(call, rest.substr(0, rest.size() - kSeen.size()));
    co_return answer;
  }
  if (!call.may(Act::settle_poster)) co_return api_error(403, "not_allowed", "Only organisers may do that.");
  if (rest.empty() && call.request.safe()) {
    auto answer = co_await list_requests(call);
    co_return answer;
  }
  const auto number = rest.empty() ? std::nullopt : number_of(rest.substr(1));
  if (!number || call.request.safe()) co_return poster_not_found();
  auto wanted = wire::parse_settle_request(call.request.body);
  if (!wanted) co_return poster_malformed();
  hall::Settlement settlement{*number, call.person.id, wanted->put_up, std::move(wanted->words)};
  const auto settled = co_await ask<hall::PutUpAnswer>(
      services.executor, [&](auto reply) { services.poster_requests.settle(std::move(settlement), std::move(reply)); });
  if (!settled) co_return api_error(404, "no_request", "This request is settled already, or there is none.");
  auto answer = co_await list_requests(call);
  co_return answer;
}

Task<HttpAnswer> set_freeze(const PosterCall& call) {
  auto& services = call.services;
  if (!call.may(Act::freeze_posters)) co_return api_error(403, "not_allowed", "Only organisers may do that.");
  if (call.request.safe()) co_return poster_not_found();
  const auto at = wire::parse_freeze_request(call.request.body);
  if (!at) co_return poster_malformed();
  const auto set = co_await ask<bool>(services.executor, [&](auto reply) {
    services.poster_requests.set_freeze(*at, call.person.id, std::move(reply));
  });
  if (!set) co_return poster_unavailable();
  co_return json_answer(200, "{}");
}

}  // namespace posterhall::net
