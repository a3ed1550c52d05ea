// Pointing: who points where on the poster of one booth, and which part of it its presenters look at. State: the last
// thing somebody said of themselves counts, and nothing of it is kept.
// Runs on: any thread (a value). Owns: the pointers and views. The clock comes as an argument.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "base/ids.hpp"

namespace posterhall::domain {

inline constexpr std::uint64_t kPointerForMs = 6 * 1000;  ///< without another word of its owner
inline constexpr std::size_t kMostPointers = 30;
inline constexpr std::size_t kMostViews = 8;

/// On a poster: x 16 | y 16, 0 = left or top edge, 65535 = right or bottom edge.
using PosterPlace = std::uint32_t;
/// A part of a poster: its middle, and width 16 | height 16 (neither 0).
struct PosterView {
  PosterPlace centre = 0;
  std::uint32_t extent = 0;
  friend bool operator==(const PosterView&, const PosterView&) = default;
};

struct Pointer {
  PersonId person;
  PosterPlace place = 0;
  bool presents = false;
};
struct SharedView {
  PersonId person;
  PosterView view;
};

class PointerBoard {
 public:
  /// Each true when others see it: somebody who points at the same place again only stays.
  bool point(PersonId person, PosterPlace place, std::uint64_t now_ms);
  bool point_no_more(PersonId person);
  /// `until_ms` 0: until it is said otherwise.
  bool show(PersonId person, const PosterView& view, std::uint64_t now_ms, std::uint64_t until_ms = 0);
  bool show_no_more(PersonId person);
  /// What nobody has spoken of for too long is over.
  bool expire(std::uint64_t now_ms);
  /// Only those for whom `stays(person)` is true.
  template <class Stays>
  bool keep(Stays stays) {
    const auto gone = [&](const auto& one) { return !stays(one.first); };
    const std::size_t pointers = std::erase_if(pointers_, gone);
    return std::erase_if(views_, gone) + pointers > 0;
  }

  /// Who presents first, then who moved last; at most kMostPointers.
  template <class Presents>
  [[nodiscard]] std::vector<Pointer> pointers(Presents presents) const {
    std::vector<Pointer> all;
    for (const auto& [person, held] : pointers_) all.push_back({person, held.place, presents(person)});
    return first_of(std::move(all));
  }
  /// Of those who present, who moved last first; at most kMostViews.
  template <class Presents>
  [[nodiscard]] std::vector<SharedView> views(Presents presents) const {
    std::vector<SharedView> all;
    for (const auto& [person, held] : views_) {
      if (presents(person)) all.push_back({person, held.view});
    }
    return last_moved(std::move(all));
  }
  [[nodiscard]] const PosterView* view_of(PersonId person) const;
  /// Is it so of anybody who points or shows?
  template <class Is>
  [[nodiscard]] bool any(Is is) const {
    const auto so = [&](const auto& one) { return is(one.first); };
    return std::any_of(pointers_.begin(), pointers_.end(), so) || std::any_of(views_.begin(), views_.end(), so);
  }
  [[nodiscard]] bool empty() const { return pointers_.empty() && views_.empty(); }

 private:
  struct HeldPointer {
    PosterPlace place = 0;
    std::uint64_t said_ms = 0;
    std::uint64_t moved = 0;
  };
  struct HeldView {
    PosterView view;
    std::uint64_t until_ms = 0;
    std::uint64_t moved_ms = 0;
  };
  [[nodiscard]] std::vector<Pointer> first_of(std::vector<Pointer> all) const;
  [[nodiscard]] std::vector<SharedView> last_moved(std::vector<SharedView> all) const;

  std::map<PersonId, HeldPointer> pointers_;
  std::map<PersonId, HeldView> views_;
  std::uint64_t moves_ = 0;
};

}  // namespace posterhall::domain
