#include "domain/coverage.hpp"

#include <algorithm>
#include <unordered_map>

namespace posterhall::domain {
namespace {

bool holds(const TimeSpan& span, UnixMs at) { return span.start <= at && at < span.end; }

const Session* session_of(const Catalogue& catalogue, std::string_view id) {
  const auto found = std::ranges::find(catalogue.sessions, id, &Session::id);
  return found == catalogue.sessions.end() ? nullptr : &*found;
}

/// In a session that runs: due in it now. Else: has any part of it. No session: of any.
bool planned_in(const Catalogue& catalogue, const Poster& poster, const Session* session, UnixMs now) {
  if (session == nullptr) return !poster.shifts.empty();
  if (holds(session->span, now)) return due_at(catalogue, poster, now).has_value();
  const auto plan = std::ranges::find(poster.plans, session->id, &ShiftPlan::session);
  return plan != poster.plans.end() && !plan->pieces.empty();
}

}  // namespace

void AttendanceMemory::observe(std::span<const BoothNow> booths, UnixMs now) {
  std::map<BoothNumber, const BoothNow*> there;
  for (const BoothNow& booth : booths) there.emplace(booth.booth, &booth);
  for (auto& [number, of] : booths_) {
    const auto found = there.find(number);
    if (found == there.end() || !found->second->attended) of.attended_since = 0;
  }
  for (const BoothNow& booth : booths) {
    Of& of = booths_[booth.booth];
    if (booth.attended) of.author_last = now;
    if (booth.attended && of.attended_since == 0) of.attended_since = now;
    if (booth.visitors > 0) of.visitor_last = now;
  }
}

AttendanceMemory::Of AttendanceMemory::of(BoothNumber booth) const {
  const auto found = booths_.find(booth);
  return found == booths_.end() ? Of{} : found->second;
}

bool AttendanceMemory::quiet(BoothNumber booth, UnixMs now) const {
  const Of known = of(booth);
  const bool long_enough = known.attended_since != 0 && now - known.attended_since >= kQuietAfterMs;
  return long_enough && now - known.visitor_last >= kQuietAfterMs;
}

std::optional<std::vector<PersonId>> due_at(const Catalogue& catalogue, const Poster& poster, UnixMs at) {
  bool due = std::ranges::any_of(poster.own_hours, [&](const TimeSpan& span) { return holds(span, at); });
  std::vector<PersonId> who;
  for (const ShiftPlan& plan : poster.plans) {
    const Session* session = session_of(catalogue, plan.session);
    if (session == nullptr || !holds(session->span, at)) continue;
    for (const ShiftPiece& piece : plan.pieces) {
      if (!holds({session->span.start + piece.from, session->span.start + piece.to}, at)) continue;
      due = true;
      if (piece.person) who.push_back(piece.person);
    }
  }
  if (!due) return std::nullopt;
  return who;
}

Coverage cover(const Catalogue& catalogue, std::span<const BoothNow> booths, std::string_view session_id, UnixMs now) {
  std::unordered_map<BoothNumber, const BoothNow*> there;
  for (const BoothNow& booth : booths) there.emplace(booth.booth, &booth);
  const Session* session = session_of(catalogue, session_id);
  Coverage out;
  for (std::uint32_t topic = 0; topic < catalogue.topics.size(); ++topic) out.topics.push_back({topic, 0, 0, 0});
  for (const Poster& poster : catalogue.posters) {
    const auto found = there.find(poster.booth);
    const BoothNow booth = found == there.end() ? BoothNow{poster.booth, 0, false} : *found->second;
    if (booth.attended) ++out.attended;
    if (!booth.attended && booth.visitors > 0) {
      out.waiting += booth.visitors;
      ++out.waiting_at;
    }
    auto due = due_at(catalogue, poster, now);
    if (due) ++out.planned;
    if (due && !booth.attended) out.gaps.push_back({&poster, std::move(*due), booth.visitors});
    if (poster.topic >= out.topics.size()) continue;
    TopicCoverage& topic = out.topics[poster.topic];
    ++topic.posters;
    if (!planned_in(catalogue, poster, session, now)) continue;
    ++topic.planned;
    if (booth.attended) ++topic.here;
  }
  std::ranges::stable_sort(out.gaps, [](const Gap& a, const Gap& b) { return a.waiting > b.waiting; });
  return out;
}

}  // namespace posterhall::domain
