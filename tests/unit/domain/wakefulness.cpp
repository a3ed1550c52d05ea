#include "domain/wakefulness.hpp"

#include <gtest/gtest.h>

namespace posterhall::domain {
namespace {

constexpr std::uint64_t kMinute = 60'000;

TEST(Wakefulness, five_minutes_without_input_is_away) {
  EXPECT_EQ(wakefulness(0, false), Wakefulness::awake);
  EXPECT_EQ(wakefulness(5 * kMinute - 1, false), Wakefulness::awake);
  EXPECT_EQ(wakefulness(5 * kMinute, false), Wakefulness::away);
}

TEST(Wakefulness, who_attends_is_asked_first_and_has_half_a_minute) {
  EXPECT_EQ(wakefulness(5 * kMinute - 1, true), Wakefulness::awake);
  EXPECT_EQ(wakefulness(5 * kMinute, true), Wakefulness::asked);
  EXPECT_EQ(wakefulness(5 * kMinute + 29'999, true), Wakefulness::asked);
  EXPECT_EQ(wakefulness(5 * kMinute + 30'000, true), Wakefulness::away);
}

TEST(Wakefulness, the_five_minutes_can_be_others) {
  EXPECT_EQ(wakefulness(kMinute, false, kMinute), Wakefulness::away);
  EXPECT_EQ(wakefulness(kMinute + 29'999, true, kMinute), Wakefulness::asked);
}

}  // namespace
}  // namespace posterhall::domain
