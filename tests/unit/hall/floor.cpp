// The floor: whoever comes, moves, crosses and leaves, each lies in their cell among those of their turn.
#include "hall/floor.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace posterhall::hall {
namespace {

constexpr domain::CellGeometry kTwoByTwo{.columns = 2, .rows = 2};
constexpr auto kWide = static_cast<std::uint32_t>(domain::kCellWidth * domain::kTile);
constexpr auto kHigh = static_cast<std::uint32_t>(domain::kCellHeight * domain::kTile);

struct Crowd {
  VisitorTable visitors;
  Floor floor{visitors, kTwoByTwo};
  std::mt19937 random{11};
  std::set<VisitorSlot> on_it;

  VisitorSlot come(std::uint32_t counter) {
    Visitor visitor;
    visitor.id = VisitorId{counter};
    visitor.person = PersonId{counter};
    visitor.word0 = domain::pack_identity(visitor.id, 0);
    return visitors.add(visitor);
  }
  void put(VisitorSlot slot, std::uint32_t cell) {
    const auto within = [this](std::uint32_t size) { return static_cast<std::uint32_t>(random()) % size; };
    visitors[slot].word1 = domain::pack_position(
        {.x = cell % 2 * kWide + within(kWide), .y = cell / 2 * kHigh + within(kHigh), .facing = domain::Facing::up});
    floor.put(slot, ++stamp);
    on_it.insert(slot);
  }
  void take(VisitorSlot slot) {
    floor.take(slot, ++stamp);
    on_it.erase(slot);
  }
  /// Everybody is in one place of their cell, among those of their turn, with their record; nobody else is anywhere.
  void check() {
    std::size_t found = 0;
    for (CellIndex index = 0; index < floor.cells(); ++index) {
      const Cell& cell = floor.cell(index);
      ASSERT_EQ(cell.records.size(), cell.bounds.back());
      ASSERT_EQ(cell.members.size(), cell.bounds.back());
      ASSERT_EQ(cell.here().size(), cell.count());
      for (std::uint32_t turn = 0; turn < kTurns; ++turn) {
        const Cell::Range range = cell.of_turns(turn, 1);
        ASSERT_LE(range.begin, range.end);
        for (std::uint32_t at = range.begin; at < range.end; ++at, ++found) {
          const VisitorSlot slot = cell.members[at].slot;
          ASSERT_TRUE(on_it.contains(slot));
          const Visitor& visitor = visitors[slot];
          ASSERT_EQ(turn_of(visitor.id), turn);
          ASSERT_EQ(visitor.cell, index);
          ASSERT_EQ(visitor.in_cell, at);
          ASSERT_EQ(kTwoByTwo.index_of(visitor.position()), index);
          ASSERT_EQ(cell.records[at].word0, visitor.word0);
          ASSERT_EQ(cell.records[at].word1, visitor.word1);
        }
      }
    }
    ASSERT_EQ(found, on_it.size());
  }
  std::uint32_t stamp = 0;
};

TEST(Floor, has_everybody_in_their_cell_among_those_of_their_turn) {
  Crowd crowd;
  std::vector<VisitorSlot> slots;
  for (std::uint32_t i = 1; i <= 200; ++i) slots.push_back(crowd.come(i));
  for (int round = 0; round < 4000; ++round) {
    const VisitorSlot slot = slots[crowd.random() % slots.size()];
    // At first they come, at last they go, and one cell is emptied now and then.
    const bool goes = crowd.random() % 4000 < static_cast<std::uint32_t>(round);
    if (goes && crowd.on_it.contains(slot)) {
      crowd.take(slot);
    } else {
      crowd.put(slot, static_cast<std::uint32_t>(crowd.random()) % (round % 1000 < 900 ? 4 : 3));
    }
    ASSERT_NO_FATAL_FAILURE(crowd.check()) << "round " << round;
  }
  for (const VisitorSlot slot : slots) crowd.take(slot);
  ASSERT_NO_FATAL_FAILURE(crowd.check());
}

TEST(Floor, keeps_no_more_places_than_were_taken_at_once) {
  Crowd crowd;
  std::vector<VisitorSlot> slots;
  for (std::uint32_t i = 1; i <= 64; ++i) slots.push_back(crowd.come(i));
  const VisitorSlot stays = crowd.come(65);
  crowd.put(stays, 0);
  for (int round = 0; round < 300; ++round) {
    for (const VisitorSlot slot : slots) crowd.put(slot, 0);
    for (const VisitorSlot slot : slots) crowd.put(slot, 1);
  }
  EXPECT_EQ(crowd.floor.cell(0).count(), 1U);
  EXPECT_LE(crowd.floor.cell(0).members.size(), 65U);
  EXPECT_LE(crowd.floor.cell(1).members.size(), 64U);
  crowd.take(stays);
  EXPECT_EQ(crowd.floor.cell(0).members.size(), 0U);
}

TEST(Floor, puts_another_shards_moves_where_they_are_and_says_who_crossed) {
  Crowd crowd;
  const VisitorSlot walks = crowd.come(1);
  const VisitorSlot crosses = crowd.come(2);
  const VisitorSlot away = crowd.come(3);
  const VisitorSlot sits = crowd.come(4);
  for (const VisitorSlot slot : {walks, crosses, away}) crowd.put(slot, 0);
  crowd.visitors[sits].room = RoomId{1};
  const auto move = [&](VisitorSlot slot, std::uint32_t x, bool is_away) {
    const domain::Position to{.x = x, .y = 40, .facing = domain::Facing::left, .away = is_away, .list_mode = false};
    return RelayedMove{domain::pack_identity(crowd.visitors[slot].id, 9), domain::pack_position(to)};
  };
  const RelayedMove nobodys{domain::pack_identity(VisitorId{77}, 1), 0};
  const std::vector<RelayedMove> moves{move(walks, 100, false), nobodys, move(crosses, kWide + 5, false),
                                       move(away, 90, true), move(sits, 50, false)};
  Floor::Moved moved;
  crowd.floor.put_ghosts(crowd.visitors.of_shard(0), moves, 500, moved);
  EXPECT_EQ(moved.crossed, std::vector{crosses});
  EXPECT_EQ(moved.flagged, std::vector{away});
  EXPECT_EQ(crowd.visitors[walks].position().x, 100U);
  EXPECT_EQ(crowd.visitors[sits].cell, kNone);
  EXPECT_EQ(crowd.visitors[sits].position().x, 50U);
  EXPECT_EQ(crowd.floor.cell(1).count(), 1U);
  for (const VisitorSlot slot : {walks, crosses, away}) {
    const Visitor& visitor = crowd.visitors[slot];
    EXPECT_EQ(crowd.floor.cell(visitor.cell).members[visitor.in_cell].stamp, 500U);
  }
  ASSERT_NO_FATAL_FAILURE(crowd.check());
}

}  // namespace
}  // namespace posterhall::hall
