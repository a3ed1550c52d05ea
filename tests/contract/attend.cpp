#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Over>
class AttendStoreTest : public StoreTest<Over> {
 protected:
  std::vector<PosterKey> wanted(PersonId person) {
    return *wait_for<std::vector<PosterKey>>(
        [&](auto reply) { this->store_->attend().load_wanted(person, std::move(reply)); });
  }
  bool want(PersonId person, std::uint32_t poster, bool on) {
    return wait_for<bool>(
               [&](auto reply) { this->store_->attend().set_wanted(person, PosterKey{poster}, on, std::move(reply)); })
        .has_value();
  }
};
TYPED_TEST_SUITE(AttendStoreTest, Backends);

TYPED_TEST(AttendStoreTest, KeepsWhoWantsToBeToldOverRestartsAndForgetsItWhenTold) {
  ASSERT_TRUE(
      this->tools_->catalogue().apply(this->change({this->poster(1, "p-1"), this->poster(2, "p-2")}), this->kNow));
  const auto one = this->invite("a@example.org", 1);
  const auto two = this->invite("b@example.org", 2);
  EXPECT_TRUE(this->want(one, 2, true));
  EXPECT_TRUE(this->want(one, 1, true));
  EXPECT_TRUE(this->want(one, 1, true)) << "asked twice is asked once";
  EXPECT_TRUE(this->want(two, 1, true));
  this->reopen();
  EXPECT_EQ(this->wanted(one), (std::vector<PosterKey>{PosterKey{1}, PosterKey{2}}));
  EXPECT_TRUE(this->want(one, 1, false));
  EXPECT_TRUE(this->want(one, 1, false));
  EXPECT_EQ(this->wanted(one), std::vector<PosterKey>{PosterKey{2}});
  EXPECT_EQ(this->wanted(two), std::vector<PosterKey>{PosterKey{1}});
  EXPECT_FALSE(this->want(one, 99, true)) << "no such poster";
}

TYPED_TEST(AttendStoreTest, APosterThatIsNotInTheHallIsNotWaitedFor) {
  ASSERT_TRUE(
      this->tools_->catalogue().apply(this->change({this->poster(1, "p-1"), this->poster(2, "p-2")}), this->kNow));
  const auto one = this->invite("a@example.org", 1);
  ASSERT_TRUE(this->want(one, 2, true));
  ASSERT_TRUE(this->tools_->catalogue().apply(this->change({this->poster(1, "p-1")}), this->kNow));
  EXPECT_TRUE(this->wanted(one).empty());
}

}  // namespace
}  // namespace posterhall::store_test
