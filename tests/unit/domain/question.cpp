// A question at a poster: what has become of it, who may do what with it, and who is shown what of it.
#include "domain/question.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace posterhall::domain {
namespace {

constexpr PersonId kAsker{7}, kBo{8}, kInes{9};

Event entry(std::uint32_t number, EventKind kind, std::uint32_t ref, PersonId by, std::string text = {}) {
  Event event;
  event.channel = Channel::poster(PosterKey{1});
  event.number = number;
  event.client_id = {1};
  event.kind = kind;
  event.ref = ref;
  event.author = by;
  event.text = std::move(text);
  return event;
}

QuestionState asked() {
  QuestionState question;
  question.number = 1;
  question.asker = kAsker;
  return question;
}

TEST(Question, a_want_counts_once_each_and_can_be_taken_back) {
  const std::vector<Event> events{entry(3, EventKind::question, 0, kAsker, "Why?"),
                                  entry(4, EventKind::wanted, 3, kBo),
                                  entry(5, EventKind::wanted, 3, kInes),
                                  entry(6, EventKind::wanted, 3, kBo),
                                  entry(7, EventKind::wanted, 2, PersonId{10}),
                                  entry(8, EventKind::unwanted, 3, kInes)};
  const auto for_bo = settle_question(events, kBo);
  ASSERT_TRUE(for_bo);
  EXPECT_EQ(for_bo->wants, 1U);
  EXPECT_TRUE(for_bo->wanted);
  EXPECT_EQ(for_bo->turns, 2U);
  const auto for_ines = settle_question(events, kInes);
  EXPECT_FALSE(for_ines->wanted);
  EXPECT_EQ(for_ines->turns, 2U);
  EXPECT_FALSE(settle_question(std::span(events).subspan(1), kBo)) << "a want is no question";
}

TEST(Question, the_last_hiding_or_showing_counts) {
  std::vector<Event> events{entry(1, EventKind::question_unnamed, 0, kAsker, "Why?"),
                            entry(2, EventKind::hidden_by_author, 1, kBo, "not about it")};
  const auto now = [&] { return *settle_question(events, kBo); };
  EXPECT_EQ(now().hidden, HiddenBy::author);
  EXPECT_EQ(now().reason, "not about it");
  EXPECT_TRUE(now().unnamed);
  events.push_back(entry(3, EventKind::hidden_by_order, 1, kInes, "spam"));
  EXPECT_EQ(now().hidden, HiddenBy::order);
  EXPECT_EQ(now().reason, "spam");
  events.push_back(entry(4, EventKind::shown_again, 1, kInes));
  EXPECT_EQ(now().hidden, HiddenBy::nobody);
  EXPECT_EQ(now().reason, "");
  events.push_back(entry(5, EventKind::remove, 1, kAsker));
  EXPECT_TRUE(now().removed);
}

TEST(Question, wanting_is_for_others_questions_that_are_there) {
  QuestionState question = asked();
  EXPECT_EQ(judge_want(question, kBo, true), Wish::store);
  EXPECT_EQ(judge_want(question, kBo, false), Wish::done_already);
  EXPECT_EQ(judge_want(question, kAsker, true), Wish::wrong_state);
  question.wanted = true;
  EXPECT_EQ(judge_want(question, kBo, true), Wish::done_already);
  EXPECT_EQ(judge_want(question, kBo, false), Wish::store);
  question.hidden = HiddenBy::author;
  EXPECT_EQ(judge_want(question, kBo, false), Wish::wrong_state);
  question.removed = true;
  EXPECT_EQ(judge_want(question, kBo, true), Wish::not_found);
}

TEST(Question, authors_hide_at_their_own_poster_and_what_a_moderator_hid_stays_theirs) {
  QuestionState question = asked();
  EXPECT_EQ(judge_hide(question, Role::attendee, false), Wish::not_allowed);
  EXPECT_EQ(judge_hide(question, Role::author, false), Wish::not_allowed);
  EXPECT_EQ(judge_hide(question, Role::author, true), Wish::store);
  EXPECT_EQ(judge_hide(question, Role::moderator, false), Wish::store);
  EXPECT_EQ(judge_show(question, Role::author, true), Wish::done_already);
  question.hidden = HiddenBy::author;
  EXPECT_EQ(judge_hide(question, Role::author, true), Wish::done_already);
  EXPECT_EQ(judge_hide(question, Role::moderator, false), Wish::store);
  EXPECT_EQ(judge_show(question, Role::author, true), Wish::store);
  EXPECT_EQ(judge_show(question, Role::author, false), Wish::not_allowed);
  question.hidden = HiddenBy::order;
  EXPECT_EQ(judge_hide(question, Role::author, true), Wish::done_already);
  EXPECT_EQ(judge_show(question, Role::author, true), Wish::not_allowed);
  EXPECT_EQ(judge_show(question, Role::moderator, true), Wish::store);
  EXPECT_EQ(judge_show(question, Role::moderator, false), Wish::store);
}

TEST(Question, nobody_is_told_who_asked_without_a_name_or_wants_an_answer) {
  for (const EventKind kind : {EventKind::question_unnamed, EventKind::answer_unnamed, EventKind::wanted,
                               EventKind::unwanted, EventKind::edit, EventKind::remove}) {
    const Event event = entry(4, kind, 3, kAsker, "words");
    for (const PersonId other : {kBo, PersonId{}}) {
      EXPECT_EQ(seen_by(event, other).author, PersonId{}) << static_cast<int>(kind);
      EXPECT_EQ(seen_by(event, other).text, "words");
    }
    EXPECT_EQ(seen_by(event, kAsker).author, kAsker);
  }
  EXPECT_EQ(seen_by(entry(4, EventKind::wanted, 3, kAsker), kBo).client_id, ClientEventId{});
  EXPECT_EQ(seen_by(entry(4, EventKind::question, 0, kAsker), kBo).author, kAsker);
  Event elsewhere = entry(4, EventKind::edit, 3, kAsker);
  elsewhere.channel = Channel::hall();
  EXPECT_EQ(seen_by(elsewhere, kBo).author, kAsker);
}

TEST(Question, hidden_words_are_their_writers_only) {
  Event event = entry(1, EventKind::question, 0, kAsker, "rude");
  event.hidden = true;
  EXPECT_TRUE(is_concealed(event));
  EXPECT_EQ(seen_by(event, kBo).text, "");
  EXPECT_EQ(seen_by(event, PersonId{}).text, "");
  EXPECT_EQ(seen_by(event, kAsker).text, "rude");
}

}  // namespace
}  // namespace posterhall::domain
