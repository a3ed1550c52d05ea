// Questions at a poster: asked without a name, wanted, hidden and shown again. Who is told what.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::Channel;
using domain::EventKind;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

const Channel kPoster = Channel::poster(kPosterA);

class Questions : public testing::Test {
 protected:
  HallWorld world{2};
  Tab& asker = world.come(kAttendee);
  Tab& reader = world.come(kHost, {.shard = 1});
  Tab& author = world.come(kAuthor);
  Tab& moderator = world.come(kModerator, {.shard = 1});

  Questions() {
    for (Tab* tab : {&asker, &reader, &moderator}) world.ask(*tab, command::Watch{kPoster, 0});
    world.pass(200);
  }
  /// The question's number.
  std::uint32_t ask(EventKind kind = EventKind::question_unnamed, const std::string& text = "Why?") {
    world.ask(asker, message(kPoster, text, next_++, kind));
    world.pass(200);
    return static_cast<std::uint32_t>(world.store.events(kPoster).size());
  }
  bool hide(Tab& by, std::uint32_t question, const std::string& reason = "not about the poster") {
    const auto seq = world.ask(by, command::HideQuestion{client_id(next_++), kPosterA, question, reason});
    world.pass(200);
    return by.acked(seq);
  }
  bool show(Tab& by, std::uint32_t question) {
    const auto seq = world.ask(by, command::ShowQuestion{client_id(next_++), kPosterA, question});
    world.pass(200);
    return by.acked(seq);
  }
  bool want(Tab& by, std::uint32_t question, bool on = true) {
    const auto seq = world.ask(by, command::WantAnswer{kPosterA, question, on});
    world.pass(200);
    return by.acked(seq);
  }
  /// What somebody who comes now, or pages back, is given of an entry.
  domain::Event page_of(Tab& tab, std::uint32_t number) {
    world.ask(tab, command::History{kPoster, number + 1, 1});
    world.pass(100);
    const auto page = tab.last<notice::HistoryPage>();
    return page && !page->events.empty() ? page->events.back().event : domain::Event{};
  }

  std::uint32_t next_ = 50;
};

TEST_F(Questions, who_asked_without_a_name_is_told_to_their_own_tabs_only) {
  Tab& second = world.come(kAttendee, {.shard = 1, .device = 1, .watch_only = true, .tab = 9});
  world.ask(second, command::Watch{kPoster, 0});
  world.pass(200);
  const auto number = ask();
  world.ask(asker, command::Edit{kPoster, client_id(1), number, "Why so?"});
  world.pass(1200);
  EXPECT_TRUE(asker.acked(world.ask(asker, message(kPoster, "I mean panel 3", 2, EventKind::answer, number))));
  world.pass(1200);
  Tab& late = world.come(kOrganiser);
  world.ask(late, command::Watch{kPoster, 0});
  world.pass(200);
  for (Tab* other : {&reader, &author, &moderator, &late}) {
    const auto events = other->events(kPoster);
    ASSERT_EQ(events.size(), 3U);
    for (const auto& event : events) EXPECT_EQ(event.author, PersonId{}) << event.number;
    EXPECT_EQ(events[2].kind, EventKind::answer_unnamed);
    EXPECT_EQ(page_of(*other, number).author, PersonId{});
  }
  for (Tab* own : {&asker, &second}) {
    ASSERT_FALSE(own->events(kPoster).empty());
    EXPECT_EQ(own->events(kPoster).front().author, kAttendee);
  }
  // Theirs to edit and to take back all the same, and nobody else's.
  EXPECT_FALSE(reader.acked(world.ask(reader, command::Edit{kPoster, client_id(3), number, "mine"})));
  EXPECT_TRUE(asker.acked(world.ask(asker, command::Delete{kPoster, client_id(4), number})));
}

TEST_F(Questions, nobody_hears_who_types_at_a_poster) {
  reader.forget();
  world.ask(asker, command::Typing{false, kPoster});
  world.pass(200);
  EXPECT_TRUE(reader.all<notice::TypingNow>().empty());
}

TEST_F(Questions, a_report_names_nobody_to_the_reporter_and_the_writer_to_who_keeps_order) {
  const auto number = ask();
  command::Report report;
  report.client_id = client_id(1);
  report.channel = kPoster;
  report.number = number;
  report.person = kAttendee;  // a guess is no way to find out
  EXPECT_EQ(reader.reject_of(world.ask(reader, report))->code, RejectCode::not_found);
  report.person = PersonId{};
  EXPECT_EQ(asker.reject_of(world.ask(asker, report))->code, RejectCode::not_found) << "their own";
  EXPECT_TRUE(reader.acked(world.ask(reader, report)));
  world.pass(200);
  ASSERT_TRUE(reader.last<notice::ReportFiled>());
  EXPECT_EQ(reader.last<notice::ReportFiled>()->person, PersonId{});
  world.ask(moderator, command::OrderQueue{});
  ASSERT_TRUE(moderator.last<notice::OrderQueuePage>());
  EXPECT_EQ(moderator.last<notice::OrderQueuePage>()->reports.at(0).about.id, kAttendee);
  // A message with a name is not reported as if it had none.
  const auto named = ask(EventKind::question);
  report.client_id = client_id(2);
  report.number = named;
  EXPECT_EQ(reader.reject_of(world.ask(reader, report))->code, RejectCode::not_found);
}

TEST_F(Questions, a_want_is_stored_once_told_without_a_name_and_taken_back) {
  const auto number = ask();
  EXPECT_TRUE(want(reader, number));
  EXPECT_TRUE(want(reader, number));
  ASSERT_EQ(world.store.events(kPoster).size(), 2U);
  EXPECT_EQ(asker.events(kPoster).back().kind, EventKind::wanted);
  EXPECT_EQ(asker.events(kPoster).back().author, PersonId{});
  EXPECT_EQ(asker.events(kPoster).back().client_id, domain::ClientEventId{});
  EXPECT_EQ(reader.events(kPoster).back().author, kHost);
  EXPECT_TRUE(want(reader, number, false));
  EXPECT_TRUE(want(reader, number));
  EXPECT_EQ(world.store.events(kPoster).size(), 4U);
  EXPECT_EQ(asker.reject_of(world.ask(asker, command::WantAnswer{kPosterA, number, true}))->code,
            RejectCode::wrong_state);
  EXPECT_EQ(reader.reject_of(world.ask(reader, command::WantAnswer{kPosterA, 99, true}))->code, RejectCode::not_found);
}

TEST_F(Questions, two_tabs_that_want_at_once_are_one_want) {
  const auto number = ask();
  Tab& second = world.come(kHost, {.shard = 0, .device = 1, .watch_only = true, .tab = 9});
  world.store.holding = true;  // both read before either is stored
  world.ask(reader, command::WantAnswer{kPosterA, number, true});
  world.ask(second, command::WantAnswer{kPosterA, number, true});
  world.store.release();
  world.pass(200);
  EXPECT_EQ(world.store.events(kPoster).size(), 2U);
}

TEST_F(Questions, hidden_words_go_to_nobody_but_their_writer) {
  const auto number = ask(EventKind::question, "rude");
  world.ask(reader, message(kPoster, "ruder", 1, EventKind::answer, number));
  world.pass(200);
  EXPECT_TRUE(hide(author, number));
  Tab& late = world.come(kOrganiser);
  world.ask(late, command::Watch{kPoster, 0});
  world.pass(200);
  ASSERT_EQ(late.events(kPoster).size(), 3U);
  EXPECT_EQ(late.events(kPoster)[0].text, "");
  EXPECT_EQ(late.events(kPoster)[1].text, "");
  EXPECT_EQ(late.events(kPoster)[2].kind, EventKind::hidden_by_author);
  EXPECT_EQ(late.events(kPoster)[2].text, "not about the poster");
  for (Tab* tab : {&late, &author, &moderator}) EXPECT_EQ(page_of(*tab, number).text, "");
  EXPECT_EQ(page_of(asker, number).text, "rude");
  EXPECT_EQ(page_of(reader, number + 1).text, "ruder");
  EXPECT_EQ(page_of(asker, number + 1).text, "");
  // Nothing is added to what is hidden.
  EXPECT_EQ(late.reject_of(world.ask(late, message(kPoster, "x", 2, EventKind::answer, number)))->code,
            RejectCode::wrong_state);
  EXPECT_EQ(asker.reject_of(world.ask(asker, command::Edit{kPoster, client_id(3), number, "y"}))->code,
            RejectCode::wrong_state);
  EXPECT_FALSE(want(reader, number));
  // Shown again: its words are there for who reads them anew.
  EXPECT_TRUE(show(author, number));
  EXPECT_EQ(page_of(late, number).text, "rude");
  EXPECT_EQ(page_of(late, number + 1).text, "ruder");
}

TEST_F(Questions, what_a_moderator_hid_its_author_does_not_show) {
  const auto number = ask();
  EXPECT_FALSE(hide(reader, number)) << "neither author nor moderator";
  EXPECT_TRUE(hide(moderator, number, "insulting"));
  EXPECT_EQ(world.store.events(kPoster).back().kind, EventKind::hidden_by_order);
  EXPECT_EQ(asker.events(kPoster).back().author, PersonId{}) << "by a moderator, whoever it was";
  EXPECT_FALSE(show(author, number));
  EXPECT_TRUE(show(moderator, number));
  EXPECT_TRUE(show(moderator, number)) << "done already";
  EXPECT_EQ(world.store.events(kPoster).size(), 3U);
}

TEST_F(Questions, an_edit_whose_answer_is_kept_no_more_is_hidden_with_it) {
  const auto number = ask(EventKind::question, "rude");
  const auto put = [&](EventKind kind, std::uint32_t ref, const std::string& text) {
    return world.store.store({kPoster, client_id(next_++), kHost, kind, ref, text}).number;
  };
  const auto answer = put(EventKind::answer, number, "ruder");
  for (int i = 0; i < 220; ++i) put(EventKind::question, 0, "m");
  const auto edit = put(EventKind::edit, answer, "rudest");
  world.pass(4200);
  EXPECT_TRUE(hide(moderator, number));
  Tab& late = world.come(kOrganiser, {.resume = {{kPoster, edit - 1}}});
  world.pass(300);
  const auto events = late.events(kPoster);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events.front().number, edit);
  EXPECT_EQ(events.front().text, "");
}

}  // namespace
}  // namespace posterhall::tests
