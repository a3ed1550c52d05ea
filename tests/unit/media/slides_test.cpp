#include "media/slides.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "support/slides_pdf.hpp"
#include "unit/media/media_fixture.hpp"

namespace posterhall::media {
namespace {

class SlidesTest : public MediaTest {
 protected:
  SlideConversion convert(const std::string& bytes) {
    const auto file = folder_ / "talk.pdf";
    std::ofstream(file, std::ios::binary) << bytes;
    return convert_slides(file, work());
  }
};

TEST_F(SlidesTest, EveryPageIsAPictureWithItsOwnWords) {
  const auto made = convert(tests::slides_pdf({"Kettles", "", "Twelve metres"}));
  ASSERT_EQ(made.slides.size(), 3U) << made.refused;
  for (const auto& slide : made.slides) {
    EXPECT_EQ(slide.width, 1600U);
    EXPECT_EQ(slide.height, 900U);
    EXPECT_EQ(inspect_poster(content(slide.picture)).format.kind, PosterKind::webp);
  }
  EXPECT_NE(made.slides[0].text.find("Kettles"), std::string::npos);
  EXPECT_EQ(made.slides[0].text.find("Twelve"), std::string::npos);
  EXPECT_EQ(made.slides[1].text.find_first_not_of(" \n"), std::string::npos);
  EXPECT_NE(made.slides[2].text.find("Twelve metres"), std::string::npos);
  EXPECT_NE(content(made.slides[0].picture), content(made.slides[2].picture));
}

TEST_F(SlidesTest, MoreThanAHundredPagesAreRefusedBeforeOneIsDrawn) {
  const auto made = convert(tests::slides_pdf(std::vector<std::string>(101, "x")));
  EXPECT_TRUE(made.slides.empty());
  EXPECT_EQ(made.refused, "has 101 pages; the limit is 100, so leave some out");
  EXPECT_FALSE(made.try_again);
  EXPECT_FALSE(fs::exists(folder_ / "work" / "slide-1.webp"));
}

TEST_F(SlidesTest, WhatIsNoPdfIsSaidToBeWhatItIs) {
  EXPECT_EQ(convert("PK\x03\x04 a presentation").refused,
            "is an office document or an archive; save the slides as PDF");
  EXPECT_EQ(convert("<!doctype html><p>Slides</p>").refused, "is a web page; save the slides as PDF");
  EXPECT_EQ(convert("").refused, "is empty; upload the slides themselves");
  const auto broken = convert("%PDF-1.4\nnothing more");
  EXPECT_NE(broken.refused.find("could not be opened"), std::string::npos) << broken.refused;
  EXPECT_FALSE(broken.try_again);
}

TEST_F(SlidesTest, TheSharedFilesAreShownHarmlesslyOrRefused) {
  const auto data = shared_data() / "posters";
  if (!fs::exists(data)) GTEST_SKIP() << "skipped: no shared data";
  const auto poster = convert_slides(data / "pted-2021-K4.pdf", work());
  ASSERT_EQ(poster.slides.size(), 1U) << poster.refused;
  EXPECT_EQ(poster.slides[0].width, 1600U);
  EXPECT_EQ(convert_slides(data / "pted-2021-K4.png", work()).refused, "is a picture; save the slides as PDF");
  const auto script = convert_slides(data / "hostile" / "javascript-openaction.pdf", work());
  ASSERT_EQ(script.slides.size(), 1U) << script.refused;
  EXPECT_EQ(content(script.slides[0].picture).find("JavaScript"), std::string::npos);
  for (const auto* name : {"zero-byte.pdf", "script.svg", "html-inside.png", "truncated.png"}) {
    EXPECT_FALSE(convert_slides(data / "hostile" / name, work()).refused.empty()) << name;
  }
}

TEST_F(SlidesTest, WhatIsStoppedIsNotTheFilesFault) {
  ProcessStop stop;
  stop.stop();
  const auto file = folder_ / "talk.pdf";
  std::ofstream(file, std::ios::binary) << tests::slides_pdf({"Kettles"});
  const auto made = convert_slides(file, work(), {0, &stop});
  EXPECT_TRUE(made.slides.empty());
  EXPECT_TRUE(made.try_again);
}

}  // namespace
}  // namespace posterhall::media
