#include "hall/floor.hpp"

#include <algorithm>

namespace posterhall::hall {

Floor::Floor(VisitorTable& visitors, domain::CellGeometry geometry) : visitors_(visitors) { reset(geometry); }

void Floor::cross(VisitorSlot slot, CellIndex target, std::uint32_t stamp) {
  Visitor& visitor = visitors_[slot];
  if (visitor.cell != kNone) {
    note_departure(visitor.cell, visitor, slot, stamp);
    remove_member(visitor);
  }
  visitor.cell = target;
  visitor.in_cell = add_member(cells_[target], {visitor.word0, visitor.word1, stamp, slot}, turn_of(visitor.id));
}

void Floor::take(VisitorSlot slot, std::uint32_t stamp) {
  Visitor& visitor = visitors_[slot];
  if (visitor.cell == kNone) return;
  note_departure(visitor.cell, visitor, slot, stamp);
  remove_member(visitor);
  visitor.cell = kNone;
}

void Floor::place_member(Cell& cell, std::uint32_t to, const CellMember& member) {
  cell.members[to] = member;
  visitors_[member.slot].in_cell = to;
}

std::uint32_t Floor::add_member(Cell& cell, const CellMember& member, std::uint32_t turn) {
  cell.members.emplace_back();
  for (std::uint32_t later = kTurns - 1; later > turn; --later) {
    const std::uint32_t begin = cell.ends[later - 1];
    const std::uint32_t end = cell.ends[later]++;
    if (begin != end) place_member(cell, end, cell.members[begin]);
  }
  const std::uint32_t at = cell.ends[turn]++;
  cell.members[at] = member;
  return at;
}

void Floor::remove_member(const Visitor& visitor) {
  Cell& cell = cells_[visitor.cell];
  std::uint32_t hole = visitor.in_cell;
  // The last of each turn goes into the hole that the one before left, which begins a turn that is not empty.
  for (std::uint32_t turn = turn_of(visitor.id); turn < kTurns; ++turn) {
    const std::uint32_t last = --cell.ends[turn];
    if (last == hole) continue;
    place_member(cell, hole, cell.members[last]);
    hole = last;
  }
  cell.members.pop_back();
}

void Floor::note_departure(CellIndex cell, const Visitor& visitor, VisitorSlot slot, std::uint32_t stamp) {
  auto& departures = cells_[cell].departures;
  if (departures.empty()) departed_from_.push_back(cell);
  departures.push_back({visitor.id, slot, stamp});
}

void Floor::reset(domain::CellGeometry geometry) {
  for (Cell& cell : cells_) {
    for (const CellMember& member : cell.members) visitors_[member.slot].cell = kNone;
  }
  geometry_ = geometry;
  cells_.assign(geometry.count(), Cell{});
  departed_from_.clear();
  blocks_.assign(geometry.count(), Block{});
  for (CellIndex centre = 0; centre < geometry.count(); ++centre) {
    Block& block = blocks_[centre];
    geometry.for_block(centre, [&block](CellIndex cell) { block.cells[block.count++] = cell; });
  }
}

void Floor::forget_departures(std::uint32_t stamp) {
  std::erase_if(departed_from_, [&](CellIndex index) {
    auto& departures = cells_[index].departures;
    std::erase_if(departures, [stamp](const Departure& d) { return d.stamp <= stamp; });
    return departures.empty();
  });
}

}  // namespace posterhall::hall
