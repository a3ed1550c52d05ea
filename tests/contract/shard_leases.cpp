// Numbers for shards, for every store: nobody has another's, who stood still keeps theirs while nobody took it, and the
// hall has one name for all who share it.
#include <chrono>
#include <set>

#include "contract/store_fixture.hpp"

namespace posterhall::store_test {
namespace {

template <class Backend>
class ShardLeases : public StoreTest<Backend> {
 protected:
  hall::LeasedShards lease(const std::string& holder, std::uint32_t count, const hall::CommonGround& ours = {"x", 1}) {
    return *wait_for<hall::LeasedShards>(
        [&](auto reply) { this->store_->shard_leases().lease(holder, count, ours, std::move(reply)); });
  }
  bool renew(const std::string& holder, std::uint32_t count) {
    return *wait_for<bool>([&](auto reply) { this->store_->shard_leases().renew(holder, count, std::move(reply)); });
  }
  void release(const std::string& holder) {
    (void)wait_for<bool>([&](auto reply) { this->store_->shard_leases().release(holder, std::move(reply)); });
  }
};
TYPED_TEST_SUITE(ShardLeases, Backends);

TYPED_TEST(ShardLeases, NobodyHasAnothersNumber) {
  std::set<hall::ShardNumber> all;
  for (int i = 0; i < 5; ++i) {
    const auto leased = this->lease("holder-of-some-numbers-" + std::to_string(i), 3);
    ASSERT_EQ(leased.numbers.size(), 3U);
    for (const auto number : leased.numbers) {
      EXPECT_LT(number, hall::kShardNumbers);
      EXPECT_TRUE(all.insert(number).second) << number;
    }
  }
}

TYPED_TEST(ShardLeases, TheHallHasOneNameThatStays) {
  const auto name = this->lease("0123456789abcdef", 1).hall;
  EXPECT_EQ(name, "0123456789ab");
  EXPECT_EQ(this->lease("fedcba9876543210", 1).hall, name);
  this->reopen();
  EXPECT_EQ(this->lease("another-one-of-them", 1).hall, name);
}

TYPED_TEST(ShardLeases, TheFirstOfThoseThatRunSaysWhatTheyHaveInCommon) {
  const hall::CommonGround first{"folder of the first", 1}, second{"another", 2};
  EXPECT_EQ(this->lease("first", 1, first).ground, first);
  EXPECT_EQ(this->lease("second", 1, second).ground, first);
  this->release("first");
  EXPECT_EQ(this->lease("third", 1, second).ground, first) << "the second still runs";
  this->release("second");
  this->release("third");
  EXPECT_EQ(this->lease("fourth", 1, second).ground, second) << "alone again";
}

TYPED_TEST(ShardLeases, TheStoresClockIsTold) {
  const auto clock = [] {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  };
  // Until a whole second has passed: one that is told before it has come is told in a part of each second only.
  const auto end = clock() + 1000;
  for (auto before = clock(); before < end; before = clock()) {
    const auto now = this->lease("who asks", 1).now;
    this->release("who asks");
    ASSERT_GE(now, before - 1000);
    ASSERT_LE(now, clock());
  }
}

TYPED_TEST(ShardLeases, WhatIsHeldIsRenewedAndWhatIsReleasedIsNot) {
  (void)this->lease("first", 2);
  (void)this->lease("second", 2);
  EXPECT_TRUE(this->renew("first", 2));
  this->release("first");
  EXPECT_FALSE(this->renew("first", 2));
  EXPECT_TRUE(this->renew("second", 2));
}

TYPED_TEST(ShardLeases, ThereAreOnlySoManyAndNoneIsTakenFromWhoHoldsIt) {
  EXPECT_EQ(this->lease("all of them", hall::kShardNumbers).numbers.size(), hall::kShardNumbers);
  EXPECT_TRUE(this->lease("too late", 1).numbers.empty());
  EXPECT_TRUE(this->renew("all of them", hall::kShardNumbers));
  this->release("all of them");
  EXPECT_EQ(this->lease("again", 2).numbers.size(), 2U);
}

TYPED_TEST(ShardLeases, HalfOfWhatWasAskedForIsNotKept) {
  EXPECT_EQ(this->lease("nearly all", hall::kShardNumbers - 1).numbers.size(), hall::kShardNumbers - 1);
  EXPECT_TRUE(this->lease("two", 2).numbers.empty());
  EXPECT_EQ(this->lease("one", 1).numbers.size(), 1U);
}

}  // namespace
}  // namespace posterhall::store_test
