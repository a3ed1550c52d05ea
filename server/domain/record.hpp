// A visitor's record: 8 bytes, two words. First word: id 24 | sequence 8. Second: x 14 | y 14 | facing 2 | flags 2,
// most significant first, x and y in 1/32 tile. The layout is the wire's (proto server.proto, StateFrame).
// Runs on: any thread (pure values). Owns: nothing.
#pragma once

#include <cstdint>

#include "base/ids.hpp"
#include "domain/layout.hpp"

namespace posterhall::domain {

enum class Facing : std::uint8_t { down, up, left, right };

/// Where somebody stands, in 1/32 tile, how they look, and what everyone may see of them.
struct Position {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  Facing facing = Facing::down;
  bool away = false;
  bool list_mode = false;
  friend bool operator==(const Position&, const Position&) = default;
};

inline constexpr std::uint32_t kMaxCoordinate = (1U << 14) - 1;
inline constexpr std::uint32_t kMaxVisitorId = (1U << 24) - 1;

[[nodiscard]] constexpr std::uint32_t pack_identity(VisitorId id, std::uint32_t sequence) {
  return id.value << 8 | (sequence & 0xffU);
}
[[nodiscard]] constexpr VisitorId visitor_of(std::uint32_t word0) { return VisitorId{word0 >> 8}; }
[[nodiscard]] constexpr std::uint32_t sequence_of(std::uint32_t word0) { return word0 & 0xffU; }

[[nodiscard]] constexpr std::uint32_t pack_position(const Position& position) {
  return (position.x & kMaxCoordinate) << 18 | (position.y & kMaxCoordinate) << 4 |
         static_cast<std::uint32_t>(position.facing) << 2 | (position.away ? 2U : 0U) | (position.list_mode ? 1U : 0U);
}
/// Of word1: away and in list mode.
inline constexpr std::uint32_t kFlagBits = 3;

[[nodiscard]] constexpr Position unpack_position(std::uint32_t word1) {
  return {word1 >> 18, (word1 >> 4) & kMaxCoordinate, static_cast<Facing>((word1 >> 2) & 3U), (word1 & 2U) != 0,
          (word1 & 1U) != 0};
}

[[nodiscard]] constexpr Tile tile_of(const Position& position) {
  return {static_cast<std::int32_t>(position.x / kTile), static_cast<std::int32_t>(position.y / kTile)};
}
/// Standing in the middle of a tile of the hall.
[[nodiscard]] constexpr Position standing_in(Tile tile, Facing facing) {
  return {static_cast<std::uint32_t>(tile.x * kTile + kTile / 2),
          static_cast<std::uint32_t>(tile.y * kTile + kTile / 2), facing, false, false};
}

/// Is `sequence` newer than `than`? Eight bits that wrap: up to 127 ahead counts as newer.
[[nodiscard]] constexpr bool newer_sequence(std::uint32_t sequence, std::uint32_t than) {
  const std::uint32_t ahead = (sequence - than) & 0xffU;
  return ahead != 0 && ahead < 128;
}

}  // namespace posterhall::domain
