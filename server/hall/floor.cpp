#include "hall/floor.hpp"

#include <algorithm>

namespace posterhall::hall {
namespace {

/// Both words of a record in one register: two stores of them behind one another become one.
std::uint64_t both(std::uint32_t word0, std::uint32_t word1) { return word0 | std::uint64_t{word1} << 32U; }
std::uint32_t word0_of(std::uint64_t both) { return static_cast<std::uint32_t>(both); }
std::uint32_t word1_of(std::uint64_t both) { return static_cast<std::uint32_t>(both >> 32U); }

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
    const std::uint64_t now = both(move.record0, move.record1);
    const std::uint32_t changed = visitor.word1 ^ word1_of(now);
    visitor.word0 = word0_of(now);
    visitor.word1 = word1_of(now);
    if ((changed & domain::kFlagBits) != 0) moved.flagged.push_back(slot);
    const CellIndex target = cell_of(word1_of(now));
    if (visitor.cell == target) {
      Cell& cell = cells[target];
      cell.records[visitor.in_cell] = {word0_of(now), word1_of(now)};
      cell.members[visitor.in_cell].stamp = stamp;
    } else if (!visitor.room) {
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

/// A cell's lists, where they are: what shifts members looks that up once.
struct Floor::Shift {
  Shift(Cell& cell, VisitorTable& table)
      : ends(cell.ends.data()),
        records(cell.records.data()),
        members(cell.members.data()),
        visitors(table.all().data()) {}
  void move(std::uint32_t from, std::uint32_t to) const {
    const CellMember member = members[from];
    records[to] = records[from];
    members[to] = member;
    visitors[member.slot].in_cell = to;
  }
  std::uint32_t* const ends;
  CellRecord* const records;
  CellMember* const members;
  Visitor* const visitors;
};

std::uint32_t Floor::add_member(Cell& cell, const Visitor& visitor, const CellMember& member) {
  const std::uint32_t turn = turn_of(visitor.id);
  cell.records.emplace_back();
  cell.members.emplace_back();
  const Shift shift(cell, visitors_);
  for (std::uint32_t later = kTurns - 1; later > turn; --later) {
    const std::uint32_t begin = shift.ends[later - 1];
    const std::uint32_t end = shift.ends[later]++;
    if (begin != end) shift.move(begin, end);
  }
  const std::uint32_t at = shift.ends[turn]++;
  shift.records[at] = {visitor.word0, visitor.word1};
  shift.members[at] = member;
  return at;
}

void Floor::remove_member(const Visitor& visitor) {
  Cell& cell = cells_[visitor.cell];
  std::uint32_t hole = visitor.in_cell;
  // The last of each turn goes into the hole that the one before left, which begins a turn that is not empty.
  const Shift shift(cell, visitors_);
  for (std::uint32_t turn = turn_of(visitor.id); turn < kTurns; ++turn) {
    const std::uint32_t last = --shift.ends[turn];
    if (last == hole) continue;
    shift.move(last, hole);
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
