#include "wire/api_attend.hpp"

#include <algorithm>

#include "domain/room_clock.hpp"
#include "posterhall/v1/api_attend.pb.h"
#include "wire/api_json.hpp"

namespace posterhall::wire {
namespace {

void fill_span(v1::Span& out, const domain::TimeSpan& span) {
  out.set_start_ms(static_cast<double>(span.start));
  out.set_end_ms(static_cast<double>(span.end));
}

void fill_pieces(v1::ShiftSession& out, const domain::ShiftPlan& plan, UnixMs start) {
  out.set_number(plan.number);
  for (const auto& piece : plan.pieces) {
    auto& to = *out.add_pieces();
    to.set_person(piece.person.value);
    to.set_start_ms(static_cast<double>(start + piece.from));
    to.set_end_ms(static_cast<double>(start + piece.to));
  }
}

bool can_be_tended(const domain::Session& session) {
  return session.kind == domain::SessionKind::exhibition && session.span.end != 0;
}

}  // namespace

std::string shifts_json(const domain::Catalogue& catalogue, const domain::Poster& poster,
                        std::span<const domain::Person* const> authors, PersonId you, const domain::ShiftPlan* newer) {
  v1::Shifts out;
  out.set_poster(poster.id);
  out.set_number(poster.booth.value);
  for (const auto* author : authors) {
    auto& to = *out.add_authors();
    to.set_person(author->id.value);
    to.set_name(author->name);
    to.set_you(author->id == you);
  }
  for (const auto& session : catalogue.sessions) {
    if (session.kind == domain::SessionKind::breakout && session.span.end != 0) {
      for (const auto* author : authors) {
        if (!domain::hosts(session, author->email)) continue;
        auto& to = *out.add_hosting();
        to.set_person(author->id.value);
        to.set_title(session.title);
        fill_span(*to.mutable_span(), session.span);
      }
    }
    const auto plan = std::ranges::find(poster.plans, session.id, &domain::ShiftPlan::session);
    const bool planned = plan != poster.plans.end();
    if (!can_be_tended(session) && !(planned && !plan->pieces.empty())) continue;
    auto& to = *out.add_sessions();
    to.set_session(session.id);
    to.set_title(session.title);
    fill_span(*to.mutable_span(), session.span);
    if (newer != nullptr && newer->session == session.id) {
      fill_pieces(to, *newer, session.span.start);
    } else if (planned) {
      fill_pieces(to, *plan, session.span.start);
    }
  }
  for (const auto& span : poster.own_hours) fill_span(*out.add_own_hours(), span);
  return to_json(out);
}

std::optional<ShiftsRequest> parse_shifts_request(std::string_view json, const domain::Catalogue& catalogue) {
  v1::ShiftsRequest request;
  if (!from_json(json, request)) return {};
  const auto session = std::ranges::find(catalogue.sessions, request.session(), &domain::Session::id);
  if (session == catalogue.sessions.end() || !can_be_tended(*session)) return std::nullopt;
  ShiftsRequest wanted{session->id, request.number(), session->span.end - session->span.start, {}};
  for (const auto& piece : request.pieces()) {
    if (!is_time(piece.start_ms()) || !is_time(piece.end_ms()) || piece.end_ms() <= piece.start_ms()) return {};
    wanted.pieces.push_back({PersonId{piece.person()}, static_cast<UnixMs>(piece.start_ms()) - session->span.start,
                             static_cast<UnixMs>(piece.end_ms()) - session->span.start});
  }
  return wanted;
}

}  // namespace posterhall::wire
