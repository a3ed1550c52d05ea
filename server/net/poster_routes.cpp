#include "net/poster_routes.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "domain/permission.hpp"
#include "net/api_routes.hpp"
#include "net/ask.hpp"
#include "net/sessions.hpp"
#include "wire/api.hpp"
#include "wire/api_posters.hpp"

namespace posterhall::net {
namespace {

using domain::Act;
using domain::Whose;

constexpr std::uint32_t kMostFile = 50'000'000;

HttpAnswer unavailable() {
  return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
}
HttpAnswer malformed() { return api_error(400, "malformed", "The request is malformed."); }
HttpAnswer not_found() { return api_error(404, "not_found", "There is nothing at this address."); }
HttpAnswer not_allowed() {
  return api_error(403, "not_allowed", "Only the authors of this poster and organisers may do that.");
}

HttpAnswer slow_down(std::uint32_t wait_ms, std::string_view words) {
  auto answer = api_error(429, "slow_down", words);
  answer.with("Retry-After", std::to_string((wait_ms + 999) / 1000));
  return answer;
}

/// A call of somebody who is signed in: everything a route needs to know of them.
struct Call {
  FrontServices& services;
  const HttpRequest& request;
  const domain::Person& person;

  [[nodiscard]] bool may(Act act, PosterKey poster) const {
    const bool own = std::ranges::find(person.presents, poster) != person.presents.end();
    return domain::may(person.role, act, own ? Whose::own : Whose::other);
  }
  [[nodiscard]] bool may(Act act) const { return domain::may(person.role, act, Whose::own); }
  /// Organisers put up at any time; authors until the freeze time.
  [[nodiscard]] bool asks_after_freeze() const { return person.role != domain::Role::organiser; }
  [[nodiscard]] bool may_put_up(PosterKey poster) const {
    const auto freeze = services.view.setting().catalogue->event.posters_freeze;
    const bool frozen = asks_after_freeze() && freeze != 0 && services.now() >= freeze;
    return may(Act::put_poster, poster) && !frozen;
  }
  [[nodiscard]] const domain::Poster* poster(std::string_view name) const {
    return wire::find_poster(*services.view.setting().catalogue, name);
  }
  [[nodiscard]] wire::PosterNames names() const {
    return {[this](PersonId id) {
              const auto* one = services.view.person(id);
              return one == nullptr ? std::string() : one->name;
            },
            [this](PosterKey key) {
              const auto& posters = services.view.setting().catalogue->posters;
              const auto found = std::ranges::find(posters, key, &domain::Poster::key);
              return found == posters.end() ? std::string() : found->id;
            }};
  }
  [[nodiscard]] wire::UploadTerms terms(const hall::Upload& upload) const {
    return {static_cast<std::uint32_t>(kUploadPiece), may_put_up(upload.poster)};
  }
  [[nodiscard]] HttpAnswer show(const hall::Upload& upload, unsigned status = 200) const {
    auto answer = json_answer(status, wire::upload_json(upload, names(), terms(upload)));
    answer.with("Upload-Offset", std::to_string(upload.offset)).with("Upload-Length", std::to_string(upload.size));
    return answer;
  }
  /// What became of a question about an upload.
  [[nodiscard]] HttpAnswer tell(const Result<hall::UploadAnswer>& answer) const {
    if (!answer) return unavailable();
    switch (answer->refused) {
      case hall::UploadRefused::none: return show(answer->upload);
      case hall::UploadRefused::wrong_offset: return show(answer->upload, 409);
      case hall::UploadRefused::nothing_there:
        return api_error(404, "no_upload", "This upload is not here any more. Begin again.");
      case hall::UploadRefused::too_many:
        return api_error(429, "too_many", "You have five files waiting. Put one up or drop one first.");
      case hall::UploadRefused::no_space:
        return api_error(507, "no_space",
                         "There is no room for this file just now. The live poster is unchanged; tell the organisers.");
    }
    return unavailable();
  }
};

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

template <class Start>
Task<Result<hall::UploadAnswer>> ask_desk(FrontServices& services, Start start) {
  auto answer = co_await ask<hall::UploadAnswer>(services.executor, std::move(start));
  co_return answer;
}

// Uploads.

Task<HttpAnswer> begin_upload(const Call& call) {
  auto& services = call.services;
  const auto wanted = wire::parse_upload_request(call.request.body);
  if (!wanted) co_return malformed();
  const auto* poster = call.poster(wanted->poster);
  if (poster == nullptr) co_return not_found();
  if (!call.may(Act::put_poster, poster->key)) co_return not_allowed();
  if (wanted->size > kMostFile) {
    co_return api_error(413, "too_big",
                        "That file has " + std::to_string((wanted->size + 999'999) / 1'000'000) +
                            " MB; the limit is 50. The live poster is unchanged.");
  }
  if (wanted->size == 0) co_return api_error(400, "empty", "That file is empty. The live poster is unchanged.");
  if (const auto wait = services.poster_rates.take_upload(call.person.id, services.steady_ms()); wait > 0) {
    co_return slow_down(wait, "You may upload ten files in an hour. Wait a little, or ask an organiser.");
  }
  hall::NewUpload upload{call.person.id, poster->key, wanted->name, wanted->size, wanted->sha256};
  const auto answer =
      co_await ask_desk(services, [&](auto reply) { services.uploads.begin(std::move(upload), std::move(reply)); });
  co_return call.tell(answer);
}

Task<HttpAnswer> list_uploads(const Call& call) {
  auto& services = call.services;
  const auto mine = co_await ask<std::vector<hall::Upload>>(
      services.executor, [&](auto reply) { services.uploads.of_owner(call.person.id, std::move(reply)); });
  if (!mine) co_return unavailable();
  co_return json_answer(
      200, wire::uploads_json(*mine, call.names(), [&call](const hall::Upload& upload) { return call.terms(upload); }));
}

Task<Result<hall::UploadAnswer>> find_upload(const Call& call, const std::string& id) {
  auto& services = call.services;
  auto found =
      co_await ask_desk(services, [&](auto reply) { services.uploads.find(id, call.person.id, std::move(reply)); });
  co_return found;
}

Task<HttpAnswer> write_piece(const Call& call, std::string id) {
  auto& services = call.services;
  const auto offset = number_of(call.request.parameter("offset").value_or(""));
  if (!offset) co_return malformed();
  auto answer = co_await ask_desk(services, [&](auto reply) {
    services.uploads.write(std::move(id), call.person.id, *offset, call.request.body, std::move(reply));
  });
  co_return call.tell(answer);
}

/// "Put it up" and "Ask the organiser": the right to it is looked at again, the file may have waited for hours.
Task<HttpAnswer> settle_upload(const Call& call, std::string id, bool ask_organiser) {
  auto& services = call.services;
  const auto note = wire::parse_note(call.request.body);
  if (!note) co_return malformed();
  const auto found = co_await find_upload(call, id);
  if (!found || found->refused != hall::UploadRefused::none) co_return call.tell(found);
  const auto& upload = found->upload;
  if (!call.may(Act::put_poster, upload.poster)) co_return not_allowed();
  const bool ready =
      upload.state == hall::UploadState::ready || (!ask_organiser && upload.state == hall::UploadState::preview);
  if (!ready) co_return api_error(409, "not_ready", "This file is not ready to be put up.");
  hall::PutUp wanted{
      upload.poster, upload.file.file_hash, upload.name, *note, call.person.id, call.asks_after_freeze(), 0};
  auto state = hall::UploadState::asked;
  std::uint32_t number = 0;
  if (ask_organiser) {
    const auto asked = co_await ask<std::uint32_t>(
        services.executor, [&](auto reply) { services.posters.ask(std::move(wanted), std::move(reply)); });
    if (!asked) co_return unavailable();
    number = *asked;
  } else {
    const auto put = co_await ask<hall::PutUpAnswer>(
        services.executor, [&](auto reply) { services.posters.put_up(std::move(wanted), std::move(reply)); });
    if (!put) co_return unavailable();
    if (put->frozen) {
      co_return api_error(409, "frozen", "The time for changes is over. Ask the organiser to put this file up.");
    }
    state = hall::UploadState::live;
    number = put->version;
    services.log.info("poster.put_up",
                      {{"poster", upload.poster.value}, {"version", number}, {"person", call.person.id.value}});
  }
  const auto settled = co_await ask_desk(services, [&](auto reply) {
    services.uploads.settle(std::move(id), call.person.id, state, number, std::move(reply));
  });
  co_return call.tell(settled);
}

Task<HttpAnswer> drop_upload(const Call& call, std::string id) {
  auto& services = call.services;
  const auto dropped = co_await ask_desk(
      services, [&](auto reply) { services.uploads.drop(std::move(id), call.person.id, std::move(reply)); });
  if (dropped && dropped->refused == hall::UploadRefused::none) co_return json_answer(200, "{}");
  co_return call.tell(dropped);
}

/// "", "/ID" or "/ID/WHAT".
Task<HttpAnswer> answer_uploads(const Call& call, std::string_view rest) {
  const bool reads = call.request.safe();
  if (rest.empty()) {
    if (reads) {
      auto answer = co_await list_uploads(call);
      co_return answer;
    }
    auto answer = co_await begin_upload(call);
    co_return answer;
  }
  rest.remove_prefix(1);
  const auto slash = rest.find('/');
  std::string id{rest.substr(0, slash)};
  if (slash == std::string_view::npos) {
    if (!reads) co_return not_found();
    const auto found = co_await find_upload(call, id);
    co_return call.tell(found);
  }
  const auto what = rest.substr(slash + 1);
  if (reads) co_return not_found();
  if (what == "bytes") {
    auto answer = co_await write_piece(call, std::move(id));
    co_return answer;
  }
  if (what == "live") {
    auto answer = co_await settle_upload(call, std::move(id), false);
    co_return answer;
  }
  if (what == "ask") {
    auto answer = co_await settle_upload(call, std::move(id), true);
    co_return answer;
  }
  if (what == "drop") {
    auto answer = co_await drop_upload(call, std::move(id));
    co_return answer;
  }
  co_return not_found();
}

// Versions and text views of one poster.

Task<HttpAnswer> show_versions(const Call& call, PosterKey poster) {
  auto& services = call.services;
  const auto history = co_await ask<hall::PosterHistory>(
      services.executor, [&](auto reply) { services.posters.history(poster, std::move(reply)); });
  if (!history) co_return unavailable();
  co_return json_answer(200, wire::versions_json(*history, call.names(), call.may_put_up(poster)));
}

Task<HttpAnswer> use_again(const Call& call, PosterKey poster, std::uint32_t version) {
  auto& services = call.services;
  const auto note = wire::parse_note(call.request.body);
  if (!note) co_return malformed();
  hall::PutUp wanted{poster, {}, {}, *note, call.person.id, call.asks_after_freeze(), version};
  const auto put = co_await ask<hall::PutUpAnswer>(
      services.executor, [&](auto reply) { services.posters.put_up(std::move(wanted), std::move(reply)); });
  if (!put) co_return api_error(404, "no_version", "There is no such version of this poster.");
  if (put->frozen) co_return api_error(409, "frozen", "The time for changes is over. Ask the organiser.");
  auto answer = co_await show_versions(call, poster);
  co_return answer;
}

Task<HttpAnswer> write_text(const Call& call, PosterKey poster) {
  auto& services = call.services;
  auto panels = wire::parse_text_request(call.request.body);
  if (!panels) {
    co_return api_error(400, "malformed", "A text view has at most 200 parts and 100,000 characters; headings 200.");
  }
  if (const auto wait = services.poster_rates.take_change(call.person.id, services.steady_ms()); wait > 0) {
    co_return slow_down(wait, "That was often. Wait a moment; what you wrote is still in the page.");
  }
  if (services.order.book().muted(call.person.id, services.now()) != nullptr) {
    co_return api_error(403, "muted", "You cannot write while you are muted.");
  }
  const auto view = co_await ask<hall::TextView>(services.executor, [&](auto reply) {
    services.posters.write_text(poster, call.person.id, std::move(*panels), std::move(reply));
  });
  if (!view) co_return unavailable();
  co_return json_answer(200, wire::text_json(*view));
}

/// posters/NAME/WHAT of a route that is_poster_route took.
struct PosterRoute {
  std::string_view name;
  std::string_view what;  ///< "text" or "versions"
  std::optional<std::uint32_t> version;
};

std::optional<PosterRoute> poster_route_of(std::string_view path) {
  constexpr std::string_view kPosters = "posters/";
  if (!path.starts_with(kPosters)) return std::nullopt;
  path.remove_prefix(kPosters.size());
  const auto cut = [&path](std::string_view end) {
    if (!path.ends_with(end) || path.size() == end.size()) return false;
    path.remove_suffix(end.size());
    return true;
  };
  if (cut("/text")) return PosterRoute{path, "text", std::nullopt};
  if (cut("/versions")) return PosterRoute{path, "versions", std::nullopt};
  const auto slash = path.rfind('/');
  const auto version = slash == std::string_view::npos ? std::nullopt : number_of(path.substr(slash + 1));
  if (!version) return std::nullopt;
  path = path.substr(0, slash);
  if (cut("/versions")) return PosterRoute{path, "versions", version};
  return std::nullopt;
}

Task<HttpAnswer> read_text(FrontServices& services, PosterKey poster, bool of_file) {
  const auto view = co_await ask<hall::TextView>(
      services.executor, [&](auto reply) { services.posters.text(poster, of_file, std::move(reply)); });
  if (!view) co_return unavailable();
  co_return json_answer(200, wire::text_json(*view));
}

Task<HttpAnswer> answer_one_poster(const Call& call, const PosterRoute& route) {
  const auto* poster = call.poster(route.name);
  if (poster == nullptr) co_return not_found();
  const PosterKey key = poster->key;
  const bool text = route.what == "text";
  if (!call.may(text ? Act::write_poster_text : Act::put_poster, key)) co_return not_allowed();
  if (text && call.request.safe()) {
    auto answer = co_await read_text(call.services, key, true);
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
  co_return not_found();
}

// What waits for an organiser, and the freeze time.

Task<HttpAnswer> list_requests(const Call& call) {
  auto& services = call.services;
  const auto open = co_await ask<std::vector<hall::PosterRequest>>(
      services.executor, [&](auto reply) { services.posters.requests(std::move(reply)); });
  if (!open) co_return unavailable();
  co_return json_answer(200, wire::requests_json(*open, call.names()));
}

Task<HttpAnswer> answer_requests(const Call& call, std::string_view rest) {
  auto& services = call.services;
  if (!call.may(Act::settle_poster)) co_return api_error(403, "not_allowed", "Only organisers may do that.");
  if (rest.empty() && call.request.safe()) {
    auto answer = co_await list_requests(call);
    co_return answer;
  }
  const auto number = rest.empty() ? std::nullopt : number_of(rest.substr(1));
  if (!number || call.request.safe()) co_return not_found();
  auto wanted = wire::parse_settle_request(call.request.body);
  if (!wanted) co_return malformed();
  hall::Settlement settlement{*number, call.person.id, wanted->put_up, std::move(wanted->words)};
  const auto settled = co_await ask<hall::PutUpAnswer>(
      services.executor, [&](auto reply) { services.posters.settle(std::move(settlement), std::move(reply)); });
  if (!settled) co_return api_error(404, "no_request", "This request is settled already, or there is none.");
  auto answer = co_await list_requests(call);
  co_return answer;
}

Task<HttpAnswer> set_freeze(const Call& call) {
  auto& services = call.services;
  if (!call.may(Act::freeze_posters)) co_return api_error(403, "not_allowed", "Only organisers may do that.");
  if (call.request.safe()) co_return not_found();
  const auto at = wire::parse_freeze_request(call.request.body);
  if (!at) co_return malformed();
  const auto set = co_await ask<bool>(
      services.executor, [&](auto reply) { services.posters.set_freeze(*at, call.person.id, std::move(reply)); });
  if (!set) co_return unavailable();
  co_return json_answer(200, "{}");
}

Task<HttpAnswer> answer_call(const Call& call, std::string_view name) {
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
  const auto route = poster_route_of(name);
  if (!route) co_return not_found();
  auto answer = co_await answer_one_poster(call, *route);
  co_return answer;
}

bool is_or_below(std::string_view name, std::string_view folder) {
  return name == folder || (name.starts_with(folder) && name[folder.size()] == '/');
}

/// Everybody who may see posters reads the text view that counts.
bool is_public_text(const HttpRequest& request, std::string_view name) {
  const auto route = poster_route_of(name);
  return request.safe() && route && route->what == "text" && request.parameter("of").value_or("") != "file";
}

}  // namespace

bool is_poster_route(const FrontServices& services, std::string_view name) {
  if (name == "poster-freeze" || is_or_below(name, "uploads") || is_or_below(name, "poster-requests")) return true;
  constexpr std::string_view kPosters = "posters/";
  if (!poster_route_of(name)) return false;
  // An id of the list may look like one of ours: the poster wins.
  return wire::find_poster(*services.view.setting().catalogue, name.substr(kPosters.size())) == nullptr;
}

Task<HttpAnswer> answer_poster_route(FrontServices& services, const HttpRequest& request, Peer& peer,
                                     std::string_view name) {
  const auto asker = co_await find_asker(services, request, peer);
  if (!asker) co_return unavailable();
  if (is_public_text(request, name)) {
    if (!*asker && !services.view.setting().catalogue->event.posters_public) {
      co_return api_error(401, "sign_in",
                          "The posters of this event are for invited people. Open your personal link first.");
    }
    const auto* poster = wire::find_poster(*services.view.setting().catalogue, poster_route_of(name)->name);
    if (poster == nullptr) co_return not_found();
    auto answer = co_await read_text(services, poster->key, false);
    co_return answer;
  }
  if (!request.safe()) {
    if (request.method != "POST") {
      auto answer = api_error(405, "method", "This address does not take that method.");
      answer.with("Allow", "GET, HEAD, POST");
      co_return answer;
    }
    if (!services.settings.origins.allows(request.header("origin"))) {
      co_return api_error(403, "origin", "This request came from another site.");
    }
    if (services.draining) co_return api_error(503, "restarting", "The hall restarts. Try again in a few seconds.");
  }
  const auto* found = *asker ? services.view.person((*asker)->session.person) : nullptr;
  if (found == nullptr) co_return api_error(401, "sign_in", "Open your personal link first.");
  const domain::Person person = *found;  // the list may be replaced while the store is asked
  co_await services.order.catch_up_now_and_then(services.steady_ms());
  if (services.order.book().banned(person.id, services.now()) != nullptr) {
    co_return api_error(403, "banned", "You cannot do that while you are kept out of the hall.");
  }
  const Call call{services, request, person};
  auto answer = co_await answer_call(call, name);
  co_return answer;
}

}  // namespace posterhall::net
