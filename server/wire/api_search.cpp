#include "wire/api_search.hpp"

#include <algorithm>

#include "posterhall/v1/api.pb.h"
#include "wire/api_json.hpp"
#include "wire/profile.hpp"

namespace posterhall::wire {
namespace {

void fill_poster(v1::SearchPoster& out, const ApiView& view, const domain::Poster& poster, hall::MatchedIn in) {
  out.set_key(poster.key.value);
  out.set_number(poster.booth.value);
  out.set_title(poster.title);
  for (const auto& author : poster.authors) out.add_authors(author);
  out.set_matched_in(std::string{hall::to_text(in)});
  if (view.facts == nullptr) return;
  const auto fact = std::ranges::find(view.facts->booths, poster.booth, &hall::notice::BoothFact::booth);
  if (fact == view.facts->booths.end()) return;
  out.set_attended(fact->attended);
  out.set_visitors(fact->visitors);
}

void fill_session(v1::SearchSession& out, const domain::Session& session) {
  out.set_id(session.id);
  out.set_title(session.title);
  out.set_room(session.room.value);
  if (session.span == domain::TimeSpan{}) return;
  out.mutable_span()->set_start_ms(static_cast<double>(session.span.start));
  out.mutable_span()->set_end_ms(static_cast<double>(session.span.end));
}

}  // namespace

std::string search_json(const ApiView& view, std::string_view query, const hall::SearchResult& result,
                        std::span<const hall::notice::PersonRow> people, SearchShows shows) {
  v1::ApiSearch out;
  out.set_query(std::string{query});
  if (shows.posters) {
    out.set_posters_found(result.posters_found);
    for (const auto& hit : result.posters) {
      fill_poster(*out.add_posters(), view, view.catalogue->posters[hit.index], hit.in);
    }
    out.set_did_you_mean(result.did_you_mean);
  }
  if (shows.people) {
    out.set_people_found(result.people_found);
    for (const auto& hit : result.people) {
      const auto& row = people[hit.index];
      auto& to = *out.add_people();
      fill_profile(*to.mutable_profile(), row.person);
      fill_whereabouts(*to.mutable_at(), row.at);
      to.set_visitor(row.visitor.value);
    }
  }
  if (shows.sessions) {
    out.set_sessions_found(result.sessions_found);
    for (const auto& hit : result.sessions) fill_session(*out.add_sessions(), view.catalogue->sessions[hit.index]);
  }
  return to_json(out);
}

}  // namespace posterhall::wire
