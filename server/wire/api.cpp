#include "wire/api.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.hpp"
#include "posterhall/v1/api.pb.h"
#include "wire/api_json.hpp"
#include "wire/catalogue.hpp"
#include "wire/decode.hpp"
#include "wire/decode_text.hpp"
#include "wire/profile.hpp"

namespace posterhall::wire {
namespace {

constexpr std::size_t kMaxToken = 256;    ///< bytes; links carry far less
constexpr std::size_t kMaxTimeZone = 64;  ///< bytes of an IANA name

using BoothFacts = std::unordered_map<BoothNumber, const hall::notice::BoothFact*>;

BoothFacts booth_facts(const hall::notice::HallFacts* facts) {
  BoothFacts out;
  if (facts == nullptr) return out;
  for (const auto& fact : facts->booths) out.emplace(fact.booth, &fact);
  return out;
}

void fill_poster(v1::ApiPoster& out, const domain::Poster& poster, const BoothFacts& facts) {
  out.set_id(poster.id);
  out.set_number(poster.booth.value);
  out.set_title(poster.title);
  for (const auto& author : poster.authors) out.add_authors(author);
  out.set_summary(poster.summary);
  out.set_category(poster.category);
  out.set_link(poster.link);
  if (const auto fact = facts.find(poster.booth); fact != facts.end()) {
    out.set_attended(fact->second->attended);
    out.set_visitors(fact->second->visitors);
  }
  out.set_version(poster.version);
  out.set_booth(poster.file_booth);
  out.set_key(poster.key.value);
}

/// Where a session is to be seen is for the invited, unless it is open to everybody.
void keep_private(v1::ApiEvent& out) {
  for (auto& session : *out.mutable_sessions()) {
    if (session.stream_public()) continue;
    session.clear_stream();
    session.clear_recording();
  }
}

void fill_event(v1::ApiEvent& out, const ApiView& view) {
  fill_event_info(*out.mutable_event(), view.catalogue->event);
  out.set_posters(static_cast<std::uint32_t>(view.catalogue->posters.size()));
  for (const auto& session : view.catalogue->sessions) fill_session(*out.add_sessions(), session);
  out.set_now_ms(static_cast<double>(view.now));
  out.set_posters_public(view.catalogue->event.posters_public);
  out.set_client_build(std::string{view.client_build});
  out.set_authors_here(view.authors_here);
}

template <class Message>
std::optional<Message> parse(std::string_view json) {
  Message message;
  if (!from_json(json, message)) return {};
  return message;
}

}  // namespace

std::string event_json(const ApiView& view, bool invited) {
  v1::ApiEvent out;
  fill_event(out, view);
  if (!invited) keep_private(out);
  return to_json(out);
}

std::string streams_json(const ApiView& view, bool (*shown)(const domain::Session&)) {
  v1::ApiEvent out;
  const domain::EventInfo& event = view.catalogue->event;
  out.mutable_event()->set_name(event.name);
  out.mutable_event()->set_edition(event.edition);
  out.mutable_event()->set_time_zone(event.time_zone);
  for (const auto& session : view.catalogue->sessions) {
    if (!shown(session)) continue;
    auto& to = *out.add_sessions();
    fill_session(to, session);
    to.clear_room();
    to.clear_change();
  }
  out.set_now_ms(static_cast<double>(view.now));
  out.set_client_build(std::string{view.client_build});
  return to_json(out);
}

std::string poster_json(const ApiView& view, const domain::Poster& poster) {
  v1::ApiPoster out;
  fill_poster(out, poster, booth_facts(view.facts));
  return to_json(out);
}

std::string posters_json(const ApiView& view) {
  v1::ApiPosters out;
  const auto facts = booth_facts(view.facts);
  for (const auto& poster : view.catalogue->posters) fill_poster(*out.add_posters(), poster, facts);
  return to_json(out);
}

std::string counts_json(const ApiView& view) {
  v1::ApiCounts out;
  out.set_posters(static_cast<std::uint32_t>(view.catalogue->posters.size()));
  if (view.facts != nullptr) {
    out.set_people_here(view.facts->people_here);
    for (const auto& booth : view.facts->booths) {
      out.set_attended(out.attended() + (booth.attended ? 1U : 0U));
      out.set_needs_visitors(out.needs_visitors() + (booth.needs_visitors ? 1U : 0U));
    }
  }
  return to_json(out);
}

std::string invitation_json(const ApiView& view, const domain::Person& person, bool on_another_device) {
  v1::InvitationAnswer out;
  v1::Profile profile;
  fill_profile(profile, person);
  out.set_name(profile.name());
  out.set_short_name(profile.short_name());
  out.set_affiliation(profile.affiliation());
  out.set_role(profile.role());
  out.set_look(profile.look());
  out.set_person(person.id.value);
  const auto facts = booth_facts(view.facts);
  for (const auto& poster : view.catalogue->posters) {
    if (std::find(person.presents.begin(), person.presents.end(), poster.key) == person.presents.end()) continue;
    fill_poster(*out.add_presents(), poster, facts);
  }
  fill_event(*out.mutable_event(), view);
  out.set_used_on_another_device(on_another_device);
  return to_json(out);
}

std::string enter_json(PersonId person, bool ask_take_over) {
  v1::EnterAnswer out;
  out.set_person(person.value);
  out.set_ask_take_over(ask_take_over);
  return to_json(out);
}

std::string ticket_json(std::string_view ticket, std::string_view process) {
  v1::TicketAnswer out;
  out.set_ticket(std::string{ticket});
  out.set_process(std::string{process});
  return to_json(out);
}

std::string session_json(const domain::Person& person) {
  v1::SessionAnswer out;
  out.set_person(person.id.value);
  out.set_name(person.name);
  out.set_role(static_cast<v1::Role>(person.role));
  return to_json(out);
}

std::string error_json(std::string_view code, std::string_view message) {
  v1::ApiError out;
  out.set_code(std::string{code});
  out.set_message(std::string{message});
  return to_json(out);
}

std::string banned_json(std::string_view message, const hall::notice::MyMeasure& measure) {
  v1::ApiError out;
  out.set_code("banned");
  out.set_message(std::string{message});
  fill_my_measure(*out.mutable_measure(), measure);
  return to_json(out);
}

std::optional<std::string> parse_invitation_request(std::string_view json) {
  auto request = parse<v1::InvitationRequest>(json);
  if (!request || request->token().empty() || request->token().size() > kMaxToken) return std::nullopt;
  return std::move(*request->mutable_token());
}

std::optional<EnterRequest> parse_enter_request(std::string_view json) {
  const auto request = parse<v1::EnterRequest>(json);
  if (!request || request->token().empty() || request->token().size() > kMaxToken) return std::nullopt;
  const auto& look = request->look();
  EnterRequest out;
  if (!look.empty() && look.size() != out.look.size()) return std::nullopt;
  std::copy(look.begin(), look.end(), out.look.begin());
  auto name = read_line(request->short_name(), kMaxShortName);
  auto zone = read_line(request->time_zone(), kMaxTimeZone);
  if (!name || !zone) return std::nullopt;
  out.token = request->token();
  out.short_name = std::move(*name);
  out.time_zone = std::move(*zone);
  out.take_over = request->take_over();
  return out;
}

const domain::Poster* find_poster(const domain::Catalogue& catalogue, std::string_view name) {
  const auto find = [&catalogue](auto matches) -> const domain::Poster* {
    const auto found = std::find_if(catalogue.posters.begin(), catalogue.posters.end(), matches);
    return found == catalogue.posters.end() ? nullptr : &*found;
  };
  if (name.empty()) return nullptr;
  if (const auto* p = find([&](const auto& q) { return q.booth && std::to_string(q.booth.value) == name; })) return p;
  if (const auto* p = find([&](const auto& q) { return q.id == name; })) return p;
  return find([&](const auto& q) { return same_ignoring_case(q.file_booth, name); });
}

}  // namespace posterhall::wire
