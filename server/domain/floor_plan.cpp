#include <algorithm>
#include <cstddef>

#include "domain/hall_geometry.hpp"
#include "domain/hall_geometry_foyer.hpp"
#include "domain/layout.hpp"

namespace posterhall::domain {
namespace {

constexpr int kWallRows = 2;
constexpr int kRugRows = 3;
constexpr int kSignRow = kWallRows + kRugRows;  // the upper walking row: below every rug, above the next wall
constexpr int kPresenterRow = kWallRows + 1;

/// Rows 1 and 2 are wall. The side posts stand in these rows too, half a tile deep, so the whole rug is standing room.
void add_booth(FloorPlan& plan, const HallGeometry& hall, const Place& place) {
  const int x = hall.column_x(static_cast<int>(place.column));
  const int y = hall.aisle_y(static_cast<int>(place.aisle));
  Booth booth;
  booth.number = place.number;
  booth.poster = place.poster;
  booth.topic = place.topic;
  booth.all = {x, y, kBoothWidth, kBoothHeight};
  booth.rug = {x, y + kWallRows, kBoothWidth, kRugRows};
  booth.presenter = {x + kBoothWidth - 1, y + kPresenterRow};
  plan.booths.push_back(booth);
  block(plan, {x, y, kBoothWidth, kWallRows});
  for (int row = y; row < y + kBoothHeight; ++row) {
    const auto first = plan.floor.begin() + static_cast<std::ptrdiff_t>(row) * plan.width + x;
    std::fill_n(first, kBoothWidth, static_cast<std::uint8_t>(place.topic + 1));
  }
}

/// Benches and plants stand in the wall rows, where nobody crosses between blocks, and always leave a tile to pass.
void furnish_cross_aisles(FloorPlan& plan, const HallGeometry& hall) {
  for (int block = 0; block + 1 < hall.blocks(); ++block) {
    const int x = hall.cross_x(block);
    for (int aisle = 1; aisle <= hall.aisles; ++aisle) {
      const int y = hall.aisle_y(aisle);
      switch ((aisle + 2 * block) % 4) {
        case 1: add_furniture(plan, FurnitureKind::bench, {x + (aisle / 4 + block) % 2, y + 1, 2, 1}); break;
        case 3:
          add_furniture(plan, FurnitureKind::plant, {x, y, 1, 1});
          add_furniture(plan, FurnitureKind::plant, {x + kCrossAisle - 1, y, 1, 1});
          break;
        default: break;
      }
    }
  }
}

void paint_aisle_numbers(FloorPlan& plan, const HallGeometry& hall) {
  for (int aisle = 1; aisle <= hall.aisles; ++aisle) {
    const int y = hall.aisle_y(aisle) + kWallRows;
    const auto paint = [&](int x) { plan.aisle_numbers.push_back({{x, y}, static_cast<std::uint32_t>(aisle)}); };
    for (int block = 0; block + 1 < hall.blocks(); ++block) paint(hall.cross_x(block));
    if (hall.blocks() == 1) {
      paint(0);
      paint(hall.width() - kMargin);
    }
  }
}

/// The stretch of one aisle of one block that belongs to one topic.
struct Stretch {
  int aisle = 0;
  int first = 0;  // columns
  int last = 0;
  std::uint32_t topic = 0;
};

/// Signs stand where the neighbourhood meets a cross-aisle; one that meets none has its sign at its first booth.
void put_signs(FloorPlan& plan, const HallGeometry& hall, const Stretch& at) {
  const int block = at.first / kBlockColumns;
  const bool one_block = hall.blocks() == 1;
  const bool west = at.first % kBlockColumns == 0 && (block > 0 || one_block);
  const bool east = at.last % kBlockColumns == kBlockColumns - 1 && (block + 1 < hall.blocks() && !one_block);
  const int y = hall.aisle_y(at.aisle) + kSignRow;
  if (west || !east) plan.signs.push_back({{hall.column_x(at.first), y}, at.topic, true});
  if (east) plan.signs.push_back({{hall.column_x(at.last), y}, at.topic, false});
}

/// In each block a neighbourhood has its signs at its first aisle and, north of the foyer, where people come up to it
/// from the other end, at its last one as well.
void add_signs(FloorPlan& plan, const HallGeometry& hall, const Layout& layout) {
  constexpr int kFarAisles = 3;
  std::vector<Stretch> stretches;  // by block, aisle, column
  for (int block = 0; block < hall.blocks(); ++block) {
    for (int aisle = 1; aisle <= hall.aisles; ++aisle) {
      for (int column = block * kBlockColumns; column < (block + 1) * kBlockColumns; ++column) {
        const std::uint32_t topic = layout.places[static_cast<std::size_t>((aisle - 1) * hall.columns + column)].topic;
        if (column % kBlockColumns != 0 && stretches.back().topic == topic)
          stretches.back().last = column;
        else
          stretches.push_back({aisle, column, column, topic});
      }
    }
  }
  for (const Stretch& at : stretches) {
    const auto same = [&](const Stretch& other) {
      return other.topic == at.topic && other.first / kBlockColumns == at.first / kBlockColumns &&
             (other.aisle > hall.aisles_above) == (at.aisle > hall.aisles_above);
    };
    const auto first = std::find_if(stretches.begin(), stretches.end(), same);
    const auto last = std::find_if(stretches.rbegin(), stretches.rend(), same);
    const bool far_end = at.aisle <= hall.aisles_above && &at == &*last && last->aisle - first->aisle >= kFarAisles;
    if (&at == &*first || far_end) put_signs(plan, hall, at);
  }
}

}  // namespace

void block(FloorPlan& plan, const TileRect& rect) {
  for (int y = std::max(rect.y, 0); y < std::min(rect.y + rect.h, plan.height); ++y)
    for (int x = std::max(rect.x, 0); x < std::min(rect.x + rect.w, plan.width); ++x)
      plan.blocked[static_cast<std::size_t>(y) * static_cast<std::size_t>(plan.width) + static_cast<std::size_t>(x)] =
          1;
}

void add_furniture(FloorPlan& plan, FurnitureKind kind, const TileRect& rect) {
  plan.furniture.push_back({kind, rect});
  block(plan, rect);
}

FloorPlan build_floor_plan(const Layout& layout, const std::vector<RoomId>& rooms) {
  const HallGeometry hall = geometry_of(layout);
  FloorPlan plan;
  if (layout.places.empty()) return plan;
  plan.width = hall.width();
  plan.height = hall.height();
  plan.blocked.assign(static_cast<std::size_t>(plan.width) * static_cast<std::size_t>(plan.height), 0);
  plan.floor.assign(plan.blocked.size(), 0);
  plan.foyer = {0, hall.foyer_y(), plan.width, hall.foyer_rows};
  for (const Place& place : layout.places) add_booth(plan, hall, place);
  furnish_cross_aisles(plan, hall);
  paint_aisle_numbers(plan, hall);
  add_signs(plan, hall, layout);
  furnish_foyer(plan, hall);
  add_doors(plan, hall, rooms);
  add_spawns(plan, hall);
  return plan;
}

}  // namespace posterhall::domain
