// An author is called calmly: one call whose number grows, answers that hold, and nobody who is busy.
#include "domain/author_call.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace posterhall::tests {
namespace {

using domain::AuthorCall;
using domain::CallState;
using domain::WaitingBooth;
using How = CallState::How;

constexpr BoothNumber kHere{411}, kThere{512};

std::vector<WaitingBooth> at(BoothNumber booth, std::uint32_t waiting) { return {{booth, PosterKey{7}, waiting}}; }

TEST(AuthorCall, one_call_whose_number_grows) {
  AuthorCall call;
  EXPECT_EQ(call.observe({}, false, 0).how, How::none);
  EXPECT_EQ(call.observe(at(kHere, 1), false, 1000).how, How::called);
  const CallState& three = call.observe(at(kHere, 3), false, 2000);
  EXPECT_EQ(three.how, How::called);
  EXPECT_EQ(three.waiting, 3U);
  EXPECT_EQ(call.observe({}, false, 3000).how, How::none);
}

TEST(AuthorCall, stays_with_its_booth_while_somebody_waits_there) {
  AuthorCall call;
  call.observe(at(kHere, 1), false, 0);
  const std::vector<WaitingBooth> both{{kThere, PosterKey{8}, 5}, {kHere, PosterKey{7}, 1}};
  EXPECT_EQ(call.observe(both, false, 1000).booth, kHere);
  EXPECT_EQ(call.observe(at(kThere, 5), false, 2000).booth, kThere);
  AuthorCall fresh;
  EXPECT_EQ(fresh.observe(both, false, 0).booth, kThere) << "the fullest first";
}

TEST(AuthorCall, nobody_is_called_while_presenting_or_hosting) {
  AuthorCall call;
  EXPECT_EQ(call.observe(at(kHere, 2), true, 0).how, How::none);
  call.observe(at(kHere, 2), false, 1000);
  EXPECT_EQ(call.observe(at(kHere, 2), true, 2000).how, How::none) << "an open call is taken back";
  EXPECT_FALSE(call.accept(kHere, 2000));
}

TEST(AuthorCall, after_later_it_is_quiet_for_ten_minutes_at_every_booth) {
  AuthorCall call;
  call.observe(at(kHere, 1), false, 0);
  EXPECT_FALSE(call.later(kThere, 0));
  EXPECT_TRUE(call.later(kHere, 0));
  EXPECT_FALSE(call.later(kHere, 0)) << "answered already";
  EXPECT_EQ(call.observe(at(kHere, 4), false, 1000).how, How::later);
  EXPECT_EQ(call.observe({}, false, 2000).how, How::later);
  EXPECT_EQ(call.observe(at(kThere, 1), false, domain::kQuietAfterLaterMs - 1).how, How::later);
  EXPECT_EQ(call.state().booth, kThere) << "who waits there now is told so";
  EXPECT_EQ(call.observe(at(kThere, 1), false, domain::kQuietAfterLaterMs).how, How::called);
}

TEST(AuthorCall, who_said_to_come_and_does_not_is_called_again) {
  AuthorCall call;
  call.observe(at(kHere, 1), false, 0);
  EXPECT_TRUE(call.accept(kHere, 0));
  EXPECT_EQ(call.observe(at(kHere, 1), false, domain::kComingForMs - 1).how, How::coming);
  EXPECT_EQ(call.observe(at(kHere, 1), false, domain::kComingForMs).how, How::called);
  EXPECT_TRUE(call.accept(kHere, domain::kComingForMs));
  EXPECT_EQ(call.observe({}, true, domain::kComingForMs + 1).how, How::none) << "there: attended, so nobody waits";
  EXPECT_EQ(call.observe(at(kHere, 1), false, domain::kComingForMs + 2).how, How::called);
}

TEST(AuthorCall, a_call_to_another_booth_is_a_new_one) {
  AuthorCall call;
  call.observe(at(kHere, 1), false, 0);
  EXPECT_TRUE(call.accept(kHere, 0));
  EXPECT_EQ(call.observe(at(kThere, 1), false, 1000).how, How::called);
}

}  // namespace
}  // namespace posterhall::tests
