#include "contract/store_fixture.hpp"

#include <fstream>
#include <iterator>

namespace posterhall::store_test {
namespace {

using hall::FigureCount;
using What = hall::FigureCount::What;

template <class Over>
class FigureStoreTest : public StoreTest<Over> {
 protected:
  void SetUp() override {
    StoreTest<Over>::SetUp();
    ASSERT_TRUE(
        this->tools_->catalogue().apply(this->change({this->poster(1, "p-1"), this->poster(2, "p-2")}), this->kNow));
    one_ = this->invite("a@example.org", 1);
    two_ = this->invite("b@example.org", 2);
  }
  void count(What what, std::uint32_t poster, PersonId person, UnixMs at, std::uint32_t amount = 0) {
    this->store_->attend().count({{what, PosterKey{poster}, person, at, amount}});
  }
  /// Answered behind everything counted before.
  domain::PosterFigures figures(std::uint32_t poster) {
    EXPECT_TRUE(wait_for<bool>([&](auto reply) {
                  this->store_->attend().set_wanted(one_, PosterKey{1}, false, std::move(reply));
                }).has_value());
    return *wait_for<domain::PosterFigures>(
        [&](auto reply) { this->store_->figures().of_poster(PosterKey{poster}, std::move(reply)); });
  }
  PersonId one_, two_;
};
TYPED_TEST_SUITE(FigureStoreTest, Backends);

TYPED_TEST(FigureStoreTest, CountsVisitsPeopleReadsStaysAndQuestionsOverTime) {
  constexpr UnixMs kStep = domain::kFigureStepMs;
  const UnixMs start = this->kNow / kStep * kStep;
  this->count(What::visit, 1, this->one_, start);
  this->count(What::visit, 1, this->one_, start + kStep);
  this->count(What::visit, 1, this->two_, start + kStep);
  this->count(What::stay, 1, {}, start + kStep, 47);
  this->count(What::stay, 1, {}, start + kStep, 130);
  this->count(What::stay, 1, {}, start + kStep, 250);
  this->count(What::attended, 1, {}, start, 60'000);
  this->count(What::attended, 1, {}, start, 999'000);
  this->store_->people().count_read(PosterKey{1}, this->two_, start);
  this->count(What::visit, 2, this->one_, start);
  auto question = this->message(domain::Channel::poster(PosterKey{1}), this->one_.value, 1, "Why?");
  question.kind = domain::EventKind::question;
  ASSERT_TRUE(this->append(question));
  const auto found = this->figures(1);
  EXPECT_EQ(found.visits, 3U);
  EXPECT_EQ(found.people, 2U);
  EXPECT_EQ(found.reads, 1U);
  EXPECT_EQ(found.questions, 1U);
  EXPECT_EQ(found.median_stay_s, 130U);
  ASSERT_EQ(found.steps.size(), 2U);
  EXPECT_EQ(found.steps[0].start, start);
  EXPECT_EQ(found.steps[0].visits, 1U);
  EXPECT_EQ(found.steps[0].reads, 1U);
  EXPECT_EQ(found.steps[0].attended_s, 600U) << "a step has ten minutes, however many authors";
  EXPECT_EQ(found.steps[1].visits, 2U);
  const auto all = *wait_for<std::vector<domain::PosterFigures>>(
      [&](auto reply) { this->store_->figures().of_all(std::move(reply)); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].people, 1U);
  EXPECT_TRUE(all[0].steps.empty());
}

TYPED_TEST(FigureStoreTest, TheSamePersonHasAnotherMarkAtEachPosterAndClosingDestroysTheKeys) {
  this->count(What::visit, 1, this->one_, this->kNow);
  this->count(What::visit, 2, this->one_, this->kNow);
  ASSERT_EQ(this->figures(1).people, 1U);
  const auto look = this->backend_.look();
  const auto one = [&](const char* sql) {
    look->allow(std::chrono::seconds(10));
    store::Query row(*look, sql);
    return row.next() ? row.int64(0) : -1;
  };
  EXPECT_EQ(one("select count(distinct mark) from figure_marks"), 2);
  EXPECT_EQ(one("select count(*) from figure_keys"), 2);
  EXPECT_TRUE(*this->tools_->close_figures(this->kNow));
  EXPECT_FALSE(*this->tools_->close_figures(this->kNow));
  EXPECT_EQ(one("select count(*) from figure_keys"), 0);
  this->count(What::visit, 1, this->two_, this->kNow);
  const auto after = this->figures(1);
  EXPECT_EQ(after.visits, 2U);
  EXPECT_EQ(after.people, 1U) << "no new people after closing";
  EXPECT_EQ(one("select count(*) from figure_keys"), 0);
}

TYPED_TEST(FigureStoreTest, AreClosedWhenTheEventIsOverIfAnythingWasCountedInIt) {
  const auto close = [&](UnixMs over) {
    return *wait_for<bool>([&](auto reply) { this->store_->figures().close_when_over(over, std::move(reply)); });
  };
  EXPECT_FALSE(close(this->kNow)) << "nothing was counted at all";
  this->count(What::visit, 1, this->one_, this->kNow);
  EXPECT_FALSE(close(this->kNow - domain::kFigureStepMs)) << "counted afterwards only";
  EXPECT_TRUE(close(this->kNow + domain::kFigureStepMs));
  EXPECT_FALSE(close(this->kNow + domain::kFigureStepMs)) << "closed before";
  this->count(What::visit, 1, this->two_, this->kNow);
  EXPECT_EQ(this->figures(1).people, 1U);
}

}  // namespace
}  // namespace posterhall::store_test
