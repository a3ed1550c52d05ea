// The event's life over the days of real events, under a clock of the test's own.
#include "domain/event_life.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "domain/programme.hpp"

namespace posterhall::domain {
namespace {

constexpr UnixMs kMinute = 60'000;
constexpr UnixMs kHour = 60 * kMinute;

/// Local hours of a day west of UTC, as that day's announcement gives them.
constexpr UnixMs utc(int year, unsigned month, unsigned day, int hour, int minute, int hours_west) {
  const std::chrono::sys_days date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
  const auto days = std::chrono::duration_cast<std::chrono::milliseconds>(date.time_since_epoch()).count();
  return days + (hour + hours_west) * kHour + minute * kMinute;
}

Session session(SessionKind kind, UnixMs start, UnixMs end, const std::string& id = "s") {
  Session out;
  out.id = out.title = id;
  out.kind = kind;
  out.span = {start, end};
  return out;
}

/// April 21 2021, Pacific daylight time: two sessions for two halves of the world, networking all day.
struct EcosystemDay {
  static constexpr UnixMs at(int hour, int minute = 0) { return utc(2021, 4, 21, hour, minute, 7); }
  EventTimes times{at(7), at(19), 0, 0};
  std::vector<Session> sessions{
      session(SessionKind::opening, at(8), at(9)), session(SessionKind::exhibition, at(9), at(12)),
      session(SessionKind::networking, at(8), at(18)), session(SessionKind::opening, at(15), at(16)),
      session(SessionKind::exhibition, at(15), at(18))};
  [[nodiscard]] Phase phase(UnixMs now) const { return phase_at(times, sessions, now); }
};

TEST(EventLife, RunsThroughADayWithTwoSessions) {
  const EcosystemDay day;
  const auto at = [](int hour, int minute = 0) { return EcosystemDay::at(hour, minute); };
  EXPECT_EQ(day.phase(at(6, 59)), Phase::before_doors);
  EXPECT_EQ(day.phase(at(7)), Phase::between) << "the doors are open, nothing runs yet";
  EXPECT_EQ(day.phase(at(8)), Phase::open);
  EXPECT_EQ(day.phase(at(11, 59)), Phase::open);
  EXPECT_EQ(day.phase(at(12)), Phase::between) << "networking alone leaves the hall between its sessions";
  EXPECT_EQ(day.phase(at(15)), Phase::open);
  EXPECT_EQ(day.phase(at(18, 50) - 1), Phase::between);
  EXPECT_EQ(day.phase(at(18, 50)), Phase::closing);
  EXPECT_EQ(day.phase(at(19)), Phase::closing) << "nobody is cut off in the middle of a sentence";
  EXPECT_EQ(day.phase(at(19, 2) - 1), Phase::closing);
  EXPECT_EQ(day.phase(at(19, 2)), Phase::closed);
  EXPECT_EQ(day.phase(at(19) + kReadableForMs - 1), Phase::closed);
  EXPECT_EQ(day.phase(at(19) + kReadableForMs), Phase::over);
}

TEST(EventLife, ARunningSessionDoesNotHideThatTheHallCloses) {
  EcosystemDay day;
  day.sessions.push_back(session(SessionKind::talks, EcosystemDay::at(18), EcosystemDay::at(20)));
  EXPECT_EQ(day.phase(EcosystemDay::at(18, 55)), Phase::closing);
  EXPECT_EQ(day.phase(EcosystemDay::at(19, 30)), Phase::closed);
}

TEST(EventLife, ExtendingLiveTakesBackClosingAndClosed) {
  EcosystemDay day;
  const UnixMs late = EcosystemDay::at(19, 5);
  EXPECT_EQ(day.phase(late), Phase::closed);
  day.times.closes = EcosystemDay::at(20);
  EXPECT_EQ(day.phase(late), Phase::between);
  day.times.closes = EcosystemDay::at(19, 10);
  EXPECT_EQ(day.phase(late), Phase::closing);
}

TEST(EventLife, ADayInDecemberInCentralTime) {
  const auto at = [](int hour, int minute = 0) { return utc(2022, 12, 2, hour, minute, 6); };
  const EventTimes times{at(8), at(17), at(17) + 7 * 24 * kHour, 0};
  const std::vector<Session> sessions{session(SessionKind::exhibition, at(9), at(12)),
                                      session(SessionKind::lunch, at(12), at(13)),
                                      session(SessionKind::exhibition, at(13), at(16))};
  EXPECT_EQ(phase_at(times, sessions, at(12, 30)), Phase::between);
  EXPECT_EQ(phase_at(times, sessions, at(13)), Phase::open);
  EXPECT_EQ(phase_at(times, sessions, at(17, 2) + 6 * 24 * kHour), Phase::closed);
  EXPECT_EQ(phase_at(times, sessions, at(17) + 7 * 24 * kHour), Phase::over);
}

TEST(EventLife, TheClocksChangeDoesNotMoveIt) {
  // Europe/Berlin, the night of 2026-03-29: 02:00 is 03:00. From 23:00 (UTC+1) to 05:00 (UTC+2) are five hours.
  const UnixMs doors = utc(2026, 3, 28, 23, 0, -1);
  const UnixMs closes = utc(2026, 3, 29, 5, 0, -2);
  EXPECT_EQ(closes - doors, 5 * kHour);
  const EventTimes times{doors, closes, 0, 0};
  EXPECT_EQ(phase_at(times, {}, doors + 4 * kHour + 49 * kMinute), Phase::between);
  EXPECT_EQ(phase_at(times, {}, doors + 4 * kHour + 50 * kMinute), Phase::closing);
}

TEST(EventLife, WithoutTimesItIsNeitherEarlyNorLate) {
  for (const UnixMs now : {UnixMs{0}, UnixMs{1'619'013'600'000}, UnixMs{4'000'000'000'000}}) {
    const auto phase = phase_at({}, {}, now);
    EXPECT_EQ(phase, Phase::between);
    EXPECT_TRUE(lets_in(phase, Role::attendee));
    EXPECT_FALSE(is_closed(phase));
  }
}

TEST(EventLife, BeforeTheDoorsOnlyWhoSetsUpComesInAndAfterTheEndOnlyOrganisers) {
  EXPECT_FALSE(lets_in(Phase::before_doors, Role::attendee));
  for (const Role role : {Role::author, Role::host, Role::moderator, Role::organiser}) {
    EXPECT_TRUE(lets_in(Phase::before_doors, role));
  }
  for (const Phase phase : {Phase::open, Phase::between, Phase::closing, Phase::closed}) {
    EXPECT_TRUE(lets_in(phase, Role::attendee)) << name_of(phase);
  }
  EXPECT_FALSE(lets_in(Phase::over, Role::moderator));
  EXPECT_TRUE(lets_in(Phase::over, Role::organiser));
}

TEST(EventLife, ClosingStopsTalkAndNothingThatIsReadOrKeepsOrder) {
  for (const Act act : {Act::say, Act::write_hall, Act::write_direct, Act::ask, Act::answer, Act::room_enter,
                        Act::raise_hand, Act::invite, Act::leave_card, Act::emote, Act::room_raise_hand, Act::room_ask,
                        Act::room_give_floor, Act::room_extend, Act::propose_breakout}) {
    EXPECT_TRUE(stopped_by_close(act)) << name_of(act);
  }
  for (const Act act : {Act::enter,
                        Act::move,
                        Act::read,
                        Act::read_poster,
                        Act::save_poster,
                        Act::see_cards,
                        Act::write_help,
                        Act::report,
                        Act::mute,
                        Act::ban,
                        Act::block,
                        Act::room_leave,
                        Act::room_close,
                        Act::announce,
                        Act::change_programme,
                        Act::hide_question,
                        Act::room_put_out,
                        Act::room_settle_question,
                        Act::place_proposals,
                        Act::put_slides}) {
    EXPECT_FALSE(stopped_by_close(act)) << name_of(act);
  }
}

TEST(EventLife, TimesThatCannotBeAreSaid) {
  EXPECT_EQ(judge_times({}), TimesFault::none);
  EXPECT_EQ(judge_times({kHour, 0, 0, 0}), TimesFault::none);
  EXPECT_EQ(judge_times({2 * kHour, 2 * kHour, 0, 0}), TimesFault::closes_before_doors);
  EXPECT_EQ(judge_times({kHour, 2 * kHour, 2 * kHour, 0}), TimesFault::ends_before_closing);
  EXPECT_EQ(judge_times({kHour, 2 * kHour, 2 * kHour + kLastWordsMs, 0}), TimesFault::none);
}

TEST(Programme, ASessionHasATitleAndHoursAndARoomOfItsOwn) {
  Catalogue catalogue;
  catalogue.rooms = {{RoomId{1}, "Breakout 1", 60}};
  auto there = session(SessionKind::breakout, kHour, 2 * kHour, "there");
  there.room = RoomId{1};
  catalogue.sessions = {there};
  auto next = session(SessionKind::breakout, 2 * kHour, 3 * kHour, "next");
  next.room = RoomId{1};
  EXPECT_EQ(judge_session(next, catalogue), SessionFault::none) << "back to back";
  next.span.start -= 1;
  EXPECT_EQ(judge_session(next, catalogue), SessionFault::room_taken);
  next.room = {};
  EXPECT_EQ(judge_session(next, catalogue), SessionFault::none) << "several at once are normal";
  next.room = RoomId{2};
  EXPECT_EQ(judge_session(next, catalogue), SessionFault::no_such_room);
  there.span.end += kHour;
  EXPECT_EQ(judge_session(there, catalogue), SessionFault::none) << "it is not in its own way";
  there.span.end = there.span.start;
  EXPECT_EQ(judge_session(there, catalogue), SessionFault::ends_too_early);
  there.span = {};
  EXPECT_EQ(judge_session(there, catalogue), SessionFault::no_times);
  there.day = "2026-04-21";
  EXPECT_EQ(judge_session(there, catalogue), SessionFault::none);
  there.title.clear();
  EXPECT_EQ(judge_session(there, catalogue), SessionFault::no_title);
  catalogue.sessions.assign(kMostSessions, there);
  EXPECT_EQ(judge_session(session(SessionKind::talks, 1, 2, "one more"), catalogue), SessionFault::too_many);
  EXPECT_EQ(judge_session(session(SessionKind::talks, 0, kLongestSessionMs + 1, "there"), catalogue),
            SessionFault::too_long);
}

}  // namespace
}  // namespace posterhall::domain
