// Attended, over time: the question before the lamp goes off, the lamp of who dropped out, and who hears that an author
// is back. Each on one shard, and with author and visitor on two.
#include <gtest/gtest.h>

#include "unit/hall/hall_world.hpp"

namespace posterhall::tests {
namespace {

using domain::Wakefulness;
using hall::RejectCode;
namespace command = hall::command;
namespace notice = hall::notice;

constexpr std::uint64_t kMinute = 60'000;
const command::Activity kTouched{false, true, hall::View::hall};

bool lit(const Tab& tab, BoothNumber booth = kBoothA) {
  bool on = false;
  for (const auto& facts : tab.all<notice::HallFacts>()) {
    if (facts.full) on = false;
    for (const auto& fact : facts.booths) {
      if (fact.booth == booth) on = fact.attended;
    }
  }
  return on;
}

Wakefulness asked(const Tab& tab) {
  const auto still = tab.last<notice::StillHere>();
  return still ? still->how : Wakefulness::awake;
}

class Attending : public testing::TestWithParam<std::size_t> {
 protected:
  /// Nothing but the clock goes on: keeps a tab's input fresh.
  void wait_with(Tab& awake, std::uint64_t ms) {
    for (std::uint64_t passed = 0; passed < ms; passed += kMinute) {
      world.skip(std::min(kMinute, ms - passed));
      world.ask(awake, kTouched);
    }
    world.pass(1100);
  }
  HallWorld world{2};
  /// The author's tab is on the first shard; with 1 as parameter the visitor's is on the other one.
  Coming elsewhere{.shard = GetParam()};
};

TEST_P(Attending, who_stands_there_and_does_nothing_is_asked_before_the_lamp_goes_off) {
  Tab& author = world.come_at(kAuthor, 6, 3);
  Tab& other_tab = world.come(kAuthor);
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  wait_with(visitor, 4 * kMinute);
  EXPECT_TRUE(lit(visitor));
  EXPECT_EQ(asked(author), Wakefulness::awake);
  wait_with(visitor, kMinute);
  EXPECT_EQ(asked(author), Wakefulness::asked);
  EXPECT_EQ(asked(other_tab), Wakefulness::asked) << "on all tabs";
  EXPECT_NEAR(static_cast<double>(author.last<notice::StillHere>()->until - world.store.now), 30'000, 3'000);
  EXPECT_TRUE(lit(visitor)) << "the question alone turns nothing off";
  EXPECT_TRUE(visitor.all<notice::StillHere>().empty());
  world.pass(27'000);
  EXPECT_TRUE(lit(visitor));
  world.pass(5'000);
  EXPECT_FALSE(lit(visitor));
  EXPECT_EQ(asked(author), Wakefulness::away);
  EXPECT_EQ(author.all<notice::StillHere>().size(), 2U) << "asked once, told once";
  world.ask(other_tab, kTouched);
  EXPECT_EQ(asked(author), Wakefulness::awake) << "one touch in any tab lights it, and is told at once";
  world.pass(2'000);
  EXPECT_TRUE(lit(visitor));
}

TEST_P(Attending, an_answer_keeps_the_lamp_and_five_minutes_begin_again) {
  Tab& author = world.come_at(kAuthor, 6, 3);
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  wait_with(visitor, 5 * kMinute);
  ASSERT_EQ(asked(author), Wakefulness::asked);
  world.ask(author, kTouched);
  EXPECT_EQ(asked(author), Wakefulness::awake);
  wait_with(visitor, 4 * kMinute);
  EXPECT_TRUE(lit(visitor));
  EXPECT_EQ(asked(author), Wakefulness::awake);
  wait_with(visitor, kMinute);
  EXPECT_EQ(asked(author), Wakefulness::asked);
}

TEST_P(Attending, elsewhere_nobody_is_asked) {
  Tab& author = world.come_at(kAuthor, 40, 40);
  Tab& visitor = world.come_at(kAttendee, 6, 3, elsewhere);
  wait_with(visitor, 6 * kMinute);
  EXPECT_TRUE(author.all<notice::StillHere>().empty());
}

TEST_P(Attending, who_drops_out_keeps_the_lamp_for_six_seconds) {
  Tab& author = world.come_at(kAuthor, 6, 3);
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  world.pass(2'000);
  ASSERT_TRUE(lit(visitor));
  world.drop(author);
  world.pass(5'900);
  EXPECT_TRUE(lit(visitor));
  world.pass(1'400);  // told once a second
  EXPECT_FALSE(lit(visitor));
}

TEST_P(Attending, who_is_back_in_that_time_never_had_it_off) {
  Tab& author = world.come_at(kAuthor, 6, 3);
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  world.pass(2'000);
  visitor.forget();
  world.drop(author, 5'000);  // silent for so long before it was noticed
  world.pass(400);
  world.come(kAuthor);
  world.pass(5'000);
  for (const auto& facts : visitor.all<notice::HallFacts>()) {
    for (const auto& fact : facts.booths) EXPECT_TRUE(fact.booth != kBoothA || fact.attended);
  }
}

TEST_P(Attending, who_leaves_takes_the_lamp_along) {
  Tab& author = world.come_at(kAuthor, 6, 3);
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  world.pass(2'000);
  ASSERT_TRUE(lit(visitor));
  world.ask(author, command::Leave{});
  world.pass(1'500);
  EXPECT_FALSE(lit(visitor));
}

TEST_P(Attending, who_asked_is_told_once_wherever_they_are) {
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  Tab& other_tab = world.come(kAttendee, elsewhere);
  Tab& stranger = world.come_at(kHost, 42, 40, elsewhere);
  const auto seq = world.ask(visitor, command::TellWhenBack{kPosterA, true});
  EXPECT_TRUE(visitor.acked(seq));
  ASSERT_TRUE(other_tab.last<notice::BackWanted>());
  EXPECT_EQ(other_tab.last<notice::BackWanted>()->posters, std::vector<PosterKey>{kPosterA});
  EXPECT_EQ(world.store.wanted[kAttendee], std::vector<PosterKey>{kPosterA});
  world.come_at(kAuthorB, 41, 40);
  world.pass(2'000);
  EXPECT_TRUE(visitor.all<notice::AuthorBack>().empty()) << "another poster's author, and not at a booth";
  Tab& author = world.come_at(kAuthor, 6, 3);
  world.pass(2'000);
  for (const Tab* tab : {&visitor, &other_tab}) {
    ASSERT_EQ(tab->all<notice::AuthorBack>().size(), 1U);
    EXPECT_EQ(tab->last<notice::AuthorBack>()->person, kAuthor);
    EXPECT_EQ(tab->last<notice::AuthorBack>()->booth, kBoothA);
    EXPECT_TRUE(tab->last<notice::BackWanted>()->posters.empty());
  }
  EXPECT_TRUE(stranger.all<notice::AuthorBack>().empty());
  EXPECT_TRUE(world.store.wanted[kAttendee].empty());
  world.ask(author, command::Leave{});
  world.pass(2'000);
  world.come_at(kAuthor, 6, 3);
  world.pass(2'000);
  EXPECT_EQ(visitor.all<notice::AuthorBack>().size(), 1U) << "once";
}

TEST_P(Attending, who_asked_and_went_hears_it_on_coming_in) {
  world.store.wanted[kAttendee] = {kPosterA};
  world.come_at(kAuthor, 6, 3);
  world.pass(1'500);
  EXPECT_EQ(world.store.wanted[kAttendee].size(), 1U);
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  world.pass(2'000);
  ASSERT_EQ(visitor.all<notice::AuthorBack>().size(), 1U);
  EXPECT_TRUE(world.store.wanted[kAttendee].empty());
}

TEST_P(Attending, asking_is_taken_back) {
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  world.ask(visitor, command::TellWhenBack{kPosterA, true});
  world.ask(visitor, command::TellWhenBack{kPosterA, false});
  EXPECT_TRUE(visitor.last<notice::BackWanted>()->posters.empty());
  world.come_at(kAuthor, 6, 3);
  world.pass(2'000);
  EXPECT_TRUE(visitor.all<notice::AuthorBack>().empty());
}

TEST_P(Attending, an_author_who_is_away_or_apart_is_not_back) {
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  world.ask(visitor, command::TellWhenBack{kPosterA, true});
  world.ask(visitor, command::Block{kAuthor, true});
  world.pass(200);
  world.come_at(kAuthor, 6, 3);
  Tab& other = world.come_at(kCoAuthor, 7, 3);
  world.ask(other, command::SetStatus{"", false, true});
  world.pass(2'000);
  EXPECT_TRUE(visitor.all<notice::AuthorBack>().empty());
  world.ask(other, command::SetStatus{"", false, false});
  world.pass(2'000);
  ASSERT_EQ(visitor.all<notice::AuthorBack>().size(), 1U);
  EXPECT_EQ(visitor.last<notice::AuthorBack>()->person, kCoAuthor);
}

TEST_P(Attending, there_is_no_such_poster_and_no_store) {
  Tab& visitor = world.come_at(kAttendee, 40, 40, elsewhere);
  auto seq = world.ask(visitor, command::TellWhenBack{PosterKey{999}, true});
  EXPECT_EQ(visitor.reject_of(seq)->code, RejectCode::not_found);
  world.store.failing = true;
  seq = world.ask(visitor, command::TellWhenBack{kPosterA, true});
  EXPECT_EQ(visitor.reject_of(seq)->code, RejectCode::store_unavailable);
  EXPECT_TRUE(visitor.all<notice::BackWanted>().empty());
}

INSTANTIATE_TEST_SUITE_P(VisitorsOnShard, Attending, testing::Values(0, 1));

}  // namespace
}  // namespace posterhall::tests
