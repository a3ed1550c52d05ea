#include "media/poster_text.hpp"

#include <gtest/gtest.h>

namespace posterhall::media {
namespace {

TEST(PageFacts, ReadsPagesAndTheFirstPagesSize) {
  const auto one = read_page_facts("Producer: x\nPages:          3\nPage    1 size: 2383.94 x 3370.39 pts (A0)\n");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->pages, 3U);
  EXPECT_DOUBLE_EQ(one->width_pt, 2383.94);
  EXPECT_DOUBLE_EQ(one->height_pt, 3370.39);
  for (const auto* broken : {"", "Pages: 0\nPage size: 1 x 1\n", "Pages: 2\n", "Pages: 1\nPage size: nan x inf\n",
                             "Pages: 1\nPage size: -4 x 4\n"}) {
    EXPECT_FALSE(read_page_facts(broken)) << broken;
  }
}

constexpr auto kPage = R"(<doc><page width="1000" height="500"><flow><block xMin="0" yMin="0" xMax="1" yMax="1">
<line xMin="100" yMin="50" xMax="500" yMax="90"><word xMin="100" yMin="50" xMax="500" yMax="90">Method &amp; data</word>
</line></block></flow><flow><block xMin="0" yMin="0" xMax="1" yMax="1">
<line xMin="100" yMin="100" xMax="480" yMax="120"><word xMin="100" yMin="100" xMax="200" yMax="120">We</word>
<word xMin="210" yMin="100" xMax="480" yMax="120">keep a sketch of everything</word></line>
<line xMin="100" yMin="125" xMax="480" yMax="145"><word xMin="100" yMin="125" xMax="480" yMax="145">that went by.</word></line>
</block><block xMin="0" yMin="0" xMax="1" yMax="1">
<line xMin="100" yMin="200" xMax="480" yMax="220"><word xMin="100" yMin="200" xMax="480" yMax="220">A second paragraph.</word></line>
</block></flow><flow><block xMin="0" yMin="0" xMax="1" yMax="1">
<line xMin="600" yMin="50" xMax="900" yMax="90"><word xMin="600" yMin="50" xMax="900" yMax="90">Limits</word></line>
<line xMin="600" yMin="100" xMax="900" yMax="120"><word xMin="600" yMin="100" xMax="900" yMax="120">None &lt; one &#8211; yet</word></line>
</block></flow></page><page><line xMin="0" yMin="0" xMax="9" yMax="9"><word xMin="0" yMin="0" xMax="9" yMax="9">second page</word></line></page></doc>)";

TEST(Panels, AreHeadingsWithTheTextBelowThemAndTheirPlace) {
  const auto panels = read_panels(kPage);
  ASSERT_EQ(panels.size(), 2U);
  EXPECT_EQ(panels[0].heading, "Method & data");
  EXPECT_EQ(panels[0].text, "We keep a sketch of everything that went by.\nA second paragraph.");
  EXPECT_DOUBLE_EQ(panels[0].x, 0.1);
  EXPECT_DOUBLE_EQ(panels[0].y, 0.1);
  EXPECT_DOUBLE_EQ(panels[0].w, 0.4);
  EXPECT_DOUBLE_EQ(panels[0].h, 0.34);
  EXPECT_EQ(panels[1].heading, "Limits");
  EXPECT_EQ(panels[1].text, "None < one – yet");
}

TEST(Panels, OfBrokenLayoutsAreFewAndHarmless) {
  for (const auto* broken : {"", "<", "<page", "<word xMin=\"0\">x",
                             "<line ><word xMin=\"nan\" yMin=\"0\" xMax=\"1\" "
                             "yMax=\"1\">x</word>",
                             "</page><line>"}) {
    EXPECT_TRUE(read_panels(broken).empty()) << broken;
  }
  std::string many = "<page width=\"1\" height=\"1\">";
  for (int i = 0; i < 5000; ++i) {
    const char* height = i % 2 == 0 ? "9" : "1";
    many += "<line xMin=\"0\" yMin=\"0\" xMax=\"9\" yMax=\"9\"><word xMin=\"0\" yMin=\"0\" xMax=\"9\" yMax=\"" +
            std::string(height) + "\">" + std::string(30, 'a') + "</word></line>";
  }
  const auto panels = read_panels(many);
  EXPECT_LE(panels.size(), domain::kMostPanels);
  EXPECT_LE(domain::words_of(panels).size(), domain::kMostPanelBytes + 1000);
}

TEST(SmallestType, IsTheSmallestThatIsReadNotAFootnoteMark) {
  const std::string fonts = R"(<fontspec id="0" size="120"/><fontspec id="1" size="72"/><fontspec id="2" size="9"/>)";
  const std::string body = R"(<text font="1">twenty four points of text, and more</text><text font="0">Title</text>)";
  EXPECT_DOUBLE_EQ(read_smallest_type(fonts + body + R"(<text font="2">*</text>)", 3), 24);
  EXPECT_DOUBLE_EQ(read_smallest_type(fonts + body + R"(<text font="2">nine thirds of a point are small</text>)", 3),
                   3);
  EXPECT_DOUBLE_EQ(read_smallest_type(fonts + R"(<text font="0">Few</text>)", 3), 40);
  EXPECT_DOUBLE_EQ(read_smallest_type(fonts + R"(<text font="7">no such font</text>)", 3), 0);
  EXPECT_DOUBLE_EQ(read_smallest_type("", 3), 0);
}

}  // namespace
}  // namespace posterhall::media
