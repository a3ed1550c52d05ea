#include "domain/tile_pyramid.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

TEST(TilePyramid, HalvesUntilOneTileHoldsAll) {
  EXPECT_EQ(make_pyramid(512, 512)->levels, 1U);
  EXPECT_EQ(make_pyramid(513, 1)->levels, 2U);
  EXPECT_EQ(make_pyramid(10'000, 6'000)->levels, 6U);
  EXPECT_FALSE(make_pyramid(0, 5));
  EXPECT_FALSE(make_pyramid(40'001, 5));
  const auto pyramid = *make_pyramid(8'193, 5'795);
  const auto last = grid_of(pyramid, pyramid.levels - 1);
  EXPECT_EQ(last.width, 8'193U);
  EXPECT_EQ(last.columns, 17U);
  EXPECT_EQ(last.rows, 12U);
  const auto next = grid_of(pyramid, pyramid.levels - 2);
  EXPECT_EQ(next.width, 4'097U);
  EXPECT_EQ(next.height, 2'898U);
  EXPECT_EQ(grid_of(pyramid, 0).columns * grid_of(pyramid, 0).rows, 1U);
}

TEST(TilePyramid, GivesEveryTileAnEntryOfItsOwn) {
  const auto pyramid = *make_pyramid(1'025, 600);  // 1, 2 x 1, 3 x 2
  EXPECT_EQ(tile_count(pyramid), 9U);
  EXPECT_EQ(entry_position(pyramid, {0, 0, 0}), 32U);
  EXPECT_EQ(entry_position(pyramid, {1, 1, 0}), 32U + 8 * 2);
  EXPECT_EQ(entry_position(pyramid, {2, 2, 1}), 32U + 8 * 8);
  EXPECT_FALSE(entry_position(pyramid, {3, 0, 0}));
  EXPECT_FALSE(entry_position(pyramid, {2, 3, 0}));
  EXPECT_FALSE(entry_position(pyramid, {2, 0, 2}));
}

TEST(TilePyramid, ReadsTheHeadItWrote) {
  const auto pyramid = *make_pyramid(4'000, 2'828);
  const auto head = write_tile_head(pyramid);
  EXPECT_EQ(head.size(), kTileHead);
  EXPECT_EQ(read_tile_head(head), pyramid);
  EXPECT_FALSE(read_tile_head(head.substr(1)));
  for (const std::size_t at : {0U, 8U, 16U, 20U}) {
    auto other = head;
    other[at] = static_cast<char>(other[at] + 1);
    EXPECT_NE(read_tile_head(other), pyramid) << at;
  }
  const auto entry = read_tile_entry(write_tile_entry({70'000, 12}));
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->offset, 70'000U);
  EXPECT_EQ(entry->size, 12U);
}

TEST(TilePyramid, TakesOneSpellingOfAnAddress) {
  const auto address = parse_tile_address("4/12_0");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->level, 4U);
  EXPECT_EQ(address->column, 12U);
  EXPECT_EQ(address->row, 0U);
  for (const auto* wrong : {"", "4", "4/", "4/1", "4/1_", "04/1_1", "4/1_1.webp", "4/1_-1", "4/1_1/", " 4/1_1",
                            "4/99999999999_1", "+4/1_1"}) {
    EXPECT_FALSE(parse_tile_address(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace posterhall::domain
