#include "domain/figures.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

constexpr PosterKey kOne{1}, kTwo{2};

TEST(StayWatch, a_visit_begins_after_half_a_minute_at_one_poster) {
  StayWatch watch;
  EXPECT_FALSE(watch.observe(kOne, 1'000).began);
  EXPECT_FALSE(watch.observe(kOne, 30'999).began);
  EXPECT_EQ(watch.observe(kOne, 31'000).began, kOne);
  EXPECT_FALSE(watch.observe(kOne, 90'000).began) << "once";
  const auto left = watch.leave(121'000);
  EXPECT_EQ(left.ended, kOne);
  EXPECT_EQ(left.stayed_ms, 120'000U);
  EXPECT_TRUE(watch.idle());
}

TEST(StayWatch, walking_by_is_no_visit_and_two_short_stays_are_none) {
  StayWatch watch;
  (void)watch.observe(kOne, 0);
  const auto moved = watch.observe(kTwo, 29'000);
  EXPECT_FALSE(moved.ended);
  EXPECT_FALSE(watch.observe(kOne, 50'000).began);
  EXPECT_FALSE(watch.observe(kOne, 79'000).began);
  EXPECT_EQ(watch.observe(kOne, 80'000).began, kOne);
  EXPECT_EQ(watch.observe(kTwo, 100'000).ended, kOne);
}

TEST(Figures, the_median_is_the_middle_stay) {
  EXPECT_EQ(median_of({}), 0U);
  EXPECT_EQ(median_of({{40, 1}}), 40U);
  EXPECT_EQ(median_of({{30, 1}, {60, 1}, {600, 1}}), 60U);
  EXPECT_EQ(median_of({{30, 2}, {60, 2}}), 30U);
  EXPECT_EQ(median_of({{30, 1}, {60, 5}}), 60U);
}

TEST(Figures, evenness_is_ginis_coefficient) {
  EXPECT_DOUBLE_EQ(gini({}), 0);
  EXPECT_DOUBLE_EQ(gini({0, 0}), 0);
  EXPECT_DOUBLE_EQ(gini({5, 5, 5, 5}), 0);
  EXPECT_DOUBLE_EQ(gini({0, 0, 0, 8}), 0.75) << "one has all: (n - 1) / n";
  EXPECT_DOUBLE_EQ(gini({8, 0, 0, 0}), 0.75) << "whatever the order";
  EXPECT_NEAR(gini({1, 2, 3, 4}), 0.25, 1e-12);
}

}  // namespace
}  // namespace posterhall::domain
