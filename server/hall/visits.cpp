#include "hall/visits.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace posterhall::hall {
namespace {

/// A longer pause between two sweeps was no time at a booth: the loop stood still.
constexpr std::uint64_t kMostMs = 5000;
constexpr std::uint32_t kTellAttendedEvery = 10;  // sweeps: hundreds of booths are attended at once

}  // namespace

PosterKey Visits::poster_of(const Visitor& visitor) const {
  if (visitor.away() || domain::kind_of(visitor.conversation) != domain::ConversationKind::booth) return {};
  const domain::Booth* booth = domain::find_booth(core_.plan(), BoothNumber{domain::index_of(visitor.conversation)});
  return booth == nullptr ? PosterKey{} : booth->poster;
}

void Visits::note(PersonId person, const domain::StayWatch::News& news) {
  const UnixMs now = core_.ports.now();
  const auto seconds = static_cast<std::uint32_t>(news.stayed_ms / 1000);
  if (news.ended) counts_.push_back({FigureCount::What::stay, news.ended, {}, now, seconds});
  if (news.began) counts_.push_back({FigureCount::What::visit, news.began, person, now, 0});
}

void Visits::sweep() {
  const std::uint64_t passed_ms = swept_ms_ == 0 ? 0 : std::min(core_.now_ms - swept_ms_, kMostMs);
  swept_ms_ = core_.now_ms;
  std::unordered_set<PersonId> here;
  std::unordered_set<PosterKey> attended;
  for (const VisitorSlot slot : core_.visitors.live()) {
    const Visitor& visitor = core_.visitors[slot];
    if (!visitor.own) continue;
    here.insert(visitor.person);
    const PosterKey poster = poster_of(visitor);
    const bool author = poster && core_.presents(visitor.person, poster);
    if (author) attended.insert(poster);
    const auto known = stays_.find(visitor.person);
    if (known == stays_.end() && (author || !poster)) continue;
    domain::StayWatch& stay = known == stays_.end() ? stays_[visitor.person] : known->second;
    note(visitor.person, stay.observe(author ? PosterKey{} : poster, core_.now_ms));
  }
  for (auto stay = stays_.begin(); stay != stays_.end();) {
    const bool gone = !here.contains(stay->first);
    if (gone) note(stay->first, stay->second.leave(core_.now_ms));
    stay = gone || stay->second.idle() ? stays_.erase(stay) : std::next(stay);
  }
  for (const PosterKey poster : attended) attended_ms_[poster] += static_cast<std::uint32_t>(passed_ms);
  if (++sweeps_ % kTellAttendedEvery == 0) note_attended();
  if (!counts_.empty()) core_.ports.attend.count(std::exchange(counts_, {}));
}

void Visits::note_attended() {
  for (const auto& [poster, ms] : std::exchange(attended_ms_, {})) {
    counts_.push_back({FigureCount::What::attended, poster, {}, core_.ports.now(), ms});
  }
}

void Visits::end_all() {
  for (auto& [person, stay] : stays_) note(person, stay.leave(core_.now_ms));
  stays_.clear();
  note_attended();
  if (!counts_.empty()) core_.ports.attend.count(std::exchange(counts_, {}));
}

}  // namespace posterhall::hall
