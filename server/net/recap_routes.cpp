#include "net/recap_routes.hpp"

#include <algorithm>
#include <limits>

#include "domain/room_clock.hpp"
#include "hall/ports/event_log.hpp"
#include "hall/ports/people_store.hpp"
#include "net/admission.hpp"
#include "net/api_routes.hpp"
#include "net/ask.hpp"
#include "wire/api_recap.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint32_t kPage = 200;
constexpr std::size_t kMostLines = 1000;
constexpr int kMostPages = 500;  // of a room's events: a day of full breakouts

using Events = std::vector<domain::Event>;

Task<Result<Events>> read(FrontServices& services, domain::Channel channel, std::uint32_t after, std::uint32_t before) {
  auto events = co_await ask<Events>(
      services.executor, [&](auto reply) { services.events.read(channel, after, before, kPage, std::move(reply)); });
  co_return events;
}

/// False when the store does not answer.
Task<bool> replay(FrontServices& services, RoomId room, domain::Recap& recap) {
  std::uint32_t after = 0;
  for (int page = 0; page < kMostPages; ++page) {
    const auto events = co_await read(services, domain::Channel::room(room), after, after + kPage + 1);
    if (!events) co_return false;
    if (events->empty()) co_return true;
    for (const domain::Event& event : *events) recap.take(event);
    after = events->back().number;
  }
  co_return true;
}

/// What was said while it was open, read from the newest back; nothing when the store does not answer.
Task<std::optional<wire::RecapTalk>> read_talk(FrontServices& services, RoomId room, UnixMs from, UnixMs until) {
  wire::RecapTalk talk;
  std::uint32_t before = std::numeric_limits<std::uint32_t>::max();
  for (bool more = true; more;) {
    const auto events = co_await read(services, domain::Channel::talk(room), 0, before);
    if (!events) co_return std::nullopt;
    more = !events->empty() && events->front().number > 1 && events->front().at >= from;
    for (auto it = events->rbegin(); it != events->rend(); ++it) {
      const bool words = it->kind == domain::EventKind::message && !it->text.empty();
      if (!words || it->at < from || (until != 0 && it->at > until)) continue;
      if (talk.lines.size() == kMostLines) {
        talk.more = true;
        more = false;
        break;
      }
      talk.lines.push_back(*it);
    }
    if (!events->empty()) before = events->front().number;
  }
  std::ranges::reverse(talk.lines);
  co_return talk;
}

}  // namespace

Task<HttpAnswer> answer_recap(FrontServices& services, const HttpRequest& request, Peer& peer) {
  auto admitted = co_await admit(services, request, peer);
  if (auto* answer = std::get_if<HttpAnswer>(&admitted)) co_return std::move(*answer);
  const PersonId reader = std::get<domain::Person>(admitted).id;
  if (!request.safe()) co_return api_error(404, "not_found", "There is nothing at this address.");
  const std::string id{request.parameter("session").value_or("")};
  const auto catalogue = services.view.setting().catalogue;
  const domain::Session* session = domain::find_session(*catalogue, id);
  if (session == nullptr || !session->room) {
    co_return api_error(404, "no_session", "The programme has no such breakout. Look at it again.");
  }
  // It may read many pages of the log.
  if (const auto wait = services.poster_rates.take_recap(reader, services.steady_ms()); wait > 0) {
    co_return api_slow_down(wait);
  }
  const RoomId room = session->room;
  domain::Recap recap(id);
  if (!co_await replay(services, room, recap)) {
    co_return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
  }
  if (!recap.opened()) {
    co_return api_error(404, "not_opened", "This breakout was not opened yet: there is nothing to read.");
  }
  const auto talk = co_await read_talk(services, room, recap.from(), recap.until());
  if (!talk) co_return api_error(503, "unavailable", "The hall cannot answer just now. Try again in a moment.");
  const auto people = services.view.setting().people;
  const auto name_of = [&](PersonId person) {
    const auto* found = hall::find_person(*people, person);
    return found == nullptr ? std::string() : found->name;
  };
  co_return json_answer(200, wire::recap_json(id, recap, *talk, name_of, catalogue->decks));
}

}  // namespace posterhall::net
