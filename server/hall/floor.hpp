// Floor: the records of everybody on the hall's floor, cell by cell, each stamped with the step of its last change, and
// for a while who left a cell. What a frame copies lies together: in a cell one turn of a crowd after the other.
// Runs on: its shard's thread. Owns: the cells.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "domain/cells.hpp"
#include "hall/visitors.hpp"

namespace posterhall::hall {

/// Turns of a crowd (hall/frame_builder): each record belongs to one, by its visitor's number.
inline constexpr std::uint32_t kTurns = 16;
[[nodiscard]] constexpr std::uint32_t turn_of(VisitorId id) { return id.value % kTurns; }

/// A record as a frame carries it.
struct CellRecord {
  std::uint32_t word0 = 0;
  std::uint32_t word1 = 0;
};
/// Whose it is, and the step of its last change.
struct CellMember {
  std::uint32_t stamp = 0;
  VisitorSlot slot = kNone;
};

/// Somebody left the cell: for another one (viewers of this cell still get the record) or the floor (then the id).
struct Departure {
  VisitorId visitor;
  VisitorSlot slot = kNone;
  std::uint32_t stamp = 0;
};

struct Cell {
  /// Those of a turn lie together, in the order of the turns; what lies before the first turn is of nobody.
  std::vector<CellRecord> records;
  std::vector<CellMember> members;  ///< in the order of `records`
  /// Where in them each turn begins, and the last one ends.
  std::array<std::uint32_t, kTurns + 1> bounds{};
  std::vector<Departure> departures;
  std::vector<GroupIndex> groups;  ///< of Serving: the viewers standing here

  /// Those of `many` turns from `turn` on, none beyond the last.
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };
  [[nodiscard]] Range of_turns(std::uint32_t turn, std::uint32_t many) const {
    return {bounds[turn], bounds[turn + many]};
  }
  [[nodiscard]] Range all() const { return {bounds.front(), bounds.back()}; }
  [[nodiscard]] std::uint32_t count() const { return bounds.back() - bounds.front(); }
  [[nodiscard]] std::span<const CellMember> here() const { return std::span(members).subspan(bounds.front(), count()); }
};

class Floor {
 public:
  Floor(VisitorTable& visitors, domain::CellGeometry geometry);

  /// Puts the visitor's words on the floor, or rewrites them in place. True when it is in another cell than before.
  bool put(VisitorSlot slot, std::uint32_t stamp) {
    const Visitor& visitor = visitors_[slot];
    const CellIndex target = cell_of(visitor.word1);
    if (visitor.cell != target) {
      cross(slot, target, stamp);
      return true;
    }
    rewrite(cells_[target], visitor, stamp);
    return false;
  }
  /// Visitors that are in another cell than before, and whose flags are others.
  struct Moved {
    std::vector<VisitorSlot> crossed, flagged;
  };
  /// New records of one shard's ghosts, `by_counter`; adds to `moved`. Who is not there is passed over, who is in a
  /// breakout stays off the floor. Thousands a second: what is asked for each of them is looked up once.
  void put_ghosts(std::span<const VisitorSlot> by_counter, std::span<const RelayedMove> moves, std::uint32_t stamp,
                  Moved& moved);
  /// Off the floor: left the hall, or into a breakout.
  void take(VisitorSlot slot, std::uint32_t stamp);
  /// Another hall: empty cells; everybody has to be put again.
  void reset(domain::CellGeometry geometry);
  /// Forgets departures stamped at or before `stamp`.
  void forget_departures(std::uint32_t stamp);

  [[nodiscard]] const Cell& cell(CellIndex index) const { return cells_[index]; }
  Cell& cell(CellIndex index) { return cells_[index]; }
  /// The cells of the 3 x 3 block around a cell, itself first.
  [[nodiscard]] std::span<const CellIndex> block(CellIndex centre) const {
    return {blocks_[centre].cells.data(), blocks_[centre].count};
  }
  [[nodiscard]] const domain::CellGeometry& geometry() const { return geometry_; }
  [[nodiscard]] CellIndex cells() const { return static_cast<CellIndex>(cells_.size()); }

 private:
  static constexpr std::uint32_t kRowHeight = domain::kCellHeight * domain::kTile;
  struct Block {
    std::array<CellIndex, 9> cells{};
    std::size_t count = 0;
  };
  /// geometry().index_of() of a record's place, looked up.
  [[nodiscard]] CellIndex cell_of(std::uint32_t word1) const {
    const domain::Position at = domain::unpack_position(word1);
    return column_of_[at.x / domain::kTile] + row_of_[at.y / kRowHeight];
  }
  void cross(VisitorSlot slot, CellIndex target, std::uint32_t stamp);
  /// Makes room among those of its turn: of each turn up to the nearer end of the cell one member moves.
  std::uint32_t add_member(Cell& cell, const Visitor& visitor, const CellMember& member);
  void remove_member(const Visitor& visitor);
  struct Shift;
  static void rewrite(Cell& cell, const Visitor& visitor, std::uint32_t stamp) {
    cell.records[visitor.in_cell] = {visitor.word0, visitor.word1};
    cell.members[visitor.in_cell].stamp = stamp;
  }
  void note_departure(CellIndex cell, const Visitor& visitor, VisitorSlot slot, std::uint32_t stamp);

  VisitorTable& visitors_;
  domain::CellGeometry geometry_;
  std::array<CellIndex, domain::kMaxCoordinate / domain::kTile + 1> column_of_{};  ///< by tile
  std::array<CellIndex, domain::kMaxCoordinate / kRowHeight + 1> row_of_{};        ///< the first cell, by height
  std::vector<Cell> cells_;
  std::vector<Block> blocks_;
  std::vector<CellIndex> departed_from_;  ///< cells with departures, some twice
};

}  // namespace posterhall::hall
