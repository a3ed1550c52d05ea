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

constexpr UnixMs kHour = UnixMs{3600} * 1000;
constexpr UnixMs kApril21 = UnixMs{1'618'963'200} * 1000;  // 2021-04-21T00:00:00Z

Catalogue event_of(std::vector<std::string> days, std::vector<TimeSpan> spans) {
  Catalogue catalogue;
  catalogue.event.days = std::move(days);
  for (const auto& span : spans) catalogue.sessions.emplace_back().span = span;
  return catalogue;
}

TEST(FiguresClose, a_day_after_the_last_day_has_ended_everywhere) {
  EXPECT_EQ(figures_close_at(event_of({"2021-04-20", "2021-04-21"}, {})), kApril21 + (24 + 12 + 24) * kHour);
  EXPECT_EQ(figures_close_at(event_of({"2024-02-29"}, {})), UnixMs{1'709'164'800} * 1000 + 60 * kHour);
}

TEST(FiguresClose, a_session_that_runs_on_is_waited_for) {
  const TimeSpan late{kApril21 + 40 * kHour, kApril21 + 50 * kHour};
  EXPECT_EQ(figures_close_at(event_of({"2021-04-21"}, {late})), kApril21 + 74 * kHour);
  EXPECT_EQ(figures_close_at(event_of({}, {late, {}})), kApril21 + 74 * kHour);
  EXPECT_EQ(figures_close_at(event_of({"2021-04-21"}, {{kApril21, kApril21 + kHour}})), kApril21 + 60 * kHour);
}

TEST(FiguresClose, an_event_without_days_is_never_over) {
  EXPECT_EQ(figures_close_at(event_of({}, {})), std::nullopt);
  EXPECT_EQ(figures_close_at(event_of({"someday"}, {})), std::nullopt);
  EXPECT_EQ(figures_close_at(event_of({"2021-02-30"}, {{}})), std::nullopt);
}

}  // namespace
}  // namespace posterhall::domain
