// Measures, reports, blocks: what holds, until when, on whom, and who may.
#include "domain/order.hpp"

#include <gtest/gtest.h>

#include "domain/order_text.hpp"

namespace posterhall::domain {
namespace {

constexpr UnixMs kNow = 1'776'000'000'000;
constexpr UnixMs kMinute = 60'000;
constexpr PersonId kMod{1}, kBo{2}, kAmara{3}, kOrganiser{4};

class Order : public testing::Test {
 protected:
  OrderBook::Applied add(EventKind kind, PersonId author, std::uint32_t ref, std::string text, UnixMs at = kNow) {
    Event event;
    event.channel = Channel::order();
    event.number = ++number_;
    event.at = at;
    event.author = author;
    event.kind = kind;
    event.ref = ref;
    event.text = std::move(text);
    last_ = event;
    return book_.apply(event);
  }
  std::uint32_t measure(MeasureKind kind, PersonId whom, std::uint32_t minutes, UnixMs at = kNow, PersonId by = kMod) {
    return add(EventKind::measure, by, 0, to_text(NewMeasure{kind, whom, minutes, "advertising"}), at).number;
  }
  OrderBook book_;
  Event last_;
  std::uint32_t number_ = 0;
};

TEST_F(Order, a_mute_holds_until_its_minute) {
  measure(MeasureKind::mute, kBo, 30);
  ASSERT_NE(book_.muted(kBo, kNow), nullptr);
  EXPECT_EQ(book_.muted(kBo, kNow)->reason, "advertising");
  EXPECT_EQ(book_.muted(kBo, kNow)->until, kNow + 30 * kMinute);
  EXPECT_NE(book_.muted(kBo, kNow + 30 * kMinute - 1), nullptr);
  EXPECT_EQ(book_.muted(kBo, kNow + 30 * kMinute), nullptr);
  EXPECT_EQ(book_.muted(kAmara, kNow), nullptr);
  EXPECT_EQ(book_.banned(kBo, kNow), nullptr);
}

TEST_F(Order, without_minutes_it_holds_until_it_is_lifted) {
  const auto number = measure(MeasureKind::ban, kBo, 0);
  ASSERT_NE(book_.banned(kBo, kNow + 9'000'000 * kMinute), nullptr);
  EXPECT_EQ(book_.banned(kBo, kNow)->until, 0);
  EXPECT_EQ(add(EventKind::measure_lifted, kMod, number, "a mistake").what, OrderBook::Change::lifted);
  EXPECT_EQ(book_.banned(kBo, kNow), nullptr);
  EXPECT_EQ(add(EventKind::measure_lifted, kMod, number, "again").what, OrderBook::Change::none);
}

TEST_F(Order, of_several_the_longest_counts_and_a_lift_takes_only_its_own) {
  measure(MeasureKind::mute, kBo, 10);
  const auto longest = measure(MeasureKind::mute, kBo, 60);
  measure(MeasureKind::mute, kBo, 20);
  EXPECT_EQ(book_.muted(kBo, kNow)->number, longest);
  add(EventKind::measure_lifted, kMod, longest, "");
  EXPECT_EQ(book_.muted(kBo, kNow)->until, kNow + 20 * kMinute);
}

TEST_F(Order, a_warning_stays_to_be_told_until_the_person_has_seen_it) {
  const auto number = measure(MeasureKind::warn, kBo, 5);
  ASSERT_EQ(book_.to_tell(kBo, kNow + 100'000 * kMinute).size(), 1U);
  EXPECT_EQ(add(EventKind::measure_seen, kAmara, number, "").what, OrderBook::Change::none);  // not theirs to see
  EXPECT_EQ(add(EventKind::measure_seen, kBo, number, "").what, OrderBook::Change::seen);
  EXPECT_TRUE(book_.to_tell(kBo, kNow).empty());
  EXPECT_EQ(book_.taken_on(kBo).size(), 1U);
}

TEST_F(Order, a_seen_mute_still_holds_and_is_told) {
  const auto number = measure(MeasureKind::mute, kBo, 5);
  add(EventKind::measure_seen, kBo, number, "");
  EXPECT_NE(book_.muted(kBo, kNow), nullptr);
  EXPECT_EQ(book_.to_tell(kBo, kNow).size(), 1U);
  EXPECT_TRUE(book_.to_tell(kBo, kNow + 5 * kMinute).empty());
}

TEST_F(Order, of_two_who_ban_each_other_the_first_counts) {
  measure(MeasureKind::ban, kBo, 10, kNow, kMod);
  EXPECT_EQ(add(EventKind::measure, kBo, 0, to_text(NewMeasure{MeasureKind::ban, kMod, 0, "revenge"}), kNow + 1).what,
            OrderBook::Change::none);
  EXPECT_EQ(book_.banned(kMod, kNow + 2), nullptr);
  measure(MeasureKind::warn, kAmara, 0, kNow + 10 * kMinute, kBo);  // the ban is over
  EXPECT_EQ(book_.taken_on(kAmara).size(), 1U);
}

TEST_F(Order, an_event_counts_once_and_every_replica_comes_to_the_same) {
  std::vector<Event> events;
  measure(MeasureKind::mute, kBo, 10);
  events.push_back(last_);
  measure(MeasureKind::ban, kAmara, 0);
  events.push_back(last_);
  add(EventKind::measure_lifted, kMod, 1, "");
  events.push_back(last_);
  EXPECT_EQ(book_.apply(events[0]).what, OrderBook::Change::none);
  OrderBook other;
  for (const Event& event : events) other.apply(event);
  EXPECT_EQ(other.state_hash(), book_.state_hash());
  EXPECT_EQ(other.applied(), 3U);
  EXPECT_EQ(book_.in_force(kNow).size(), 1U);
}

TEST_F(Order, rubbish_changes_nothing) {
  for (const char* text : {"",
                           "9\x1f"
                           "2\x1f"
                           "3\x1f",
                           "2\x1f"
                           "0\x1f"
                           "3\x1fx",
                           "2\x1f"
                           "2",
                           "2\x1fx\x1f"
                           "3\x1f",
                           "2\x1f"
                           "2\x1f"
                           "999999999\x1fx"}) {
    EXPECT_EQ(add(EventKind::measure, kMod, 0, text).what, OrderBook::Change::none) << text;
    EXPECT_EQ(add(EventKind::report, kMod, 0, text).what, OrderBook::Change::none) << text;
  }
  EXPECT_EQ(add(EventKind::message, kMod, 0, "hello").what, OrderBook::Change::none);
}

TEST_F(Order, a_report_is_open_until_it_is_settled) {
  NewReport report{kBo, Channel::poster(PosterKey{7}), 41, "buy this", "spam", {{kBo, kNow, true, "a\x1e line"}}};
  const auto number = add(EventKind::report, kAmara, 0, to_text(report)).number;
  ASSERT_NE(book_.open_report(number), nullptr);
  const Report& open = *book_.open_report(number);
  EXPECT_EQ(open.by, kAmara);
  EXPECT_EQ(open.what.about, kBo);
  EXPECT_EQ(open.what.channel, Channel::poster(PosterKey{7}));
  EXPECT_EQ(open.what.message, "buy this");
  ASSERT_EQ(open.what.lines.size(), 1U);
  EXPECT_EQ(open.what.lines[0], (ReportedLine{kBo, kNow, true, "a line"}));
  EXPECT_EQ(add(EventKind::report_settled, kMod, number, "warned").what, OrderBook::Change::settled);
  EXPECT_EQ(book_.open_report(number), nullptr);
  EXPECT_EQ(add(EventKind::report_settled, kMod, number, "again").what, OrderBook::Change::none);
}

TEST(Blocks, act_both_ways_and_are_the_blocker_s_own) {
  Blocks blocks;
  EXPECT_FALSE(blocks.apart(kBo, kAmara));
  Event event;
  event.number = 1;
  event.author = kBo;
  event.ref = kAmara.value;
  event.kind = EventKind::blocked;
  EXPECT_TRUE(blocks.apply(event));
  EXPECT_FALSE(blocks.apply(event));  // it came before
  EXPECT_TRUE(blocks.apart(kBo, kAmara));
  EXPECT_TRUE(blocks.apart(kAmara, kBo));
  EXPECT_EQ(blocks.of(kBo), std::vector<PersonId>{kAmara});
  EXPECT_TRUE(blocks.of(kAmara).empty());
  event.number = 2;
  event.author = kAmara;
  event.ref = kBo.value;
  event.kind = EventKind::unblocked;  // not theirs to take back
  EXPECT_FALSE(blocks.apply(event));
  EXPECT_TRUE(blocks.apart(kBo, kAmara));
  event.number = 3;
  event.author = kBo;
  event.ref = kAmara.value;
  EXPECT_TRUE(blocks.apply(event));
  EXPECT_FALSE(blocks.apart(kBo, kAmara));
}

constexpr MeasureKind kKinds[] = {MeasureKind::warn, MeasureKind::mute, MeasureKind::remove, MeasureKind::ban};

TEST(WhoMayMeasureWhom, every_cell) {
  constexpr Role kRoles[] = {Role::attendee, Role::author, Role::host, Role::moderator, Role::organiser};
  for (const MeasureKind kind : kKinds) {
    for (const Role by : kRoles) {
      for (const Role whom : kRoles) {
        const bool staff = whom == Role::moderator || whom == Role::organiser;
        const bool expected = by == Role::organiser || (by == Role::moderator && !staff);
        EXPECT_EQ(may_measure({kMod, by}, {kBo, whom}, kind, 2), expected)
            << static_cast<int>(kind) << " " << static_cast<int>(by) << " " << static_cast<int>(whom);
        EXPECT_EQ(may_lift({kMod, by}, {kBo, whom}), expected);
        EXPECT_EQ(may_settle({kMod, by}, {kBo, whom}), expected);
        EXPECT_FALSE(may_measure({kMod, by}, {kMod, whom}, kind, 2));
      }
    }
  }
}

TEST(WhoMayMeasureWhom, not_the_last_organiser_and_nobody_on_themselves) {
  for (const MeasureKind kind : kKinds) {
    EXPECT_TRUE(may_measure({kMod, Role::organiser}, {kOrganiser, Role::organiser}, kind, 2));
    EXPECT_FALSE(may_measure({kMod, Role::organiser}, {kOrganiser, Role::organiser}, kind, 1));
    EXPECT_FALSE(may_measure({kOrganiser, Role::organiser}, {kOrganiser, Role::organiser}, kind, 5));
  }
  EXPECT_FALSE(may_lift({kMod, Role::organiser}, {kMod, Role::organiser}));
  EXPECT_FALSE(may_settle({kMod, Role::moderator}, {kMod, Role::moderator}));
}

TEST(Muted, talks_to_nobody_and_does_everything_else) {
  const Act stopped[] = {Act::say,
                         Act::write_hall,
                         Act::write_room,
                         Act::write_direct,
                         Act::ask,
                         Act::answer,
                         Act::announce,
                         Act::edit,
                         Act::typing,
                         Act::emote,
                         Act::invite,
                         Act::point,
                         Act::show_view,
                         Act::raise_hand,
                         Act::give_floor,
                         Act::leave_card,
                         Act::want_answer,
                         Act::hide_question,
                         Act::write_poster_text,
                         Act::room_raise_hand,
                         Act::room_ask,
                         Act::room_want,
                         Act::room_settle_question,
                         Act::room_give_floor,
                         Act::room_show,
                         Act::room_link,
                         Act::room_ask_for_more,
                         Act::room_step_in,
                         Act::propose_breakout};
  for (std::size_t i = 0; i < kActs; ++i) {
    const Act act = static_cast<Act>(i);
    const bool expected = std::find(std::begin(stopped), std::end(stopped), act) != std::end(stopped);
    EXPECT_EQ(stopped_by_mute(act), expected) << name_of(act);
  }
}

}  // namespace
}  // namespace posterhall::domain
