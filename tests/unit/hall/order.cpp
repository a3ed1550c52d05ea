// Keeping order in the running hall: measures, reports, blocks, on one shard and on two.
#include <gtest/gtest.h>

#include "domain/conversation.hpp"
#include "domain/order_text.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

namespace command = hall::command;
namespace notice = hall::notice;
using domain::Channel;
using domain::MeasureKind;
using hall::CloseReason;
using hall::RejectCode;

command::Measure measure(MeasureKind kind, PersonId whom, std::uint32_t minutes = 0, std::uint32_t id = 900) {
  return {client_id(id), whom, kind, minutes, "advertising", 0};
}

std::uint32_t ask_until_stored(HallWorld& world, Tab& tab, hall::Command command) {
  const std::uint32_t seq = world.ask(tab, std::move(command));
  EXPECT_TRUE(tab.acked(seq));
  for (const auto& ack : tab.all<notice::Ack>()) {
    if (ack.in_reply_to == seq) return ack.number;
  }
  return 0;
}

const auto kBooth = domain::make_conversation(domain::ConversationKind::booth, kBoothA.value);

TEST(Order, a_muted_person_on_the_other_shard_talks_nowhere_and_reads_why_and_until) {
  HallWorld world(2);
  Tab& bo = world.come_at(kAttendee, 6, 3, {.shard = 1});
  Tab& near = world.come_at(kAuthor, 8, 2, {.shard = 1});
  Tab& moderator = world.come(kModerator, {.shard = 0});
  ask_until_stored(world, moderator, measure(MeasureKind::mute, kAttendee, 30));
  world.pass(100);
  const auto told = bo.last<notice::MyMeasure>();
  ASSERT_TRUE(told);
  EXPECT_EQ(told->kind, MeasureKind::mute);
  EXPECT_EQ(told->reason, "advertising");
  const UnixMs until = told->until;
  EXPECT_EQ(until, told->at + 30 * 60'000);
  EXPECT_FALSE(bo.closed);
  world.pass(100);
  const std::vector<hall::Command> talk = {
      command::Say{client_id(1), "hello", kBooth},
      message(Channel::hall(), "hello", 2),
      message(Channel::direct(kAttendee, kAuthor), "hello", 3),
      message(Channel::poster(kPosterA), "hello?", 4, domain::EventKind::question),
      command::Emote{2},
      command::Typing{},
      command::SetStatus{"buy things", false, false},
      command::InvitePerson{kAuthor, hall::InvitationKind::talk},
  };
  for (const auto& one : talk) {
    const auto seq = world.ask(bo, one);
    const auto reject = bo.reject_of(seq);
    ASSERT_TRUE(reject) << one.index();
    EXPECT_EQ(reject->code, RejectCode::muted) << one.index();
    EXPECT_EQ(reject->reason, "advertising");
    EXPECT_EQ(reject->until, until);
  }
  EXPECT_TRUE(near.all<notice::Nearby>().empty());
  EXPECT_TRUE(near.all<notice::TypingNow>().empty());
  EXPECT_TRUE(bo.acked(world.ask(bo, command::SetStatus{"", true, false})));  // who is muted may hide
  // When the time is over they talk again.
  world.skip(31 * 60'000);
  world.pass(1000);
  Tab& again = world.come_at(kAttendee, 6, 3, {.shard = 1});
  EXPECT_TRUE(again.acked(world.ask(again, message(Channel::hall(), "hello", 5))));
}

TEST(Order, a_lifted_mute_is_over_and_told) {
  HallWorld world(2);
  Tab& bo = world.come(kAttendee, {.shard = 1});
  Tab& moderator = world.come(kModerator, {.shard = 0});
  const auto number = ask_until_stored(world, moderator, measure(MeasureKind::mute, kAttendee));
  world.pass(100);
  EXPECT_EQ(bo.last<notice::MyMeasure>()->until, 0);
  ask_until_stored(world, moderator, command::Lift{client_id(901), number, "a mistake"});
  world.pass(100);
  EXPECT_TRUE(bo.last<notice::MyMeasure>()->lifted);
  EXPECT_TRUE(bo.acked(world.ask(bo, message(Channel::hall(), "thanks", 1))));
}

TEST(Order, a_ban_closes_all_tabs_on_all_shards_and_lets_nobody_in_until_its_time) {
  HallWorld world(2);
  Tab& one = world.come(kAttendee, {.shard = 0});
  Tab& two = world.come(kAttendee, {.shard = 1, .device = 2});
  Tab& watcher = world.come_at(kHost, 10, 30, {.shard = 0});
  Tab& moderator = world.come(kModerator, {.shard = 0});
  ask_until_stored(world, moderator, measure(MeasureKind::ban, kAttendee, 60));
  world.pass(200);
  for (Tab* tab : {&one, &two}) {
    EXPECT_EQ(tab->closed, CloseReason::banned);
    ASSERT_TRUE(tab->last<notice::MyMeasure>());
    EXPECT_EQ(tab->last<notice::MyMeasure>()->reason, "advertising");
  }
  EXPECT_FALSE(watcher.sees(two.visitor));
  EXPECT_FALSE(watcher.closed);
  for (const std::size_t shard : {0U, 1U}) {
    Tab& again = world.come(kAttendee, {.shard = shard});
    EXPECT_FALSE(again.last<notice::Welcome>());
    EXPECT_EQ(again.closed, CloseReason::banned);
    ASSERT_TRUE(again.last<notice::Reject>());
    EXPECT_EQ(again.last<notice::Reject>()->code, RejectCode::banned);
    EXPECT_EQ(again.last<notice::Reject>()->reason, "advertising");
    EXPECT_TRUE(again.last<notice::MyMeasure>());
  }
  world.skip(61 * 60'000);
  world.pass(1000);
  EXPECT_TRUE(world.come(kAttendee).last<notice::Welcome>());
}

TEST(Order, who_was_away_is_measured_too_and_a_new_process_knows_it_from_the_store) {
  HallWorld world(1);
  world.store.store({Channel::order(), client_id(1), kModerator, domain::EventKind::measure, 0,
                     to_text(domain::NewMeasure{MeasureKind::ban, kAttendee, 0, "spam"})});
  world.pass(2500);  // by the heads
  Tab& tab = world.come(kAttendee);
  EXPECT_EQ(tab.closed, CloseReason::banned);
  EXPECT_FALSE(tab.last<notice::Welcome>());
}

TEST(Order, who_is_removed_may_come_back_and_reads_why) {
  HallWorld world(2);
  Tab& bo = world.come_at(kAttendee, 10, 30, {.shard = 1});
  Tab& watcher = world.come_at(kHost, 11, 30, {.shard = 0});
  Tab& moderator = world.come(kModerator, {.shard = 0});
  world.pass(300);
  ASSERT_TRUE(watcher.sees(bo.visitor));
  const auto number = ask_until_stored(world, moderator, measure(MeasureKind::remove, kAttendee));
  world.pass(200);
  EXPECT_EQ(bo.closed, CloseReason::removed);
  EXPECT_FALSE(watcher.sees(bo.visitor));
  Tab& again = world.come(kAttendee, {.shard = 1});
  ASSERT_TRUE(again.last<notice::Welcome>());
  ASSERT_TRUE(again.last<notice::MyMeasure>());
  EXPECT_EQ(again.last<notice::MyMeasure>()->measure, number);
  world.pass(4000);  // the heads bring nothing twice
  EXPECT_FALSE(again.closed);
}

TEST(Order, a_warning_is_told_on_every_coming_until_it_was_seen) {
  HallWorld world(1);
  Tab& moderator = world.come(kModerator);
  const auto number = ask_until_stored(world, moderator, measure(MeasureKind::warn, kAttendee));
  Tab& one = world.come(kAttendee);
  ASSERT_TRUE(one.last<notice::MyMeasure>());
  Tab& two = world.come(kAttendee, {.device = 2});
  ASSERT_TRUE(two.last<notice::MyMeasure>());
  EXPECT_TRUE(moderator.reject_of(world.ask(moderator, command::MeasureSeen{number})));  // not theirs
  EXPECT_TRUE(two.acked(world.ask(two, command::MeasureSeen{number})));
  EXPECT_FALSE(world.come(kAttendee, {.device = 3}).last<notice::MyMeasure>());
  EXPECT_TRUE(two.acked(world.ask(two, message(Channel::hall(), "sorry", 1))));
}

TEST(Order, who_may_not_is_refused_and_nothing_is_stored) {
  HallWorld world(1);
  Tab& attendee = world.come(kAttendee);
  Tab& moderator = world.come(kModerator);
  Tab& organiser = world.come(kOrganiser);
  const auto refused = [&](Tab& tab, hall::Command command) {
    const auto reject = tab.reject_of(world.ask(tab, std::move(command)));
    return reject ? std::optional(reject->code) : std::nullopt;
  };
  for (const auto kind : {MeasureKind::warn, MeasureKind::mute, MeasureKind::remove, MeasureKind::ban}) {
    EXPECT_EQ(refused(attendee, measure(kind, kHost)), RejectCode::not_allowed);
    EXPECT_EQ(refused(moderator, measure(kind, kModerator)), RejectCode::not_allowed);
    EXPECT_EQ(refused(moderator, measure(kind, kOrganiser)), RejectCode::not_allowed);
    EXPECT_EQ(refused(organiser, measure(kind, kOrganiser)), RejectCode::not_allowed);
  }
  EXPECT_EQ(refused(moderator, measure(MeasureKind::warn, PersonId{4000})), RejectCode::not_found);
  EXPECT_EQ(refused(attendee, command::OrderQueue{}), RejectCode::not_allowed);
  EXPECT_EQ(refused(attendee, command::Lift{client_id(5), 1, ""}), RejectCode::not_allowed);
  EXPECT_EQ(refused(moderator, command::Lift{client_id(6), 1, ""}), RejectCode::not_found);
  EXPECT_EQ(refused(moderator, command::ReportSettle{client_id(7), 1, ""}), RejectCode::not_found);
  EXPECT_EQ(world.store.events(Channel::order()).size(), 0U);
  world.pass(3000);
  ask_until_stored(world, organiser, measure(MeasureKind::mute, kModerator, 1));
  world.pass(50);
  EXPECT_TRUE(moderator.last<notice::MyMeasure>());
  const auto number = moderator.last<notice::MyMeasure>()->measure;
  EXPECT_EQ(refused(moderator, command::Lift{client_id(8), number, ""}), RejectCode::not_allowed);  // one's own
}

TEST(Order, nothing_takes_effect_before_it_is_stored) {
  HallWorld world(2);
  Tab& bo = world.come(kAttendee, {.shard = 1});
  Tab& moderator = world.come(kModerator, {.shard = 0});
  world.store.failing = true;
  const auto seq = world.ask(moderator, measure(MeasureKind::ban, kAttendee));
  world.pass(100);
  EXPECT_EQ(moderator.reject_of(seq)->code, RejectCode::store_unavailable);
  EXPECT_FALSE(bo.closed);
  world.store.failing = false;
  world.store.holding = true;
  world.ask(moderator, measure(MeasureKind::ban, kAttendee));
  world.pass(100);
  EXPECT_FALSE(bo.closed);
  world.store.release();
  world.settle();
  world.pass(100);
  EXPECT_EQ(bo.closed, CloseReason::banned);
}

TEST(Blocked, people_hear_nothing_of_each_other_whichever_shard_they_are_on) {
  HallWorld world(2);
  Tab& bo = world.come_at(kAttendee, 6, 3, {.shard = 0});
  Tab& author = world.come_at(kAuthor, 8, 2, {.shard = 1});
  Tab& third = world.come_at(kCoAuthor, 8, 3, {.shard = 1});
  const Channel direct = Channel::direct(kAttendee, kAuthor);
  world.pass(300);
  EXPECT_TRUE(bo.acked(world.ask(bo, command::InvitePerson{kAuthor, hall::InvitationKind::walk})));
  world.pass(50);
  ASSERT_EQ(author.all<notice::Invitation>().size(), 1U);
  EXPECT_TRUE(author.acked(world.ask(author, command::Block{kAttendee, true})));
  world.pass(100);
  EXPECT_EQ(author.last<notice::BlockedPeople>()->persons, std::vector<PersonId>{kAttendee});
  EXPECT_TRUE(bo.last<notice::BlockedPeople>()->persons.empty());  // nobody's to know
  world.ask(bo, command::Say{client_id(1), "hello", kBooth});
  world.ask(bo, command::Typing{});
  world.ask(author, command::Say{client_id(2), "hello all", kBooth});
  world.pass(200);
  for (const auto& said : author.all<notice::Nearby>()) EXPECT_NE(said.person, kAttendee);
  for (const auto& said : bo.all<notice::Nearby>()) EXPECT_NE(said.person, kAuthor);
  EXPECT_EQ(third.all<notice::Nearby>().size(), 2U);
  EXPECT_TRUE(author.all<notice::TypingNow>().empty());
  EXPECT_EQ(third.all<notice::TypingNow>().size(), 1U);
  for (Tab* tab : {&bo, &author}) {
    const auto sent = tab->reject_of(world.ask(*tab, message(direct, "hello", 3)));
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->code, RejectCode::undeliverable);
  }
  EXPECT_TRUE(bo.acked(world.ask(bo, command::InvitePerson{kAuthor, hall::InvitationKind::talk})));  // says nothing
  world.pass(100);
  EXPECT_EQ(author.all<notice::Invitation>().size(), 1U);
  const auto old = author.last<notice::Invitation>()->invitation;
  EXPECT_TRUE(author.reject_of(world.ask(author, command::AnswerInvitation{old, true})));
  const auto go = world.ask(bo, command::Go{{hall::GoTarget::Kind::person, kAuthor.value}, hall::GoHow::set_down});
  EXPECT_EQ(bo.reject_of(go)->code, RejectCode::not_found);
  world.ask(bo, command::PeoplePage{0, 50, "", false});
  const auto page = bo.last<notice::PeoplePage>();
  for (const auto& row : page->rows) {
    if (row.person.id != kAuthor) continue;
    EXPECT_EQ(row.at.at, notice::Whereabouts::At::hidden);
    EXPECT_FALSE(row.visitor);
  }
  world.pass(3000);
  EXPECT_TRUE(author.acked(world.ask(author, command::Block{kAttendee, false})));
  world.pass(100);
  EXPECT_TRUE(bo.acked(world.ask(bo, message(direct, "hello", 4))));
}

TEST(Blocked, not_oneself_and_nobody_who_is_not_there) {
  HallWorld world(1);
  Tab& bo = world.come(kAttendee);
  EXPECT_EQ(bo.reject_of(world.ask(bo, command::Block{kAttendee, true}))->code, RejectCode::wrong_state);
  EXPECT_EQ(bo.reject_of(world.ask(bo, command::Block{PersonId{4000}, true}))->code, RejectCode::not_found);
  EXPECT_TRUE(bo.acked(world.ask(bo, command::Block{kHost, true})));
  EXPECT_TRUE(bo.acked(world.ask(bo, command::Block{kHost, true})));  // again is nothing new
  EXPECT_EQ(world.store.events(Channel::blocks()).size(), 1U);
}

TEST(Reports, come_with_the_words_the_server_kept_and_those_it_did_not_are_marked) {
  HallWorld world(2);
  Tab& bo = world.come_at(kAttendee, 6, 3, {.shard = 0});
  Tab& author = world.come_at(kAuthor, 8, 2, {.shard = 1});
  Tab& moderator = world.come(kModerator, {.shard = 0});
  EXPECT_EQ(moderator.last<notice::OrderChanged>()->open_reports, 0U);
  EXPECT_FALSE(bo.last<notice::OrderChanged>());
  world.pass(300);
  world.ask(bo, command::Say{client_id(1), "buy this", kBooth});
  world.pass(100);
  command::Report report;
  report.client_id = client_id(50);
  report.person = kAttendee;
  report.conversation = kBooth;
  report.reason = "advertising";
  report.lines = {{kAttendee, kNoon - 1, client_id(77), "made up"}, {kAttendee, kNoon, client_id(1), "twisted"}};
  const auto number = ask_until_stored(world, author, report);
  EXPECT_EQ(author.last<notice::ReportFiled>()->report, number);
  world.pass(100);
  EXPECT_EQ(moderator.last<notice::OrderChanged>()->open_reports, 1U);
  world.ask(moderator, command::OrderQueue{});
  const auto page = moderator.last<notice::OrderQueuePage>();
  ASSERT_TRUE(page);
  ASSERT_EQ(page->reports.size(), 1U);
  const auto& row = page->reports[0];
  EXPECT_EQ(row.by.id, kAuthor);
  EXPECT_EQ(row.about.id, kAttendee);
  ASSERT_EQ(row.lines.size(), 2U);
  EXPECT_TRUE(row.lines[0].line.as_reported);
  EXPECT_EQ(row.lines[0].line.text, "made up");
  EXPECT_FALSE(row.lines[1].line.as_reported);
  EXPECT_EQ(row.lines[1].line.text, "buy this");
  ask_until_stored(world, moderator, command::ReportSettle{client_id(51), number, "warned"});
  world.pass(100);
  EXPECT_EQ(moderator.last<notice::OrderChanged>()->open_reports, 0U);
}

TEST(Reports, of_a_stored_message_have_its_words_and_only_who_could_read_it_may_report_it) {
  HallWorld world(1);
  Tab& bo = world.come(kAttendee);
  Tab& author = world.come(kAuthor);
  Tab& third = world.come(kHost);
  Tab& moderator = world.come(kModerator);
  const Channel direct = Channel::direct(kAttendee, kAuthor);
  const auto message_number = ask_until_stored(world, bo, message(direct, "buy this", 1));
  command::Report report;
  report.client_id = client_id(50);
  report.person = kAttendee;
  report.channel = direct;
  report.number = message_number;
  EXPECT_EQ(third.reject_of(world.ask(third, report))->code, RejectCode::not_allowed);
  report.person = kHost;  // not who wrote it
  EXPECT_EQ(author.reject_of(world.ask(author, report))->code, RejectCode::not_found);
  report.person = kAttendee;
  ask_until_stored(world, author, report);
  world.ask(moderator, command::OrderQueue{});
  ASSERT_EQ(moderator.last<notice::OrderQueuePage>()->reports.size(), 1U);
  EXPECT_EQ(moderator.last<notice::OrderQueuePage>()->reports[0].message, "buy this");
  EXPECT_EQ(bo.reject_of(world.ask(bo, report))->code, RejectCode::wrong_state);  // about oneself
}

TEST(Reports, the_queue_shows_what_holds_and_who_may_lift_it) {
  HallWorld world(1);
  Tab& moderator = world.come(kModerator);
  Tab& organiser = world.come(kOrganiser);
  ask_until_stored(world, organiser, measure(MeasureKind::mute, kAttendee, 30, 1));
  ask_until_stored(world, organiser, measure(MeasureKind::ban, kHost, 0, 2));
  ask_until_stored(world, organiser, measure(MeasureKind::warn, kAuthor, 0, 3));
  ask_until_stored(world, organiser, measure(MeasureKind::mute, kModerator, 30, 4));
  world.ask(moderator, command::OrderQueue{true, 0, 20});
  const auto page = moderator.last<notice::OrderQueuePage>();
  ASSERT_EQ(page->measures.size(), 3U);
  EXPECT_EQ(page->measures[0].person.id, kModerator);
  EXPECT_FALSE(page->measures[0].may_lift);
  EXPECT_EQ(page->measures[1].person.id, kHost);
  EXPECT_TRUE(page->measures[1].may_lift);
  EXPECT_EQ(page->measures[2].person.id, kAttendee);
  world.ask(moderator, command::OrderQueue{true, 2, 20});
  EXPECT_EQ(moderator.last<notice::OrderQueuePage>()->measures.size(), 1U);
  EXPECT_EQ(moderator.last<notice::OrderQueuePage>()->total, 3U);
}

TEST(Reports, no_browser_reads_or_names_the_channels_of_order) {
  HallWorld world(1);
  Tab& moderator = world.come(kModerator);
  for (const Channel& channel : {Channel::order(), Channel::blocks()}) {
    world.ask(moderator, command::Watch{channel, 0});
    world.ask(moderator, command::History{channel, 0, 50});
    EXPECT_TRUE(moderator.reject_of(world.ask(moderator, message(channel, "x", 9))));
  }
  ask_until_stored(world, moderator, measure(MeasureKind::warn, kAttendee));
  world.pass(200);
  EXPECT_TRUE(moderator.events(Channel::order()).empty());
  EXPECT_TRUE(moderator.all<notice::HistoryPage>().empty());
}

}  // namespace
}  // namespace posterhall::tests
