#include "domain/coverage.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

constexpr UnixMs kHour = 3'600'000;
constexpr UnixMs kStart = 1'776'751'200'000;  // 2026-04-21 06:00 UTC

Session session(const std::string& id, const std::string& title, TimeSpan span) {
  Session out;
  out.id = id;
  out.title = title;
  out.kind = SessionKind::exhibition;
  out.span = span;
  return out;
}

const Session kMorning = session("morning", "Morning", {kStart, kStart + 4 * kHour});
const Session kEvening = session("evening", "Evening", {kStart + 10 * kHour, kStart + 14 * kHour});

/// Poster `key` at booth 100 + key.
Poster poster(std::uint32_t key, std::uint32_t topic, std::vector<ShiftPlan> plans) {
  Poster out;
  out.key = PosterKey{key};
  out.booth = BoothNumber{100 + key};
  out.topic = topic;
  out.plans = std::move(plans);
  for (const auto& plan : out.plans) {
    for (const auto& piece : plan.pieces) out.shifts.push_back({kStart + piece.from, kStart + piece.to});
  }
  return out;
}

Catalogue hall() {
  Catalogue out;
  out.topics = {{"Vision", {}}, {"Language", {}}};
  out.sessions = {kMorning, kEvening};
  out.posters = {
      poster(1, 0, {{"morning", 1, {{PersonId{7}, 0, 2 * kHour}, {PersonId{8}, 2 * kHour, 4 * kHour}}}}),
      poster(2, 0, {{"morning", 0, {{PersonId{}, 0, 4 * kHour}}}}),
      poster(3, 1, {{"morning", 1, {{PersonId{9}, 0, kHour}}}, {"evening", 1, {{PersonId{9}, 0, kHour}}}}),
      poster(4, 1, {{"morning", 2, {}}}),
  };
  return out;
}

TEST(Coverage, while_a_session_runs_counts_who_is_due_now) {
  const auto all = hall();
  const std::vector<BoothNow> booths = {
      {BoothNumber{101}, 3, true}, {BoothNumber{102}, 2, false}, {BoothNumber{104}, 1, false}};
  const auto now = cover(all, booths, "morning", kStart + kHour / 2);
  ASSERT_EQ(now.topics.size(), 2U);
  EXPECT_EQ(now.topics[0].planned, 2U);
  EXPECT_EQ(now.topics[0].here, 1U);
  EXPECT_EQ(now.topics[1].posters, 2U);
  EXPECT_EQ(now.topics[1].planned, 1U) << "poster 4 gave its session back";
  EXPECT_EQ(now.topics[1].here, 0U);
  EXPECT_EQ(now.attended, 1U);
  EXPECT_EQ(now.planned, 3U);
  EXPECT_EQ(now.waiting, 3U) << "also where nobody is due";
  EXPECT_EQ(now.waiting_at, 2U);
  ASSERT_EQ(now.gaps.size(), 2U);
  EXPECT_EQ(now.gaps[0].poster->booth, BoothNumber{102}) << "most waited for first";
  EXPECT_TRUE(now.gaps[0].planned.empty()) << "whichever of its authors";
  EXPECT_EQ(now.gaps[1].poster->booth, BoothNumber{103});
  EXPECT_EQ(now.gaps[1].planned, std::vector<PersonId>{PersonId{9}});
}

TEST(Coverage, a_shift_that_ended_is_no_gap_and_the_next_author_is_due) {
  const auto all = hall();
  const auto now = cover(all, {}, "morning", kStart + 3 * kHour);
  ASSERT_EQ(now.gaps.size(), 2U);
  EXPECT_EQ(now.gaps[0].planned, std::vector<PersonId>{PersonId{8}});
  EXPECT_EQ(now.gaps[1].poster->booth, BoothNumber{102});
}

TEST(Coverage, of_a_session_to_come_and_of_the_whole_day_is_what_is_planned_at_all) {
  const auto all = hall();
  const auto evening = cover(all, {}, "evening", kStart + kHour / 2);
  EXPECT_EQ(evening.topics[0].planned, 0U);
  EXPECT_EQ(evening.topics[1].planned, 1U);
  const auto day = cover(all, {}, "", kStart - kHour);
  EXPECT_EQ(day.topics[0].planned, 2U);
  EXPECT_EQ(day.topics[1].planned, 1U);
  EXPECT_TRUE(day.gaps.empty()) << "nobody is due yet";
}

TEST(Coverage, sessions_are_half_open) {
  const auto all = hall();
  EXPECT_TRUE(due_at(all, all.posters[0], kStart));
  EXPECT_FALSE(due_at(all, all.posters[0], kStart + 4 * kHour));
  EXPECT_EQ(*due_at(all, all.posters[0], kStart + 2 * kHour), std::vector<PersonId>{PersonId{8}});
}

TEST(AttendanceMemory, knows_when_somebody_was_there_last) {
  AttendanceMemory memory;
  const BoothNumber booth{101};
  EXPECT_EQ(memory.of(booth).author_last, 0);
  const std::vector<BoothNow> attended = {{booth, 0, true}};
  const std::vector<BoothNow> visited = {{booth, 2, true}};
  memory.observe(attended, kStart);
  memory.observe({}, kStart + kHour);
  EXPECT_EQ(memory.of(booth).author_last, kStart);
  EXPECT_EQ(memory.of(booth).attended_since, 0);
  memory.observe(visited, kStart + 2 * kHour);
  EXPECT_EQ(memory.of(booth).visitor_last, kStart + 2 * kHour);
}

TEST(AttendanceMemory, a_booth_is_quiet_after_half_an_hour_with_an_author_and_no_visitor) {
  AttendanceMemory memory;
  const BoothNumber booth{101};
  const std::vector<BoothNow> alone = {{booth, 0, true}};
  const std::vector<BoothNow> visited = {{booth, 1, true}};
  memory.observe(alone, kStart);
  EXPECT_FALSE(memory.quiet(booth, kStart + kQuietAfterMs - 1));
  EXPECT_TRUE(memory.quiet(booth, kStart + kQuietAfterMs));
  memory.observe(visited, kStart + kQuietAfterMs);
  memory.observe(alone, kStart + kQuietAfterMs + 1000);
  EXPECT_FALSE(memory.quiet(booth, kStart + 2 * kQuietAfterMs - 1));
  EXPECT_TRUE(memory.quiet(booth, kStart + 2 * kQuietAfterMs));
  memory.observe({}, kStart + 2 * kQuietAfterMs);
  EXPECT_FALSE(memory.quiet(booth, kStart + 3 * kQuietAfterMs)) << "nobody is there";
}

}  // namespace
}  // namespace posterhall::domain
