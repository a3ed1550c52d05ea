#include "base/token_bucket.hpp"

#include <gtest/gtest.h>

namespace posterhall {
namespace {

TEST(TokenBucket, gives_its_burst_then_its_rate) {
  TokenBucket bucket;
  const Rate rate{1, 1000, 5};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(bucket.take(rate, 10'000), 0U);
  EXPECT_EQ(bucket.take(rate, 10'000), 1000U);
  EXPECT_EQ(bucket.take(rate, 10'400), 600U);
  EXPECT_EQ(bucket.take(rate, 11'000), 0U);
  EXPECT_NE(bucket.take(rate, 11'000), 0U);
}

TEST(TokenBucket, a_refusal_takes_nothing) {
  TokenBucket bucket;
  const Rate rate{1, 1000, 1};
  EXPECT_EQ(bucket.take(rate, 5000), 0U);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(bucket.take(rate, 5500), 500U);
  EXPECT_EQ(bucket.take(rate, 6000), 0U);
}

TEST(TokenBucket, is_full_again_after_its_burst_s_time_and_not_fuller) {
  TokenBucket bucket;
  const Rate rate{20, 1000, 4};
  for (int i = 0; i < 4; ++i) EXPECT_EQ(bucket.take(rate, 1000), 0U);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(bucket.take(rate, 90'000), 0U);
  EXPECT_EQ(bucket.take(rate, 90'000), 50U);
}

TEST(TokenBucket, over_a_long_time_the_rate_holds) {
  TokenBucket bucket;
  const Rate rate{20, 1000, 24};
  int taken = 0;
  for (std::uint64_t ms = 0; ms < 10'000; ++ms) taken += bucket.take(rate, ms) == 0 ? 1 : 0;
  EXPECT_EQ(taken, 24 - 1 + 200);
}

TEST(TokenBucket, a_clock_that_stands_still_or_rates_of_nothing_do_no_harm) {
  TokenBucket bucket;
  EXPECT_EQ(bucket.take({0, 1000, 0}, 0), 0U);
  EXPECT_NE(bucket.take({0, 1000, 0}, 0), 0U);
}

}  // namespace
}  // namespace posterhall
