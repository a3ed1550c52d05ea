#include "domain/shifts.hpp"

#include <gtest/gtest.h>

#include "domain/catalogue.hpp"

namespace posterhall::domain {
namespace {

constexpr UnixMs kHour = 3'600'000;
constexpr PersonId kIngrid{3}, kDavit{4}, kStranger{9};
const std::vector<PersonId> kAuthors = {kIngrid, kDavit};

PlanFault judge(std::vector<ShiftPiece> pieces) { return judge_plan(pieces, 4 * kHour, kAuthors); }

TEST(Shifts, lie_within_their_session_and_belong_to_its_posters_authors) {
  EXPECT_EQ(judge({}), PlanFault::none) << "given back";
  EXPECT_EQ(judge({{kIngrid, 0, 4 * kHour}}), PlanFault::none);
  EXPECT_EQ(judge({{kIngrid, -1, kHour}}), PlanFault::outside_session);
  EXPECT_EQ(judge({{kIngrid, 0, 4 * kHour + 1}}), PlanFault::outside_session);
  EXPECT_EQ(judge({{kStranger, 0, kHour}}), PlanFault::not_an_author);
  EXPECT_EQ(judge({{PersonId{}, 0, kHour}}), PlanFault::not_an_author)
      << "nobody in particular is the list's word only";
  EXPECT_EQ(judge({{kIngrid, 0, kShortestShiftMs - 1}}), PlanFault::too_short);
  EXPECT_EQ(judge({{kIngrid, kHour, 0}}), PlanFault::too_short);
}

TEST(Shifts, two_may_stand_there_together_but_nobody_twice) {
  EXPECT_EQ(judge({{kIngrid, 0, 2 * kHour}, {kDavit, kHour, 3 * kHour}}), PlanFault::none);
  EXPECT_EQ(judge({{kIngrid, 0, 2 * kHour}, {kIngrid, kHour, 3 * kHour}}), PlanFault::twice);
  EXPECT_EQ(judge({{kIngrid, 0, kHour}, {kIngrid, kHour, 2 * kHour}}), PlanFault::none)
      << "touching is one after the other";
  EXPECT_EQ(judge(std::vector<ShiftPiece>(kMostPieces + 1, {kIngrid, 0, kHour})), PlanFault::too_many);
}

TEST(Shifts, a_short_session_can_be_taken_whole) {
  const std::vector<ShiftPiece> whole = {{kIngrid, 0, 60'000}};
  EXPECT_EQ(judge_plan(whole, 60'000, kAuthors), PlanFault::none);
}

TEST(Shifts, what_touches_of_one_author_is_one_piece) {
  EXPECT_EQ(tidy_plan({{kIngrid, kHour, 2 * kHour}, {kDavit, 0, kHour}, {kIngrid, 0, kHour}}),
            (std::vector<ShiftPiece>{{kDavit, 0, kHour}, {kIngrid, 0, 2 * kHour}}));
}

TEST(Shifts, fit_what_is_left_of_session_and_authors) {
  const std::vector<ShiftPiece> pieces = {{kIngrid, 0, kHour}, {kDavit, kHour, 3 * kHour}, {PersonId{}, 0, 4 * kHour}};
  EXPECT_EQ(fit_plan(pieces, 2 * kHour, std::vector<PersonId>{kDavit}),
            (std::vector<ShiftPiece>{{kDavit, kHour, 2 * kHour}, {PersonId{}, 0, 2 * kHour}}));
  EXPECT_TRUE(fit_plan({{kDavit, 3 * kHour, 4 * kHour}}, 2 * kHour, kAuthors).empty());
}

TEST(Shifts, hours_that_touch_or_overlap_are_one_over_midnight_too) {
  constexpr UnixMs kMidnight = 1'776'816'000'000;  // 2026-04-22 00:00 UTC
  EXPECT_EQ(
      joined_hours({{kMidnight, kMidnight + kHour},
                    {kMidnight - kHour, kMidnight},
                    {kMidnight + 3 * kHour, kMidnight + 4 * kHour}}),
      (std::vector<TimeSpan>{{kMidnight - kHour, kMidnight + kHour}, {kMidnight + 3 * kHour, kMidnight + 4 * kHour}}));
}

}  // namespace
}  // namespace posterhall::domain
