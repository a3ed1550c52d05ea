#include "hall/visitors.hpp"

#include <utility>

namespace posterhall::hall {

VisitorSlot VisitorTable::add(Visitor visitor) {
  VisitorSlot slot = 0;
  if (free_.empty()) {
    slot = static_cast<VisitorSlot>(visitors_.size());
    visitors_.emplace_back();
  } else {
    slot = free_.back();
    free_.pop_back();
  }
  name(visitor.id, slot);
  by_person_[visitor.person] = slot;
  visitor.in_live = static_cast<std::uint32_t>(live_.size());
  live_.push_back(slot);
  own_ += visitor.own ? 1 : 0;
  visitors_[slot] = visitor;
  return slot;
}

void VisitorTable::erase(VisitorSlot slot) {
  Visitor& visitor = visitors_[slot];
  if (find(visitor.id) == slot) name(visitor.id, kNone);
  own_ -= visitor.own ? 1 : 0;
  const auto person = by_person_.find(visitor.person);
  if (person != by_person_.end() && person->second == slot) by_person_.erase(person);
  const VisitorSlot last = live_.back();
  live_[visitor.in_live] = last;
  visitors_[last].in_live = visitor.in_live;
  live_.pop_back();
  visitor = Visitor{};
  free_.push_back(slot);
}

void VisitorTable::name(VisitorId id, VisitorSlot slot) {
  if (by_id_.size() <= shard_of(id)) by_id_.resize(shard_of(id) + std::size_t{1});
  auto& counters = by_id_[shard_of(id)];
  if (counters.size() <= counter_of(id)) counters.resize(counter_of(id) + std::size_t{1}, kNone);
  counters[counter_of(id)] = slot;
}

VisitorSlot VisitorTable::find(PersonId person) const {
  const auto it = by_person_.find(person);
  return it == by_person_.end() ? kNone : it->second;
}

}  // namespace posterhall::hall
