#include "net/poster_routes.hpp"

#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/my_routes.hpp"
#include "net/request_routes.hpp"
#include "net/sessions.hpp"
#include "net/upload_routes.hpp"
#include "net/version_routes.hpp"
#include "wire/api.hpp"

namespace posterhall::net {
namespace {

constexpr std::string_view kVisited = "visited", kMyCard = "my-card";

Task<HttpAnswer> answer_call(const PosterCall& call, std::string_view name) {
  constexpr std::string_view kUploads = "uploads", kRequests = "poster-requests";
  if (name == "poster-freeze") {
    auto answer = co_await set_freeze(call);
    co_return answer;
  }
  if (name.starts_with(kUploads)) {
    auto answer = co_await answer_uploads(call, name.substr(kUploads.size()));
    co_return answer;
  }
  if (name.starts_with(kRequests)) {
    auto answer = co_await answer_requests(call, name.substr(kRequests.size()));
    co_return answer;
  }
  if (name == kVisited) {
    auto answer = co_await answer_visited(call);
    co_return answer;
  }
  if (name == kMyCard) {
    auto answer = co_await answer_my_card(call);
    co_return answer;
  }
  const auto route = poster_route_of(name);
  if (!route) co_return poster_not_found();
  auto answer = co_await answer_one_poster(call, *route);
  co_return answer;
}

bool is_or_below(std::string_view name, std::string_view folder) {
  return name == folder || (name.starts_with(folder) && name[folder.size()] == '/');
}

/// Everybody who may see posters reads the text view that counts, and which others are alike.
bool is_public(const HttpRequest& request, std::string_view name) {
  const auto route = poster_route_of(name);
  if (!request.safe() || !route) return false;
  return route->what == "similar" || (route->what == "text" && request.parameter("of").value_or("") != "file");
}

/// For who may see posters, which may be everybody.
Task<HttpAnswer> answer_public(FrontServices& services, const HttpRequest& request, Peer& peer, std::string_view name) {
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return poster_unavailable();
  if (!*asker && !services.view.setting().catalogue->event.posters_public) {
    co_return api_error(401, "sign_in",
                        "The posters of this event are for invited people. Open your personal link first.");
  }
  const auto route = poster_route_of(name);
  const auto* poster = wire::find_poster(*services.view.setting().catalogue, route->name);
  if (poster == nullptr) co_return poster_not_found();
  if (route->what == "similar") co_return answer_similar(services, poster->key);
  auto answer = co_await read_poster_text(services, poster->key, false);
  co_return answer;
}

}  // namespace

bool is_poster_route(const FrontServices& services, std::string_view name) {
  if (name == kVisited || name == kMyCard || name == "poster-freeze" || is_or_below(name, "uploads") ||
      is_or_below(name, "poster-requests"))
    return true;
  constexpr std::string_view kPosters = "posters/";
  if (!poster_route_of(name)) return false;
  // An id of the list may look like one of ours: the poster wins.
  return wire::find_poster(*services.view.setting().catalogue, name.substr(kPosters.size())) == nullptr;
}

Task<HttpAnswer> answer_poster_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                     std::string_view name) {
  if (is_public(request, name)) {
    auto answer = co_await answer_public(services, request, peer, name);
    co_return answer;
  }
  auto admitted = co_await admit(services, request, peer);
  if (auto* refused = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*refused);
  const PosterCall call{services, request, std::get<domain::Person>(admitted)};
  auto answer = co_await answer_call(call, name);
  co_return answer;
}

}  // namespace posterhall::net
