#include "hall/floor.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

/// A record in one register.
std::uint64_t both(std::uint32_t word0, std::uint32_t word1) { return word0 | std::uint64_t{word1} << 32U; }

}  // namespace

Floor::Floor(VisitorTable& visitors, domain::CellGeometry geometry) : visitors_(visitors) { reset(geometry); }

void Floor::cross(VisitorSlot slot, CellIndex target, std::uint32_t stamp) {
  Visitor& visitor = visitors_[slot];
  if (visitor.cell != kNone) {
    note_departure(visitor.cell, visitor, slot, stamp);
    remove_member(visitor);
  }
  visitor.cell = target;
  visitor.in_cell = add_member(cells_[target], visitor, {stamp, slot});
}

void Floor::put_ghosts(std::span<const VisitorSlot> by_counter, std::span<const RelayedMove> moves, std::uint32_t stamp,
                       Moved& moved) {
  const std::span<Visitor> visitors = visitors_.all();
  const std::span<Cell> cells = cells_;
  for (const RelayedMove& move : moves) {
    const std::uint32_t counter = counter_of(domain::visitor_of(move.record0));
    const VisitorSlot slot = counter < by_counter.size() ? by_counter[counter] : kNone;
    if (slot == kNone) continue;
    Visitor& visitor = visitors[slot];
    const std::uint64_t before = both(visitor.word0, visitor.word1);
    const std::uint64_t now = both(move.record0, move.record1);
    if (before == now) continue;
    visitor.word0 = static_cast<std::uint32_t>(now);
    visitor.word1 = static_cast<std::uint32_t>(now >> 32U);
    if (((before ^ now) & both(0, domain::kFlagBits)) != 0) moved.flagged.push_back(slot);
    if (visitor.room) continue;
    const CellIndex target = cell_of(static_cast<std::uint32_t>(now >> 32U));
    if (visitor.cell == target) {
      Cell& cell = cells[target];
      cell.records[visitor.in_cell] = {static_cast<std::uint32_t>(now), static_cast<std::uint32_t>(now >> 32U)};
      cell.members[visitor.in_cell].stamp = stamp;
    } else {
      cross(slot, target, stamp);
      moved.crossed.push_back(slot);
    }
  }
}

void Floor::take(VisitorSlot slot, std::uint32_t stamp) {
  Visitor& visitor = visitors_[slot];
  if (visitor.cell == kNone) return;
  note_departure(visitor.cell, visitor, slot, stamp);
  remove_member(visitor);
  visitor.cell = kNone;
}

void Floor::move_member(Cell& cell, std::uint32_t from, std::uint32_t to) {
  cell.records[to] = cell.records[from];
  cell.members[to] = cell.members[from];
  visitors_[cell.members[to].slot].in_cell = to;
}

std::uint32_t Floor::add_member(Cell& cell, const Visitor& visitor, const CellMember& member) {
  const std::uint32_t turn = turn_of(visitor.id);
  cell.records.emplace_back();
  cell.members.emplace_back();
  for (std::uint32_t later = kTurns - 1; later > turn; --later) {
    const std::uint32_t begin = cell.ends[later - 1];
    const std::uint32_t end = cell.ends[later]++;
    if (begin != end) move_member(cell, begin, end);
  }
  const std::uint32_t at = cell.ends[turn]++;
  cell.records[at] = {visitor.word0, visitor.word1};
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
    move_member(cell, last, hole);
    hole = last;
  }
  cell.records.pop_back();
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
  for (std::uint32_t tile = 0; tile < column_of_.size(); ++tile) {
    column_of_[tile] = geometry.index_of({.x = tile * domain::kTile, .y = 0});
  }
  for (std::uint32_t row = 0; row < row_of_.size(); ++row) {
    row_of_[row] = geometry.index_of({.x = 0, .y = row * kRowHeight});
  }
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
