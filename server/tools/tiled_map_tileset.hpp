// The tileset of a Tiled map: which tile is which, and its picture, drawn here. Internal to tiled_map.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <string>

namespace posterhall::tools {

/// Tile ids, from 0 in the tileset; a map's gid is one more. Topic tiles come in eights, A to H.
enum class TileId : std::uint8_t {
  stone = 0,
  stone_shade = 1,
  floor_a = 8,
  floor_shade_a = 16,
  rug_a = 24,
  sign_a = 32,
  wall = 40,  // from here on, people cannot walk
  wall_cap = 41,
  board = 42,
  bench = 43,
  table = 44,
  plant = 45,
  help_desk = 46,
  door = 47,
  stage = 48,
  audience = 49,  // these again are walked on
  zone = 50,
  start = 51,
};

inline constexpr int kTilesetColumns = 8;
inline constexpr int kTilesetTiles = 56;
inline constexpr int kTilesetTile = 32;  ///< pixels

[[nodiscard]] constexpr int tile_id(TileId tile, std::uint32_t topic = 0) {
  return static_cast<int>(tile) + static_cast<int>(topic);
}
[[nodiscard]] constexpr bool collides(int id) { return id >= tile_id(TileId::wall) && id <= tile_id(TileId::stage); }

/// The picture: 8 x 7 tiles, PNG with a palette.
[[nodiscard]] std::string tileset_png();

}  // namespace posterhall::tools
