// Conversations: who hears whom. A conversation is kind << 28 | index (proto server.proto, ConversationState).
// Booths' rugs, tables' zones and the stage's audience are places; circles form where two people agree; a breakout
// room is one conversation of its own.
// Runs on: any thread (pure values). Owns: the zone of every tile.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "domain/layout.hpp"
#include "domain/record.hpp"

namespace posterhall::domain {

enum class ConversationKind : std::uint8_t { none, booth, table, stage, circle, room };

using Conversation = std::uint32_t;

[[nodiscard]] constexpr Conversation make_conversation(ConversationKind kind, std::uint32_t index) {
  return static_cast<std::uint32_t>(kind) << 28 | (index & 0x0fffffffU);
}
[[nodiscard]] constexpr ConversationKind kind_of(Conversation conversation) {
  const std::uint32_t kind = conversation >> 28;
  return kind > static_cast<std::uint32_t>(ConversationKind::room) ? ConversationKind::none
                                                                   : static_cast<ConversationKind>(kind);
}
[[nodiscard]] constexpr std::uint32_t index_of(Conversation conversation) { return conversation & 0x0fffffffU; }

/// One stays in a circle within this distance of its centre, in 1/32 tile: two tiles and the half one stands in.
inline constexpr std::uint32_t kCircleRadius = 2 * kTile + kTile / 2;

[[nodiscard]] bool in_circle(const Position& centre, const Position& position);

/// What conversation each tile of a plan belongs to.
class ZoneMap {
 public:
  ZoneMap() = default;
  explicit ZoneMap(const FloorPlan& plan);

  /// Rug, table or audience under the tile; 0 = none.
  [[nodiscard]] Conversation at(Tile tile) const { return look_up(zones_, tile); }
  /// The booth whose share of the aisle the tile is; it counts only for those who chose that booth.
  [[nodiscard]] BoothNumber aisle_of(Tile tile) const { return BoothNumber{look_up(aisles_, tile)}; }
  /// Of the booths in the tile's row the nearest, the first one in the plan of two; 0 = none is in that row.
  [[nodiscard]] BoothNumber nearest_in_row(Tile tile) const { return BoothNumber{look_up(nearest_, tile)}; }

 private:
  [[nodiscard]] std::uint32_t look_up(const std::vector<std::uint32_t>& map, Tile tile) const {
    if (tile.x < 0 || tile.y < 0 || tile.x >= width_ || tile.y >= height_) return 0;
    return map[static_cast<std::size_t>(tile.y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(tile.x)];
  }
  void fill(std::vector<std::uint32_t>& map, const TileRect& rect, std::uint32_t value);
  void fill_nearest(const FloorPlan& plan);

  std::int32_t width_ = 0;
  std::int32_t height_ = 0;
  std::vector<std::uint32_t> zones_;
  std::vector<std::uint32_t> aisles_;
  std::vector<std::uint32_t> nearest_;
};

/// The booth with this number, or null; plans keep them ordered.
[[nodiscard]] const Booth* find_booth(const FloorPlan& plan, BoothNumber number);
/// The part of a booth below its rug: its share of the aisle.
[[nodiscard]] TileRect aisle_share(const Booth& booth);

}  // namespace posterhall::domain
