// A place written behind a heading.
#include "domain/panel_place.hpp"

#include <gtest/gtest.h>

namespace posterhall::tests {
namespace {

using domain::TextPanel;

TextPanel taken(std::string heading) {
  TextPanel panel;
  panel.heading = std::move(heading);
  domain::take_place_of_heading(panel);
  return panel;
}

TEST(PanelPlace, a_corner_is_a_place_of_a_fifth_as_far_as_the_poster_goes) {
  const auto panel = taken("Panel 3, alarm delay  @ 0.25, 0.90");
  EXPECT_EQ(panel.heading, "Panel 3, alarm delay");
  EXPECT_DOUBLE_EQ(panel.x, 0.25);
  EXPECT_DOUBLE_EQ(panel.y, 0.9);
  EXPECT_DOUBLE_EQ(panel.w, 0.2);
  EXPECT_NEAR(panel.h, 0.1, 1e-9);
}

TEST(PanelPlace, a_size_may_be_said) {
  const auto panel = taken("Results @ 0,0.5,1,.25");
  EXPECT_EQ(panel.heading, "Results");
  EXPECT_DOUBLE_EQ(panel.w, 1);
  EXPECT_DOUBLE_EQ(panel.h, 0.25);
}

TEST(PanelPlace, what_is_no_place_stays_in_the_heading) {
  for (const char* heading :
       {"Write to me@0.1,0.2", "@ 0.1,0.2", "Accuracy @ 0.5", "Recall @ 10,20", "At @ 0.1,0.2,0.3",
        "At @ 0.1,0.2,0.3,0.4,0.5", "At @ 0.1,", "At @ nan,0.1", "At @ 0.1;0.2", "", "Plain"}) {
    const auto panel = taken(heading);
    EXPECT_EQ(panel.heading, heading);
    EXPECT_EQ(panel.w, 0) << heading;
  }
}

TEST(PanelPlace, a_panel_that_has_a_place_keeps_it) {
  TextPanel panel{"Results @ 0.1,0.1", "", 0.5, 0.5, 0.1, 0.1};
  domain::take_place_of_heading(panel);
  EXPECT_EQ(panel.heading, "Results @ 0.1,0.1");
  EXPECT_EQ(panel.x, 0.5);
}

}  // namespace
}  // namespace posterhall::tests
