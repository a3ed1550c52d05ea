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

struct CellMember {
  std::uint32_t word0 = 0;
  std::uint32_t word1 = 0;
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
  std::vector<CellMember> members;           ///< those of a turn lie together, in the order of the turns
  std::array<std::uint32_t, kTurns> ends{};  ///< where in `members` each turn ends and the next begins
  std::vector<Departure> departures;
  std::vector<GroupIndex> groups;  ///< of Serving: the viewers standing here

  /// Those of `many` turns from `turn` on, none beyond the last.
  [[nodiscard]] std::span<const CellMember> of_turns(std::uint32_t turn, std::uint32_t many) const {
    const std::uint32_t begin = turn == 0 ? 0 : ends[turn - 1];
    return {members.data() + begin, ends[turn + many - 1] - begin};
  }
};

class Floor {
 public:
  Floor(VisitorTable& visitors, domain::CellGeometry geometry);

  /// Puts the visitor's words on the floor, or rewrites them in place. True when it is in another cell than before.
  bool put(VisitorSlot slot, std::uint32_t stamp) {
    const Visitor& visitor = visitors_[slot];
    const CellIndex target = geometry_.index_of(visitor.position());
    if (visitor.cell != target) {
      cross(slot, target, stamp);
      return true;
    }
    CellMember& member = cells_[target].members[visitor.in_cell];
    member.word0 = visitor.word0;
    member.word1 = visitor.word1;
    member.stamp = stamp;
    return false;
  }
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
  struct Block {
    std::array<CellIndex, 9> cells{};
    std::size_t count = 0;
  };
  void cross(VisitorSlot slot, CellIndex target, std::uint32_t stamp);
  /// Makes room among those of its turn: the first of each later turn becomes its last.
  std::uint32_t add_member(Cell& cell, const CellMember& member, std::uint32_t turn);
  void remove_member(const Visitor& visitor);
  void place_member(Cell& cell, std::uint32_t to, const CellMember& member);
  void note_departure(CellIndex cell, const Visitor& visitor, VisitorSlot slot, std::uint32_t stamp);

  VisitorTable& visitors_;
  domain::CellGeometry geometry_;
  std::vector<Cell> cells_;
  std::vector<Block> blocks_;
  std::vector<CellIndex> departed_from_;  ///< cells with departures, some twice
};

}  // namespace posterhall::hall
