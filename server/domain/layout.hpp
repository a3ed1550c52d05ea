// Layout: which poster stands where, kept from the first import on. FloorPlan: the tiles that follow from it.
// The layout is the truth and is stored; the plan is computed from it, the same everywhere.
// Source of the geometry: docs/architecture.md, "The hall" (booth 5 x 7 tiles, blocks of 5 columns, foyer in the
// middle). Runs on: any thread (pure values and functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"

namespace posterhall::domain {

inline constexpr int kTile = 32;        ///< pixels of one tile at zoom 1; also places' resolution
inline constexpr int kBoothWidth = 5;   ///< tiles
inline constexpr int kBoothHeight = 7;  ///< tiles: wall 2, rug 3, aisle 2
inline constexpr int kMaxTopics = 8;
inline constexpr int kSignWidth = 5;       ///< tiles
inline constexpr int kMaxHallTiles = 512;  ///< a side: 14 bits of pixels

/// A place in the hall: an aisle's place, free or taken. Numbers are never given again to another poster.
struct Place {
  BoothNumber number;        ///< aisle * 100 + place (from 1)
  std::uint32_t aisle = 0;   ///< from 1, top to bottom
  std::uint32_t column = 0;  ///< from 0, left to right
  std::uint32_t topic = 0;   ///< whose floor it is, 0..7
  PosterKey poster;          ///< 0 = free
  bool retired = false;      ///< had a poster that was removed: stays empty for this event
  PosterKey former;          ///< whose place a retired one was: it comes back here if it is imported again; else 0
  friend bool operator==(const Place&, const Place&) = default;
};

struct Layout {
  std::uint32_t rules = 1;               ///< version of the generator that made it
  std::uint32_t columns = 0;             ///< places an aisle, a multiple of 5, 5..25
  std::uint32_t aisles_above = 0;        ///< aisles north of the foyer; later ones are appended in the south
  bool small_foyer_grown = false;        ///< small halls: six rows more for the stage
  std::vector<Place> places;             ///< ordered by number
  std::vector<std::string> topic_names;  ///< at most 8
  friend bool operator==(const Layout&, const Layout&) = default;
};

/// What the generator needs to know of a poster.
struct PosterTopic {
  PosterKey poster;
  std::uint32_t topic = 0;  ///< index into topic names
};

struct Tile {
  std::int32_t x = 0;
  std::int32_t y = 0;
  friend auto operator<=>(const Tile&, const Tile&) = default;
};
struct TileRect {
  std::int32_t x = 0, y = 0, w = 0, h = 0;  ///< tiles
  [[nodiscard]] bool contains(Tile t) const { return t.x >= x && t.y >= y && t.x < x + w && t.y < y + h; }
  friend bool operator==(const TileRect&, const TileRect&) = default;
};

enum class FurnitureKind : std::uint8_t { bench, table, plant, help_desk };
struct Furniture {
  FurnitureKind kind = FurnitureKind::bench;
  TileRect rect;  ///< blocked tiles
};
struct Booth {
  BoothNumber number;
  PosterKey poster;  ///< 0 = free place (no wall furniture but the empty board)
  std::uint32_t topic = 0;
  TileRect all;    ///< 5 x 7
  TileRect rug;    ///< 5 x 3: the conversation zone, standing room for 15
  Tile presenter;  ///< right of the board, on the rug
};
struct Door {
  RoomId room;
  TileRect rect;  ///< blocked: 3 x 2 in the foyer, seen from the south; 1 x 3 in the hall's west or east edge
  Tile front;     ///< where one stands to go in, and comes out
};
/// A table in the foyer (drawn from `furniture`) and the standing room around it: a conversation zone.
struct Table {
  TileRect table;
  TileRect zone;
};
struct Sign {
  Tile at;  ///< left tile of kSignWidth, in the walking rows of its own neighbourhood's booth; not blocked
  std::uint32_t topic = 0;
  bool points_right = false;  ///< else it points left and its words end at the right end of the last tile
};
/// Painted on every cross-aisle, on the margins where a hall has none. Takes 3 x 2 tiles.
struct AisleNumber {
  Tile at;
  std::uint32_t aisle = 0;
};

/// The hall in tiles. `blocked[y * width + x]` is 1 where nobody can walk; `floor` is 0 stone, 1..8 topic A..H.
struct FloorPlan {
  std::int32_t width = 0, height = 0;
  std::vector<std::uint8_t> blocked;
  std::vector<std::uint8_t> floor;
  std::vector<Booth> booths;  ///< ordered by number
  std::vector<Furniture> furniture;
  std::vector<Table> tables;
  std::vector<Door> doors;
  std::vector<Sign> signs;
  std::vector<AisleNumber> aisle_numbers;
  std::vector<Tile> spawns;  ///< spread over the entrances
  TileRect stage;            ///< 15 x 6, blocked
  TileRect audience;         ///< open floor before it: a conversation zone
  TileRect foyer;

  [[nodiscard]] bool walkable(Tile t) const {
    return t.x >= 0 && t.y >= 0 && t.x < width && t.y < height &&
           blocked[static_cast<std::size_t>(t.y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(t.x)] ==
               0;
  }
};

/// A new hall from scratch. `topics` are the names; posters are placed topic by topic in the given order.
[[nodiscard]] Layout make_layout(const std::vector<std::string>& topics, const std::vector<PosterTopic>& posters);

/// Keeps every standing poster where it is, also one whose topic changed: posters gone retire their place, new ones
/// take the free place nearest their topic, then a new aisle at the south end. `topics` keeps the old names' indices
/// (derive_topics with the kept topics does). Deterministic in its arguments.
[[nodiscard]] Layout update_layout(const Layout& old, const std::vector<std::string>& topics,
                                   const std::vector<PosterTopic>& posters);

/// The posters a hall has no place for, because it would grow past kMaxHallTiles. Empty but for huge imports.
[[nodiscard]] std::vector<PosterKey> posters_without_place(const Layout& layout,
                                                           const std::vector<PosterTopic>& posters);

/// The tiles of a layout with `rooms` doors. Deterministic.
[[nodiscard]] FloorPlan build_floor_plan(const Layout& layout, const std::vector<RoomId>& rooms);

/// A tile path for walking (8 neighbours, no corner cutting), both ends included; empty when there is none.
[[nodiscard]] std::vector<Tile> find_path(const FloorPlan& plan, Tile from, Tile to);

/// A path's length in tiles (diagonals 1.414).
[[nodiscard]] double path_length(const std::vector<Tile>& path);

/// Text form of a layout, one line a place, for the store; parse returns nullopt for anything malformed.
[[nodiscard]] std::string to_text(const Layout& layout);
[[nodiscard]] std::optional<Layout> parse_layout(const std::string& text);

}  // namespace posterhall::domain
