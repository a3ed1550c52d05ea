#include "net/coverage_routes.hpp"

#include "domain/permission.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "wire/api_attend.hpp"

namespace posterhall::net {

Task<HttpAnswer> answer_coverage(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* answer = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*answer);
  const auto& person = std::get<domain::Person>(admitted);
  if (!domain::may(person.role, domain::Act::see_coverage, domain::Whose::own)) {
    co_return api_error(403, "not_allowed", "Only organisers may see that.");
  }
  if (!request.safe()) co_return api_error(404, "not_found", "There is nothing at this address.");
  const auto session = request.parameter("session").value_or("");
  co_return json_answer(200, wire::coverage_json(services.view.coverage_view(services.now()), session));
}

}  // namespace posterhall::net
