#include "domain/proposals.hpp"

#include <gtest/gtest.h>

#include "domain/slots.hpp"

namespace posterhall::domain {
namespace {

constexpr UnixMs kMinute = 60'000, kHour = 60 * kMinute;
constexpr UnixMs kApril = 1'619'020'800'000;     // April 21 2021, 09:00 Pacific
constexpr UnixMs kDecember = 1'669'993'200'000;  // December 2 2022, 09:00 Central
constexpr PersonId kIngrid{3};
constexpr PosterKey kPoster{7};

TEST(Slots, as_many_as_fit_whole) {
  const auto april = cut_slots({kApril, kApril + 3 * kHour}, kSlotMs, kSlotPauseMs);
  ASSERT_EQ(april.size(), 4U);
  EXPECT_EQ(april.front(), (TimeSpan{kApril, kApril + 40 * kMinute}));
  EXPECT_EQ(april.back(), (TimeSpan{kApril + 135 * kMinute, kApril + 175 * kMinute}));
  // The last needs no pause behind it.
  EXPECT_EQ(cut_slots({kDecember, kDecember + 85 * kMinute}, kSlotMs, kSlotPauseMs).size(), 2U);
  EXPECT_EQ(cut_slots({kDecember, kDecember + 84 * kMinute}, kSlotMs, kSlotPauseMs).size(), 1U);
  EXPECT_TRUE(cut_slots({kDecember, kDecember + 39 * kMinute}, kSlotMs, kSlotPauseMs).empty());
  EXPECT_TRUE(cut_slots({kDecember, kDecember}, 0, 0).empty());
  EXPECT_EQ(cut_slots({0, 10'000 * kHour}, kMinute, 0).size(), kMostSlots);
}

Person ingrid() {
  Person made;
  made.id = kIngrid;
  made.name = "Ingrid Solheim";
  made.email = "ingrid@example.org";
  made.presents = {kPoster};
  return made;
}

Session session(const std::string& id, UnixMs start, UnixMs end, RoomId room = {}) {
  Session made;
  made.id = made.title = id;
  made.span = {start, end};
  made.room = room;
  return made;
}

/// April: tends her poster for the first hour, hosts "demo" in the second; "other" is in room 2 all morning.
Catalogue day() {
  Catalogue catalogue;
  for (const auto& span : cut_slots({kApril, kApril + 3 * kHour}, kSlotMs, kSlotPauseMs)) {
    catalogue.slots.push_back({span, "2021-04-21"});
  }
  auto demo = session("demo", kApril + kHour, kApril + 2 * kHour);
  demo.host_emails = {"ingrid@example.org"};
  catalogue.sessions = {session("morning", kApril, kApril + 3 * kHour), demo,
                        session("other", kApril, kApril + 2 * kHour, RoomId{2})};
  catalogue.rooms = {{RoomId{1}, "Breakout 1", 60}, {RoomId{2}, "Breakout 2", 60}};
  Poster poster;
  poster.key = kPoster;
  poster.plans = {{"morning", 1, {{kIngrid, 0, kHour}}}};
  catalogue.posters = {poster};
  return catalogue;
}

Proposal proposal() {
  Proposal made;
  made.id = 5;
  made.poster = kPoster;
  made.person = kIngrid;
  made.title = "Reproducible by default";
  made.summary = "Bring a notebook.";
  made.wanted = {kApril};
  return made;
}

TEST(Proposals, are_of_people_on_the_poster_and_of_slots_there_are) {
  const auto slots = day().slots;
  auto wanted = proposal();
  EXPECT_EQ(judge_proposal(wanted, ingrid(), slots, {}), ProposalFault::none);
  wanted.poster = PosterKey{8};
  EXPECT_EQ(judge_proposal(wanted, ingrid(), slots, {}), ProposalFault::not_on_poster);
  wanted = proposal();
  wanted.title.clear();
  EXPECT_EQ(judge_proposal(wanted, ingrid(), slots, {}), ProposalFault::no_title);
  wanted = proposal();
  wanted.wanted = {kApril + kMinute};
  EXPECT_EQ(judge_proposal(wanted, ingrid(), slots, {}), ProposalFault::no_such_slot);
  EXPECT_EQ(judge_proposal(wanted, ingrid(), slots, {kApril + kMinute}), ProposalFault::none) << "wished before";
  wanted.wanted = {kApril, kApril + 45 * kMinute, kApril + 90 * kMinute, kApril + 135 * kMinute};
  EXPECT_EQ(judge_proposal(wanted, ingrid(), slots, {}), ProposalFault::too_many_slots);
  wanted.wanted.clear();
  EXPECT_EQ(judge_proposal(wanted, ingrid(), {}, {}), ProposalFault::none) << "any time";
}

TEST(Proposals, each_state_allows_its_steps) {
  const auto allows = [](ProposalState state, ProposalStep step) {
    auto one = proposal();
    one.state = state;
    one.span = {kApril, kApril + 40 * kMinute};
    return judge_step(one, step, kApril - 1) == ProposalFault::none;
  };
  struct Row {
    ProposalState state;
    bool change, withdraw, place, take_down, decline;
  };
  for (const Row& row : {Row{ProposalState::proposed, true, true, true, false, true},
                         Row{ProposalState::placed, false, true, true, true, false},
                         Row{ProposalState::declined, false, false, true, false, false},
                         Row{ProposalState::withdrawn, false, false, false, false, false}}) {
    EXPECT_EQ(allows(row.state, ProposalStep::change), row.change);
    EXPECT_EQ(allows(row.state, ProposalStep::withdraw), row.withdraw);
    EXPECT_EQ(allows(row.state, ProposalStep::place), row.place);
    EXPECT_EQ(allows(row.state, ProposalStep::take_down), row.take_down);
    EXPECT_EQ(allows(row.state, ProposalStep::decline), row.decline);
  }
  auto begun = proposal();
  begun.state = ProposalState::placed;
  begun.span = {kApril, kApril + 40 * kMinute};
  for (const auto step : {ProposalStep::withdraw, ProposalStep::place, ProposalStep::take_down}) {
    EXPECT_EQ(judge_step(begun, step, kApril), ProposalFault::begun);
  }
}

TEST(Proposals, what_meets_who_proposes_is_said) {
  using Kind = ProposalClash::Kind;
  const auto catalogue = day();
  const auto at = [&](std::size_t slot, RoomId room) {
    return clashes_of(proposal(), ingrid(), room, catalogue.slots.at(slot).span, catalogue);
  };
  const ProposalClash shift{Kind::shift, kPoster, {}, {kApril, kApril + kHour}};
  const ProposalClash hosting{Kind::hosting, {}, "demo", {kApril + kHour, kApril + 2 * kHour}};
  const ProposalClash taken{Kind::room, {}, "other", {kApril, kApril + 2 * kHour}};
  EXPECT_EQ(at(0, {}), std::vector{shift});
  EXPECT_EQ(at(1, {}), (std::vector{shift, hosting}));
  EXPECT_EQ(at(2, RoomId{1}), std::vector{hosting});
  EXPECT_EQ(at(2, RoomId{2}), (std::vector{hosting, taken}));
  EXPECT_TRUE(at(3, RoomId{2}).empty());
  auto own = proposal();
  own.session = "demo";
  EXPECT_EQ(clashes_of(own, ingrid(), {}, catalogue.slots[2].span, catalogue).size(), 0U) << "its own session is none";
}

TEST(Proposals, a_placed_one_is_a_session_that_keeps_what_an_organiser_wrote) {
  const auto catalogue = day();
  auto made = session_of(proposal(), ingrid(), RoomId{1}, catalogue.slots[3], nullptr);
  EXPECT_EQ(made.id, "proposal-5");
  EXPECT_EQ(made.kind, SessionKind::breakout);
  EXPECT_EQ(made.day, "2021-04-21");
  EXPECT_EQ(made.span, catalogue.slots[3].span);
  EXPECT_EQ(made.people, std::vector<std::string>{"Ingrid Solheim"});
  EXPECT_EQ(made.host_emails, std::vector<std::string>{"ingrid@example.org"});
  made.stream = "https://video.example/1";
  const auto moved = session_of(proposal(), ingrid(), RoomId{2}, catalogue.slots[0], &made);
  EXPECT_EQ(moved.stream, made.stream);
  EXPECT_EQ(moved.room, RoomId{2});
  EXPECT_EQ(moved.span, catalogue.slots[0].span);
  EXPECT_EQ(proposal_of("proposal-5"), 5U);
  for (const auto* other : {"proposal-", "proposal-5x", "proposal-0", "demo", "proposal--1"}) {
    EXPECT_FALSE(proposal_of(other)) << other;
  }
}

}  // namespace
}  // namespace posterhall::domain
