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

/// A cell's lists, where they are: what shifts members looks that up once. A hole is a place of nobody's; the one it
/// moves to is told.
struct Floor::Shift {
  Shift(Cell& cell, VisitorTable& table)
      : bounds(cell.bounds.data()),
        records(cell.records.data()),
        members(cell.members.data()),
        visitors(table.all().data()) {}
  std::uint32_t move(std::uint32_t from, std::uint32_t hole) const {
    if (from == hole) return hole;
    const CellMember member = members[from];
    records[hole] = records[from];
    members[hole] = member;
    visitors[member.slot].in_cell = hole;
    return from;
  }
  /// A hole before the first turn comes to the beginning of `turn`.
  [[nodiscard]] std::uint32_t from_front(std::uint32_t turn) const {
    std::uint32_t hole = --bounds[0];
    for (std::uint32_t each = 0; each < turn; ++each) hole = move(--bounds[each + 1], hole);
    return hole;
  }
  /// A hole behind the last turn comes to the end of `turn`.
  [[nodiscard]] std::uint32_t from_back(std::uint32_t turn) const {
    std::uint32_t hole = bounds[kTurns]++;
    for (std::uint32_t each = kTurns - 1; each > turn; --each) hole = move(bounds[each]++, hole);
    return hole;
  }
  /// A hole in `turn` goes before the first turn.
  void to_front(std::uint32_t turn, std::uint32_t hole) const {
    for (std::uint32_t each = turn + 1; each-- > 0;) hole = move(bounds[each]++, hole);
  }
  /// A hole in `turn` goes behind the last turn.
  void to_back(std::uint32_t turn, std::uint32_t hole) const {
    for (std::uint32_t each = turn; each < kTurns; ++each) hole = move(--bounds[each + 1], hole);
  }
  std::uint32_t* const bounds;
  CellRecord* const records;
  CellMember* const members;
  Visitor* const visitors;
};

std::uint32_t Floor::add_member(Cell& cell, const Visitor& visitor, const CellMember& member) {
  const std::uint32_t turn = turn_of(visitor.id);
  const bool front = turn < kTurns / 2 && cell.bounds.front() > 0;
  if (!front) {
    cell.records.emplace_back();
    cell.members.emplace_back();
  }
  const Shift shift(cell, visitors_);
  const std::uint32_t at = front ? shift.from_front(turn) : shift.from_back(turn);
  shift.records[at] = {visitor.word0, visitor.word1};
  shift.members[at] = member;
  return at;
}

void Floor::remove_member(const Visitor& visitor) {
  Cell& cell = cells_[visitor.cell];
  const std::uint32_t turn = turn_of(visitor.id);
  const Shift shift(cell, visitors_);
  if (turn < kTurns / 2) {
    shift.to_front(turn, visitor.in_cell);
  } else {
    shift.to_back(turn, visitor.in_cell);
    cell.records.pop_back();
    cell.members.pop_back();
  }
  if (cell.count() != 0) return;
  // What was left before the first is not kept longer than anybody is here.
  cell.bounds.fill(0);
  cell.records.clear();
  cell.members.clear();
}

void Floor::note_departure(CellIndex cell, const Visitor& visitor, VisitorSlot slot, std::uint32_t stamp) {
  auto& departures = cells_[cell].departures;
  if (departures.empty()) departed_from_.push_back(cell);
  departures.push_back({visitor.id, slot, stamp});
}

void Floor::reset(domain::CellGeometry geometry) {
  for (Cell& cell : cells_) {
    for (const CellMember& member : cell.here()) visitors_[member.slot].cell = kNone;
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
