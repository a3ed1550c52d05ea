#include "domain/record.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

TEST(Record, has_the_layout_of_the_wire) {
  EXPECT_EQ(pack_identity(VisitorId{0xabcdef}, 0x12), 0xabcdef12U);
  EXPECT_EQ(visitor_of(0xabcdef12U), VisitorId{0xabcdef});
  EXPECT_EQ(sequence_of(0xabcdef12U), 0x12U);
  EXPECT_EQ(pack_position({1, 0, Facing::down, false, false}), 1U << 18);
  EXPECT_EQ(pack_position({0, 1, Facing::down, false, false}), 1U << 4);
  EXPECT_EQ(pack_position({0, 0, Facing::right, false, false}), 3U << 2);
  EXPECT_EQ(pack_position({0, 0, Facing::down, true, false}), 2U);
  EXPECT_EQ(pack_position({0, 0, Facing::down, false, true}), 1U);
}

TEST(Record, survives_the_way_there_and_back) {
  for (std::uint32_t x = 0; x <= kMaxCoordinate; x += 1637) {
    for (std::uint32_t y = 0; y <= kMaxCoordinate; y += 1637) {
      for (const Facing facing : {Facing::down, Facing::up, Facing::left, Facing::right}) {
        const Position position{x, y, facing, x % 2 == 0, y % 2 == 0};
        EXPECT_EQ(unpack_position(pack_position(position)), position);
      }
    }
  }
}

TEST(Record, a_tile_s_middle_is_in_the_tile) {
  for (const Tile tile : {Tile{0, 0}, Tile{511, 511}, Tile{17, 300}}) {
    EXPECT_EQ(tile_of(standing_in(tile, Facing::up)), tile);
  }
}

TEST(Record, sequences_wrap) {
  EXPECT_TRUE(newer_sequence(1, 0));
  EXPECT_TRUE(newer_sequence(0, 255));
  EXPECT_TRUE(newer_sequence(3, 250));
  EXPECT_FALSE(newer_sequence(7, 7));
  EXPECT_FALSE(newer_sequence(255, 0));
  EXPECT_FALSE(newer_sequence(10, 74));  // under way when the avatar was set down: 64 behind
}

}  // namespace
}  // namespace posterhall::domain
