// Where somebody is, in words of the hall; worked out from words copied once a second, when somebody asks.
#include "hall/whereabouts.hpp"

#include <gtest/gtest.h>

#include "unit/hall/small_hall.hpp"

namespace posterhall::tests {
namespace {

using At = hall::notice::Whereabouts::At;
using domain::ConversationKind;

struct Places {
  std::shared_ptr<domain::FloorPlan> plan = small_plan();
  domain::ZoneMap zones{*plan};

  [[nodiscard]] hall::notice::Whereabouts of(const hall::VisitorHere& visitor) const {
    return hall::whereabouts(zones, *plan, visitor);
  }
};

hall::VisitorHere standing(std::int32_t x, std::int32_t y, domain::Conversation conversation = 0) {
  return {VisitorId{9}, PersonId{21}, place_at(x, y), conversation, RoomId{}};
}

TEST(Whereabouts, what_one_is_in_comes_before_where_one_stands) {
  const Places places;
  const auto at_booth = places.of(standing(20, 25, domain::make_conversation(ConversationKind::booth, 102)));
  EXPECT_EQ(at_booth.at, At::booth);
  EXPECT_EQ(at_booth.value, 102U);
  EXPECT_EQ(places.of(standing(29, 23, domain::make_conversation(ConversationKind::table, 0))).at, At::table);
  EXPECT_EQ(places.of(standing(9, 23, domain::make_conversation(ConversationKind::stage, 0))).at, At::stage);
  auto inside = standing(20, 25, domain::make_conversation(ConversationKind::booth, 102));
  inside.room = kRoom;
  EXPECT_EQ(places.of(inside).at, At::room);
  EXPECT_EQ(places.of(inside).value, kRoom.value);
}

TEST(Whereabouts, a_circle_and_nothing_are_where_one_stands) {
  const Places places;
  EXPECT_EQ(places.of(standing(50, 25)).at, At::foyer);
  const auto circle = domain::make_conversation(ConversationKind::circle, 5);
  EXPECT_EQ(places.of(standing(50, 25, circle)).at, At::foyer);
  EXPECT_EQ(places.of(standing(6, 6)).at, At::aisle) << "the share of booth 101";
  EXPECT_EQ(places.of(standing(6, 6)).value, 1U);
  EXPECT_EQ(places.of(standing(90, 3)).at, At::aisle) << "in the row of the booths";
  EXPECT_EQ(places.of(standing(90, 45)).at, At::foyer) << "in no booth's row";
}

TEST(Whereabouts, who_does_not_want_to_be_located_is_here_and_nowhere) {
  const Places places;
  auto people = some_people(30);
  (*people)[21].do_not_locate = true;  // person 22
  auto away = place_at(50, 25) | 2U;
  std::vector<hall::VisitorHere> visitors{standing(50, 25), standing(50, 25), standing(50, 25), standing(50, 25)};
  visitors[1].person = PersonId{22};
  visitors[1].record1 = away;
  visitors[2].person = PersonId{23};
  visitors[2].hidden = true;           // has just said so
  visitors[3].person = PersonId{900};  // the list of people is older than they are
  const auto here = hall::people_here(visitors, places.zones, *places.plan, *people);
  ASSERT_EQ(here.size(), 4U);
  EXPECT_EQ(here[0].at.at, At::foyer);
  EXPECT_EQ(here[0].visitor, VisitorId{9});
  for (const auto i : {1U, 2U}) {
    EXPECT_EQ(here[i].at.at, At::hidden);
    EXPECT_FALSE(here[i].visitor);
    EXPECT_EQ(here[i].person, visitors[i].person);
  }
  EXPECT_TRUE(here[1].away);
  EXPECT_FALSE(here[2].away);
  EXPECT_EQ(here[3].at.at, At::foyer);
}

}  // namespace
}  // namespace posterhall::tests
