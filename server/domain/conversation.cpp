#include "domain/conversation.hpp"

#include <algorithm>
#include <cstdlib>

namespace posterhall::domain {

bool in_circle(const Position& centre, const Position& position) {
  const auto apart = [](std::uint32_t a, std::uint32_t b) { return std::uint64_t{a > b ? a - b : b - a}; };
  const std::uint64_t dx = apart(centre.x, position.x);
  const std::uint64_t dy = apart(centre.y, position.y);
  return dx * dx + dy * dy <= std::uint64_t{kCircleRadius} * kCircleRadius;
}

ZoneMap::ZoneMap(const FloorPlan& plan)
    : width_(plan.width),
      height_(plan.height),
      zones_(static_cast<std::size_t>(plan.width) * static_cast<std::size_t>(plan.height)),
      aisles_(zones_.size()),
      nearest_(zones_.size()) {
  fill(zones_, plan.audience, make_conversation(ConversationKind::stage, 0));
  for (std::size_t i = 0; i < plan.tables.size(); ++i) {
    fill(zones_, plan.tables[i].zone, make_conversation(ConversationKind::table, static_cast<std::uint32_t>(i)));
  }
  for (const Booth& booth : plan.booths) {
    fill(zones_, booth.rug, make_conversation(ConversationKind::booth, booth.number.value));
    fill(aisles_, aisle_share(booth), booth.number.value);
  }
  fill_nearest(plan);
}

void ZoneMap::fill_nearest(const FloorPlan& plan) {
  std::vector<const Booth*> row;
  for (std::int32_t y = 0; y < height_; ++y) {
    row.clear();
    for (const Booth& booth : plan.booths) {
      if (y >= booth.all.y && y < booth.all.y + booth.all.h) row.push_back(&booth);
    }
    if (row.empty()) continue;
    for (std::int32_t x = 0; x < width_; ++x) {
      const auto distance = [x](const Booth* booth) { return std::abs(booth->all.x - x); };
      fill(nearest_, {x, y, 1, 1}, (*std::ranges::min_element(row, {}, distance))->number.value);
    }
  }
}

void ZoneMap::fill(std::vector<std::uint32_t>& map, const TileRect& rect, std::uint32_t value) {
  for (std::int32_t y = std::max(rect.y, 0); y < std::min(rect.y + rect.h, height_); ++y) {
    for (std::int32_t x = std::max(rect.x, 0); x < std::min(rect.x + rect.w, width_); ++x) {
      map[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)] = value;
    }
  }
}

const Booth* find_booth(const FloorPlan& plan, BoothNumber number) {
  const auto it = std::lower_bound(plan.booths.begin(), plan.booths.end(), number,
                                   [](const Booth& booth, BoothNumber n) { return booth.number < n; });
  return it != plan.booths.end() && it->number == number ? &*it : nullptr;
}

TileRect aisle_share(const Booth& booth) {
  const std::int32_t top = booth.rug.y + booth.rug.h;
  return {booth.all.x, top, booth.all.w, std::max(0, booth.all.y + booth.all.h - top)};
}

}  // namespace posterhall::domain
