// What is done in a breakout, by the rules alone: seats and the waiting line, hands, floor, mute, questions, the host
// who drops, the clock; and that the rules of version 1 stay as they were.
#include <gtest/gtest.h>

#include "domain/breakout_room.hpp"
#include "domain/room_clock.hpp"

namespace posterhall::domain {
namespace {

constexpr PersonId kHost{1}, kBo{2}, kCy{3}, kDo{4};
constexpr UnixMs kMinute = 60'000;

/// A room and the next event of its channel.
struct World {
  BreakoutRoom room;
  std::uint32_t number = 0;
  UnixMs now = 0;

  bool event(EventKind kind, PersonId author, std::uint32_t ref = 0, std::string text = {}) {
    return room.apply({Channel::room(RoomId{1}), ++number, {}, now, author, kind, ref, std::move(text)});
  }
  bool open(std::uint32_t capacity, std::string session = "s1") {
    return event(EventKind::room_opened, kHost, opening_ref(capacity), std::move(session));
  }
  bool join(PersonId who, bool leads = false) { return event(EventKind::room_joined, who, leads ? 1 : 0); }
  bool leave(PersonId who) { return event(EventKind::room_left, who); }
  bool act(RoomDeed deed, PersonId who, std::uint32_t ref = 0, std::string_view words = {}) {
    return event(EventKind::room_act, who, ref, to_text(deed, words));
  }
  [[nodiscard]] std::vector<std::uint32_t> hands() const {
    std::vector<std::uint32_t> all;
    for (const RoomStage::Hand& hand : room.stage().hands()) all.push_back(hand.person.value);
    return all;
  }
  [[nodiscard]] std::vector<std::uint32_t> waiting() const {
    std::vector<std::uint32_t> all;
    for (const BreakoutRoom::Seat& seat : room.waiting()) all.push_back(seat.person.value);
    return all;
  }
};

using Numbers = std::vector<std::uint32_t>;

TEST(RoomDeeds, every_deed_has_a_name_that_is_read_back) {
  for (std::uint8_t i = 1; i < 128; ++i) {
    const auto deed = static_cast<RoomDeed>(i);
    if (name_of(deed).empty()) continue;
    const std::string text = to_text(deed, "How deep is it?");
    const auto read = parse_room_act(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->deed, deed);
    EXPECT_EQ(read->words, "How deep is it?");
  }
  for (std::uint8_t i = 1; i <= kLastRoomWish; ++i) EXPECT_FALSE(name_of(static_cast<RoomDeed>(i)).empty());
  EXPECT_FALSE(parse_room_act("dance"));
  EXPECT_FALSE(parse_room_act(""));
}

TEST(RoomSeats, the_line_is_in_order_and_the_first_gets_the_seat_that_is_left) {
  World world;
  world.open(1);
  EXPECT_TRUE(world.join(kBo));
  EXPECT_TRUE(world.join(kCy));
  EXPECT_TRUE(world.join(kDo));
  EXPECT_FALSE(world.join(kCy));
  EXPECT_EQ(world.waiting(), (Numbers{3, 4}));
  EXPECT_EQ(world.room.waiting_place(kDo), 2U);
  world.leave(kBo);
  EXPECT_TRUE(world.room.has(kCy));
  EXPECT_EQ(world.waiting(), (Numbers{4}));
  EXPECT_TRUE(world.leave(kDo));  // who waits may go
  EXPECT_TRUE(world.waiting().empty());
}

TEST(RoomSeats, who_leads_has_a_place_in_a_full_room) {
  World world;
  world.open(1);
  world.join(kBo);
  world.join(kCy);
  EXPECT_TRUE(world.join(kHost, true));
  EXPECT_TRUE(world.room.has(kHost));
  EXPECT_EQ(world.waiting(), (Numbers{3}));
  EXPECT_TRUE(world.act(RoomDeed::let_next_in, kHost));
  EXPECT_TRUE(world.room.has(kCy));
  EXPECT_FALSE(world.act(RoomDeed::let_next_in, kHost));
}

TEST(RoomSeats, more_seats_are_for_the_line_first) {
  World world;
  world.open(1);
  for (std::uint32_t person = 10; person < 15; ++person) world.join(PersonId{person});
  EXPECT_TRUE(world.act(RoomDeed::add_seats, kHost, 2));
  EXPECT_EQ(world.waiting(), (Numbers{13, 14}));
  EXPECT_EQ(world.room.capacity(), 3U);
}

TEST(RoomSeats, a_thousand_ask_for_the_last_seat_and_one_has_it) {
  World world;
  world.open(2);
  world.join(kHost, true);
  for (std::uint32_t person = 100; person < 1100; ++person) world.join(PersonId{person});
  EXPECT_EQ(world.room.seats().size(), 2U);
  EXPECT_TRUE(world.room.has(PersonId{100}));
  EXPECT_EQ(world.waiting().size(), 999U);
  EXPECT_EQ(world.waiting().front(), 101U);
}

TEST(RoomSeats, who_is_put_out_does_not_come_back_into_this_session) {
  World world;
  world.open(3);
  world.join(kBo);
  world.act(RoomDeed::raise_hand, kBo);
  EXPECT_TRUE(world.act(RoomDeed::put_out, kHost, kBo.value));
  EXPECT_FALSE(world.room.has(kBo));
  EXPECT_TRUE(world.hands().empty());
  EXPECT_FALSE(world.join(kBo));
  world.event(EventKind::room_closed, kHost);
  world.open(3, "s1");
  EXPECT_FALSE(world.join(kBo));  // the same session again
  world.event(EventKind::room_closed, kHost);
  world.open(3, "s2");
  EXPECT_TRUE(world.join(kBo));
}

TEST(RoomSeats, rules_of_version_one_know_no_line_and_no_deeds) {
  World world;
  world.event(EventKind::room_opened, kHost, opening_ref(1, 1), "s1");
  world.join(kBo);
  EXPECT_FALSE(world.join(kHost, true));
  EXPECT_TRUE(world.waiting().empty());
  EXPECT_FALSE(world.act(RoomDeed::raise_hand, kBo));
}

TEST(RoomSlides, one_page_for_all_of_one_deck_or_of_a_poster) {
  World world;
  world.open(3);
  world.join(kHost, true);
  EXPECT_TRUE(world.act(RoomDeed::show_deck, kHost, 7, "1"));
  EXPECT_FALSE(world.act(RoomDeed::show_deck, kHost, 7, "1"));  // seen already
  EXPECT_TRUE(world.act(RoomDeed::show_deck, kHost, 7, "100"));
  for (const char* none : {"", "0", "101", "2x", "-1"}) EXPECT_FALSE(world.act(RoomDeed::show_deck, kHost, 7, none));
  EXPECT_EQ(world.room.stage().shown_deck(), 7U);
  EXPECT_EQ(world.room.stage().shown_page(), 100U);
  const auto before = world.room.state_hash();
  EXPECT_TRUE(world.act(RoomDeed::show_deck, kHost, 8, "100"));
  EXPECT_NE(world.room.state_hash(), before);
  EXPECT_TRUE(world.act(RoomDeed::show, kHost, 17, "2"));
  EXPECT_EQ(world.room.stage().shown_deck(), 0U);
  EXPECT_EQ(world.room.stage().shown_poster(), 17U);
  EXPECT_TRUE(world.act(RoomDeed::show_deck, kHost, 8, "3"));
  EXPECT_EQ(world.room.stage().shown_poster(), 0U);
  EXPECT_TRUE(world.act(RoomDeed::show_deck, kHost));
  EXPECT_EQ(world.room.stage().shown_deck(), 0U);
}

TEST(RoomSlides, a_new_session_begins_without_those_of_the_last) {
  World world;
  world.open(3);
  world.act(RoomDeed::show_deck, kHost, 7, "4");
  world.event(EventKind::room_closed, kHost);
  world.open(3);  // the same one again
  EXPECT_EQ(world.room.stage().shown_page(), 4U);
  world.event(EventKind::room_closed, kHost);
  world.open(3, "s2");
  EXPECT_EQ(world.room.stage().shown_deck(), 0U);
}

/// A room that an earlier program opened; it and this one have to agree.
TEST(RoomSlides, rules_of_version_two_know_none) {
  World two;
  two.event(EventKind::room_opened, kHost, opening_ref(3, 2), "s1");
  two.join(kBo);
  EXPECT_TRUE(two.act(RoomDeed::show, kHost, 17, "2"));
  const auto before = two.room.state_hash();
  EXPECT_EQ(before, 0xa36fbb064067c5e0ULL);  // as rules 2 have always hashed it
  EXPECT_FALSE(two.act(RoomDeed::show_deck, kHost, 7, "1"));
  EXPECT_EQ(two.room.stage().shown_poster(), 17U);
  EXPECT_EQ(two.room.state_hash(), before);
  World four;
  EXPECT_FALSE(four.event(EventKind::room_opened, kHost, opening_ref(3, kRoomRules + 1), "s1"));
}

TEST(RoomHands, one_order_as_they_were_stored_and_only_of_who_has_a_seat) {
  World world;
  world.open(3);
  for (const PersonId who : {kBo, kCy, kDo}) world.join(who);
  EXPECT_TRUE(world.act(RoomDeed::raise_hand, kCy));
  EXPECT_TRUE(world.act(RoomDeed::raise_hand, kBo));
  EXPECT_FALSE(world.act(RoomDeed::raise_hand, kCy));
  EXPECT_FALSE(world.act(RoomDeed::raise_hand, kHost));
  EXPECT_EQ(world.hands(), (Numbers{3, 2}));
  EXPECT_TRUE(world.act(RoomDeed::give_floor, kHost, kBo.value));
  EXPECT_EQ(world.hands(), (Numbers{3}));
  EXPECT_EQ(world.room.stage().floor(), kBo);
  EXPECT_FALSE(world.act(RoomDeed::give_floor, kHost, 99));
  EXPECT_TRUE(world.act(RoomDeed::lower_hand, kBo));  // gives the floor back
  EXPECT_EQ(world.room.stage().floor(), PersonId{});
  EXPECT_TRUE(world.act(RoomDeed::lower_hand, kHost, kCy.value));
  EXPECT_TRUE(world.hands().empty());
}

TEST(RoomHands, who_leaves_has_neither_hand_nor_floor) {
  World world;
  world.open(3);
  world.join(kBo);
  world.act(RoomDeed::give_floor, kHost, kBo.value);
  world.leave(kBo);
  EXPECT_EQ(world.room.stage().floor(), PersonId{});
}

TEST(RoomQuiet, muted_ones_are_not_heard_and_of_a_quiet_room_only_the_floor_is) {
  World world;
  world.open(3);
  for (const PersonId who : {kBo, kCy}) world.join(who);
  world.act(RoomDeed::raise_hand, kBo);
  EXPECT_TRUE(world.act(RoomDeed::mute, kHost, kBo.value));
  EXPECT_TRUE(world.hands().empty());
  EXPECT_FALSE(world.act(RoomDeed::raise_hand, kBo));
  EXPECT_FALSE(world.act(RoomDeed::ask, kBo, 0, "why?"));
  EXPECT_FALSE(world.room.stage().may_be_heard(kBo));
  EXPECT_TRUE(world.act(RoomDeed::unmute, kHost, kBo.value));
  EXPECT_TRUE(world.act(RoomDeed::mute, kHost));
  EXPECT_FALSE(world.room.stage().may_be_heard(kCy));
  world.act(RoomDeed::give_floor, kHost, kCy.value);
  EXPECT_TRUE(world.room.stage().may_be_heard(kCy));
}

TEST(RoomQuestionRules, asked_approved_wanted_answered_put_aside) {
  World world;
  world.open(1);
  world.join(kBo);
  world.join(kCy);  // waits, and may ask
  EXPECT_TRUE(world.act(RoomDeed::ask, kBo, 0, "How deep?"));
  const std::uint32_t deep = world.room.question_changed();
  EXPECT_TRUE(world.act(RoomDeed::ask_unnamed, kCy, 0, "And wide?"));
  const std::uint32_t wide = world.room.question_changed();
  EXPECT_FALSE(world.act(RoomDeed::ask, kDo, 0, "From outside?"));
  EXPECT_FALSE(world.act(RoomDeed::want, kCy, deep));  // nobody reads it yet
  EXPECT_TRUE(world.act(RoomDeed::approve, kHost, deep));
  EXPECT_TRUE(world.act(RoomDeed::want, kCy, deep));
  EXPECT_FALSE(world.act(RoomDeed::want, kCy, deep));
  EXPECT_FALSE(world.act(RoomDeed::want, kBo, deep));  // one's own
  EXPECT_EQ(world.room.questions().find(deep)->wants.size(), 1U);
  EXPECT_TRUE(world.act(RoomDeed::answered, kHost, deep, "Twelve metres."));
  EXPECT_EQ(world.room.questions().find(deep)->answer, "Twelve metres.");
  EXPECT_TRUE(world.act(RoomDeed::put_aside, kHost, wide));
  EXPECT_FALSE(world.room.questions().find(wide)->open_to_all());
  EXPECT_TRUE(world.room.questions().find(wide)->unnamed);
  EXPECT_FALSE(world.act(RoomDeed::approve, kHost, 999));
  world.event(EventKind::room_closed, kHost);
  EXPECT_EQ(world.room.questions().all().size(), 2U);  // for the recap
}

TEST(RoomQuestionRules, one_person_has_ten_open_ones_at_most) {
  World world;
  world.open(1);
  world.join(kBo);
  for (std::size_t i = 0; i < kMostOpenOfOne; ++i) EXPECT_TRUE(world.act(RoomDeed::ask, kBo, 0, "again?"));
  EXPECT_FALSE(world.act(RoomDeed::ask, kBo, 0, "again?"));
  EXPECT_TRUE(world.act(RoomDeed::answered, kHost, world.room.questions().all().front().number));
  EXPECT_TRUE(world.act(RoomDeed::ask, kBo, 0, "again?"));
}

TEST(RoomHost, who_leaves_on_purpose_is_not_missed) {
  World world;
  world.open(3);
  world.join(kHost, true);
  world.join(kBo);
  EXPECT_TRUE(world.act(RoomDeed::host_gone, kHost));
  world.now += kFloorKeptMs;
  EXPECT_TRUE(world.act(RoomDeed::call_for_lead, {}, 0));
  EXPECT_TRUE(world.leave(kHost));
  EXPECT_TRUE(world.room.stage().hosts_gone().empty());
  EXPECT_FALSE(world.room.stage().calls_for_lead());
}

TEST(RoomHost, drops_is_called_for_and_comes_back_as_host) {
  World world;
  world.open(3);
  world.join(kHost, true);
  world.join(kBo);
  world.act(RoomDeed::name_cohost, kHost, kBo.value);
  world.act(RoomDeed::give_floor, kHost, kHost.value);
  world.now = 1000;
  EXPECT_FALSE(world.act(RoomDeed::call_for_lead, {}, 0));  // nobody is gone
  EXPECT_TRUE(world.act(RoomDeed::host_gone, kHost));
  EXPECT_FALSE(world.act(RoomDeed::host_gone, kHost));
  EXPECT_EQ(world.room.stage().floor(), kHost);  // kept
  world.now += kFloorKeptMs;
  EXPECT_TRUE(world.act(RoomDeed::call_for_lead, {}, kBo.value));
  EXPECT_EQ(world.room.stage().floor(), PersonId{});
  EXPECT_EQ(world.room.stage().asked(), kBo);
  EXPECT_TRUE(world.act(RoomDeed::call_for_lead, {}, 0));  // they did not answer: the organisers
  EXPECT_EQ(world.room.stage().asked(), PersonId{});
  EXPECT_TRUE(world.act(RoomDeed::step_in, kBo));
  EXPECT_EQ(world.room.stage().lead(), kBo);
  EXPECT_FALSE(world.room.stage().calls_for_lead());
  EXPECT_TRUE(world.act(RoomDeed::host_back, kHost));
  EXPECT_EQ(world.room.stage().lead(), PersonId{});
  EXPECT_TRUE(world.room.stage().hosts_gone().empty());
  EXPECT_TRUE(world.room.has(kHost));
}

TEST(RoomEnd, warned_once_quiet_and_longer_only_by_an_extension) {
  World world;
  world.open(3);
  world.join(kBo);
  world.act(RoomDeed::raise_hand, kBo);
  EXPECT_TRUE(world.act(RoomDeed::warn, {}));
  EXPECT_FALSE(world.act(RoomDeed::warn, {}));
  EXPECT_TRUE(world.act(RoomDeed::ask_for_more, kHost));
  EXPECT_TRUE(world.act(RoomDeed::extend, kHost, 5));
  EXPECT_EQ(world.room.stage().extension(), 5 * kMinute);
  EXPECT_FALSE(world.room.stage().more_asked());
  EXPECT_TRUE(world.act(RoomDeed::warn, {}));
  EXPECT_TRUE(world.act(RoomDeed::end_softly, {}));
  EXPECT_TRUE(world.hands().empty());
  EXPECT_FALSE(world.act(RoomDeed::raise_hand, kBo));
  EXPECT_FALSE(world.act(RoomDeed::ask, kBo, 0, "too late?"));
  EXPECT_TRUE(world.room.has(kBo));  // stays and talks
}

TEST(RoomShows, a_poster_by_page_and_a_link) {
  World world;
  world.open(3);
  EXPECT_TRUE(world.act(RoomDeed::show, kHost, 17, "3"));
  EXPECT_FALSE(world.act(RoomDeed::show, kHost, 17, "3"));
  EXPECT_FALSE(world.act(RoomDeed::show, kHost, 17, "three"));
  EXPECT_FALSE(world.act(RoomDeed::show, kHost, 17, "0"));
  EXPECT_EQ(world.room.stage().shown_page(), 3U);
  EXPECT_TRUE(world.act(RoomDeed::show, kHost, 0));
  EXPECT_EQ(world.room.stage().shown_poster(), 0U);
  EXPECT_TRUE(world.act(RoomDeed::set_link, kHost, 0, "https://meet.example.org/a"));
  EXPECT_EQ(world.room.stage().link(), "https://meet.example.org/a");
}

TEST(RoomReplicas, that_applied_the_same_are_the_same_and_differ_in_every_part) {
  const auto played = [](auto last) {
    World world;
    world.open(1);
    world.join(kBo);
    world.join(kCy);
    world.act(RoomDeed::ask, kBo, 0, "why?");
    last(world);
    return world.room.state_hash();
  };
  const std::uint64_t before = played([](World&) {});
  EXPECT_EQ(before, played([](World&) {}));
  const std::pair<RoomDeed, std::uint32_t> deeds[] = {
      {RoomDeed::raise_hand, 0}, {RoomDeed::give_floor, 2},  {RoomDeed::mute, 2}, {RoomDeed::put_out, 3},
      {RoomDeed::approve, 4},    {RoomDeed::name_cohost, 2}, {RoomDeed::warn, 0}, {RoomDeed::extend, 5},
      {RoomDeed::host_gone, 0},  {RoomDeed::ask_for_more, 0}};
  for (const auto& [deed, ref] : deeds) {
    EXPECT_NE(before, played([deed = deed, ref = ref](World& world) { world.act(deed, kBo, ref); })) << name_of(deed);
  }
  EXPECT_NE(before, played([](World& world) { world.leave(kCy); }));
}

Session in_room(std::string id, UnixMs start, UnixMs end) {
  Session session;
  session.id = std::move(id);
  session.kind = SessionKind::breakout;
  session.room = RoomId{1};
  session.span = {start, end};
  return session;
}

TEST(RoomClock, warns_ends_and_closes_and_gives_way_to_the_next) {
  Catalogue catalogue;
  catalogue.sessions = {in_room("a", 0, 40 * kMinute), in_room("b", 45 * kMinute, 85 * kMinute)};
  const RoomTimes a = room_times(catalogue, catalogue.sessions[0], 0);
  EXPECT_EQ(a.warn, 35 * kMinute);
  EXPECT_EQ(a.end, 40 * kMinute);
  EXPECT_EQ(a.close, 45 * kMinute);  // not ten minutes: the next begins
  EXPECT_TRUE(a.extendable);
  const RoomTimes longer = room_times(catalogue, catalogue.sessions[0], kExtensionMs);
  EXPECT_EQ(longer.end, 45 * kMinute);
  EXPECT_EQ(longer.close, 45 * kMinute);
  EXPECT_FALSE(longer.extendable);
  const RoomTimes b = room_times(catalogue, catalogue.sessions[1], 0);
  EXPECT_EQ(b.close, 95 * kMinute);
  EXPECT_EQ(room_times(catalogue, in_room("short", 0, 2 * kMinute), 0).warn, 0);
}

TEST(RoomClock, the_door_opens_by_itself_at_its_time) {
  Catalogue catalogue;
  catalogue.sessions = {in_room("a", 10 * kMinute, 50 * kMinute)};
  const auto opening = [&](UnixMs now) { return opening_session(catalogue, RoomId{1}, now) != nullptr; };
  EXPECT_FALSE(opening(10 * kMinute - 1));
  EXPECT_TRUE(opening(10 * kMinute));
  EXPECT_FALSE(opening(12 * kMinute));
  catalogue.sessions[0].kind = SessionKind::talks;
  EXPECT_FALSE(opening(10 * kMinute));
}

/// The seeds' two days: April 21 2021 Pacific (15:00Z is 08:00) and December 2 2022 Central; slots of 40 + 5 minutes.
TEST(RoomClock, a_day_of_slots_has_one_session_at_every_minute) {
  constexpr UnixMs kDays[] = {1'619'017'200'000, 1'669'993'200'000};
  for (const UnixMs day : kDays) {
    Catalogue catalogue;
    for (int slot = 0; slot < 8; ++slot) {
      const UnixMs start = day + slot * 45 * kMinute;
      catalogue.sessions.push_back(in_room(std::to_string(slot), start, start + 40 * kMinute));
    }
    for (UnixMs minute = 0; minute < 8 * 45; ++minute) {
      const Session* running = running_session(catalogue, RoomId{1}, day + minute * kMinute);
      ASSERT_NE(running, nullptr) << minute;
      EXPECT_EQ(running->id, std::to_string(minute / 45));
    }
  }
}

}  // namespace
}  // namespace posterhall::domain
