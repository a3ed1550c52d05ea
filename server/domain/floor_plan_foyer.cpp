// The foyer, row by row (rows from its top):
//   0..5   the stage in the west; doors on rows 0 and 1 in the east       6..9  the audience before the stage
//   3..9   tables, help desk, plants                                      10,11 walking: people come in here
//   grown foyers: tables on rows 13..15, walking on 16 and 17
#include <algorithm>

#include "domain/hall_geometry_foyer.hpp"

namespace posterhall::domain {
namespace {

constexpr int kAudienceRows = 4;
constexpr int kDoorWidth = 3;
constexpr int kDoorHeight = 2;

/// A table of two tiles in the middle of its standing room of 4 x 3.
void add_table(FloorPlan& plan, int zone_x, int zone_y) {
  const TileRect table{zone_x + 1, zone_y + 1, 2, 1};
  add_furniture(plan, FurnitureKind::table, table);
  plan.tables.push_back({table, {zone_x, zone_y, 4, 3}});
}

void add_plant(FloorPlan& plan, int x, int y) { add_furniture(plan, FurnitureKind::plant, {x, y, 1, 1}); }

void add_help_desk(FloorPlan& plan, int x, int y) {
  add_furniture(plan, FurnitureKind::help_desk, {x, y, 5, 2});
  add_plant(plan, x - 1, y + 1);
  add_plant(plan, x + 5, y + 1);
}

/// Halls of one block: the stage takes more than half the width, so the tables get the six rows more.
void furnish_small(FloorPlan& plan, int x, int y) {
  add_help_desk(plan, x + 18, y + 6);
  for (const int table : {1, 7, 14, 20}) add_table(plan, x + table, y + 13);
  for (const int plant : {0, 12, 24}) add_plant(plan, x + plant, y + 14);
}

void furnish_stage_block(FloorPlan& plan, int x, int y) {
  add_plant(plan, x + 16, y + 5);
  add_table(plan, x + 19, y + 3);
  add_table(plan, x + 17, y + 7);
  add_plant(plan, x + 22, y + 8);
}

void furnish_block(FloorPlan& plan, int x, int y, bool help_desk) {
  add_table(plan, x + 2, y + 3);
  if (help_desk)
    add_help_desk(plan, x + 10, y + 3);
  else
    add_table(plan, x + 10, y + 3);
  add_table(plan, x + 19, y + 3);
  add_plant(plan, x + 7, y + 4);
  add_plant(plan, x + 17, y + 4);
  add_table(plan, x + 5, y + 7);
  add_furniture(plan, FurnitureKind::bench, {x + 11, y + 8, 2, 1});
  add_table(plan, x + 16, y + 7);
  add_plant(plan, x + 1, y + 8);
  add_plant(plan, x + 23, y + 8);
}

}  // namespace

void furnish_foyer(FloorPlan& plan, const HallGeometry& hall) {
  const int y = hall.foyer_y();
  plan.stage = {kMargin, y, kStageWidth, kStageHeight};
  plan.audience = {kMargin, y + kStageHeight, kStageWidth, kAudienceRows};
  block(plan, plan.stage);
  if (hall.foyer_rows > kFoyerRows) {
    furnish_small(plan, hall.block_x(0), y);
    return;
  }
  furnish_stage_block(plan, hall.block_x(0), y);
  for (int b = 1; b < hall.blocks(); ++b) furnish_block(plan, hall.block_x(b), y, b == hall.blocks() / 2);
}

void add_doors(FloorPlan& plan, const HallGeometry& hall, const std::vector<RoomId>& rooms) {
  const int y = hall.foyer_y();
  std::vector<Door> slots;  // along the north side, one a booth's width, east of the stage
  for (int column = kStageWidth / kBoothWidth; column < hall.columns; ++column) {
    const int x = hall.column_x(column) + (kBoothWidth - kDoorWidth) / 2;
    slots.push_back({{}, {x, y, kDoorWidth, kDoorHeight}, {x + kDoorWidth / 2, y + kDoorHeight}});
  }
  if (rooms.size() < slots.size()) {  // all side by side, as near to the middle of the foyer as the stage lets them
    const auto middle = static_cast<std::ptrdiff_t>(hall.columns / 2 - kStageWidth / kBoothWidth);
    const auto count = static_cast<std::ptrdiff_t>(rooms.size());
    const auto first = std::clamp<std::ptrdiff_t>(middle - count / 2, 0, std::ssize(slots) - count);
    slots.erase(slots.begin(), slots.begin() + first);
  }
  const auto add_edges = [&](int top) {
    if (top < 0 || top + kDoorWidth > plan.height) return;
    slots.push_back({{}, {plan.width - 1, top, 1, kDoorWidth}, {plan.width - 2, top + 1}});
    slots.push_back({{}, {0, top, 1, kDoorWidth}, {1, top + 1}});
  };
  for (const int row : {2, 6, 13})  // beside the tables; entrances and walking rows stay open
    if (row < kFoyerRows || hall.foyer_rows > kFoyerRows) add_edges(y + row);
  for (int away = 1; away <= hall.aisles; ++away) {  // by the rugs, outward from the foyer
    if (away <= hall.aisles_above) add_edges(hall.aisle_y(hall.aisles_above + 1 - away) + 3);
    if (hall.aisles_above + away <= hall.aisles) add_edges(hall.aisle_y(hall.aisles_above + away) + 3);
  }
  for (std::size_t i = 0; i < std::min(rooms.size(), slots.size()); ++i) {
    slots[i].room = rooms[i];
    block(plan, slots[i].rect);
    plan.doors.push_back(slots[i]);
  }
}

void add_spawns(FloorPlan& plan, const HallGeometry& hall) {
  std::vector<int> entrances{0};
  for (int b = 0; b + 1 < hall.blocks(); ++b) entrances.push_back(hall.cross_x(b));
  entrances.push_back(hall.width() - kMargin);
  std::vector<int> rows{10, 11};
  if (hall.foyer_rows > kFoyerRows) rows = {10, 11, 16, 17};
  for (const int row : rows)
    for (const int step : {1, 0, 2})
      for (const int x : entrances)
        if (const Tile tile{x + step, hall.foyer_y() + row}; plan.walkable(tile)) plan.spawns.push_back(tile);
}

}  // namespace posterhall::domain
