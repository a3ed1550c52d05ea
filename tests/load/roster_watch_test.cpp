// Who is missed, and who is shown though gone: each must be found, and nothing in a hall where all is right.
#include "roster_watch.hpp"

#include <gtest/gtest.h>

namespace posterhall::load {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t kPlace = 100U << 14 | 100U;  // in the first cell
const Clock::time_point kStart = Clock::time_point{} + 1h;

struct Hall {
  Crowd crowd;
  SampledView view;
  RosterWatch watch;

  Hall() {
    crowd.true_place[1] = kPlace;
    view.visitors[1] = {};
  }
  void look_until(Clock::duration from, Clock::duration to) {
    for (auto at = from; at <= to; at += 100ms) watch.look(kStart + at, crowd, {{0, &view}});
  }
};

TEST(RosterWatch, NothingIsWrongWhereAllIsRight) {
  Hall hall;
  hall.crowd.true_place[2] = 5000U << 14 | 5000U;  // far away: not to be seen
  hall.look_until(0s, 10s);
  hall.watch.end(kStart + 10s);
  EXPECT_TRUE(hall.watch.wrong().empty());
  EXPECT_EQ(hall.watch.longest_ghost(), 0s);
}

TEST(RosterWatch, WhoIsMissedForLongIsWrongUntilSeen) {
  Hall hall;
  hall.view.visitors.clear();
  hall.look_until(0s, 4s);
  hall.view.visitors[1] = {};
  hall.look_until(4100ms, 5s);
  ASSERT_EQ(hall.watch.wrong().size(), 1u);
  EXPECT_EQ(hall.watch.wrong()[0].from, kStart + 1500ms);
  EXPECT_EQ(hall.watch.wrong()[0].to, kStart + 4100ms);
  EXPECT_EQ(hall.watch.worst(), 1u);
}

TEST(RosterWatch, WhoIsMissedForAFrameIsNot) {
  Hall hall;
  hall.view.visitors.clear();
  hall.look_until(0s, 1s);
  hall.view.visitors[1] = {};
  hall.look_until(1100ms, 3s);
  EXPECT_TRUE(hall.watch.wrong().empty());
}

TEST(RosterWatch, AGhostIsMeasuredFromWhenItWasLastHeard) {
  Hall hall;
  hall.crowd.true_place.clear();
  hall.crowd.former[1] = kStart;
  hall.look_until(0s, 5s);
  EXPECT_EQ(hall.watch.longest_ghost(), 5s);
  hall.watch.end(kStart + 5s);
  EXPECT_TRUE(hall.watch.wrong().empty());
  hall.look_until(5100ms, 8s);
  hall.watch.end(kStart + 8s);
  EXPECT_EQ(hall.watch.longest_ghost(), 8s);
  ASSERT_EQ(hall.watch.wrong().size(), 1u);
  EXPECT_EQ(hall.watch.wrong()[0].from, kStart + 6s);
}

TEST(Healings, CountFromEachMarkToTheNext) {
  const std::vector<Mark> marks = {{kStart, "fault"}, {kStart + 10s, "healed"}, {kStart + 30s, "fault again"}};
  const std::vector<Span> wrong = {{kStart + 3s, kStart + 12s}, {kStart + 31s, kStart + 40s}};
  const std::vector<Late> late = {{kStart + 5s, kStart + 14s}, {kStart + 20s, kStart + 22s}};
  const auto found = healings(marks, wrong, late);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].roster_ms, 10'000);
  EXPECT_EQ(found[1].name, "healed");
  EXPECT_EQ(found[1].roster_ms, 2000);
  EXPECT_EQ(found[1].events_ms, 4000);  // the second was acked after the mark
  EXPECT_EQ(found[2].roster_ms, 10'000);
  EXPECT_EQ(found[2].events_ms, 0);
}

TEST(Healings, AnEmptyTimeIsRightAtOnce) {
  const auto found = healings({{kStart, "healed"}}, {}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].roster_ms, 0);
  EXPECT_EQ(found[0].events_ms, 0);
}

}  // namespace
}  // namespace posterhall::load
