// ProposalStore: breakouts proposed, placed into the programme in one step, taken down, declined, withdrawn.
#include <algorithm>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

using domain::ProposalFault;
using domain::ProposalState;
using domain::ProposalStep;

constexpr UnixMs kHour = 3'600'000;

template <class Over>
class ProposalStoreTest : public StoreTest<Over> {
 protected:
  void SetUp() override {
    StoreTest<Over>::SetUp();
    auto change = this->change({this->poster(1, "p-1")});
    change.setting.rooms = {{RoomId{1}, "Breakout 1", 60}, {RoomId{2}, "Breakout 2", 60}};
    change.setting.slots = {slot(1), slot(2)};
    ASSERT_TRUE(this->tools_->catalogue().apply(change, this->kNow));
    ingrid_ = this->invite("ingrid@example.org", 1, domain::Role::author, {PosterKey{1}});
    davit_ = this->invite("davit@example.org", 2, domain::Role::author, {PosterKey{1}});
  }
  /// That many hours from now.
  domain::BreakoutSlot slot(int hours) const {
    return {{this->kNow + hours * kHour, this->kNow + hours * kHour + 40 * 60'000}, "2026-04-12"};
  }
  domain::Proposal wish(PersonId person, const std::string& title = "Reproducible by default") const {
    domain::Proposal made;
    made.poster = PosterKey{1};
    made.person = person;
    made.kind = domain::ProposalKind::tutorial;
    made.title = title;
    made.summary = "Bring a notebook.\nLeave with a lock file.";
    made.wanted = {slot(1).span.start, slot(2).span.start};
    return made;
  }
  hall::ProposalStored propose(const domain::Proposal& proposal) {
    return *wait_for<hall::ProposalStored>(
        [&](auto reply) { this->store_->proposals().propose(proposal, std::move(reply)); });
  }
  hall::ProposalStored step(const hall::ProposalStepTaken& taken) {
    return *wait_for<hall::ProposalStored>(
        [&](auto reply) { this->store_->proposals().take_step(taken, std::move(reply)); });
  }
  hall::ProposalStored step(ProposalStep what, const domain::Proposal& on, const std::string& word = "") {
    return step({what, on.id, on.change, noor_, word});
  }
  hall::ProposalStored place(const domain::Proposal& on, RoomId room, int hours) {
    hall::ProposalStepTaken taken{ProposalStep::place, on.id, on.change, noor_};
    taken.proposer.name = "Ingrid Solheim";
    taken.proposer.email = "ingrid@example.org";
    taken.room = room;
    taken.slot = slot(hours);
    return step(taken);
  }
  std::vector<domain::Proposal> all(PersonId of = {}) {
    return *wait_for<std::vector<domain::Proposal>>(
        [&](auto reply) { this->store_->proposals().proposals(of, std::move(reply)); });
  }
  hall::CatalogueAndLayout read() {
    return *wait_for<hall::CatalogueAndLayout>(
        [&](auto reply) { this->store_->catalogue().load_catalogue(std::move(reply)); });
  }
  std::vector<domain::Session> sessions() { return read().catalogue->sessions; }
  hall::ProposalNews news(std::uint32_t id) {
    const auto all = read().proposals;
    return *std::ranges::find(*all, id, &hall::ProposalNews::id);
  }
  PersonId ingrid_, davit_, noor_{900};
};
TYPED_TEST_SUITE(ProposalStoreTest, Backends);

TYPED_TEST(ProposalStoreTest, OnesOwnAreReadAsTheyWereProposed) {
  const auto made = this->propose(this->wish(this->ingrid_));
  ASSERT_EQ(made.fault, ProposalFault::none);
  this->propose(this->wish(this->davit_, "Mine"));
  this->reopen();
  EXPECT_EQ(this->all().size(), 2U);
  const auto own = this->all(this->ingrid_);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].title, "Reproducible by default");
  EXPECT_EQ(own[0].summary, "Bring a notebook.\nLeave with a lock file.");
  EXPECT_EQ(own[0].kind, domain::ProposalKind::tutorial);
  EXPECT_EQ(own[0].wanted, this->wish(this->ingrid_).wanted);
  EXPECT_EQ(own[0].state, ProposalState::proposed);
  EXPECT_EQ(own[0].at, this->kNow);
  EXPECT_EQ(this->read().catalogue->slots, (std::vector{this->slot(1), this->slot(2)}));
}

TYPED_TEST(ProposalStoreTest, ThreeOfAPersonWaitAtMost) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(this->propose(this->wish(this->ingrid_)).fault, ProposalFault::none);
  EXPECT_EQ(this->propose(this->wish(this->ingrid_)).fault, ProposalFault::too_many_open);
  EXPECT_EQ(this->propose(this->wish(this->davit_)).fault, ProposalFault::none);
  this->step(ProposalStep::decline, this->all(this->ingrid_)[0], "Later");
  EXPECT_EQ(this->propose(this->wish(this->ingrid_)).fault, ProposalFault::none);
  EXPECT_EQ(this->all(this->ingrid_).size(), 4U);
}

TYPED_TEST(ProposalStoreTest, APlacedOneIsASessionInTheSameStep) {
  const auto made = this->propose(this->wish(this->ingrid_)).proposal;
  const auto version = this->read().catalogue->version;
  const auto placed = this->place(made, RoomId{1}, 1);
  ASSERT_EQ(placed.fault, ProposalFault::none);
  EXPECT_EQ(placed.proposal.state, ProposalState::placed);
  ASSERT_EQ(this->sessions().size(), 1U);
  const auto session = this->sessions()[0];
  EXPECT_EQ(session.id, placed.proposal.session);
  EXPECT_EQ(session.title, made.title);
  EXPECT_EQ(session.host_emails, std::vector<std::string>{"ingrid@example.org"});
  EXPECT_EQ(session.span, this->slot(1).span);
  EXPECT_GT(this->read().catalogue->version, version) << "running servers look again";
  const auto moved = this->place(placed.proposal, RoomId{2}, 2);
  ASSERT_EQ(moved.fault, ProposalFault::none);
  ASSERT_EQ(this->sessions().size(), 1U);
  EXPECT_EQ(this->sessions()[0].room, RoomId{2});
  EXPECT_EQ(this->sessions()[0].span, this->slot(2).span);
  ASSERT_EQ(this->step(ProposalStep::take_down, moved.proposal).fault, ProposalFault::none);
  EXPECT_TRUE(this->sessions().empty());
  ASSERT_EQ(this->place(this->all()[0], RoomId{1}, 1).fault, ProposalFault::none) << "and again";
  EXPECT_EQ(this->sessions().size(), 1U);
}

TYPED_TEST(ProposalStoreTest, ATakenRoomStaysAndWhoIsSecondIsTold) {
  const auto one = this->propose(this->wish(this->ingrid_)).proposal;
  const auto other = this->propose(this->wish(this->davit_)).proposal;
  ASSERT_EQ(this->place(one, RoomId{1}, 1).fault, ProposalFault::none);
  EXPECT_EQ(this->place(other, RoomId{1}, 1).fault, ProposalFault::room_taken);
  EXPECT_EQ(this->place(other, RoomId{9}, 1).fault, ProposalFault::no_such_room);
  EXPECT_EQ(this->all()[1].change, other.change) << "nothing was stored";
  EXPECT_EQ(this->place(one, RoomId{2}, 1).fault, ProposalFault::moved_on);
  EXPECT_EQ(this->step(ProposalStep::decline, one).fault, ProposalFault::moved_on);
  EXPECT_EQ(this->sessions().size(), 1U);
  EXPECT_EQ(this->sessions()[0].room, RoomId{1});
  EXPECT_EQ(this->step(ProposalStep::decline, this->all()[0]).fault, ProposalFault::settled);
}

TYPED_TEST(ProposalStoreTest, AWithdrawnOneLeavesTheProgrammeUnlessItHasBegun) {
  const auto placed = this->place(this->propose(this->wish(this->ingrid_)).proposal, RoomId{1}, 1).proposal;
  this->now_ = this->slot(1).span.start;
  EXPECT_EQ(this->step(ProposalStep::withdraw, placed).fault, ProposalFault::begun);
  this->now_ = this->kNow;
  ASSERT_EQ(this->step(ProposalStep::withdraw, placed).fault, ProposalFault::none);
  EXPECT_TRUE(this->sessions().empty());
  EXPECT_EQ(this->all()[0].state, ProposalState::withdrawn);
  EXPECT_EQ(this->place(this->all()[0], RoomId{1}, 1).fault, ProposalFault::settled);
}

TYPED_TEST(ProposalStoreTest, ItIsChangedWhileItWaits) {
  const auto made = this->propose(this->wish(this->ingrid_)).proposal;
  hall::ProposalStepTaken change{ProposalStep::change, made.id, made.change, this->ingrid_};
  change.wanted = this->wish(this->ingrid_, "Another title");
  change.wanted.wanted.clear();
  ASSERT_EQ(this->step(change).fault, ProposalFault::none);
  EXPECT_EQ(this->all()[0].title, "Another title");
  EXPECT_TRUE(this->all()[0].wanted.empty());
  EXPECT_EQ(this->step(change).fault, ProposalFault::moved_on);
  EXPECT_EQ(this->step({ProposalStep::change, 99, 1, this->ingrid_}).fault, ProposalFault::gone);
}

TYPED_TEST(ProposalStoreTest, TheProgrammesOtherChangesAreFollowed) {
  const auto placed = this->place(this->propose(this->wish(this->ingrid_)).proposal, RoomId{1}, 1).proposal;
  auto session = this->sessions()[0];
  const auto say = [&](hall::SessionChange change) {
    return *wait_for<hall::ProgrammeStored>(
        [&](auto reply) { this->store_->programme().change_session(std::move(change), std::move(reply)); });
  };
  session.room = RoomId{2};
  ASSERT_FALSE(say({session, session.change, false, false, this->noor_}).moved_on);
  EXPECT_EQ(this->all()[0].room, RoomId{2});
  EXPECT_EQ(this->step(ProposalStep::take_down, placed).fault, ProposalFault::moved_on) << "it was seen elsewhere";
  session.stream = "https://video.example/1";
  ASSERT_FALSE(say({session, session.change + 1, false, false, this->noor_}).moved_on);
  const auto moved = this->place(this->all()[0], RoomId{1}, 2);
  ASSERT_EQ(moved.fault, ProposalFault::none);
  EXPECT_EQ(this->sessions()[0].stream, session.stream) << "what an organiser wrote stays";
  ASSERT_FALSE(say({session, this->sessions()[0].change, true, false, this->noor_}).moved_on);
  EXPECT_EQ(this->all()[0].state, ProposalState::proposed);
  EXPECT_TRUE(this->all()[0].session.empty());
}

TYPED_TEST(ProposalStoreTest, WhatWasSaidIsNewsUntilItsProposerHasSeenIt) {
  const auto made = this->propose(this->wish(this->ingrid_)).proposal;
  EXPECT_TRUE(this->news(made.id).seen);
  const auto mark = this->news(made.id).mark;
  this->step(ProposalStep::decline, made, "Too like the opening talk.");
  const auto news = this->news(made.id);
  EXPECT_FALSE(news.seen);
  EXPECT_EQ(news.word, "Too like the opening talk.");
  EXPECT_EQ(news.state, ProposalState::declined);
  EXPECT_GT(news.mark, mark);
  const auto see = [&](PersonId by) {
    return *wait_for<bool>([&](auto reply) { this->store_->proposals().seen(made.id, by, std::move(reply)); });
  };
  EXPECT_FALSE(see(this->davit_));
  EXPECT_TRUE(see(this->ingrid_));
  EXPECT_FALSE(see(this->ingrid_));
  EXPECT_TRUE(this->news(made.id).seen);
  ASSERT_EQ(this->place(this->all()[0], RoomId{1}, 1).fault, ProposalFault::none) << "an organiser may think again";
  EXPECT_FALSE(this->news(made.id).seen);
  EXPECT_TRUE(this->all()[0].word.empty());
}

}  // namespace
}  // namespace posterhall::store_test
