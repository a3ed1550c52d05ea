// Serving: who sees which cell, and when. Viewers of a cell form groups of at most 256; groups are spread over ten
// slots of 10 ms so that each has about as many viewers; in its slot a group gets one frame, the same bytes for all.
// Runs on: its shard's thread. Owns: the groups.
#pragma once

#include <array>
#include <vector>

#include "hall/connections.hpp"
#include "hall/frame_builder.hpp"

namespace posterhall::hall {

inline constexpr std::uint32_t kSlots = 10;
inline constexpr std::size_t kGroupViewers = 256;

class Serving {
 public:
  Serving(Connections& connections, Encoder& encoder, const VisitorTable& visitors)
      : connections_(connections), encoder_(encoder), builder_(visitors) {}

  /// The connection sees `cell` from now on (kNone: nothing); in another cell than before, with a snapshot first.
  void look_at(Floor& floor, ConnectionSlot connection, CellIndex cell);
  /// Serves the groups of one slot. `step` is now.
  void serve(Floor& floor, std::uint32_t slot, std::uint32_t step);
  /// Evens out the slots; once a second is enough.
  void balance();
  /// Everybody gets a snapshot next.
  void snapshot_for_all();
  /// After the floor was made anew: all groups are gone, viewers look at nothing.
  void reset();

  template <class Visit>
  void for_viewers(const Floor& floor, CellIndex cell, Visit visit) const {
    for (const GroupIndex group : floor.cell(cell).groups) {
      for (const ConnectionSlot viewer : groups_[group].viewers) visit(viewer);
    }
  }
  [[nodiscard]] std::array<std::size_t, kSlots> viewers_per_slot() const { return load_; }

 private:
  struct Group {
    CellIndex cell = kNone;
    std::uint32_t slot = 0;
    std::uint32_t in_slot = 0;
    Served served;
    std::vector<ConnectionSlot> viewers;
  };
  GroupIndex group_for(Floor& floor, CellIndex cell);
  void leave_group(Floor& floor, ConnectionSlot connection);
  void enter_slot(GroupIndex group, std::uint32_t slot);
  void leave_slot(GroupIndex group);
  void serve_group(Floor& floor, Group& group, std::uint32_t step);

  Connections& connections_;
  Encoder& encoder_;
  FrameBuilder builder_;
  std::vector<Group> groups_;
  std::vector<GroupIndex> free_;
  std::array<std::vector<GroupIndex>, kSlots> slots_;
  std::array<std::size_t, kSlots> load_{};
  std::uint32_t step_ = 0;
};

}  // namespace posterhall::hall
