// Conversations and nearby talk: rugs, tables, the audience; who hears whom.
#include <gtest/gtest.h>

#include "domain/conversation.hpp"
#include "hall/frame_builder.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::ConversationKind;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

const domain::Conversation kAtBoothA = domain::make_conversation(ConversationKind::booth, kBoothA.value);

TEST(Talking, who_stands_on_a_rug_is_in_the_booth_s_conversation) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3);
  world.pass(1500);
  const auto state = visitor.last<notice::ConversationState>();
  ASSERT_TRUE(state);
  EXPECT_EQ(state->conversation, kAtBoothA);
  ASSERT_EQ(state->members.size(), 2U);
  for (const auto& member : state->members) EXPECT_EQ(member.presents, member.visitor == author.visitor);
}

TEST(Talking, table_and_audience_are_conversations_too) {
  HallWorld world;
  Tab& at_table = world.come_at(kAttendee, 29, 24);
  Tab& audience = world.come_at(kHost, 10, 24);
  world.pass(300);
  EXPECT_EQ(at_table.last<notice::ConversationState>()->conversation,
            domain::make_conversation(ConversationKind::table, 0));
  EXPECT_EQ(audience.last<notice::ConversationState>()->conversation,
            domain::make_conversation(ConversationKind::stage, 0));
}

TEST(Talking, a_thousand_before_the_stage_are_one_audience) {
  constexpr std::uint32_t kAudience = 1000;
  HallWorld world(1, kAudience + 40);
  std::vector<Tab*> audience;
  for (std::uint32_t i = 0; i < kAudience; ++i) {
    audience.push_back(&world.come_at(PersonId{20 + i}, 8 + static_cast<std::int32_t>(i % 8),
                                      22 + static_cast<std::int32_t>(i / 8 % 6)));
  }
  world.pass(6000);
  const auto stage = domain::make_conversation(ConversationKind::stage, 0);
  for (const Tab* tab : audience) {
    const auto state = tab->last<notice::ConversationState>();
    ASSERT_TRUE(state);
    ASSERT_EQ(state->conversation, stage);
    ASSERT_EQ(state->members.size(), kAudience);
  }
  // They come and go all the time: who stands there is told it at most every five seconds, once made for all.
  for (Tab* tab : audience) tab->forget();
  const std::size_t made = world.encoder.notices.size();
  for (int second = 0; second < 10; ++second) {
    Tab& mover = *audience[static_cast<std::size_t>(second)];
    world.ask(mover, go_booth(kBoothA));
    world.pass(1000);
  }
  const auto& listener = *audience.back();
  EXPECT_LE(listener.all<notice::ConversationState>().size(), 3U);
  EXPECT_LE(world.encoder.notices.size() - made, 200U);
  for (const Frame& frame : listener.frames) EXPECT_LE(frame.records.size() / 2, hall::kFrameBudget + 30U);
  // One who asks is heard by everybody, once, and it is encoded once.
  const std::size_t before = world.encoder.notices.size();
  world.ask(*audience.back(), command::Say{client_id(1), "Is the code out?", stage});
  world.pass(200);
  std::size_t heard = 0;
  for (const Tab* tab : audience) heard += tab->all<notice::Nearby>().size();
  EXPECT_EQ(heard, kAudience - 10);
  EXPECT_LE(world.encoder.notices.size() - before, 20U);
}

TEST(Talking, words_reach_who_is_in_the_conversation_and_nobody_else) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3);
  Tab& beside = world.come_at(kHost, 6, 6);  // in the aisle before the booth, walking past
  world.pass(300);
  const auto seq = world.ask(visitor, command::Say{client_id(1), "hello", kAtBoothA});
  world.pass(120);
  EXPECT_TRUE(visitor.acked(seq));
  ASSERT_TRUE(author.last<notice::Nearby>());
  EXPECT_EQ(author.last<notice::Nearby>()->text, "hello");
  EXPECT_EQ(author.last<notice::Nearby>()->person, kAttendee);
  EXPECT_TRUE(visitor.last<notice::Nearby>());
  EXPECT_FALSE(beside.last<notice::Nearby>());
}

TEST(Talking, alone_moved_on_and_empty_are_said) {
  HallWorld world;
  Tab& alone = world.come_at(kAttendee, 6, 3);
  world.pass(300);
  EXPECT_EQ(alone.reject_of(world.ask(alone, command::Say{client_id(1), "hello", kAtBoothA}))->code,
            RejectCode::nobody_near);
  EXPECT_EQ(alone.reject_of(world.ask(alone, command::Say{client_id(2), "hello", kAtBoothA + 1}))->code,
            RejectCode::moved_on);
  EXPECT_EQ(alone.reject_of(world.ask(alone, command::Say{client_id(3), "", kAtBoothA}))->code, RejectCode::text_empty);
  Tab& outside = world.come_at(kHost, 40, 40);
  EXPECT_EQ(outside.reject_of(world.ask(outside, command::Say{client_id(4), "hello", 0}))->code,
            RejectCode::nobody_near);
}

TEST(Talking, members_are_told_at_most_once_a_second) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  world.pass(3000);
  author.forget();
  for (std::uint32_t i = 0; i < 6; ++i) {
    world.come_at(PersonId{20 + i}, 4 + static_cast<std::int32_t>(i % 4), 3);
    world.pass(100);
  }
  world.pass(400);
  EXPECT_LE(author.all<notice::ConversationState>().size(), 2U);
  world.pass(1500);
  EXPECT_EQ(author.last<notice::ConversationState>()->members.size(), 7U);
}

TEST(Talking, walking_off_the_rug_leaves_the_conversation) {
  HallWorld world;
  Tab& visitor = world.come_at(kAttendee, 6, 4);
  world.pass(1500);
  world.step_to(visitor, 6, 5);
  world.pass(1500);
  EXPECT_EQ(visitor.last<notice::ConversationState>()->conversation, 0U);
}

TEST(Talking, who_comes_back_hears_the_last_minute) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3);
  Tab& third = world.come_at(kHost, 5, 3);
  world.pass(8000);
  world.ask(author, command::Say{client_id(1), "before", kAtBoothA});
  world.pass(7000);
  world.drop(visitor);
  world.pass(1000);
  world.ask(author, command::Say{client_id(2), "meanwhile", kAtBoothA});
  world.pass(20'000);
  Tab& again = world.come(kAttendee);
  world.pass(200);
  std::vector<std::string> heard;
  for (const auto& words : again.all<notice::Nearby>()) heard.push_back(words.text);
  EXPECT_EQ(heard, std::vector<std::string>{"meanwhile"});
  EXPECT_EQ(third.all<notice::Nearby>().size(), 2U);
}

TEST(Talking, emotes_reach_who_could_see_them) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 20, 30);
  Tab& near = world.come_at(kHost, 30, 30);
  Tab& far = world.come_at(kModerator, 80, 30);
  world.pass(200);
  world.ask(one, command::Emote{3});
  world.pass(120);
  ASSERT_TRUE(near.last<notice::Emoted>());
  EXPECT_EQ(near.last<notice::Emoted>()->emote, 3U);
  EXPECT_FALSE(far.last<notice::Emoted>());
}

TEST(Talking, typing_is_shown_to_the_others) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3);
  world.pass(300);
  world.ask(visitor, command::Typing{});
  world.pass(120);
  ASSERT_TRUE(author.last<notice::TypingNow>());
  EXPECT_TRUE(author.last<notice::TypingNow>()->nearby);
  EXPECT_EQ(author.last<notice::TypingNow>()->person, kAttendee);
  EXPECT_FALSE(visitor.last<notice::TypingNow>());
}

TEST(Talking, typing_in_a_direct_channel_is_seen_by_the_other_one_only) {
  HallWorld world;
  Tab& one = world.come_at(kAttendee, 20, 30);
  Tab& other = world.come_at(kHost, 60, 30);
  Tab& third = world.come_at(kModerator, 60, 31);
  const domain::Channel direct = domain::Channel::direct(kAttendee, kHost);
  world.ask(other, command::Watch{direct, 0});
  world.pass(120);
  world.ask(one, command::Typing{false, direct});
  world.ask(third, command::Typing{false, direct});
  world.pass(120);
  ASSERT_EQ(other.all<notice::TypingNow>().size(), 1U);
  EXPECT_EQ(other.last<notice::TypingNow>()->person, kAttendee);
}

TEST(Talking, five_at_once_then_one_a_second_authors_three_times_that) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& visitor = world.come_at(kAttendee, 6, 3);
  world.pass(300);
  const auto say = [&](Tab& tab, std::uint32_t n) {
    return world.ask(tab, command::Say{client_id(n), "x", kAtBoothA});
  };
  for (std::uint32_t i = 0; i < 5; ++i) EXPECT_TRUE(visitor.acked(say(visitor, i)));
  const auto refused = visitor.reject_of(say(visitor, 6));
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, RejectCode::rate_limited);
  EXPECT_GT(refused->retry_after_ms, 0U);
  EXPECT_LE(refused->retry_after_ms, 1000U);
  world.pass(1000);
  EXPECT_TRUE(visitor.acked(say(visitor, 7)));
  for (std::uint32_t i = 0; i < 15; ++i) EXPECT_TRUE(author.acked(say(author, 100 + i)));
  EXPECT_TRUE(author.reject_of(say(author, 200)));
}

TEST(Talking, who_goes_on_is_muted_then_closed) {
  HallWorld world;
  Tab& author = world.come_at(kAuthor, 8, 2);
  Tab& flooder = world.come_at(kAttendee, 6, 3);
  world.pass(300);
  for (std::uint32_t i = 0; i < 60 && !flooder.closed; ++i) {
    world.ask(flooder, command::Say{client_id(i), "x", kAtBoothA});
  }
  world.pass(3000);
  const auto muted = flooder.reject_of(world.ask(flooder, command::Say{client_id(900), "x", kAtBoothA}));
  ASSERT_TRUE(muted);  // a second has passed, but not the silence
  EXPECT_GT(muted->retry_after_ms, 20'000U);
  for (std::uint32_t i = 0; i < 300 && !flooder.closed; ++i) {
    world.ask(flooder, command::WhoRequest{{1}});
  }
  EXPECT_EQ(flooder.closed, hall::CloseReason::rate);
  EXPECT_FALSE(author.closed);
}

}  // namespace
}  // namespace posterhall::tests
