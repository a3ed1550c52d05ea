// Breakout rooms: who opens, who gets the last seat, coming out, dropping out, closing by itself.
#include <gtest/gtest.h>

#include "domain/breakout_room.hpp"
#include "domain/conversation.hpp"
#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

const domain::Channel kTalk = domain::Channel::talk(kRoom);
const domain::Channel kState = domain::Channel::room(kRoom);

void open_room(HallWorld& world, Tab& host) {
  const auto seq = world.ask(host, command::RoomOpen{kRoom});
  world.pass(50);
  ASSERT_TRUE(host.acked(seq));
}

bool enters(HallWorld& world, Tab& tab) {
  const auto seq = world.ask(tab, command::RoomEnter{kRoom});
  world.pass(50);
  return tab.acked(seq);
}

notice::RoomFact fact(HallWorld& world, std::size_t shard = 0) { return world.reports[shard]->facts.rooms.at(0); }

TEST(Rooms, its_host_and_organisers_open_it_nobody_else) {
  HallWorld world;
  for (const PersonId other : {kAttendee, kAuthor, kOtherHost, kModerator}) {
    Tab& tab = world.come(other);
    EXPECT_EQ(tab.reject_of(world.ask(tab, command::RoomOpen{kRoom}))->code, RejectCode::not_allowed) << other.value;
  }
  open_room(world, world.come(kHost));
  world.pass(2000);
  EXPECT_TRUE(fact(world).open);
  EXPECT_EQ(fact(world).session, "breakout");
  EXPECT_EQ(fact(world).capacity, 2U);
  Tab& organiser = world.come(kOrganiser);
  EXPECT_TRUE(organiser.acked(world.ask(organiser, command::RoomClose{kRoom})));
  EXPECT_TRUE(organiser.acked(world.ask(organiser, command::RoomOpen{kRoom})));
}

TEST(Rooms, closed_is_closed) {
  HallWorld world;
  Tab& tab = world.come(kAttendee);
  EXPECT_EQ(tab.reject_of(world.ask(tab, command::RoomEnter{kRoom}))->code, RejectCode::room_closed);
  EXPECT_EQ(tab.reject_of(world.ask(tab, command::RoomEnter{RoomId{9}}))->code, RejectCode::not_found);
}

TEST(Rooms, inside_one_is_off_the_floor_and_in_its_conversation) {
  HallWorld world;
  Tab& host = world.come_at(kHost, 22, 30);
  open_room(world, host);
  Tab& guest = world.come_at(kAttendee, 21, 30);
  Tab& watcher = world.come_at(kModerator, 20, 30);
  world.pass(300);
  EXPECT_TRUE(enters(world, guest));
  world.pass(1200);
  EXPECT_FALSE(watcher.sees(guest.visitor));
  const auto state = guest.last<notice::RoomState>();
  ASSERT_TRUE(state);
  EXPECT_TRUE(state->inside);
  EXPECT_EQ(state->members, 1U);
  ASSERT_EQ(state->people.size(), 1U);
  EXPECT_EQ(guest.last<notice::ConversationState>()->conversation,
            domain::make_conversation(domain::ConversationKind::room, kRoom.value));
  EXPECT_EQ(guest.reject_of(world.ask(guest, go_booth(kBoothA)))->code, RejectCode::wrong_state);
  EXPECT_TRUE(enters(world, host));
  world.pass(1200);
  EXPECT_EQ(guest.last<notice::RoomState>()->people.size(), 2U);
}

TEST(Rooms, out_again_in_front_of_the_door) {
  HallWorld world;
  Tab& host = world.come_at(kHost, 22, 30);
  open_room(world, host);
  EXPECT_TRUE(enters(world, host));
  const auto seq = world.ask(host, command::RoomLeave{});
  EXPECT_TRUE(host.acked(seq));
  world.pass(2500);
  EXPECT_EQ(tile_of(*host.sees(host.visitor)), (domain::Tile{60, 30}));
  EXPECT_FALSE(host.last<notice::RoomState>()->inside);
  EXPECT_EQ(fact(world).members, 0U);
}

TEST(Rooms, in_a_full_one_one_waits_reads_along_and_gets_the_seat_that_is_left) {
  HallWorld world;
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& first = world.come(kAttendee);
  EXPECT_TRUE(enters(world, first));
  EXPECT_TRUE(enters(world, world.come(kModerator)));
  Tab& late = world.come(PersonId{20});
  EXPECT_TRUE(enters(world, late));
  ASSERT_TRUE(late.last<notice::RoomState>());
  EXPECT_FALSE(late.last<notice::RoomState>()->inside);
  EXPECT_EQ(late.last<notice::RoomState>()->waiting_place, 1U);
  EXPECT_TRUE(late.acked(world.ask(late, command::Watch{kTalk, 0})));
  EXPECT_EQ(late.reject_of(world.ask(late, message(kTalk, "hi", 2)))->code, RejectCode::not_allowed);
  EXPECT_TRUE(late.sees(late.visitor));  // still in the hall
  world.ask(first, command::RoomLeave{});
  world.pass(1200);
  EXPECT_TRUE(late.last<notice::RoomState>()->inside);
  EXPECT_TRUE(late.acked(world.ask(late, message(kTalk, "hi", 3))));
  Tab& other = world.come(PersonId{21});
  EXPECT_TRUE(enters(world, other));
  EXPECT_TRUE(other.acked(world.ask(other, command::Watch{kTalk, 0})));
  EXPECT_TRUE(other.acked(world.ask(other, command::RoomLeave{})));  // out of the line
  world.pass(1200);
  EXPECT_EQ(other.reject_of(world.ask(other, command::RoomLeave{}))->code, RejectCode::wrong_state);
  EXPECT_EQ(other.last<notice::RoomState>()->waiting_place, 0U);
  const auto read = other.events(kTalk).size();
  EXPECT_TRUE(late.acked(world.ask(late, message(kTalk, "not for who left the line", 4))));
  world.pass(500);
  EXPECT_EQ(other.events(kTalk).size(), read);
  EXPECT_EQ(fact(world).waiting, 0U);
}

TEST(Rooms, the_last_seat_goes_to_exactly_one_of_two_shards) {
  HallWorld world(2);
  Tab& host = world.come(kHost, {.shard = 0});
  open_room(world, host);
  EXPECT_TRUE(enters(world, host));
  Tab& one = world.come(PersonId{20}, {.shard = 0});
  Tab& two = world.come(PersonId{21}, {.shard = 1});
  world.pass(100);
  // Both ask before either knows of the other.
  world.store.holding = true;
  const auto first = world.ask(one, command::RoomEnter{kRoom});
  const auto second = world.ask(two, command::RoomEnter{kRoom});
  world.store.release();
  world.pass(300);
  EXPECT_TRUE(one.acked(first) && two.acked(second));
  world.pass(2000);
  const bool one_in = one.last<notice::RoomState>()->inside, two_in = two.last<notice::RoomState>()->inside;
  EXPECT_NE(one_in, two_in);
  EXPECT_EQ((one_in ? two : one).last<notice::RoomState>()->waiting_place, 1U);
  EXPECT_EQ(fact(world, 0).members, 2U);
  EXPECT_EQ(fact(world, 1).members, 2U);
}

TEST(Rooms, the_talk_is_for_who_is_inside) {
  HallWorld world;
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& inside = world.come(kAttendee);
  Tab& outside = world.come(PersonId{20});
  EXPECT_EQ(inside.reject_of(world.ask(inside, message(kTalk, "hi", 1)))->code, RejectCode::not_allowed);
  EXPECT_TRUE(enters(world, inside));
  EXPECT_TRUE(inside.acked(world.ask(inside, message(kTalk, "hi", 2))));
  EXPECT_EQ(outside.reject_of(world.ask(outside, command::Watch{kTalk, 0}))->code, RejectCode::not_allowed);
  EXPECT_TRUE(inside.acked(world.ask(inside, command::Watch{kTalk, 0})));
  world.pass(200);
  EXPECT_EQ(inside.events(kTalk).size(), 1U);
  world.ask(inside, command::RoomLeave{});
  EXPECT_TRUE(host.acked(world.ask(host, message(kTalk, "more", 3))));  // its host may, from outside too
  world.pass(200);
  EXPECT_EQ(inside.events(kTalk).size(), 1U);
}

TEST(Rooms, who_drops_keeps_the_seat_for_half_a_minute) {
  HallWorld world;
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& guest = world.come(kAttendee);
  EXPECT_TRUE(enters(world, guest));
  world.drop(guest);
  world.pass(20'000);
  EXPECT_EQ(fact(world).members, 1U);
  Tab& again = world.come(kAttendee);
  world.pass(1200);
  ASSERT_TRUE(again.last<notice::RoomState>());
  EXPECT_TRUE(again.last<notice::RoomState>()->inside);
  world.drop(again);
  world.pass(40'000);
  EXPECT_EQ(fact(world).members, 0U);
  EXPECT_EQ(world.store.events(kState).back().kind, domain::EventKind::room_left);
}

TEST(Rooms, several_shards_propose_and_it_counts_once) {
  HallWorld world(2);
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& guest = world.come(kAttendee, {.shard = 1});
  world.pass(100);
  EXPECT_TRUE(enters(world, guest));
  world.drop(guest);
  world.pass(45'000);
  const auto& events = world.store.events(kState);
  EXPECT_EQ(std::count_if(events.begin(), events.end(),
                          [](const auto& event) { return event.kind == domain::EventKind::room_left; }),
            1);
}

TEST(Rooms, ten_minutes_after_the_session_it_closes_and_everybody_comes_out) {
  HallWorld world(2);
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& guest = world.come(kAttendee, {.shard = 1});
  world.pass(100);
  EXPECT_TRUE(enters(world, guest));
  world.skip(49 * 60'000);
  world.pass(2000);
  EXPECT_TRUE(guest.last<notice::RoomState>()->inside);
  world.skip(60'000);
  world.pass(4000);
  EXPECT_FALSE(guest.last<notice::RoomState>()->inside);
  EXPECT_FALSE(fact(world, 1).open);
  const auto& events = world.store.events(kState);
  EXPECT_EQ(std::count_if(events.begin(), events.end(),
                          [](const auto& event) { return event.kind == domain::EventKind::room_closed; }),
            1);
  EXPECT_EQ(host.reject_of(world.ask(host, command::RoomOpen{kRoom}))->code, RejectCode::not_allowed);
}

TEST(Rooms, closed_by_its_host_everybody_comes_out) {
  HallWorld world;
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& guest = world.come(kAttendee);
  EXPECT_TRUE(enters(world, guest));
  EXPECT_TRUE(host.acked(world.ask(host, command::RoomClose{kRoom})));
  world.pass(1500);
  EXPECT_FALSE(guest.last<notice::RoomState>()->inside);
  EXPECT_FALSE(guest.last<notice::RoomState>()->open);
  EXPECT_TRUE(guest.sees(guest.visitor));
}

TEST(Rooms, a_store_that_fails_keeps_nobody_inside) {
  HallWorld world;
  Tab& host = world.come(kHost);
  open_room(world, host);
  Tab& guest = world.come(kAttendee);
  world.store.failing = true;
  EXPECT_EQ(guest.reject_of(world.ask(guest, command::RoomEnter{kRoom}))->code, RejectCode::store_unavailable);
  world.store.failing = false;
  EXPECT_TRUE(enters(world, guest));
  world.store.failing = true;
  EXPECT_TRUE(guest.acked(world.ask(guest, command::RoomLeave{})));
  world.pass(1000);
  EXPECT_TRUE(guest.sees(guest.visitor));
  world.store.failing = false;
  world.pass(6000);
  EXPECT_EQ(fact(world).members, 0U);  // proposed again when it could be stored
}

TEST(Rooms, shards_that_differ_make_the_room_anew_from_the_store) {
  HallWorld world(2);
  open_room(world, world.come(kHost));
  world.pass(1500);
  EXPECT_EQ(world.figures.rooms_rebuilt.value(), 0U);
  EXPECT_GE(world.figures.rooms_equal.value(), 1U);
  // Shard 1 hears of a join that was never stored under that number.
  const auto number = static_cast<std::uint32_t>(world.store.events(kState).size() + 1);
  auto forged = std::make_shared<hall::RelayBatch>();
  forged->from = 0;
  forged->events.push_back(
      {kState, number, client_id(90), world.store.now, PersonId{20}, domain::EventKind::room_joined, 0, ""});
  world.backplane.publish(forged);
  world.store.store({kState, client_id(91), PersonId{21}, domain::EventKind::room_joined, 0, ""});
  world.pass(6000);
  EXPECT_GE(world.figures.rooms_rebuilt.value(), 1U);
  Tab& stored = world.come(PersonId{21}, {.shard = 1});
  Tab& invented = world.come(PersonId{20}, {.shard = 1});
  world.pass(1200);
  ASSERT_TRUE(stored.last<notice::RoomState>());
  EXPECT_TRUE(stored.last<notice::RoomState>()->inside);
  EXPECT_FALSE(invented.last<notice::RoomState>());
  const auto rebuilt = world.figures.rooms_rebuilt.value();
  world.pass(15'000);
  EXPECT_EQ(world.figures.rooms_rebuilt.value(), rebuilt);
}

TEST(Rooms, a_new_shard_knows_the_room_from_its_events) {
  HallWorld world;
  world.store.store({kState, client_id(1), kHost, domain::EventKind::room_opened, domain::opening_ref(2), "breakout"});
  world.store.store({kState, client_id(2), kAttendee, domain::EventKind::room_joined, 0, ""});
  world.pass(2500);
  Tab& back = world.come(kAttendee);
  world.pass(200);
  EXPECT_TRUE(back.last<notice::RoomState>()->inside);
}

}  // namespace
}  // namespace posterhall::tests
