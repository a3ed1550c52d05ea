#include "net/admission.hpp"

#include "domain/event_life.hpp"
#include "net/api_routes.hpp"
#include "net/sessions.hpp"

namespace posterhall::net {
namespace {

/// What a request that changes something is refused for before anybody is asked.
std::optional<HttpAnswer> refused_change(const FrontServices& services, const HttpRequest& request) {
  if (request.safe()) return std::nullopt;
  if (request.method != "POST") {
    auto answer = api_error(405, "method", "This address does not take that method.");
    answer.with("Allow", "GET, HEAD, POST");
    return answer;
  }
  if (!services.settings.origins.allows(request.header("origin"))) {
    return api_error(403, "origin", "This request came from another site.");
  }
  if (services.draining) return api_error(503, "restarting", "The hall restarts. Try again in a few seconds.");
  return std::nullopt;
}

}  // namespace

bool stopped_by_hour(const FrontServices& services, domain::Act act) {
  const auto& catalogue = *services.view.setting().catalogue;
  const auto phase = domain::phase_at(catalogue.event.times, catalogue.sessions, services.now());
  return domain::is_closed(phase) && domain::stopped_by_close(act);
}

Task<std::variant<domain::Person, HttpAnswer>> admit(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
  if (auto refused = refused_change(services, request)) co_return std::move(*refused);
  const auto* found = *asker ? co_await find_person(services, (*asker)->session.person) : nullptr;
  if (found == nullptr) co_return api_error(401, "sign_in", "Open your personal link first.");
  domain::Person person = *found;  // the list may be replaced while the store is asked
  co_await services.order.catch_up_now_and_then(services.steady_ms());
  if (services.order.book().banned(person.id, services.now()) != nullptr) {
    co_return api_error(403, "banned", "You cannot do that while you are kept out of the hall.");
  }
  co_return person;
}

}  // namespace posterhall::net
