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
  by_id_[visitor.id] = slot;
  by_person_[visitor.person] = slot;
  visitor.in_live = static_cast<std::uint32_t>(live_.size());
  live_.push_back(slot);
  own_ += visitor.own ? 1 : 0;
  visitors_[slot] = std::move(visitor);
  return slot;
}

void VisitorTable::erase(VisitorSlot slot) {
  Visitor& visitor = visitors_[slot];
  by_id_.erase(visitor.id);
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

VisitorSlot VisitorTable::find(VisitorId id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? kNone : it->second;
}

VisitorSlot VisitorTable::find(PersonId person) const {
  const auto it = by_person_.find(person);
  return it == by_person_.end() ? kNone : it->second;
}

}  // namespace posterhall::hall
