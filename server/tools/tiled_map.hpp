// A hall as a Tiled map (.tmj) with its tileset picture, to look at, to draw on, to open in Tiled or WorkAdventure.
// Format: Tiled's JSON map format 1.10, orthogonal, 32 x 32, embedded tileset; conventions of WorkAdventure maps
// (tile property `collides`, layers `start` and `floorLayer`, objects of class `area`) and ours:
//   ph.booth (number), ph.poster (the file's id), ph.room, ph.capacity, ph.stage, ph.spawn.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <string>

#include "domain/catalogue.hpp"
#include "domain/layout.hpp"

namespace posterhall::tools {

struct TiledMap {
  std::string json;         ///< the .tmj
  std::string tileset_png;  ///< the picture it refers to
};

/// `image` is how the map names the tileset's picture: a path beside the map, for example "hall-tiles.png".
/// Booths carry the titles of `catalogue`'s posters, doors its rooms' names, signs its topics' names.
[[nodiscard]] TiledMap make_tiled_map(const domain::FloorPlan& plan, const domain::Catalogue& catalogue,
                                      const std::string& image);

}  // namespace posterhall::tools
