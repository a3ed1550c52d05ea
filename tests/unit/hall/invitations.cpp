// Invitations and circles: two people agree to talk, here and across shards.
#include <gtest/gtest.h>

#include "domain/conversation.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::InvitationKind;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

void agree(HallWorld& world, Tab& inviter, Tab& invited) {
  world.ask(inviter, command::InvitePerson{invited.person, InvitationKind::talk});
  world.pass(50);
  ASSERT_TRUE(invited.last<notice::Invitation>());
  world.ask(invited, command::AnswerInvitation{invited.last<notice::Invitation>()->invitation, true});
  world.pass(1500);
}

void expect_circle(const Tab& one, const Tab& two) {
  const auto a = one.last<notice::ConversationState>();
  const auto b = two.last<notice::ConversationState>();
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->conversation, b->conversation);
  EXPECT_EQ(domain::kind_of(a->conversation), domain::ConversationKind::circle);
  EXPECT_EQ(a->members.size(), 2U);
  EXPECT_EQ(b->members.size(), 2U);
  EXPECT_NE(a->centre, 0U);
}

TEST(Invitations, who_agree_to_talk_stand_in_a_circle) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  Tab& two = world.come_at(kHost, 41, 40);
  Tab& third = world.come_at(kModerator, 40, 41);  // stands in it and did not agree
  world.pass(300);
  agree(world, one, two);
  EXPECT_TRUE(one.last<notice::InvitationAnswered>()->accepted);
  expect_circle(one, two);
  EXPECT_EQ(third.last<notice::ConversationState>().value_or(notice::ConversationState{}).conversation, 0U);
  const auto circle = one.last<notice::ConversationState>()->conversation;
  world.ask(two, command::Say{client_id(1), "between us", circle});
  world.pass(200);
  EXPECT_TRUE(one.last<notice::Nearby>());
  EXPECT_FALSE(third.last<notice::Nearby>());
}

TEST(Invitations, who_agrees_from_afar_is_led_there) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 90, 40);
  Tab& two = world.come_at(kHost, 2, 40);
  world.pass(300);
  agree(world, one, two);
  ASSERT_TRUE(two.last<notice::Going>());
  EXPECT_TRUE(two.last<notice::Going>()->set_down);
  expect_circle(one, two);
  EXPECT_FALSE(one.last<notice::Going>());  // the inviter is not moved
}

TEST(Invitations, a_circle_across_shards) {
  HallWorld world(2);
  Tab& one = world.come_at(kAttendee, 40, 40, {.shard = 0});
  Tab& two = world.come_at(kHost, 41, 40, {.shard = 1});
  world.pass(300);
  agree(world, one, two);
  expect_circle(one, two);
}

TEST(Invitations, walking_out_ends_it_for_both) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  Tab& two = world.come_at(kHost, 41, 40);
  world.pass(300);
  agree(world, one, two);
  world.walk_to(two, 48, 40);
  world.pass(5000);
  EXPECT_EQ(two.last<notice::ConversationState>()->conversation, 0U);
  EXPECT_EQ(one.last<notice::ConversationState>()->conversation, 0U);
}

TEST(Invitations, declined_is_told_and_nothing_happens) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  Tab& two = world.come_at(kHost, 41, 40);
  world.ask(one, command::InvitePerson{kHost, InvitationKind::talk});
  world.ask(two, command::AnswerInvitation{two.last<notice::Invitation>()->invitation, false});
  world.pass(1500);
  ASSERT_TRUE(one.last<notice::InvitationAnswered>());
  EXPECT_FALSE(one.last<notice::InvitationAnswered>()->accepted);
  EXPECT_EQ(one.last<notice::ConversationState>().value_or(notice::ConversationState{}).conversation, 0U);
}

TEST(Invitations, an_answer_needs_an_invitation) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  EXPECT_EQ(one.reject_of(world.ask(one, command::AnswerInvitation{7, true}))->code, RejectCode::not_found);
  EXPECT_EQ(one.reject_of(world.ask(one, command::InvitePerson{PersonId{30}, InvitationKind::talk}))->code,
            RejectCode::not_found);
  EXPECT_TRUE(one.reject_of(world.ask(one, command::InvitePerson{kAttendee, InvitationKind::talk})));
}

TEST(Invitations, who_does_not_want_to_be_located_is_asked_in_plain_sight_only) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  Tab& hidden = world.come_at(kHost, 41, 40);
  Tab& far = world.come_at(kModerator, 2, 2);
  world.ask(hidden, command::SetStatus{"", true, false});
  EXPECT_EQ(one.reject_of(world.ask(one, command::InvitePerson{kHost, InvitationKind::walk}))->code,
            RejectCode::not_found);
  EXPECT_TRUE(one.acked(world.ask(one, command::InvitePerson{kHost, InvitationKind::talk})));
  EXPECT_EQ(far.reject_of(world.ask(far, command::InvitePerson{kHost, InvitationKind::talk}))->code,
            RejectCode::not_found);
}

TEST(Invitations, five_a_minute) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  world.come_at(kHost, 41, 40);
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(one.acked(world.ask(one, command::InvitePerson{kHost, InvitationKind::walk})));
  }
  EXPECT_EQ(one.reject_of(world.ask(one, command::InvitePerson{kHost, InvitationKind::walk}))->code,
            RejectCode::rate_limited);
}

TEST(Invitations, wait_for_who_lost_the_connection) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 40, 40);
  Tab& two = world.come_at(kHost, 41, 40);
  world.pass(100);
  world.drop(two);
  world.pass(1000);
  world.ask(one, command::InvitePerson{kHost, InvitationKind::walk});
  Tab& again = world.come(kHost);
  ASSERT_TRUE(again.last<notice::Invitation>());
  world.ask(again, command::AnswerInvitation{again.last<notice::Invitation>()->invitation, true});
  EXPECT_TRUE(one.last<notice::InvitationAnswered>()->accepted);
  EXPECT_EQ(one.last<notice::InvitationAnswered>()->kind, InvitationKind::walk);
}

}  // namespace
}  // namespace posterhall::tests
