#include "hall/frame_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ranges>

namespace posterhall::hall {

namespace {

/// A record is its two words, copied in one move.
static_assert(sizeof(CellRecord) == 2 * sizeof(std::uint32_t) && offsetof(CellRecord, word1) == sizeof(std::uint32_t));

}  // namespace

StateBlock FrameBuilder::changes(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step) {
  begin(floor, centre);
  const std::uint32_t since = served.up_to;
  if (served.in_turns || !take_all(floor, centre, since)) share_out(floor, centre, served, step);
  collect_departures(floor, centre, since);
  served.up_to = step;
  return {step, floor.geometry().wire_key(centre), false, words(), gone_};
}

StateBlock FrameBuilder::snapshot(const Floor& floor, CellIndex centre, std::uint32_t step) {
  begin(floor, centre);
  std::uint32_t* at = words_.data();
  for (const CellIndex index : floor.block(centre)) {
    const Cell& cell = floor.cell(index);
    const std::size_t count = cell.count();
    if (count == 0) continue;
    std::memcpy(at, cell.records.data() + cell.bounds.front(), count * sizeof(CellRecord));
    at += 2 * count;
  }
  used_ = static_cast<std::size_t>(at - words_.data());
  return {step, floor.geometry().wire_key(centre), true, words(), gone_};
}

void FrameBuilder::begin(const Floor& floor, CellIndex centre) {
  std::size_t records = 1;  // put_changed writes one more than it keeps
  for (const CellIndex index : floor.block(centre)) {
    const Cell& cell = floor.cell(index);
    records += cell.count() + cell.departures.size();
  }
  if (words_.size() < 2 * records) words_.resize(2 * records);
  used_ = 0;
  gone_.clear();
}

void FrameBuilder::put(std::uint32_t word0, std::uint32_t word1) {
  words_[used_] = word0;
  words_[used_ + 1] = word1;
  used_ += 2;
}

void FrameBuilder::put_changed(const Cell& cell, Cell::Range range, std::uint32_t since) {
  std::uint32_t* at = words_.data() + used_;
  const CellRecord* const records = cell.records.data();
  const CellMember* const members = cell.members.data();
#pragma GCC unroll 4
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    std::memcpy(at, records + i, sizeof(CellRecord));
    at += members[i].stamp > since ? 2 : 0;
  }
  used_ = static_cast<std::size_t>(at - words_.data());
}

bool FrameBuilder::take_all(const Floor& floor, CellIndex centre, std::uint32_t since) {
  for (const CellIndex index : floor.block(centre)) {
    put_changed(floor.cell(index), floor.cell(index).all(), since);
    if (used_ > std::size_t{2} * kFrameBudget) return false;
  }
  return true;
}

void FrameBuilder::share_out(const Floor& floor, CellIndex centre, Served& served, std::uint32_t step) {
  used_ = 0;
  if (!served.in_turns) {
    served.in_turns = true;
    served.near.fill(served.up_to);
    served.far.fill(served.up_to);
  }
  const auto block = floor.block(centre);
  Side near{block.first(1), served.near, served.next_near};
  Side far{block.subspan(1), served.far, served.next_far};
  // The far ones keep at least a quarter of the frame, the near ones get all that is left.
  take_turns(floor, near, kFrameBudget - kFrameBudget / 4, true, step);
  const auto used = static_cast<std::uint32_t>(used_ / 2);
  take_turns(floor, far, std::max(kFrameBudget, used + kFrameBudget / 4), true, step);
  take_turns(floor, near, kFrameBudget, false, step);
  served.in_turns = near.done < kTurns || far.done < kTurns;
}

std::uint32_t FrameBuilder::take_together(const Floor& floor, const Side& side, std::uint32_t most) const {
  const std::uint32_t turn = side.next;
  const std::uint32_t end = std::min(kTurns, turn + kTurns - side.done);
  std::uint32_t many = 1;
  while (turn + many < end && side.served[turn + many] == side.served[turn]) ++many;
  const std::size_t room = most - std::min<std::size_t>(most, used_ / 2);
  while (many > 1) {
    std::size_t members = 0;
    for (const CellIndex index : side.cells) {
      const Cell::Range range = floor.cell(index).of_turns(turn, many);
      members += range.end - range.begin;
    }
    if (members <= room) break;
    // Turns are about as large as each other, so the second guess is nearly always right.
    many = std::max(1U, std::min(many - 1, static_cast<std::uint32_t>(many * room / members)));
  }
  return many;
}

void FrameBuilder::take_turns(const Floor& floor, Side& side, std::uint32_t most, bool first, std::uint32_t step) {
  while (side.done < kTurns) {
    const std::uint32_t turn = side.next;
    const std::uint32_t many = take_together(floor, side, most);
    const std::size_t before = used_;
    for (const CellIndex index : side.cells) {
      const Cell& cell = floor.cell(index);
      put_changed(cell, cell.of_turns(turn, many), side.served[turn]);
    }
    if (used_ > std::size_t{2} * most && !(first && side.done == 0)) {
      used_ = before;
      return;
    }
    for (std::uint32_t taken = 0; taken < many; ++taken) side.served[turn + taken] = step;
    side.done += many;
    side.next = (turn + many) % kTurns;
  }
}

void FrameBuilder::collect_departures(const Floor& floor, CellIndex centre, std::uint32_t since) {
  for (const CellIndex index : floor.block(centre)) {
    // The newest come last.
    for (const Departure& departure : floor.cell(index).departures | std::views::reverse) {
      if (departure.stamp <= since) break;
      const Visitor& visitor = visitors_[departure.slot];
      if (visitor.id != departure.visitor || visitor.cell == kNone) {
        gone_.push_back(departure.visitor.value);
      } else if (!floor.geometry().in_block(visitor.cell, centre)) {
        put(visitor.word0, visitor.word1);
      }
    }
  }
}

}  // namespace posterhall::hall
