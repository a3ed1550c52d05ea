#include "hall/facts.hpp"

#include <algorithm>
#include <utility>

#include "domain/wakefulness.hpp"

namespace posterhall::hall {
namespace {

bool same(const notice::RoomFact& a, const notice::RoomFact& b) {
  return a.room == b.room && a.open == b.open && a.members == b.members && a.capacity == b.capacity &&
         a.session == b.session && a.waiting == b.waiting;
}

}  // namespace

void Facts::look_at_booths(notice::HallFacts& delta) {
  std::erase_if(kept_until_ms_, [this](const auto& kept) { return kept.second <= core_.now_ms; });
  std::map<BoothNumber, domain::BoothFacts> now;
  for (const domain::Booth& booth : core_.plan().booths) {
    const auto conversation = domain::make_conversation(domain::ConversationKind::booth, booth.number.value);
    const auto& inside = conversations_.members(conversation);
    const auto watched = watches_.find(booth.number);
    if (inside.empty() && watched == watches_.end()) continue;
    std::uint32_t visitors = 0;
    bool attended = kept_until_ms_.contains(booth.number);
    for (const VisitorSlot slot : inside) {
      const Visitor& visitor = core_.visitors[slot];
      if (!core_.presents(visitor.person, booth.poster)) {
        ++visitors;
      } else if (!visitor.away()) {
        attended = true;
      }
    }
    domain::BoothWatch& watch = watched == watches_.end() ? watches_[booth.number] : watched->second;
    const domain::BoothFacts facts = watch.observe(visitors, attended, core_.now_ms);
    if (facts != domain::BoothFacts{}) now[booth.number] = facts;
  }
  for (const auto& [number, facts] : now) {
    const auto before = booths_.find(number);
    if (before != booths_.end() && before->second == facts) continue;
    delta.booths.push_back({number, facts.visitors, facts.attended, facts.needs_visitors});
  }
  for (const auto& [number, facts] : booths_) {
    if (!now.contains(number)) delta.booths.push_back({number, 0, false, false});
  }
  booths_ = std::move(now);
}

void Facts::author_dropped(BoothNumber booth, std::uint64_t kept_ms) {
  RelayedSignal signal;
  signal.kind = SignalKind::author_dropped;
  signal.number = booth.value;
  signal.value = static_cast<std::uint32_t>(kept_ms);
  received(signal);
  core_.outbox.signals.push_back(signal);
}

void Facts::received(const RelayedSignal& signal) {
  const std::uint64_t kept_ms = std::min<std::uint64_t>(signal.value, domain::kLampKeptMs);
  kept_until_ms_[BoothNumber{signal.number}] = core_.now_ms + kept_ms;
}

void Facts::look_at_cells(notice::HallFacts& delta) {
  std::map<std::uint32_t, std::uint32_t> now;
  for (CellIndex cell = 0; cell < core_.floor.cells(); ++cell) {
    const std::size_t people = core_.floor.cell(cell).count();
    if (people != 0) now[core_.floor.geometry().wire_key(cell)] = static_cast<std::uint32_t>(people);
  }
  for (const auto& [cell, people] : now) {
    const auto before = cells_.find(cell);
    if (before == cells_.end() || before->second != people) delta.cells.push_back({cell, people});
  }
  for (const auto& [cell, people] : cells_) {
    if (!now.contains(cell)) delta.cells.push_back({cell, 0});
  }
  cells_ = std::move(now);
}

void Facts::look_at_rooms(notice::HallFacts& delta) {
  std::vector<notice::RoomFact> now = rooms_.facts();
  for (const notice::RoomFact& fact : now) {
    const bool known = std::any_of(told_rooms_.begin(), told_rooms_.end(),
                                   [&](const notice::RoomFact& told) { return same(told, fact); });
    if (!known) delta.rooms.push_back(fact);
  }
  told_rooms_ = std::move(now);
}

void Facts::tell() {
  notice::HallFacts delta;
  look_at_booths(delta);
  look_at_cells(delta);
  look_at_rooms(delta);
  const auto people = static_cast<std::uint32_t>(core_.visitors.live().size());
  const bool nothing_new =
      delta.booths.empty() && delta.cells.empty() && delta.rooms.empty() && people == people_ && version_ != 0;
  const bool apart = core_.apart();
  if (nothing_new && apart == apart_) return;
  people_ = people;
  apart_ = delta.apart = apart;
  delta.people_here = people;
  delta.version = ++version_;
  full_frame_.reset();
  const SharedBytes frame = core_.connections.encode(std::move(delta));
  core_.connections.for_live([&](ConnectionSlot slot) { core_.connections.send_event(slot, frame); });
}

notice::HallFacts Facts::full() const {
  notice::HallFacts facts;
  facts.version = version_;
  facts.full = true;
  for (const auto& [number, booth] : booths_) {
    facts.booths.push_back({number, booth.visitors, booth.attended, booth.needs_visitors});
  }
  facts.people_here = people_;
  facts.apart = apart_;
  for (const auto& [cell, people] : cells_) facts.cells.push_back({cell, people});
  facts.rooms = told_rooms_;
  return facts;
}

void Facts::welcome(ConnectionSlot connection) {
  if (!full_frame_) full_frame_ = core_.connections.encode(full());
  core_.connections.send_event(connection, full_frame_);
}

void Facts::reset() {
  booths_.clear();
  cells_.clear();
  notice::HallFacts nothing;
  look_at_booths(nothing);
  look_at_cells(nothing);
  look_at_rooms(nothing);
  people_ = static_cast<std::uint32_t>(core_.visitors.live().size());
  ++version_;
  full_frame_.reset();
  core_.connections.for_live([&](ConnectionSlot slot) { welcome(slot); });
}

}  // namespace posterhall::hall
