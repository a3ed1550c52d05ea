#include "wire/api_my.hpp"

#include <algorithm>

#include "posterhall/v1/my_things.pb.h"
#include "wire/api_json.hpp"
#include "wire/decode_text.hpp"

namespace posterhall::wire {
namespace {

constexpr std::size_t kMostNote = 300;
constexpr std::size_t kMostSessionId = 128;  // bytes

void fill(v1::Card& out, const hall::Card& card) {
  out.set_poster(card.poster.value);
  out.set_person(card.person.value);
  out.set_name(card.name);
  out.set_affiliation(card.affiliation);
  out.set_email(card.email);
  out.set_note(card.note);
  out.set_at_ms(static_cast<double>(card.at));
}

}  // namespace

std::string visited_json(const std::vector<PosterKey>& posters) {
  v1::Visited out;
  for (const PosterKey poster : posters) out.add_posters(poster.value);
  return to_json(out);
}

std::string my_card_json(const hall::Card& card, const std::vector<hall::Card>& left) {
  v1::MyCard out;
  out.set_name(card.name);
  out.set_affiliation(card.affiliation);
  out.set_email(card.email);
  for (const auto& one : left) fill(*out.add_left(), one);
  return to_json(out);
}

std::string card_json(const hall::Card& card) {
  v1::Card out;
  fill(out, card);
  return to_json(out);
}

std::string cards_json(const std::vector<hall::Card>& cards) {
  v1::Cards out;
  for (const auto& card : cards) fill(*out.add_cards(), card);
  return to_json(out);
}

std::string similar_json(const std::vector<hall::SimilarPoster>& posters) {
  v1::SimilarPosters out;
  for (const auto& poster : posters) {
    auto& to = *out.add_posters();
    to.set_key(poster.poster.value);
    to.set_likeness(poster.likeness);
    for (const auto& word : poster.words) to.add_words(word);
  }
  return to_json(out);
}

std::string my_programme_json(const hall::ChosenSessions& chosen, const domain::PersonalProgramme& mine) {
  v1::MyProgramme out;
  for (const auto& session : mine.sessions) {
    if (std::ranges::find(chosen.sessions, session) != chosen.sessions.end()) out.add_sessions(session);
  }
  for (const auto& session : mine.hosting) out.add_hosting(session);
  for (const auto& shift : mine.shifts) {
    auto& to = *out.add_shifts();
    to.set_poster(shift.poster.value);
    to.set_start_ms(static_cast<double>(shift.span.start));
    to.set_end_ms(static_cast<double>(shift.span.end));
  }
  out.set_calendar_ms(static_cast<double>(chosen.calendar_at));
  return to_json(out);
}

std::string my_calendar_json(const std::string& path, UnixMs at) {
  v1::MyCalendar out;
  out.set_path(path);
  out.set_at_ms(static_cast<double>(at));
  return to_json(out);
}

std::optional<PosterKey> parse_visited_request(std::string_view json) {
  v1::VisitedRequest request;
  if (!from_json(json, request) || request.poster() == 0) return std::nullopt;
  return PosterKey{request.poster()};
}

std::optional<CardRequest> parse_card_request(std::string_view json) {
  v1::CardRequest request;
  if (!from_json(json, request)) return std::nullopt;
  auto note = read_line(request.note(), kMostNote);
  if (!note) return std::nullopt;
  return CardRequest{std::move(*note), request.with_email()};
}

std::optional<ProgrammeRequest> parse_programme_request(std::string_view json) {
  v1::MyProgrammeRequest request;
  if (!from_json(json, request) || request.session().empty() || request.session().size() > kMostSessionId) {
    return std::nullopt;
  }
  return ProgrammeRequest{request.session(), request.on()};
}

std::optional<bool> parse_calendar_request(std::string_view json) {
  v1::MyCalendarRequest request;
  if (!from_json(json, request)) return std::nullopt;
  return request.end();
}

}  // namespace posterhall::wire
