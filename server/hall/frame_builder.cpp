#include "hall/frame_builder.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

std::uint32_t turn_of(std::uint32_t word0) { return (word0 >> 8) % kTurns; }

}  // namespace

StateBlock FrameBuilder::changes(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step) {
  words_.clear();
  gone_.clear();
  near_.clear();
  far_.clear();
  floor.geometry().for_block(centre, [&](CellIndex index) {
    const Cell& cell = floor.cell(index);
    if (index == centre) {
      collect(cell, served.near, near_);
    } else {
      collect(cell, served.far, far_);
    }
  });
  collect_departures(floor, centre, served.up_to);
  if (near_.size() + far_.size() <= kFrameBudget) {
    for (const Changed& changed : near_) put(changed);
    for (const Changed& changed : far_) put(changed);
    served.all(step);
  } else {
    // The far ones keep at least a quarter of the frame, the near ones get all that is left.
    const auto far_wants = static_cast<std::uint32_t>(std::min<std::size_t>(far_.size(), kFrameBudget / 4));
    take_turns(near_, served.near, served.next_near, kFrameBudget - far_wants, step);
    const auto used = static_cast<std::uint32_t>(words_.size() / 2);
    const std::uint32_t left = std::max(far_wants, kFrameBudget - std::min(kFrameBudget, used));
    take_turns(far_, served.far, served.next_far, left, step);
    served.up_to = step;
  }
  return {step, floor.geometry().wire_key(centre), false, words_, gone_};
}

void FrameBuilder::collect(const Cell& cell, const std::array<std::uint32_t, kTurns>& since,
                           std::vector<Changed>& into) {
  for (const CellMember& member : cell.members) {
    if (member.stamp > since[turn_of(member.word0)]) into.push_back({member.word0, member.word1});
  }
}

void FrameBuilder::collect_departures(const Floor& floor, CellIndex centre, std::uint32_t since) {
  floor.geometry().for_block(centre, [&](CellIndex index) {
    for (const Departure& departure : floor.cell(index).departures) {
      if (departure.stamp <= since) continue;
      const Visitor& visitor = visitors_[departure.slot];
      if (visitor.id != departure.visitor || visitor.cell == kNone) {
        gone_.push_back(departure.visitor.value);
      } else if (!floor.geometry().in_block(visitor.cell, centre)) {
        put({visitor.word0, visitor.word1});
      }
    }
  });
}

void FrameBuilder::take_turns(const std::vector<Changed>& from, std::array<std::uint32_t, kTurns>& served,
                              std::uint32_t& next, std::uint32_t budget, std::uint32_t step) {
  std::array<std::uint32_t, kTurns> sizes{};
  for (const Changed& changed : from) ++sizes[turn_of(changed.word0)];
  std::array<bool, kTurns> now{};
  std::uint32_t taken = 0;
  std::uint32_t turns = 0;
  for (; turns < kTurns; ++turns) {
    const std::uint32_t turn = (next + turns) % kTurns;
    if (turns > 0 && taken + sizes[turn] > budget) break;
    taken += sizes[turn];
    now[turn] = true;
    served[turn] = step;
  }
  next = (next + turns) % kTurns;
  for (const Changed& changed : from) {
    if (now[turn_of(changed.word0)]) put(changed);
  }
}

StateBlock FrameBuilder::snapshot(const Floor& floor, CellIndex centre, std::uint32_t step) {
  words_.clear();
  gone_.clear();
  floor.geometry().for_block(centre, [&](CellIndex index) {
    for (const CellMember& member : floor.cell(index).members) put({member.word0, member.word1});
  });
  return {step, floor.geometry().wire_key(centre), true, words_, gone_};
}

}  // namespace posterhall::hall
