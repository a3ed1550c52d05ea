#include "net/upload_routes.hpp"

#include "net/api_routes.hpp"
#include "net/deck_routes.hpp"

namespace posterhall::net {
namespace {

using domain::Act;

constexpr std::uint32_t kMostFile = 50'000'000;

wire::UploadTerms terms_of(const PosterCall& call, const hall::Upload& upload) {
  const bool may = upload.session.empty() ? call.may_put_up(upload.poster) : !refuse_slides(call, upload.session);
  return {static_cast<std::uint32_t>(kUploadPiece), may};
}
HttpAnswer show(const PosterCall& call, const hall::Upload& upload, unsigned status = 200) {
  auto answer = json_answer(status, wire::upload_json(upload, call.names(), terms_of(call, upload)));
  answer.with("Upload-Offset", std::to_string(upload.offset)).with("Upload-Length", std::to_string(upload.size));
  return answer;
}
/// What became of a question about an upload.
HttpAnswer tell(const PosterCall& call, const Result<hall::UploadAnswer>& answer) {
  if (!answer) return poster_unavailable();
  switch (answer->refused) {
    case hall::UploadRefused::none: return show(call, answer->upload);
    case hall::UploadRefused::wrong_offset: return show(call, answer->upload, 409);
    case hall::UploadRefused::nothing_there:
      return api_error(404, "no_upload", "This upload is not here any more. Begin again.");
    case hall::UploadRefused::too_many:
      return api_error(429, "too_many", "You have five files waiting. Put one up or drop one first.");
    case hall::UploadRefused::no_space:
      return api_error(507, "no_space",
                       "There is no room for this file just now. The live poster is unchanged; tell the organisers.");
  }
  return poster_unavailable();
}

template <class Start>
Task<Result<hall::UploadAnswer>> ask_desk(FrontServices& services, Start start) {
  auto answer = co_await ask<hall::UploadAnswer>(services.executor, std::move(start));
  co_return answer;
}

Task<HttpAnswer> begin_upload(const PosterCall& call) {
  auto& services = call.services;
  const auto wanted = wire::parse_upload_request(call.request.body);
  if (!wanted) co_return poster_malformed();
  const auto* poster = wanted->session.empty() ? call.poster(wanted->poster) : nullptr;
  if (!wanted->session.empty()) {
    if (auto refused = refuse_slides(call, wanted->session)) co_return std::move(*refused);
  } else {
    if (poster == nullptr) co_return poster_not_found();
    if (!call.may(Act::put_poster, poster->key)) co_return poster_not_allowed();
  }
  const std::string stays = poster == nullptr ? "Nothing has changed." : "The live poster is unchanged.";
  if (wanted->size > kMostFile) {
    co_return api_error(
        413, "too_big",
        "That file has " + std::to_string((wanted->size + 999'999) / 1'000'000) + " MB; the limit is 50. " + stays);
  }
  if (wanted->size == 0) co_return api_error(400, "empty", "That file is empty. " + stays);
  if (const auto wait = services.poster_rates.take_upload(call.person.id, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait, "You may upload ten files in an hour. Wait a little, or ask an organiser.");
  }
  hall::NewUpload upload{call.person.id,  poster == nullptr ? PosterKey{} : poster->key,
                         wanted->session, wanted->name,
                         wanted->size,    wanted->sha256};
  const auto answer =
      co_await ask_desk(services, [&](auto reply) { services.uploads.begin(std::move(upload), std::move(reply)); });
  co_return tell(call, answer);
}

Task<HttpAnswer> list_uploads(const PosterCall& call) {
  auto& services = call.services;
  const auto mine = co_await ask<std::vector<hall::Upload>>(
      services.executor, [&](auto reply) { services.uploads.of_owner(call.person.id, std::move(reply)); });
  if (!mine) co_return poster_unavailable();
  co_return json_answer(200, wire::uploads_json(*mine, call.names(), [&call](const hall::Upload& upload) {
                          return terms_of(call, upload);
                        }));
}

Task<Result<hall::UploadAnswer>> find_upload(const PosterCall& call, const std::string& id) {
  auto& services = call.services;
  auto found =
      co_await ask_desk(services, [&](auto reply) { services.uploads.find(id, call.person.id, std::move(reply)); });
  co_return found;
}

Task<HttpAnswer> write_piece(const PosterCall& call, std::string id) {
  auto& services = call.services;
  const auto offset = number_of(call.request.parameter("offset").value_or(""));
  if (!offset) co_return poster_malformed();
  auto answer = co_await ask_desk(services, [&](auto reply) {
    services.uploads.write(std::move(id), call.person.id, *offset, call.request.body, std::move(reply));
  });
  co_return tell(call, answer);
}

/// "Use these slides".
Task<HttpAnswer> settle_slides(const PosterCall& call, const hall::Upload& upload, bool ask_organiser) {
  auto& services = call.services;
  if (ask_organiser) co_return poster_not_found();
  if (auto refused = refuse_slides(call, upload.session)) co_return std::move(*refused);
  if (upload.state != hall::UploadState::ready) {
    co_return api_error(409, "not_ready", "These slides are not ready to be used.");
  }
  const auto deck = co_await put_up_slides(call, upload);
  if (!deck) co_return poster_unavailable();
  if (deck->id == 0) co_return api_error(404, "no_upload", "This upload is not here any more. Begin again.");
  const auto settled = co_await ask_desk(services, [&](auto reply) {
    services.uploads.settle(upload.id, call.person.id, hall::UploadState::live, deck->id, std::move(reply));
  });
  co_return tell(call, settled);
}

/// "Put it up" and "Ask the organiser": the right to it is looked at again, the file may have waited for hours.
Task<HttpAnswer> settle_upload(const PosterCall& call, std::string id, bool ask_organiser) {
  auto& services = call.services;
  const auto note = wire::parse_note(call.request.body);
  if (!note) co_return poster_malformed();
  const auto found = co_await find_upload(call, id);
  if (!found || found->refused != hall::UploadRefused::none) co_return tell(call, found);
  const auto& upload = found->upload;
  if (!upload.session.empty()) {
    auto answer = co_await settle_slides(call, upload, ask_organiser);
    co_return answer;
  }
  if (!call.may(Act::put_poster, upload.poster)) co_return poster_not_allowed();
  const bool ready =
      upload.state == hall::UploadState::ready || (!ask_organiser && upload.state == hall::UploadState::preview);
  if (!ready) co_return api_error(409, "not_ready", "This file is not ready to be put up.");
  hall::PutUp wanted{
      upload.poster, upload.file.file_hash, upload.name, *note, call.person.id, call.asks_after_freeze(), 0};
  auto state = hall::UploadState::asked;
  std::uint32_t number = 0;
  if (ask_organiser) {
    const auto asked = co_await ask<std::uint32_t>(
        services.executor, [&](auto reply) { services.poster_requests.ask(std::move(wanted), std::move(reply)); });
    if (!asked) co_return poster_unavailable();
    number = *asked;
  } else {
    const auto put = co_await ask<hall::PutUpAnswer>(
        services.executor, [&](auto reply) { services.posters.put_up(std::move(wanted), std::move(reply)); });
    if (!put) co_return poster_unavailable();
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
  co_return tell(call, settled);
}

Task<HttpAnswer> drop_upload(const PosterCall& call, std::string id) {
  auto& services = call.services;
  const auto dropped = co_await ask_desk(
      services, [&](auto reply) { services.uploads.drop(std::move(id), call.person.id, std::move(reply)); });
  if (dropped && dropped->refused == hall::UploadRefused::none) co_return json_answer(200, "{}");
  co_return tell(call, dropped);
}

}  // namespace

Task<HttpAnswer> answer_uploads(const PosterCall& call, std::string_view rest) {
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
    if (!reads) co_return poster_not_found();
    const auto found = co_await find_upload(call, id);
    co_return tell(call, found);
  }
  const auto what = rest.substr(slash + 1);
  if (reads) co_return poster_not_found();
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
  co_return poster_not_found();
}

}  // namespace posterhall::net
