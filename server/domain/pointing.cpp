#include "domain/pointing.hpp"

#include <algorithm>

namespace posterhall::domain {

bool PointerBoard::point(PersonId person, PosterPlace place, std::uint64_t now_ms) {
  const auto [at, is_new] = pointers_.try_emplace(person);
  HeldPointer& held = at->second;
  held.said_ms = now_ms;
  if (!is_new && held.place == place) return false;
  held.place = place;
  held.moved = ++moves_;
  return true;
}

bool PointerBoard::point_no_more(PersonId person) { return pointers_.erase(person) > 0; }

bool PointerBoard::show(PersonId person, const PosterView& view, std::uint64_t now_ms, std::uint64_t until_ms) {
  const auto [at, is_new] = views_.try_emplace(person);
  HeldView& held = at->second;
  held.until_ms = until_ms;
  if (!is_new && held.view == view) return false;
  held.view = view;
  held.moved_ms = now_ms;
  return true;
}

bool PointerBoard::show_no_more(PersonId person) { return views_.erase(person) > 0; }

bool PointerBoard::expire(std::uint64_t now_ms) {
  const std::size_t pointers =
      std::erase_if(pointers_, [now_ms](const auto& one) { return now_ms - one.second.said_ms >= kPointerForMs; });
  const std::size_t views = std::erase_if(
      views_, [now_ms](const auto& one) { return one.second.until_ms != 0 && now_ms >= one.second.until_ms; });
  return pointers + views > 0;
}

const PosterView* PointerBoard::view_of(PersonId person) const {
  const auto found = views_.find(person);
  return found == views_.end() ? nullptr : &found->second.view;
}

std::vector<Pointer> PointerBoard::first_of(std::vector<Pointer> all) const {
  std::ranges::sort(all, [this](const Pointer& a, const Pointer& b) {
    if (a.presents != b.presents) return a.presents;
    return pointers_.at(a.person).moved > pointers_.at(b.person).moved;
  });
  if (all.size() > kMostPointers) all.resize(kMostPointers);
  return all;
}

std::vector<SharedView> PointerBoard::last_moved(std::vector<SharedView> all) const {
  std::ranges::stable_sort(all, [this](const SharedView& a, const SharedView& b) {
    return views_.at(a.person).moved_ms > views_.at(b.person).moved_ms;
  });
  if (all.size() > kMostViews) all.resize(kMostViews);
  return all;
}

}  // namespace posterhall::domain
