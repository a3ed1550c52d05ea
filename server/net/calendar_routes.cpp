#include "net/calendar_routes.hpp"

#include "crypto/crypto.hpp"
#include "net/ask.hpp"
#include "net/client_files.hpp"
#include "net/sessions.hpp"

namespace posterhall::net {
namespace {

constexpr std::string_view kRoot = "/calendar/", kEnd = ".ics", kForAll = "programme";

HttpAnswer unavailable() { return plain_answer(503, "The hall cannot answer just now. Try again in a moment."); }

HttpAnswer not_there() {
  auto answer = plain_answer(404, "There is no calendar at this address. It may have been replaced by a newer one.");
  answer.with("Cache-Control", "no-store");
  return answer;
}

/// `cache` without the time: calendar programs ask every quarter of an hour at most, and then whether it changed.
HttpAnswer calendar_answer(const HttpRequest& request, std::string text, std::string cache) {
  HttpAnswer answer;
  const std::string etag = "\"" + crypto::sha256_hex(text).substr(0, 32) + "\"";
  answer.with("Cache-Control", std::move(cache))
      .with("ETag", etag)
      .with("X-Content-Type-Options", "nosniff")
      .with("X-Robots-Tag", "noindex")
      .with("Referrer-Policy", "no-referrer");
  if (matches_etag(request.header("if-none-match"), etag)) {
    answer.status = 304;
    return answer;
  }
  answer.with("Content-Type", "text/calendar; charset=utf-8")
      .with("Content-Disposition", "inline; filename=\"programme.ics\"");
  answer.body = share(std::move(text));
  return answer;
}

Task<HttpAnswer> answer_for_all(FrontServices& services, const HttpRequest& request, Peer& peer) {
  const bool for_everybody = services.view.setting().catalogue->event.posters_public;
  if (!for_everybody) {
    const auto asker = co_await find_asker(services, request, peer);
    if (!asker) co_return unavailable();
    if (!*asker) co_return plain_answer(401, "The programme of this event is for invited people.");
  }
  co_return calendar_answer(request, services.calendar(*services.view.setting().catalogue, nullptr),
                            for_everybody ? "public, max-age=300" : "private, max-age=300");
}

Task<HttpAnswer> answer_personal(FrontServices& services, const HttpRequest& request, std::string_view secret) {
  const auto found = co_await ask<hall::CalendarOf>(
      services.executor, [&](auto reply) { services.my_programme.calendar_at(hash_token(secret), std::move(reply)); });
  if (!found) co_return unavailable();
  const auto* person = found->person ? services.view.person(found->person) : nullptr;
  if (person == nullptr) co_return not_there();
  const auto& catalogue = *services.view.setting().catalogue;
  const auto mine = domain::programme_of(catalogue, *person, found->sessions);
  co_return calendar_answer(request, services.calendar(catalogue, &mine), "private, no-cache");
}

}  // namespace

bool is_calendar(std::string_view path) { return path.starts_with(kRoot); }

std::string calendar_path(std::string_view secret) {
  return std::string{kRoot} + std::string{secret} + std::string{kEnd};
}

Task<HttpAnswer> answer_calendar(FrontServices& services, const HttpRequest& request, Peer& peer) {
  if (!services.view.ready()) co_return plain_answer(503, "The hall is not open yet.");
  if (!request.safe()) {
    auto answer = plain_answer(405, "This address does not take that method.");
    answer.with("Allow", "GET, HEAD");
    co_return answer;
  }
  std::string_view name = std::string_view{request.path}.substr(kRoot.size());
  if (!name.ends_with(kEnd)) co_return not_there();
  name.remove_suffix(kEnd.size());
  if (name == kForAll) {
    auto answer = co_await answer_for_all(services, request, peer);
    co_return answer;
  }
  auto answer = co_await answer_personal(services, request, name);
  co_return answer;
}

}  // namespace posterhall::net
