#include "integration/support/without_store.hpp"

#include <gtest/gtest.h>

#include "integration/support/patience.hpp"

namespace posterhall::integration {
namespace {

/// Ack or Reject.
v1::ServerMessage answered(Tab& tab, const v1::ClientMessage& message) {
  const auto seq = tab.say(message);
  return tab.hear([&](const auto& heard) {
    return (heard.has_ack() && heard.ack().in_reply_to() == seq) ||
           (heard.has_reject() && heard.reject().in_reply_to() == seq);
  });
}

}  // namespace

std::uint32_t stored_within(Tab& tab, const v1::ClientMessage& message, std::chrono::seconds time) {
  const auto begun = std::chrono::steady_clock::now();
  const auto answer = answered(tab, message);
  EXPECT_LE(std::chrono::steady_clock::now() - begun, time) << "told in time";
  if (answer.has_ack()) return answer.ack().number();
  EXPECT_EQ(answer.reject().code(), v1::REJECT_CODE_STORE_UNAVAILABLE);
  EXPECT_GT(answer.reject().retry_after_ms(), 0U);
  return 0;
}

std::uint32_t stored_at_last(Tab& tab, const v1::ClientMessage& message) {
  const auto until = give_up_at();
  while (std::chrono::steady_clock::now() < until) {
    const auto answer = answered(tab, message);
    if (answer.has_ack()) return answer.ack().number();
    (void)tab.socket().readable(static_cast<int>(answer.reject().retry_after_ms()));
  }
  return 0;
}

void expect_moving_goes_on(Tab& walks, Tab& sees) {
  v1::ClientMessage go;
  go.mutable_go()->set_booth(101);
  go.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  for (Tab* tab : {&walks, &sees}) tab->say(go);
  const auto going = walks.hear([](const auto& heard) { return heard.has_going(); }).going();
  for (std::uint32_t step = 1; step <= 5; ++step) {
    v1::ClientMessage move;
    move.mutable_move()->set_sequence((going.sequence() + step) & 0xff);
    move.mutable_move()->set_place((going.place() & ~0xfU) | (step & 1U) << 2);
    walks.say(move);
    sees.hear_until([&] {
      const auto place = sees.place_of(walks.welcome().visitor());
      return place && (*place & 0xcU) == (step & 1U) << 2;
    });
  }
}

}  // namespace posterhall::integration
