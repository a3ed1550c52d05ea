#include "domain/layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <unordered_set>

#include "domain/hall_geometry.hpp"

namespace posterhall::domain {
namespace {

struct Spot {
  int aisle = 0;
  int column = 0;
};

int columns_for(std::size_t posters) {
  const double blocks = std::round(std::sqrt(1.4 * static_cast<double>(posters)) / kBlockColumns);
  return std::clamp(kBlockColumns * static_cast<int>(blocks), kBlockColumns, kMaxColumns);
}

/// One block, entered at a side of its first row. With `crosses`, the way out is the other side of its last row: with
/// an even number of rows the last two are walked column by column, so that the whole walk stays in one piece.
void walk_block(std::vector<Spot>& walk, int block, const std::vector<int>& rows, bool enter_west, bool crosses) {
  const auto column = [&](int step) { return block * kBlockColumns + (enter_west ? step : kBlockColumns - 1 - step); };
  const std::size_t zigzag = crosses && !rows.empty() && rows.size() % 2 == 0 ? rows.size() - 2 : rows.size();
  for (std::size_t row = 0; row < zigzag; ++row)
    for (int step = 0; step < kBlockColumns; ++step)
      walk.push_back({rows[row], column(row % 2 == 0 ? step : kBlockColumns - 1 - step)});
  if (zigzag == rows.size()) return;
  for (int step = 0; step < kBlockColumns; ++step) {
    const bool down = step % 2 == 0;
    walk.push_back({rows[zigzag + (down ? 0 : 1)], column(step)});
    walk.push_back({rows[zigzag + (down ? 1 : 0)], column(step)});
  }
}

std::vector<int> row_order(int first, int last, bool down) {
  std::vector<int> rows;
  for (int aisle = first; aisle <= last; ++aisle) rows.push_back(aisle);
  if (!down) std::reverse(rows.begin(), rows.end());
  return rows;
}

/// The walk past every place that topics are laid along: west to east north of the foyer, back again south of it,
/// block by block. Any stretch of it is one connected patch of floor (the foyer joins the two halves).
std::vector<Spot> hall_walk(const HallGeometry& hall) {
  std::vector<Spot> walk;
  const int last = hall.blocks() - 1;
  for (int block = 0; block <= last; ++block) {
    const bool down = (last - block) % 2 == 0;  // the last block must end at the foyer
    walk_block(walk, block, row_order(1, hall.aisles_above, down), true, last > 0);
  }
  const bool enter_west = !walk.empty() && walk.back().column == last * kBlockColumns;
  for (int block = last; block >= 0; --block) {
    const bool down = (last - block) % 2 == 0;
    walk_block(walk, block, row_order(hall.aisles_above + 1, hall.aisles, down), enter_west, block > 0);
  }
  return walk;
}

/// Places a topic of n posters gets: at least a tenth of them stay free.
std::size_t places_for(std::size_t posters) { return posters + (posters + 8) / 9; }

using ByTopic = std::vector<std::vector<PosterKey>>;
using Shares = std::vector<std::size_t>;  // places a topic, in the order of the walk

Shares wanted_shares(const ByTopic& by_topic, std::size_t capacity) {
  Shares share(by_topic.size());
  std::size_t total = 0;
  for (std::size_t t = 0; t < by_topic.size(); ++t) total += share[t] = places_for(by_topic[t].size());
  for (std::size_t t = share.size(); t-- > 0 && total > capacity;) {  // a hall at its limit gives up spare places
    const std::size_t give = std::min(total - capacity, share[t] - by_topic[t].size());
    share[t] -= give;
    total -= give;
  }
  return share;
}

/// Hands `slack` places to the topics [first, last): each ends with its row while they suffice, the last gets the rest.
void spread_slack(Shares& share, std::size_t first, std::size_t last, std::size_t slack) {
  std::size_t end = 0;
  for (std::size_t t = 0; t < first; ++t) end += share[t];
  std::size_t final_topic = first;
  for (std::size_t t = first; t < last; ++t) {
    if (share[t] == 0) continue;
    const std::size_t pad = (kBlockColumns - (end + share[t]) % kBlockColumns) % kBlockColumns;
    if (pad <= slack) {
      share[t] += pad;
      slack -= pad;
    }
    end += share[t];
    final_topic = t;
  }
  if (first < last) share[final_topic] += slack;
}

/// The first topic south of the foyer, if the free places suffice to let a topic begin there.
std::optional<std::size_t> topic_at_foyer(const Shares& share, std::size_t above, std::size_t slack) {
  std::size_t end = 0;
  for (std::size_t t = 0; t < share.size() && end + share[t] <= above; ++t) {
    end += share[t];
    if (above - end <= slack) return t + 1;
  }
  return std::nullopt;
}

/// How many places each topic gets; sets how many aisles are above. No topic lies on both sides of the foyer where
/// shifting the foyer by an aisle or the places left over can help it.
Shares share_places(const ByTopic& by_topic, HallGeometry& hall) {
  const auto columns = static_cast<std::size_t>(hall.columns);
  const std::size_t capacity = columns * static_cast<std::size_t>(hall.aisles);
  Shares share = wanted_shares(by_topic, capacity);
  const std::size_t total = std::accumulate(share.begin(), share.end(), std::size_t{0});
  const std::size_t slack = capacity - std::min(total, capacity);
  hall.aisles_above = (hall.aisles + 1) / 2;
  for (const int aisles_above : {hall.aisles_above, std::max(hall.aisles / 2, 1)}) {
    const std::size_t above = columns * static_cast<std::size_t>(aisles_above);
    const auto south = topic_at_foyer(share, above, slack);
    if (!south || *south == share.size()) continue;
    hall.aisles_above = aisles_above;
    const std::size_t north =
        std::accumulate(share.begin(), share.begin() + static_cast<std::ptrdiff_t>(*south), std::size_t{0});
    spread_slack(share, 0, *south, above - north);
    spread_slack(share, *south, share.size(), slack - (above - north));
    return share;
  }
  spread_slack(share, 0, share.size(), slack);
  return share;
}

/// Within a stretch, neighbours in a row are numbered as they are read, west to east, though the walk turns around.
void read_rows_eastward(std::vector<Spot>::iterator first, std::vector<Spot>::iterator last) {
  while (first != last) {
    auto end = std::next(first);
    while (end != last && end->aisle == first->aisle && end->column / kBlockColumns == first->column / kBlockColumns)
      ++end;
    std::sort(first, end, [](const Spot& a, const Spot& b) { return a.column < b.column; });
    first = end;
  }
}

Place make_place(Spot spot, std::size_t topic) {
  Place place;
  place.aisle = static_cast<std::uint32_t>(spot.aisle);
  place.column = static_cast<std::uint32_t>(spot.column);
  place.number = BoothNumber{place.aisle * 100 + place.column + 1};
  place.topic = static_cast<std::uint32_t>(topic);
  return place;
}

ByTopic group_by_topic(std::size_t topics, const std::vector<PosterTopic>& posters) {
  ByTopic by_topic(std::max<std::size_t>(topics, 1));
  std::unordered_set<PosterKey> seen;
  for (const PosterTopic& poster : posters)
    if (seen.insert(poster.poster).second)
      by_topic[std::min<std::size_t>(poster.topic, by_topic.size() - 1)].push_back(poster.poster);
  return by_topic;
}

}  // namespace

Layout make_layout(const std::vector<std::string>& topics, const std::vector<PosterTopic>& posters) {
  const auto by_topic = group_by_topic(topics.size(), posters);
  std::size_t wanted = 0;
  for (const auto& keys : by_topic) wanted += places_for(keys.size());

  HallGeometry hall;
  hall.columns = columns_for(posters.size());
  const bool small = hall.blocks() == 1;
  if (small) hall.foyer_rows += kFoyerGrowth;
  const auto columns = static_cast<std::size_t>(hall.columns);
  hall.aisles = std::clamp(static_cast<int>((wanted + columns - 1) / columns), 1, hall.max_aisles());
  const Shares share = share_places(by_topic, hall);
  std::vector<Spot> walk = hall_walk(hall);

  Layout layout;
  layout.columns = static_cast<std::uint32_t>(hall.columns);
  layout.aisles_above = static_cast<std::uint32_t>(hall.aisles_above);
  layout.small_foyer_grown = small;
  layout.topic_names = topics;
  std::size_t at = 0;
  for (std::size_t t = 0; t < share.size() && at < walk.size(); ++t) {
    const std::size_t end = std::min(at + share[t], walk.size());
    const std::size_t taken = std::min(by_topic[t].size(), end - at);
    const auto first = walk.begin() + static_cast<std::ptrdiff_t>(at);
    read_rows_eastward(first, first + static_cast<std::ptrdiff_t>(taken));
    for (std::size_t i = 0; at < end; ++at, ++i) {
      layout.places.push_back(make_place(walk[at], t));
      if (i < taken) layout.places.back().poster = by_topic[t][i];
    }
  }
  std::sort(layout.places.begin(), layout.places.end(),
            [](const Place& a, const Place& b) { return a.number < b.number; });
  return layout;
}

std::vector<PosterKey> posters_without_place(const Layout& layout, const std::vector<PosterTopic>& posters) {
  std::unordered_set<PosterKey> placed;
  for (const Place& place : layout.places)
    if (place.poster) placed.insert(place.poster);
  std::vector<PosterKey> without;
  for (const PosterTopic& poster : posters)
    if (placed.insert(poster.poster).second) without.push_back(poster.poster);
  return without;
}

}  // namespace posterhall::domain
