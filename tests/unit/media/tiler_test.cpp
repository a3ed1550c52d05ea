#include "media/tiler.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "unit/media/media_fixture.hpp"

namespace posterhall::media {
namespace {

class TilerTest : public MediaTest {
 protected:
  Tiling cut(const fs::path& file) { return make_tiles(file, work()); }
  /// Every tile the pyramid has is there, a WebP of its size.
  static void expect_whole(const Tiling& tiling) {
    const auto bytes = content(tiling.file);
    ASSERT_EQ(domain::read_tile_head(bytes), tiling.pyramid);
    const auto& pyramid = tiling.pyramid;
    for (std::uint32_t level = 0; level < pyramid.levels; ++level) {
      const auto grid = domain::grid_of(pyramid, level);
      for (std::uint32_t row = 0; row < grid.rows; ++row) {
        for (std::uint32_t column = 0; column < grid.columns; ++column) {
          const auto at = domain::entry_position(pyramid, {level, column, row});
          ASSERT_TRUE(at);
          const auto span = domain::read_tile_entry(std::string_view(bytes).substr(*at));
          ASSERT_TRUE(span && std::uint64_t{span->offset} + span->size <= bytes.size());
          const auto tile = inspect_poster(std::string_view(bytes).substr(span->offset, span->size));
          ASSERT_EQ(tile.format.kind, PosterKind::webp) << level << "/" << column << "_" << row;
          ASSERT_EQ(tile.format.width, std::min(pyramid.tile_size, grid.width - column * pyramid.tile_size));
          ASSERT_EQ(tile.format.height, std::min(pyramid.tile_size, grid.height - row * pyramid.tile_size));
        }
      }
    }
  }
};

TEST_F(TilerTest, DrawsAPdfLargerThanItsPictureAndCutsIt) {
  const auto file = folder_ / "a page.pdf";
  std::ofstream(file) << "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 2001 601]>>endobj\n"
                         "trailer<</Root 1 0 R>>\n%%EOF\n";
  const auto tiling = cut(file);
  ASSERT_FALSE(tiling.file.empty()) << tiling.refused;
  EXPECT_EQ(tiling.pyramid.width, 5558U) << "200 dots an inch";
  EXPECT_EQ(tiling.pyramid.levels, 5U);
  expect_whole(tiling);
}

TEST_F(TilerTest, RefusesWhatCannotBeOpened) {
  const auto file = folder_ / "broken.pdf";
  std::ofstream(file) << "%PDF-1.4\nnothing more";
  EXPECT_TRUE(cut(file).file.empty());
  EXPECT_FALSE(cut(file).refused.empty());
}

TEST_F(TilerTest, CutsTheSharedPosters) {
  const auto data = shared_data() / "posters";
  if (!fs::exists(data)) GTEST_SKIP() << "skipped: no shared data";
  for (const auto& [name, width] :
       {std::pair("pted-2021-K4.pdf", 8192U), std::pair("pted-2021-A6-60mp.png", 10'000U)}) {
    const auto tiling = cut(data / name);
    ASSERT_FALSE(tiling.file.empty()) << name << " " << tiling.refused;
    EXPECT_EQ(tiling.pyramid.width, width) << name;
    expect_whole(tiling);
  }
}

}  // namespace
}  // namespace posterhall::media
