#include "hall/serving.hpp"

#include <algorithm>

namespace posterhall::hall {

void Serving::look_at(Floor& floor, ConnectionSlot slot, CellIndex cell) {
  Connection& connection = connections_[slot];
  const CellIndex before = connection.group == kNone ? kNone : groups_[connection.group].cell;
  if (before == cell) return;
  if (before != kNone) leave_group(floor, slot);
  if (cell == kNone) {
    if (connection.events_waiting) {  // move what waits to the quiet list
      connection.events_waiting = false;
      if (connection.outlet != nullptr) connection.outlet->flush(nullptr);
    }
    return;
  }
  const GroupIndex index = group_for(floor, cell);
  Group& group = groups_[index];
  connection.group = index;
  connection.in_group = static_cast<std::uint32_t>(group.viewers.size());
  connection.snapshot_due = true;
  group.viewers.push_back(slot);
  ++load_[group.slot];
}

GroupIndex Serving::group_for(Floor& floor, CellIndex cell) {
  for (const GroupIndex index : floor.cell(cell).groups) {
    if (groups_[index].viewers.size() < kGroupViewers) return index;
  }
  GroupIndex index = 0;
  if (free_.empty()) {
    index = static_cast<GroupIndex>(groups_.size());
    groups_.emplace_back();
  } else {
    index = free_.back();
    free_.pop_back();
  }
  groups_[index].cell = cell;
  groups_[index].served = Served(step_);
  const auto least = std::min_element(load_.begin(), load_.end());
  enter_slot(index, static_cast<std::uint32_t>(least - load_.begin()));
  floor.cell(cell).groups.push_back(index);
  return index;
}

void Serving::leave_group(Floor& floor, ConnectionSlot slot) {
  Connection& connection = connections_[slot];
  const GroupIndex index = connection.group;
  Group& group = groups_[index];
  const ConnectionSlot last = group.viewers.back();
  group.viewers[connection.in_group] = last;
  connections_[last].in_group = connection.in_group;
  group.viewers.pop_back();
  connection.group = kNone;
  --load_[group.slot];
  if (!group.viewers.empty()) return;
  std::erase(floor.cell(group.cell).groups, index);
  leave_slot(index);
  group.cell = kNone;
  free_.push_back(index);
}

void Serving::enter_slot(GroupIndex index, std::uint32_t slot) {
  Group& group = groups_[index];
  group.slot = slot;
  group.in_slot = static_cast<std::uint32_t>(slots_[slot].size());
  slots_[slot].push_back(index);
  load_[slot] += group.viewers.size();
}

void Serving::leave_slot(GroupIndex index) {
  Group& group = groups_[index];
  auto& slot = slots_[group.slot];
  slot[group.in_slot] = slot.back();
  groups_[slot.back()].in_slot = group.in_slot;
  slot.pop_back();
  load_[group.slot] -= group.viewers.size();
}

void Serving::serve(Floor& floor, std::uint32_t slot, std::uint32_t step) {
  step_ = step;
  for (const GroupIndex index : slots_[slot]) serve_group(floor, groups_[index], step);
}

void Serving::serve_group(Floor& floor, Group& group, std::uint32_t step) {
  const StateBlock block = builder_.changes(floor, group.cell, group.served, step);
  SharedBytes frame;
  if (!block.records.empty() || !block.gone.empty()) frame = encoder_.state(block);
  SharedBytes snapshot;
  for (const ConnectionSlot viewer : group.viewers) {
    Connection& connection = connections_[viewer];
    if (connection.outlet == nullptr) continue;
    if (connection.snapshot_due) {
      if (!snapshot) snapshot = encoder_.state(builder_.snapshot(floor, group.cell, step));
      connection.events_waiting = false;
      connection.snapshot_due = !connection.outlet->flush(snapshot);
    } else if (frame) {
      connection.events_waiting = false;
      connection.snapshot_due = !connection.outlet->flush(frame);
    } else if (connection.events_waiting) {
      connection.events_waiting = false;
      connection.outlet->flush(nullptr);
    }
  }
}

void Serving::balance() {
  const auto [least, most] = std::minmax_element(load_.begin(), load_.end());
  const std::size_t apart = *most - *least;
  if (apart < 8) return;
  // Move the largest group that still makes it better; the frames of a group go on from where they were.
  GroupIndex best = kNone;
  for (const GroupIndex index : slots_[static_cast<std::size_t>(most - load_.begin())]) {
    const std::size_t size = groups_[index].viewers.size();
    if (size * 2 <= apart && (best == kNone || size > groups_[best].viewers.size())) best = index;
  }
  if (best == kNone) return;
  const auto target = static_cast<std::uint32_t>(least - load_.begin());
  leave_slot(best);
  enter_slot(best, target);
}

void Serving::snapshot_for_all() {
  for (Group& group : groups_) {
    for (const ConnectionSlot viewer : group.viewers) connections_[viewer].snapshot_due = true;
  }
}

void Serving::reset() {
  for (Group& group : groups_) {
    for (const ConnectionSlot viewer : group.viewers) connections_[viewer].group = kNone;
  }
  groups_.clear();
  free_.clear();
  load_.fill(0);
  for (auto& slot : slots_) slot.clear();
}

}  // namespace posterhall::hall
