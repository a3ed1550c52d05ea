// How a poster is cut into tiles, and where each tile is in the one file that holds them all: a head of 32 bytes, an
// index of 8 bytes a tile (level by level, row by row), the tiles. Little-endian. The reason: docs/decisions/0050.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace posterhall::domain {

inline constexpr std::uint32_t kTileSize = 512;
inline constexpr std::uint32_t kMostTileSide = 40'000;  ///< pixels of a side; a longer picture is not cut
inline constexpr std::size_t kTileHead = 32;
inline constexpr std::size_t kTileEntry = 8;

/// Level 0 is one tile; each has twice the width and height of the one before, rounded up; the last is the picture's.
struct TilePyramid {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t tile_size = kTileSize;
  std::uint32_t levels = 0;
  friend bool operator==(const TilePyramid&, const TilePyramid&) = default;
};

struct TileGrid {
  std::uint32_t width = 0;  ///< pixels of the level
  std::uint32_t height = 0;
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
};

struct TileAddress {
  std::uint32_t level = 0;
  std::uint32_t column = 0;
  std::uint32_t row = 0;
};

/// Where a tile's bytes are.
struct TileSpan {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// Nothing for a picture without pixels or with a side over kMostTileSide.
[[nodiscard]] std::optional<TilePyramid> make_pyramid(std::uint32_t width, std::uint32_t height);
[[nodiscard]] TileGrid grid_of(const TilePyramid& pyramid, std::uint32_t level);
[[nodiscard]] std::uint32_t tile_count(const TilePyramid& pyramid);
/// Where the index entry of a tile is in the file; nothing for a tile there is none of.
[[nodiscard]] std::optional<std::uint64_t> entry_position(const TilePyramid& pyramid, TileAddress address);

[[nodiscard]] std::string write_tile_head(const TilePyramid& pyramid);
/// Nothing for other bytes than a head that make_pyramid could have led to.
[[nodiscard]] std::optional<TilePyramid> read_tile_head(std::string_view bytes);
[[nodiscard]] std::string write_tile_entry(TileSpan span);
[[nodiscard]] std::optional<TileSpan> read_tile_entry(std::string_view bytes);

/// "LEVEL/COLUMN_ROW" as in an address, digits without leading zeros.
[[nodiscard]] std::optional<TileAddress> parse_tile_address(std::string_view text);

}  // namespace posterhall::domain
