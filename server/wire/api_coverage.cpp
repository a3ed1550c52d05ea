#include <algorithm>
#include <unordered_map>

#include "posterhall/v1/api_attend.pb.h"
#include "wire/api_attend.hpp"
#include "wire/api_json.hpp"

namespace posterhall::wire {
namespace {

using At = hall::notice::Whereabouts::At;

/// People by what the hall knows of them now.
struct Known {
  std::unordered_map<PersonId, const hall::PersonHere*> here;
  std::unordered_map<PersonId, const hall::CalledAuthor*> called;

  Known(const hall::HallReport* report, std::span<const hall::PersonHere> people) {
    for (const auto& row : people) here.emplace(row.person, &row);
    if (report == nullptr) return;
    for (const auto& call : report->called) called.emplace(call.person, &call);
  }
};

void fill_where(v1::CoverageAuthor& out, const domain::Person& person, const Known& known) {
  const auto found = known.here.find(person.id);
  if (found == known.here.end()) {
    out.set_where(person.entered ? v1::AUTHOR_WHERE_NOT_HERE : v1::AUTHOR_WHERE_NEVER_CAME);
    return;
  }
  const auto& row = *found->second;
  out.set_where(row.away ? v1::AUTHOR_WHERE_AWAY : v1::AUTHOR_WHERE_HERE);
  if (row.away) return;
  if (row.at.at == At::booth) out.set_where(v1::AUTHOR_WHERE_BOOTH);
  if (row.at.at == At::room) out.set_where(v1::AUTHOR_WHERE_ROOM);
  if (row.at.at == At::booth || row.at.at == At::room) out.set_at(row.at.value);
}

void fill_author(v1::CoverageAuthor& out, const domain::Person& person, BoothNumber booth, const Known& known) {
  out.set_person(person.id.value);
  out.set_name(person.name);
  fill_where(out, person, known);
  const auto call = known.called.find(person.id);
  if (call == known.called.end() || call->second->booth != booth) return;
  out.set_call(static_cast<std::uint32_t>(call->second->how));
  out.set_called_ms(static_cast<double>(call->second->since));
}

bool is_due(const domain::Person& person, const domain::Gap& gap) {
  const bool presents = std::ranges::find(person.presents, gap.poster->key) != person.presents.end();
  return presents && (gap.planned.empty() || std::ranges::find(gap.planned, person.id) != gap.planned.end());
}

void fill_gap(v1::CoverageGap& out, const domain::Gap& gap, const CoverageView& view, const Known& known) {
  out.set_number(gap.poster->booth.value);
  out.set_poster(gap.poster->id);
  out.set_title(gap.poster->title);
  out.set_topic(gap.poster->topic);
  out.set_waiting(gap.waiting);
  out.set_last_here_ms(static_cast<double>(view.memory->of(gap.poster->booth).author_last));
  if (view.people == nullptr) return;
  for (const auto& person : *view.people) {
    if (is_due(person, gap)) fill_author(*out.add_authors(), person, gap.poster->booth, known);
  }
}

void fill_people(v1::Coverage& out, const hall::HallReport* report) {
  if (report == nullptr) return;
  out.set_here(report->facts.people_here);
  out.set_in_list(static_cast<std::uint32_t>(std::ranges::count_if(report->people, &hall::VisitorHere::list_mode)));
  for (const auto& room : report->facts.rooms) {
    if (!room.open) continue;
    out.set_rooms_open(out.rooms_open() + 1);
    out.set_in_rooms(out.in_rooms() + room.members);
  }
}

void fill_sessions(v1::Coverage& out, const CoverageView& view, const std::string& chosen) {
  for (const auto& session : view.catalogue->sessions) {
    if (session.kind != domain::SessionKind::exhibition || session.span.end == 0) continue;
    auto& to = *out.add_sessions();
    to.set_session(session.id);
    to.set_title(session.title);
    to.mutable_span()->set_start_ms(static_cast<double>(session.span.start));
    to.mutable_span()->set_end_ms(static_cast<double>(session.span.end));
    if (session.id != chosen) continue;
    out.set_session(chosen);
    out.set_running(session.span.start <= view.now && view.now < session.span.end);
  }
}

}  // namespace

std::string coverage_json(const CoverageView& view, const std::string& session) {
  v1::Coverage out;
  out.set_now_ms(static_cast<double>(view.now));
  fill_people(out, view.report);
  fill_sessions(out, view, session);
  const auto coverage = domain::cover(*view.catalogue, view.booths, session, view.now);
  out.set_attended(coverage.attended);
  out.set_planned(coverage.planned);
  out.set_waiting(coverage.waiting);
  out.set_waiting_at(coverage.waiting_at);
  for (const auto& topic : coverage.topics) {
    auto& to = *out.add_topics();
    to.set_topic(topic.topic);
    to.set_name(view.catalogue->topics[topic.topic].name);
    to.set_posters(topic.posters);
    to.set_planned(topic.planned);
    to.set_here(topic.here);
  }
  const Known known(view.report, view.here);
  for (const auto& gap : coverage.gaps) fill_gap(*out.add_gaps(), gap, view, known);
  for (const auto& poster : view.catalogue->posters) {
    if (view.memory->quiet(poster.booth, view.now)) out.add_quiet(poster.booth.value);
  }
  return to_json(out);
}

}  // namespace posterhall::wire
