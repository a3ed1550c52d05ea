// What a person keeps of their own, as every store keeps it: posters visited, cards left.
#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Over>
class MyThingsTest : public StoreTest<Over> {
 protected:
  void SetUp() override {
    StoreTest<Over>::SetUp();
    auto change = this->change({this->poster(1, "p-1"), this->poster(2, "p-2")});
    ASSERT_TRUE(this->tools_->catalogue().apply(change, this->kNow));
    amara_ = this->invite("amara@example.org", 1, domain::Role::attendee, {});
    davit_ = this->invite("davit@example.org", 2, domain::Role::author, {PosterKey{1}});
  }
  std::vector<PosterKey> visited(PersonId person) {
    return *wait_for<std::vector<PosterKey>>(
        [&](auto reply) { this->store_->my_things().visited(person, std::move(reply)); });
  }
  bool visit(PersonId person, std::uint32_t poster) {
    return wait_for<bool>(
               [&](auto reply) { this->store_->my_things().visit(person, PosterKey{poster}, std::move(reply)); })
        .has_value();
  }
  Result<hall::Card> leave(PersonId person, std::uint32_t poster, bool with_email, const std::string& note) {
    return wait_for<hall::Card>([&](auto reply) {
      this->store_->my_things().leave_card(person, PosterKey{poster}, with_email, note, std::move(reply));
    });
  }
  std::vector<hall::Card> cards_at(std::uint32_t poster) {
    return *wait_for<std::vector<hall::Card>>(
        [&](auto reply) { this->store_->my_things().cards_at(PosterKey{poster}, std::move(reply)); });
  }
  bool take_back(PersonId person, std::uint32_t poster) {
    return *wait_for<bool>(
        [&](auto reply) { this->store_->my_things().take_back_card(person, PosterKey{poster}, std::move(reply)); });
  }
  PersonId amara_, davit_;
};
TYPED_TEST_SUITE(MyThingsTest, Backends);

TYPED_TEST(MyThingsTest, VisitsAreKeptOnceEachAndForEachPersonAlone) {
  EXPECT_TRUE(this->visit(this->amara_, 2));
  EXPECT_TRUE(this->visit(this->amara_, 1));
  EXPECT_TRUE(this->visit(this->amara_, 2));
  EXPECT_FALSE(this->visit(this->amara_, 9)) << "there is no such poster";
  EXPECT_EQ(this->visited(this->amara_), (std::vector<PosterKey>{PosterKey{1}, PosterKey{2}}));
  EXPECT_TRUE(this->visited(this->davit_).empty());
}

TYPED_TEST(MyThingsTest, ACardSaysWhatItSaidWhenItWasLeftUntilItIsTakenBack) {
  const auto card = this->leave(this->amara_, 1, true, "We run 200 cameras.");
  ASSERT_TRUE(card);
  EXPECT_EQ(card->email, "amara@example.org");
  EXPECT_EQ(card->note, "We run 200 cameras.");
  EXPECT_FALSE(this->leave(this->amara_, 9, true, ""));
  EXPECT_FALSE(this->leave(PersonId{99}, 1, true, ""));
  ASSERT_EQ(this->cards_at(1).size(), 1U);
  EXPECT_EQ(this->cards_at(1)[0].name, card->name);
  EXPECT_TRUE(this->cards_at(2).empty());

  ASSERT_TRUE(this->leave(this->amara_, 1, false, ""));
  ASSERT_EQ(this->cards_at(1).size(), 1U) << "one card a person";
  EXPECT_EQ(this->cards_at(1)[0].email, "") << "not given";
  const auto mine = wait_for<std::vector<hall::Card>>(
      [&](auto reply) { this->store_->my_things().cards_by(this->amara_, std::move(reply)); });
  ASSERT_EQ(mine->size(), 1U);
  EXPECT_EQ(mine->front().poster, PosterKey{1});
  EXPECT_FALSE(this->take_back(this->davit_, 1)) << "it is not theirs";
  EXPECT_TRUE(this->take_back(this->amara_, 1));
  EXPECT_FALSE(this->take_back(this->amara_, 1));
  EXPECT_TRUE(this->cards_at(1).empty());
}

}  // namespace
}  // namespace posterhall::store_test
