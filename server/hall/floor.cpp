#include "hall/floor.hpp"

#include <algorithm>

namespace posterhall::hall {

Floor::Floor(VisitorTable& visitors, domain::CellGeometry geometry) : visitors_(visitors) { reset(geometry); }

bool Floor::put(VisitorSlot slot, std::uint32_t stamp) {
  Visitor& visitor = visitors_[slot];
  const CellIndex target = geometry_.index_of(visitor.position());
  if (visitor.cell == target) {
    CellMember& member = cells_[target].members[visitor.in_cell];
    member.word0 = visitor.word0;
    member.word1 = visitor.word1;
    member.stamp = stamp;
    return false;
  }
  if (visitor.cell != kNone) {
    note_departure(visitor.cell, visitor, slot, stamp);
    remove_member(visitor);
  }
  auto& members = cells_[target].members;
  visitor.cell = target;
  visitor.in_cell = static_cast<std::uint32_t>(members.size());
  members.push_back({visitor.word0, visitor.word1, stamp, slot});
  return true;
}

void Floor::take(VisitorSlot slot, std::uint32_t stamp) {
  Visitor& visitor = visitors_[slot];
  if (visitor.cell == kNone) return;
  note_departure(visitor.cell, visitor, slot, stamp);
  remove_member(visitor);
  visitor.cell = kNone;
}

void Floor::remove_member(const Visitor& visitor) {
  auto& members = cells_[visitor.cell].members;
  members[visitor.in_cell] = members.back();
  visitors_[members[visitor.in_cell].slot].in_cell = visitor.in_cell;
  members.pop_back();
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
