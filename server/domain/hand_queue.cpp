#include "domain/hand_queue.hpp"

#include <algorithm>
#include <utility>

namespace posterhall::domain {

bool HandQueue::raise(PersonId person, UnixMs at) {
  if (floor_ == person) return false;
  const auto [hand, is_new] = up_.try_emplace(person, at);
  if (is_new) return true;
  if (hand->second <= at) return false;
  hand->second = at;
  return true;
}

bool HandQueue::lower(PersonId person) { return up_.erase(person) > 0; }

bool HandQueue::give(PersonId person, UnixMs at) {
  if (at < floor_at_ || (at == floor_at_ && person <= floor_)) return false;
  floor_at_ = at;
  const bool lowered = person && lower(person);
  return std::exchange(floor_, person) != person || lowered;
}

std::vector<PersonId> HandQueue::order() const {
  std::vector<std::pair<UnixMs, PersonId>> by_time;
  by_time.reserve(up_.size());
  for (const auto& [person, at] : up_) by_time.emplace_back(at, person);
  std::ranges::sort(by_time);
  std::vector<PersonId> people;
  for (const auto& [at, person] : by_time) {
    if (people.size() < kMostHands) people.push_back(person);
  }
  return people;
}

UnixMs HandQueue::up_since(PersonId person) const {
  const auto hand = up_.find(person);
  return hand == up_.end() ? 0 : hand->second;
}

}  // namespace posterhall::domain
