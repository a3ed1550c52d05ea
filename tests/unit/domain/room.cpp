#include <gtest/gtest.h>

#include "domain/breakout_room.hpp"
#include "domain/room_clock.hpp"

namespace posterhall::domain {
namespace {

class Events {
 public:
  Event operator()(EventKind kind, PersonId author, std::uint32_t ref = 0, std::string text = {}) {
    Event event;
    event.channel = Channel::room(RoomId{1});
    event.number = ++number_;
    event.kind = kind;
    event.author = author;
    event.ref = ref;
    event.text = std::move(text);
    return event;
  }

 private:
  std::uint32_t number_ = 0;
};

constexpr PersonId kAda{1}, kBo{2}, kCy{3};

TEST(BreakoutRoom, opens_seats_and_closes) {
  Events next;
  BreakoutRoom room;
  EXPECT_FALSE(room.apply(next(EventKind::room_joined, kAda)));  // closed
  EXPECT_TRUE(room.apply(next(EventKind::room_opened, kAda, opening_ref(2), "s1")));
  EXPECT_EQ(room.capacity(), 2U);
  EXPECT_EQ(room.session(), "s1");
  EXPECT_TRUE(room.apply(next(EventKind::room_joined, kAda)));
  EXPECT_FALSE(room.apply(next(EventKind::room_joined, kAda)));  // one seat each
  EXPECT_TRUE(room.apply(next(EventKind::room_joined, kBo)));
  EXPECT_TRUE(room.full());
  EXPECT_TRUE(room.apply(next(EventKind::room_joined, kCy)));  // into the line
  EXPECT_FALSE(room.has(kCy));
  EXPECT_TRUE(room.apply(next(EventKind::room_left, kAda)));
  EXPECT_TRUE(room.has(kCy));
  EXPECT_TRUE(room.apply(next(EventKind::room_closed, kAda)));
  EXPECT_FALSE(room.open());
  EXPECT_TRUE(room.seats().empty());
}

TEST(BreakoutRoom, an_event_counts_once) {
  Events next;
  BreakoutRoom room;
  room.apply(next(EventKind::room_opened, kAda, opening_ref(2), "s1"));
  const Event joined = next(EventKind::room_joined, kAda);
  EXPECT_TRUE(room.apply(joined));
  room.apply(next(EventKind::room_left, kAda));
  EXPECT_FALSE(room.apply(joined));
  EXPECT_FALSE(room.has(kAda));
}

TEST(BreakoutRoom, a_late_leave_does_not_take_a_new_seat) {
  Events next;
  BreakoutRoom room;
  room.apply(next(EventKind::room_opened, kAda, opening_ref(2), "s1"));
  room.apply(next(EventKind::room_joined, kAda));
  const std::uint32_t first = room.seat_of(kAda)->joined;
  room.apply(next(EventKind::room_left, kAda, first));
  room.apply(next(EventKind::room_joined, kAda));
  EXPECT_FALSE(room.apply(next(EventKind::room_left, kAda, first)));
  EXPECT_TRUE(room.has(kAda));
}

TEST(BreakoutRoom, a_late_close_does_not_end_the_next_session) {
  Events next;
  BreakoutRoom room;
  room.apply(next(EventKind::room_opened, kAda, opening_ref(2), "s2"));
  EXPECT_FALSE(room.apply(next(EventKind::room_closed, PersonId{}, 0, "s1")));
  EXPECT_TRUE(room.open());
}

TEST(BreakoutRoom, rules_it_does_not_know_leave_it_closed) {
  Events next;
  BreakoutRoom room;
  EXPECT_FALSE(room.apply(next(EventKind::room_opened, kAda, 99U << 16 | 60U, "s1")));
  EXPECT_FALSE(room.open());
}

TEST(BreakoutRoom, replicas_that_applied_the_same_are_the_same) {
  Events next;
  std::vector<Event> events{next(EventKind::room_opened, kAda, opening_ref(3), "s1"),
                            next(EventKind::room_joined, kAda), next(EventKind::room_joined, kBo),
                            next(EventKind::room_left, kAda), next(EventKind::room_joined, kCy)};
  BreakoutRoom one, two;
  for (const Event& event : events) one.apply(event);
  for (const Event& event : events) {
    two.apply(event);
    two.apply(event);
  }
  EXPECT_EQ(one.state_hash(), two.state_hash());
  two.apply(next(EventKind::room_left, kBo));
  EXPECT_NE(one.state_hash(), two.state_hash());
}

TEST(RoomSchedule, runs_from_its_start_to_ten_minutes_after_or_until_the_next) {
  Catalogue catalogue;
  const auto add = [&](std::string id, UnixMs start, UnixMs end) {
    Session session;
    session.id = std::move(id);
    session.room = RoomId{1};
    session.span = {start, end};
    catalogue.sessions.push_back(session);
  };
  constexpr UnixMs kMinute = 60'000;
  add("a", 0, 40 * kMinute);
  add("b", 45 * kMinute, 85 * kMinute);
  add("by day only", 0, 0);
  const auto running = [&](UnixMs now) {
    const Session* session = running_session(catalogue, RoomId{1}, now);
    return session == nullptr ? std::string() : session->id;
  };
  EXPECT_EQ(running(-1), "");
  EXPECT_EQ(running(0), "a");
  EXPECT_EQ(running(44 * kMinute), "a");
  EXPECT_EQ(running(45 * kMinute), "b");
  EXPECT_EQ(running(95 * kMinute - 1), "b");
  EXPECT_EQ(running(95 * kMinute), "");
  EXPECT_EQ(running_session(catalogue, RoomId{2}, 0), nullptr);
  EXPECT_EQ(running_session(catalogue, RoomId{}, 0), nullptr);
}

TEST(RoomSchedule, hosts_are_named_by_address) {
  Session session;
  session.host_emails = {"ada@example.org", ""};
  EXPECT_TRUE(hosts(session, "ada@example.org"));
  EXPECT_FALSE(hosts(session, "bo@example.org"));
  EXPECT_FALSE(hosts(session, ""));  // nobody's address is nobody
}

}  // namespace
}  // namespace posterhall::domain
