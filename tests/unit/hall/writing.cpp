// Stored, then shown: messages, questions, answers, edits, deletions; who may; what the sender learns.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::Channel;
using domain::EventKind;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

TEST(Writing, is_shown_after_it_is_stored) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  Tab& reader = world.come(kHost);
  world.pass(200);
  world.store.holding = true;
  const auto seq = world.ask(writer, message(Channel::hall(), "hello", 1));
  world.pass(300);
  EXPECT_FALSE(writer.acked(seq));
  EXPECT_TRUE(reader.events(Channel::hall()).empty());
  world.store.release();
  world.pass(200);
  EXPECT_TRUE(writer.acked(seq));
  ASSERT_EQ(reader.numbers(Channel::hall()), std::vector<std::uint32_t>{1});
  EXPECT_EQ(reader.events(Channel::hall())[0].text, "hello");
  EXPECT_EQ(writer.numbers(Channel::hall()), std::vector<std::uint32_t>{1});
}

TEST(Writing, what_cannot_be_stored_is_said_and_not_shown) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  world.pass(200);
  world.store.failing = true;
  const auto seq = world.ask(writer, message(Channel::hall(), "hello", 1));
  ASSERT_TRUE(writer.reject_of(seq));
  EXPECT_EQ(writer.reject_of(seq)->code, RejectCode::store_unavailable);
  world.pass(300);
  EXPECT_TRUE(writer.events(Channel::hall()).empty());
}

TEST(Writing, the_same_id_counts_once) {
  HallWorld world;
  Tab& writer = world.come(kOrganiser);
  world.pass(200);
  const auto first = world.ask(writer, message(Channel::announce(), "hello", 1, EventKind::announcement));
  const auto again = world.ask(writer, message(Channel::announce(), "hello", 1, EventKind::announcement));
  world.pass(200);
  EXPECT_TRUE(writer.acked(first));
  EXPECT_TRUE(writer.acked(again));
  EXPECT_EQ(writer.all<notice::Ack>().back().number, 1U);
  EXPECT_EQ(writer.numbers(Channel::announce()), std::vector<std::uint32_t>{1});
}

TEST(Writing, only_organisers_announce) {
  HallWorld world;
  Tab& attendee = world.come(kAttendee);
  Tab& moderator = world.come(kModerator);
  Tab& organiser = world.come(kOrganiser);
  const auto announce = [&](Tab& tab, std::uint32_t id) {
    return world.ask(tab, message(Channel::announce(), "soup is served", id, EventKind::announcement));
  };
  EXPECT_EQ(attendee.reject_of(announce(attendee, 1))->code, RejectCode::not_allowed);
  EXPECT_EQ(moderator.reject_of(announce(moderator, 2))->code, RejectCode::not_allowed);
  EXPECT_TRUE(organiser.acked(announce(organiser, 3)));
}

TEST(Writing, one_message_in_ten_seconds_to_everybody) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  EXPECT_TRUE(writer.acked(world.ask(writer, message(Channel::hall(), "one", 1))));
  const auto refused = writer.reject_of(world.ask(writer, message(Channel::hall(), "two", 2)));
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, RejectCode::rate_limited);
  EXPECT_GT(refused->retry_after_ms, 9'000U);
  world.pass(10'000);
  EXPECT_TRUE(writer.acked(world.ask(writer, message(Channel::hall(), "three", 3))));
}

TEST(Writing, rates_are_the_person_s_over_all_tabs) {
  HallWorld world;
  Tab& one = world.come(kAttendee);
  Tab& two = world.come(kAttendee);
  EXPECT_TRUE(one.acked(world.ask(one, message(Channel::hall(), "one", 1))));
  EXPECT_TRUE(two.reject_of(world.ask(two, message(Channel::hall(), "two", 2))));
}

TEST(Writing, direct_messages_reach_the_two_only_also_the_first) {
  HallWorld world;
  Tab& one = world.come(kAttendee);
  Tab& other = world.come(kHost);
  Tab& third = world.come(kModerator);
  const Channel direct = Channel::direct(kAttendee, kHost);
  EXPECT_TRUE(one.acked(world.ask(one, message(direct, "psst", 1))));
  world.pass(200);
  ASSERT_EQ(other.events(direct).size(), 1U);
  EXPECT_EQ(one.events(direct).size(), 1U);
  EXPECT_TRUE(third.events(direct).empty());
  EXPECT_EQ(third.reject_of(world.ask(third, message(direct, "me too", 2)))->code, RejectCode::not_allowed);
  EXPECT_EQ(third.reject_of(world.ask(third, command::Watch{direct, 0}))->code, RejectCode::not_allowed);
  EXPECT_EQ(third.reject_of(world.ask(third, command::History{direct, 0, 50}))->code, RejectCode::not_allowed);
}

TEST(Writing, a_direct_message_reaches_who_came_while_it_was_written) {
  HallWorld world;
  Tab& one = world.come(kAttendee);
  const Channel direct = Channel::direct(kAttendee, kHost);
  world.ask(one, message(direct, "are you there?", 1));
  world.pass(100);
  Tab& other = world.come(kHost);  // the marks were read before the channel was there
  world.pass(100);
  world.ask(one, message(direct, "now?", 2));
  world.pass(200);
  EXPECT_EQ(other.numbers(direct), std::vector<std::uint32_t>{2});
  EXPECT_EQ(one.numbers(direct), (std::vector<std::uint32_t>{1, 2}));
}

TEST(Writing, five_messages_a_minute_to_a_stranger_until_they_answer) {
  HallWorld world;
  Tab& author = world.come(kAuthor);  // three times the chat rate, so that only the strangers' rate is met
  Tab& other = world.come(kHost);
  const Channel direct = Channel::direct(kAuthor, kHost);
  for (std::uint32_t i = 0; i < 5; ++i) EXPECT_TRUE(author.acked(world.ask(author, message(direct, "x", i))));
  EXPECT_EQ(author.reject_of(world.ask(author, message(direct, "x", 6)))->code, RejectCode::rate_limited);
  EXPECT_TRUE(other.acked(world.ask(other, message(direct, "yes?", 7))));
  EXPECT_TRUE(author.acked(world.ask(author, message(direct, "x", 8))));
}

TEST(Writing, nobody_writes_to_nobody) {
  HallWorld world;
  Tab& one = world.come(kAttendee);
  EXPECT_EQ(one.reject_of(world.ask(one, message(Channel::direct(kAttendee, PersonId{999}), "x", 1)))->code,
            RejectCode::not_found);
  EXPECT_EQ(one.reject_of(world.ask(one, message(Channel::poster(PosterKey{99}), "x", 2, EventKind::question)))->code,
            RejectCode::not_found);
  EXPECT_EQ(one.reject_of(world.ask(one, message(Channel::hall(), "", 3)))->code, RejectCode::text_empty);
  EXPECT_EQ(one.reject_of(world.ask(one, message(Channel::hall(), "x", 4, EventKind::question)))->code,
            RejectCode::malformed);
}

TEST(Writing, internal_channels_are_closed_to_everybody) {
  HallWorld world;
  Tab& organiser = world.come(kOrganiser);
  for (const Channel& channel : {Channel::catalogue(), Channel::people(), Channel::room(kRoom)}) {
    const auto wrote = world.ask(organiser, message(channel, "x", 1, EventKind::message));
    EXPECT_TRUE(organiser.reject_of(wrote)) << domain::to_text(channel);
    const auto watched = world.ask(organiser, command::Watch{channel, 0});
    EXPECT_EQ(organiser.reject_of(watched)->code, RejectCode::not_allowed) << domain::to_text(channel);
  }
  EXPECT_TRUE(world.store.events(Channel::people()).empty());
}

TEST(Writing, questions_at_a_poster_reach_its_watchers_and_its_authors) {
  HallWorld world;
  Tab& asker = world.come(kAttendee);
  Tab& watcher = world.come(kHost);
  Tab& author = world.come(kAuthor);
  const Channel poster = Channel::poster(kPosterA);
  world.ask(watcher, command::Watch{poster, 0});
  world.ask(asker, command::Watch{poster, 0});
  world.pass(200);
  world.ask(asker, message(poster, "why?", 1, EventKind::question));
  world.pass(200);
  EXPECT_EQ(watcher.events(poster).size(), 1U);
  EXPECT_EQ(author.events(poster).size(), 1U);  // without having asked for it: their own poster
  EXPECT_TRUE(author.acked(world.ask(author, message(poster, "because", 2, EventKind::answer, 1))));
  world.pass(200);
  const auto shown = asker.last<notice::Events>();
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->events.back().event.ref, 1U);
  EXPECT_TRUE(shown->events.back().author_of_poster);
}

TEST(Writing, an_answer_needs_its_question) {
  HallWorld world;
  Tab& asker = world.come(kAttendee);
  const Channel poster = Channel::poster(kPosterA);
  EXPECT_EQ(asker.reject_of(world.ask(asker, message(poster, "because", 1, EventKind::answer, 1)))->code,
            RejectCode::not_found);
  EXPECT_EQ(asker.reject_of(world.ask(asker, message(poster, "because", 2, EventKind::answer, 0)))->code,
            RejectCode::not_found);
  world.ask(asker, message(poster, "why?", 3, EventKind::question));
  EXPECT_TRUE(asker.acked(world.ask(asker, message(poster, "because", 4, EventKind::answer, 1))));
  world.pass(1000);
  EXPECT_EQ(asker.reject_of(world.ask(asker, message(poster, "hm", 5, EventKind::answer, 2)))->code,
            RejectCode::not_found);  // an answer is no question
}

TEST(Writing, one_s_own_words_can_be_edited_and_taken_back_others_not) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  Tab& other = world.come(kHost);
  world.ask(writer, message(Channel::hall(), "helo", 1));
  EXPECT_TRUE(writer.acked(world.ask(writer, command::Edit{Channel::hall(), client_id(2), 1, "hello"})));
  EXPECT_EQ(other.reject_of(world.ask(other, command::Edit{Channel::hall(), client_id(3), 1, "mine"}))->code,
            RejectCode::not_allowed);
  EXPECT_EQ(other.reject_of(world.ask(other, command::Delete{Channel::hall(), client_id(4), 1}))->code,
            RejectCode::not_allowed);
  EXPECT_EQ(writer.reject_of(world.ask(writer, command::Delete{Channel::hall(), client_id(5), 2}))->code,
            RejectCode::not_found);  // an edit is no message
  EXPECT_TRUE(writer.acked(world.ask(writer, command::Delete{Channel::hall(), client_id(6), 1})));
  world.pass(200);
  EXPECT_EQ(other.numbers(Channel::hall()), (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(other.events(Channel::hall())[2].kind, EventKind::remove);
  EXPECT_EQ(other.events(Channel::hall())[2].ref, 1U);
}

TEST(Writing, moderators_delete_anybody_s_and_edit_nobody_s) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  Tab& moderator = world.come(kModerator);
  world.ask(writer, message(Channel::hall(), "buy this", 1));
  EXPECT_EQ(moderator.reject_of(world.ask(moderator, command::Edit{Channel::hall(), client_id(2), 1, "x"}))->code,
            RejectCode::not_allowed);
  EXPECT_TRUE(moderator.acked(world.ask(moderator, command::Delete{Channel::hall(), client_id(3), 1})));
}

TEST(Writing, what_was_taken_back_is_not_sent_again) {
  HallWorld world;
  Tab& writer = world.come(kAttendee);
  world.ask(writer, message(Channel::hall(), "secret", 1));
  world.ask(writer, command::Delete{Channel::hall(), client_id(2), 1});
  world.pass(200);
  Tab& later = world.come(kHost);
  world.ask(later, command::Watch{Channel::hall(), 0});
  world.pass(200);
  ASSERT_EQ(later.numbers(Channel::hall()), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(later.events(Channel::hall())[0].text, "");
}

TEST(Writing, history_comes_in_pages) {
  HallWorld world;
  for (std::uint32_t i = 0; i < 120; ++i) {
    world.store.store({Channel::hall(), client_id(i), kHost, EventKind::message, 0, std::to_string(i + 1)});
  }
  Tab& reader = world.come(kAttendee);
  world.ask(reader, command::History{Channel::hall(), 0, 50});
  const auto newest = reader.last<notice::HistoryPage>();
  ASSERT_TRUE(newest);
  EXPECT_EQ(newest->events.front().event.number, 71U);
  EXPECT_EQ(newest->events.back().event.number, 120U);
  EXPECT_TRUE(newest->more);
  world.ask(reader, command::History{Channel::hall(), 21, 50});
  const auto oldest = reader.last<notice::HistoryPage>();
  ASSERT_TRUE(oldest);
  EXPECT_EQ(oldest->events.front().event.number, 1U);
  EXPECT_EQ(oldest->events.back().event.number, 20U);
  EXPECT_FALSE(oldest->more);
}

TEST(Writing, read_marks_are_kept_and_told_to_the_other_tabs) {
  HallWorld world;
  Tab& one = world.come(kAttendee);
  Tab& two = world.come(kAttendee);
  EXPECT_TRUE(one.acked(world.ask(one, command::MarkRead{Channel::hall(), 7})));
  EXPECT_EQ(world.store.marks[kAttendee].read.at(0).number, 7U);
  ASSERT_TRUE(two.last<notice::ReadMarks>());
  EXPECT_EQ(two.last<notice::ReadMarks>()->channels[0].read, 7U);
  EXPECT_FALSE(one.last<notice::ReadMarks>());
}

}  // namespace
}  // namespace posterhall::tests
