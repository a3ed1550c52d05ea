#include "hall/frame_builder.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

std::uint32_t turn_of(std::uint32_t word0) { return (word0 >> 8) % kTurns; }

}  // namespace

StateBlock FrameBuilder::changes(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step) {
  words_.clear();
  gone_.clear();
  const std::uint32_t since = served.up_to;
  if (served.in_turns || !take_all(floor, centre, since)) share_out(floor, centre, served, step);
  collect_departures(floor, centre, since);
  served.up_to = step;
  return {step, floor.geometry().wire_key(centre), false, words_, gone_};
}

bool FrameBuilder::take_all(const Floor& floor, CellIndex centre, std::uint32_t since) {
  for (const CellIndex index : floor.block(centre)) {
    for (const CellMember& member : floor.cell(index).members) {
      if (member.stamp <= since) continue;
      put(member.word0, member.word1);
    }
    if (words_.size() > 2 * kFrameBudget) return false;
  }
  return true;
}

void FrameBuilder::share_out(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step) {
  words_.clear();
  for (Crowd* crowd : {&near_, &far_}) {
    crowd->records.clear();
    crowd->sizes.fill(0);
  }
  if (!served.in_turns) {
    served.in_turns = true;
    served.near.fill(served.up_to);
    served.far.fill(served.up_to);
  }
  for (const CellIndex index : floor.block(centre)) {
    const bool own = index == centre;
    collect(floor.cell(index), own ? served.near : served.far, own ? near_ : far_);
  }
  if (near_.records.size() + far_.records.size() <= kFrameBudget) {
    for (const Crowd* crowd : {&near_, &far_}) {
      for (const Changed& changed : crowd->records) put(changed.word0, changed.word1);
    }
    served.in_turns = false;
    return;
  }
  // The far ones keep at least a quarter of the frame, the near ones get all that is left.
  const auto far_wants = static_cast<std::uint32_t>(std::min<std::size_t>(far_.records.size(), kFrameBudget / 4));
  take_turns(near_, served.near, served.next_near, kFrameBudget - far_wants, step);
  const auto used = static_cast<std::uint32_t>(words_.size() / 2);
  const std::uint32_t left = std::max(far_wants, kFrameBudget - std::min(kFrameBudget, used));
  take_turns(far_, served.far, served.next_far, left, step);
}

void FrameBuilder::collect(const Cell& cell, const std::array<std::uint32_t, kTurns>& since, Crowd& into) {
  for (const CellMember& member : cell.members) {
    const std::uint32_t turn = turn_of(member.word0);
    if (member.stamp <= since[turn]) continue;
    into.records.push_back({member.word0, member.word1, turn});
    ++into.sizes[turn];
  }
}

void FrameBuilder::collect_departures(const Floor& floor, CellIndex centre, std::uint32_t since) {
  for (const CellIndex index : floor.block(centre)) {
    for (const Departure& departure : floor.cell(index).departures) {
      if (departure.stamp <= since) continue;
      const Visitor& visitor = visitors_[departure.slot];
      if (visitor.id != departure.visitor || visitor.cell == kNone) {
        gone_.push_back(departure.visitor.value);
      } else if (!floor.geometry().in_block(visitor.cell, centre)) {
        put(visitor.word0, visitor.word1);
      }
    }
  }
}

void FrameBuilder::take_turns(const Crowd& from, std::array<std::uint32_t, kTurns>& served, std::uint32_t& next,
                              std::uint32_t budget, std::uint32_t step) {
  std::array<bool, kTurns> now{};
  std::uint32_t taken = 0;
  std::uint32_t turns = 0;
  for (; turns < kTurns; ++turns) {
    const std::uint32_t turn = (next + turns) % kTurns;
    if (turns > 0 && taken + from.sizes[turn] > budget) break;
    taken += from.sizes[turn];
    now[turn] = true;
    served[turn] = step;
  }
  next = (next + turns) % kTurns;
  for (const Changed& changed : from.records) {
    if (now[changed.turn]) put(changed.word0, changed.word1);
  }
}

StateBlock FrameBuilder::snapshot(const Floor& floor, CellIndex centre, std::uint32_t step) {
  words_.clear();
  gone_.clear();
  for (const CellIndex index : floor.block(centre)) {
    for (const CellMember& member : floor.cell(index).members) put(member.word0, member.word1);
  }
  return {step, floor.geometry().wire_key(centre), true, words_, gone_};
}

}  // namespace posterhall::hall
