#include <algorithm>
#include <cstdlib>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "domain/hall_geometry.hpp"
#include "domain/layout.hpp"

namespace posterhall::domain {
namespace {

bool is_free(const Place& place) { return !place.poster && !place.retired; }

bool touch(const Place& a, const Place& b) {
  const int aisles = std::abs(static_cast<int>(a.aisle) - static_cast<int>(b.aisle));
  const int columns = std::abs(static_cast<int>(a.column) - static_cast<int>(b.column));
  return aisles + columns == 1;
}

class Update {
 public:
  explicit Update(Layout layout) : layout_(std::move(layout)), hall_(geometry_of(layout_)) {}

  /// Retires the places of posters that are gone; returns the new posters that have no place yet.
  std::vector<PosterTopic> keep_standing(const std::vector<PosterTopic>& posters) {
    std::unordered_set<PosterKey> wanted;
    for (const PosterTopic& poster : posters) wanted.insert(poster.poster);
    std::unordered_set<PosterKey> standing;
    for (Place& place : layout_.places) {
      if (place.retired && place.former && wanted.count(place.former) != 0) {
        place.poster = place.former;  // imported again: its number is still its own
        place.former = PosterKey{};
        place.retired = false;
      } else if (place.poster && wanted.count(place.poster) == 0) {
        place.former = place.poster;
        place.poster = PosterKey{};
        place.retired = true;
      }
      if (place.poster) standing.insert(place.poster);
    }
    std::vector<PosterTopic> fresh;
    for (const PosterTopic& poster : posters)
      if (standing.insert(poster.poster).second) fresh.push_back(poster);
    return fresh;
  }

  void place(const PosterTopic& poster) {
    std::optional<std::size_t> index = nearest_free(poster.topic);
    if (!index && append_aisle()) index = nearest_free(poster.topic);
    if (!index) return;  // the hall is at its limit: posters_without_place says so
    claim_floor(*index, poster.topic);
    layout_.places[*index].poster = poster.poster;
  }

  Layout take() { return std::move(layout_); }

 private:
  /// Tiles between two places along the hall's right angles.
  [[nodiscard]] int distance(const Place& a, const Place& b) const {
    const auto x = [&](const Place& p) { return hall_.column_x(static_cast<int>(p.column)); };
    const auto y = [&](const Place& p) { return hall_.aisle_y(static_cast<int>(p.aisle)); };
    return std::abs(x(a) - x(b)) + std::abs(y(a) - y(b));
  }

  /// Own floor first, beside the topic's posters; then the free place nearest the topic's floor. A topic without any
  /// floor begins at the hall's end.
  [[nodiscard]] std::optional<std::size_t> nearest_free(std::uint32_t topic) const {
    std::vector<const Place*> floor;
    std::vector<const Place*> standing;
    for (const Place& place : layout_.places) {
      if (place.topic != topic) continue;
      floor.push_back(&place);
      if (place.poster) standing.push_back(&place);
    }
    std::optional<std::size_t> best;
    long best_cost = std::numeric_limits<long>::max();
    constexpr long kOtherFloor = 1'000'000;
    for (std::size_t i = 0; i < layout_.places.size(); ++i) {
      const Place& place = layout_.places[i];
      if (!is_free(place)) continue;
      long cost = place.topic == topic ? 0 : kOtherFloor;
      if (floor.empty())
        cost -= static_cast<long>(place.number.value);
      else
        cost += least_distance(place, place.topic == topic ? standing : floor);
      if (cost < best_cost) {
        best_cost = cost;
        best = i;
      }
    }
    return best;
  }

  [[nodiscard]] int least_distance(const Place& place, const std::vector<const Place*>& others) const {
    int least = others.empty() ? 0 : std::numeric_limits<int>::max();
    for (const Place* other : others) least = std::min(least, distance(place, *other));
    return least;
  }

  /// The floor follows the poster where that makes neither topic's patch fall apart; else the poster is a guest.
  void claim_floor(std::size_t index, std::uint32_t topic) {
    Place& place = layout_.places[index];
    if (place.topic == topic) return;
    bool any = false;
    bool beside = false;
    for (const Place& other : layout_.places) {
      if (other.topic != topic) continue;
      any = true;
      beside = beside || touch(place, other);
    }
    if (any && !beside) return;
    const std::uint32_t before = place.topic;
    const std::size_t patches = count_patches(before);
    place.topic = topic;
    if (count_patches(before) > patches) place.topic = before;
  }

  [[nodiscard]] std::size_t count_patches(std::uint32_t topic) const {
    const std::size_t columns = layout_.columns;
    std::vector<char> open(layout_.places.size());
    for (std::size_t i = 0; i < open.size(); ++i) open[i] = layout_.places[i].topic == topic ? 1 : 0;
    std::size_t patches = 0;
    std::vector<std::size_t> todo;
    const auto visit = [&](std::size_t i) {
      if (open[i] == 0) return;
      open[i] = 0;
      todo.push_back(i);
    };
    for (std::size_t start = 0; start < open.size(); ++start) {
      if (open[start] == 0) continue;
      ++patches;
      visit(start);
      while (!todo.empty()) {
        const std::size_t i = todo.back();
        todo.pop_back();
        if (i % columns > 0) visit(i - 1);
        if (i % columns + 1 < columns) visit(i + 1);
        if (i >= columns) visit(i - columns);
        if (i + columns < open.size()) visit(i + columns);
      }
    }
    return patches;
  }

  /// One more aisle in the south; its floors go on from the aisle above.
  bool append_aisle() {
    if (hall_.aisles >= hall_.max_aisles()) return false;
    ++hall_.aisles;
    for (std::uint32_t column = 0; column < layout_.columns; ++column) {
      Place place;
      place.aisle = static_cast<std::uint32_t>(hall_.aisles);
      place.column = column;
      place.number = BoothNumber{place.aisle * 100 + column + 1};
      place.topic = layout_.places[layout_.places.size() - layout_.columns].topic;
      layout_.places.push_back(place);
    }
    return true;
  }

  Layout layout_;
  HallGeometry hall_;
};

}  // namespace

Layout update_layout(const Layout& old, const std::vector<std::string>& topics,
                     const std::vector<PosterTopic>& posters) {
  if (old.places.empty()) return make_layout(topics, posters);
  Layout base = old;
  std::copy(topics.begin(),
            topics.begin() + static_cast<std::ptrdiff_t>(std::min(topics.size(), base.topic_names.size())),
            base.topic_names.begin());
  for (std::size_t t = base.topic_names.size(); t < topics.size(); ++t) base.topic_names.push_back(topics[t]);
  const auto last_topic = static_cast<std::uint32_t>(std::max<std::size_t>(base.topic_names.size(), 1) - 1);

  Update update{std::move(base)};
  for (PosterTopic poster : update.keep_standing(posters)) {
    poster.topic = std::min(poster.topic, last_topic);
    update.place(poster);
  }
  return update.take();
}

}  // namespace posterhall::domain
