// Authors are called to a booth where people stand and nobody attends; those who wait read who was called.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using hall::RejectCode;
using How = domain::CallState::How;
namespace command = hall::command;
namespace notice = hall::notice;

How how_of(const Tab& tab) {
  const auto call = tab.last<notice::AuthorCall>();
  return call ? call->how : How::none;
}

std::vector<notice::Callee> callees(const Tab& tab) {
  const auto calls = tab.last<notice::BoothCalls>();
  return calls ? calls->callees : std::vector<notice::Callee>{};
}

class Calls : public testing::TestWithParam<std::size_t> {
 protected:
  HallWorld world{2};
  /// The author's tab is on the first shard; with 1 as parameter the visitors' are on the other one.
  Coming elsewhere{.shard = GetParam()};
};

TEST_P(Calls, who_stands_there_calls_the_authors_in_the_event_and_reads_so) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& other = world.come_at(kAuthorB, 41, 40);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(2000);
  EXPECT_EQ(how_of(author), How::none) << "who only walks past calls nobody";
  world.pass(3500);
  ASSERT_EQ(how_of(author), How::called);
  EXPECT_EQ(author.last<notice::AuthorCall>()->booth, kBoothA);
  EXPECT_EQ(author.last<notice::AuthorCall>()->waiting, 1U);
  EXPECT_EQ(author.last<notice::AuthorCall>()->persons, std::vector<PersonId>{kAttendee});
  EXPECT_TRUE(other.all<notice::AuthorCall>().empty()) << "not theirs";
  EXPECT_EQ(callees(visitor), (std::vector<notice::Callee>{{kAuthor, How::called}}));
  EXPECT_TRUE(author.all<notice::BoothCalls>().empty());
}

TEST_P(Calls, one_call_grows_and_does_not_ring_again) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(6000);
  author.forget();
  world.come_at(kHost, 7, 3, elsewhere);
  world.pass(6000);
  ASSERT_EQ(author.all<notice::AuthorCall>().size(), 1U);
  EXPECT_EQ(author.last<notice::AuthorCall>()->waiting, 2U);
  author.forget();
  world.pass(20'000);
  EXPECT_TRUE(author.all<notice::AuthorCall>().empty());
}

TEST_P(Calls, everybody_who_stands_there_counts_in_whatever_order_they_came) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  std::int32_t x = 6;
  for (const PersonId person : {kOtherHost, kAttendee, kModerator, kHost})
    world.come_at(person, x++ % 2 + 6, 3, elsewhere);
  world.pass(6000);
  ASSERT_EQ(how_of(author), How::called);
  EXPECT_EQ(author.last<notice::AuthorCall>()->waiting, 4U);
}

TEST_P(Calls, the_answer_is_read_by_who_waits_and_being_there_ends_it) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(6000);
  EXPECT_EQ(author.reject_of(world.ask(author, command::AnswerCall{kBoothB, true}))->code, RejectCode::not_found);
  EXPECT_TRUE(author.acked(world.ask(author, command::AnswerCall{kBoothA, true})));
  world.pass(1500);
  EXPECT_EQ(callees(visitor), (std::vector<notice::Callee>{{kAuthor, How::coming}}));
  world.ask(author, go_booth(kBoothA));
  world.pass(2500);
  EXPECT_EQ(how_of(author), How::none);
  EXPECT_TRUE(callees(visitor).empty());
}

TEST_P(Calls, later_is_said_and_keeps_quiet_for_ten_minutes) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(6000);
  EXPECT_TRUE(author.acked(world.ask(author, command::AnswerCall{kBoothA, false})));
  world.pass(1500);
  EXPECT_EQ(callees(visitor), (std::vector<notice::Callee>{{kAuthor, How::later}}));
  author.forget();
  world.pass(60'000);
  EXPECT_TRUE(author.all<notice::AuthorCall>().empty());
  EXPECT_EQ(callees(visitor).size(), 1U) << "still told after a minute";
}

TEST_P(Calls, nobody_is_called_who_presents_elsewhere_or_is_apart) {
  Tab& co_author = world.come_at(kCoAuthor, 40, 40);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.ask(co_author, command::Block{kAttendee, true});
  world.pass(6000);
  EXPECT_TRUE(co_author.all<notice::AuthorCall>().empty()) << "a block hides one from the other";
  EXPECT_TRUE(callees(visitor).empty());
  Tab& author = world.come_at(kAuthor, 8, 2);  // attends
  world.pass(6000);
  EXPECT_TRUE(author.all<notice::AuthorCall>().empty());
}

TEST_P(Calls, an_author_who_leaves_is_called_no_more_and_a_new_tab_learns_of_the_call) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  world.pass(6000);
  EXPECT_EQ(how_of(world.come(kAuthor)), How::called);
  EXPECT_EQ(callees(world.come(kAttendee, elsewhere)).size(), 0U);
  world.pass(1500);
  EXPECT_EQ(callees(visitor).size(), 1U);
  world.ask(author, command::Leave{});
  world.pass(2500);
  EXPECT_TRUE(callees(visitor).empty());
}

TEST_P(Calls, an_organiser_calls_where_nobody_waits_by_the_same_rules) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& other = world.come_at(kAuthorB, 6, 20);
  Tab& organiser = world.come_at(kOrganiser, 42, 40, elsewhere);
  const auto seq = world.ask(organiser, command::CallAuthors{{kBoothA, BoothNumber{999}}});
  EXPECT_TRUE(organiser.acked(seq));
  world.pass(2500);
  ASSERT_EQ(how_of(author), How::called);
  EXPECT_TRUE(author.last<notice::AuthorCall>()->organisers);
  EXPECT_EQ(author.last<notice::AuthorCall>()->waiting, 0U);
  EXPECT_TRUE(other.all<notice::AuthorCall>().empty());
  world.pass(10'000);
  EXPECT_EQ(author.all<notice::AuthorCall>().size(), 1U) << "does not ring twice";
  world.ask(author, command::AnswerCall{kBoothA, false});
  author.forget();
  world.ask(organiser, command::CallAuthors{{kBoothA}});
  world.pass(60'000);
  EXPECT_TRUE(author.all<notice::AuthorCall>().empty()) << "later is later for organisers too";
}

TEST_P(Calls, an_organisers_call_is_over_when_an_author_attends_or_after_ten_minutes) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& organiser = world.come_at(kOrganiser, 42, 40, elsewhere);
  world.ask(organiser, command::CallAuthors{{kBoothA}});
  world.pass(2500);
  ASSERT_EQ(how_of(author), How::called);
  world.come_at(kCoAuthor, 6, 3, elsewhere);
  world.pass(2500);
  EXPECT_EQ(how_of(author), How::none);

  world.ask(organiser, command::CallAuthors{{kBoothB}});
  Tab& other = world.come_at(kAuthorB, 41, 40);
  world.pass(2500);
  ASSERT_EQ(how_of(other), How::called);
  world.skip(10 * 60'000);
  world.pass(2500);
  EXPECT_EQ(how_of(other), How::none);
}

TEST_P(Calls, an_organiser_calls_nobody_who_presents_or_hosts) {
  Tab& presenting = world.come_at(kAuthorB, 11, 3);
  Tab& organiser = world.come_at(kOrganiser, 42, 40, elsewhere);
  world.pass(500);
  auto people = std::make_shared<hall::People>(*world.setting.people);
  for (auto& person : *people) {
    if (person.id == kAuthorB) person.presents.push_back(kPosterA);
  }
  auto next = world.setting;
  next.people = people;
  world.replace(next);
  world.ask(organiser, command::CallAuthors{{kBoothA}});
  world.pass(3000);
  EXPECT_TRUE(presenting.all<notice::AuthorCall>().empty());
}

INSTANTIATE_TEST_SUITE_P(Shards, Calls, testing::Values(0, 1));

}  // namespace
}  // namespace posterhall::tests
