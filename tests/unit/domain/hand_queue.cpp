// Hands at a booth: one order for all, whatever came first, and one person has the floor.
#include "domain/hand_queue.hpp"

#include <gtest/gtest.h>

namespace posterhall::tests {
namespace {

using domain::HandQueue;

constexpr PersonId kIngrid{1}, kDavit{2}, kTomasz{3};
using People = std::vector<PersonId>;

TEST(HandQueue, the_order_is_by_time_then_by_person_whoever_is_heard_of_first) {
  HandQueue one, other;
  EXPECT_TRUE(one.raise(kTomasz, 1000));
  EXPECT_TRUE(one.raise(kIngrid, 2000));
  EXPECT_TRUE(one.raise(kDavit, 2000));
  EXPECT_TRUE(other.raise(kDavit, 2000));
  EXPECT_TRUE(other.raise(kIngrid, 2000));
  EXPECT_TRUE(other.raise(kTomasz, 1000));
  EXPECT_EQ(one.order(), (People{kTomasz, kIngrid, kDavit}));
  EXPECT_EQ(other.order(), one.order());
}

TEST(HandQueue, a_hand_that_is_up_keeps_its_place) {
  HandQueue queue;
  queue.raise(kIngrid, 1000);
  queue.raise(kDavit, 2000);
  EXPECT_FALSE(queue.raise(kIngrid, 3000));
  EXPECT_EQ(queue.order(), (People{kIngrid, kDavit}));
  EXPECT_TRUE(queue.lower(kIngrid));
  EXPECT_FALSE(queue.lower(kIngrid));
  EXPECT_TRUE(queue.raise(kIngrid, 4000));
  EXPECT_EQ(queue.order(), (People{kDavit, kIngrid}));
}

TEST(HandQueue, who_gets_the_floor_has_no_hand_up_and_the_last_word_counts) {
  HandQueue queue;
  queue.raise(kIngrid, 1000);
  queue.raise(kDavit, 1500);
  EXPECT_TRUE(queue.give(kDavit, 2000));
  EXPECT_EQ(queue.floor(), kDavit);
  EXPECT_EQ(queue.order(), People{kIngrid});
  EXPECT_FALSE(queue.raise(kDavit, 2100)) << "has it";
  EXPECT_TRUE(queue.give(kIngrid, 3000));
  EXPECT_FALSE(queue.give(kDavit, 2000)) << "said again, and over";
  EXPECT_EQ(queue.floor(), kIngrid);
  EXPECT_TRUE(queue.give(PersonId{}, 4000));
  EXPECT_FALSE(queue.give(kIngrid, 3000)) << "taken back later";
  EXPECT_TRUE(queue.empty());
}

TEST(HandQueue, of_two_floors_given_in_the_same_millisecond_all_shards_choose_the_same) {
  HandQueue one, other;
  one.give(kIngrid, 1000);
  one.give(kDavit, 1000);
  other.give(kDavit, 1000);
  other.give(kIngrid, 1000);
  EXPECT_EQ(one.floor(), other.floor());
}

TEST(HandQueue, who_does_not_stay_has_neither_hand_nor_floor) {
  HandQueue queue;
  queue.raise(kIngrid, 1000);
  queue.give(kDavit, 2000);
  EXPECT_FALSE(queue.keep([](PersonId) { return true; }));
  EXPECT_TRUE(queue.keep([](PersonId person) { return person == kIngrid; }));
  EXPECT_FALSE(queue.floor());
  EXPECT_EQ(queue.order(), People{kIngrid});
}

}  // namespace
}  // namespace posterhall::tests
