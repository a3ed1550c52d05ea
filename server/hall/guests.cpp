#include "hall/guests.hpp"

namespace posterhall::hall {

GuestSlot GuestTable::add(PersonId person) {
  GuestSlot slot = 0;
  if (free_.empty()) {
    slot = static_cast<GuestSlot>(guests_.size());
    guests_.emplace_back();
  } else {
    slot = free_.back();
    free_.pop_back();
  }
  guests_[slot] = Guest{};
  guests_[slot].person = person;
  by_person_[person] = slot;
  return slot;
}

void GuestTable::erase(GuestSlot slot) {
  by_person_.erase(guests_[slot].person);
  guests_[slot] = Guest{};
  free_.push_back(slot);
}

GuestSlot GuestTable::find(PersonId person) const {
  const auto it = by_person_.find(person);
  return it == by_person_.end() ? kNone : it->second;
}

}  // namespace posterhall::hall
