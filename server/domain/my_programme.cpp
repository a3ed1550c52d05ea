#include "domain/my_programme.hpp"

#include <algorithm>
#include <tuple>

#include "domain/room_clock.hpp"

namespace posterhall::domain {
namespace {

/// Hours of a poster that are this author's: their pieces, and those that are whichever author's.
std::vector<TimeSpan> hours_of(const Catalogue& catalogue, const Poster& poster, PersonId person) {
  std::vector<TimeSpan> hours = poster.own_hours;
  for (const auto& plan : poster.plans) {
    const Session* session = find_session(catalogue, plan.session);
    if (session == nullptr || session->span.end == 0) continue;
    for (const auto& piece : plan.pieces) {
      if (piece.person && piece.person != person) continue;
      hours.push_back({session->span.start + piece.from, session->span.start + piece.to});
    }
  }
  return joined_hours(std::move(hours));
}

}  // namespace

PersonalProgramme programme_of(const Catalogue& catalogue, const Person& person,
                               const std::vector<std::string>& chosen) {
  PersonalProgramme mine;
  for (const auto& session : catalogue.sessions) {
    const bool own = hosts(session, person.email);
    if (own) mine.hosting.push_back(session.id);
    if (own || std::ranges::find(chosen, session.id) != chosen.end()) mine.sessions.push_back(session.id);
  }
  for (const auto& poster : catalogue.posters) {
    if (std::ranges::find(person.presents, poster.key) == person.presents.end()) continue;
    for (const auto& span : hours_of(catalogue, poster, person.id)) mine.shifts.push_back({poster.key, span});
  }
  std::ranges::sort(mine.shifts, [](const PosterShift& a, const PosterShift& b) {
    return std::tie(a.span.start, a.span.end, a.poster) < std::tie(b.span.start, b.span.end, b.poster);
  });
  return mine;
}

}  // namespace posterhall::domain
