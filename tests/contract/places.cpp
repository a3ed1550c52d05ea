#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Over>
class PlacesTest : public StoreTest<Over> {
 protected:
  std::optional<hall::LastPlace> load(std::uint32_t person) {
    return *wait_for<std::optional<hall::LastPlace>>(
        [&](auto reply) { this->store_->places().load(PersonId{person}, std::move(reply)); });
  }
};
TYPED_TEST_SUITE(PlacesTest, Backends);

TYPED_TEST(PlacesTest, RemembersTheNewestPlaceOverARestart) {
  EXPECT_FALSE(this->load(1));
  this->store_->places().save(
      {{PersonId{1}, 0xFFFF'FFFF, RoomId{2}, this->kNow, true}, {PersonId{2}, 7, {}, this->kNow}});
  this->store_->places().save({{PersonId{2}, 8, {}, this->kNow + 5000}});
  this->store_->places().save({{PersonId{2}, 6, {}, this->kNow + 1000}});  // late: an older one loses
  this->reopen();
  const auto one = this->load(1);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->place, 0xFFFF'FFFF);
  EXPECT_EQ(one->room, RoomId{2});
  EXPECT_EQ(one->at, this->kNow);
  EXPECT_TRUE(one->chosen_booth);
  EXPECT_EQ(this->load(2)->place, 8U);
}

TYPED_TEST(PlacesTest, TakesManyRowsAtOnceAndForgetsAfterADay) {
  std::vector<hall::LastPlace> many;
  for (std::uint32_t i = 1; i <= 1500; ++i) many.push_back({PersonId{i}, i, {}, this->kNow});
  this->store_->places().save(many);
  EXPECT_EQ(this->load(1500)->place, 1500U);
  this->store_->places().save({{PersonId{3}, 33, {}, this->kNow + UnixMs{25} * 3600 * 1000}});
  EXPECT_FALSE(this->load(1500));
  EXPECT_EQ(this->load(3)->place, 33U);
}

}  // namespace
}  // namespace posterhall::store_test
