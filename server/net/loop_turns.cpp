#include "net/loop_turns.hpp"

#include <algorithm>
#include <thread>

namespace posterhall::net {
namespace {

using Time = TurnClock::Time;

TurnClock steady_clock() {
  return {std::chrono::steady_clock::now, [](Time until) { std::this_thread::sleep_until(until); },
          [](boost::asio::io_context& loop, Time until) {
            return (until == Time::max() ? loop.run_one() : loop.run_one_until(until)) != 0;
          }};
}

}  // namespace

void run_in_turns(boost::asio::io_context& loop) { run_in_turns(loop, steady_clock(), {}, {}); }

void run_in_turns(boost::asio::io_context& loop, std::chrono::milliseconds every, const std::function<void()>& step) {
  run_in_turns(loop, steady_clock(), every, step);
}

void run_in_turns(boost::asio::io_context& loop, const TurnClock& clock, std::chrono::milliseconds every,
                  const std::function<void()>& step) {
  Time last = clock.now() - kTurnApart;
  Time due = step ? last : Time::max();
  const auto now_and_step = [&] {
    const Time now = clock.now();
    if (now >= due && !loop.stopped()) {
      step();
      due = std::max(due + every, now);
    }
    return now;
  };
  while (!loop.stopped()) {
    const bool came = clock.run_one_until(loop, due);
    if (came && clock.now() - last < kTurnApart) {
      bool crowd = true;
      while (crowd) {  // a loop that was stopped polls nothing
        clock.sleep_until(last + kTurnApart);
        crowd = loop.poll() != 0;
        last = now_and_step();
      }
      continue;
    }
    if (came) (void)loop.poll();
    const Time now = now_and_step();
    if (came) last = now;  // else only a step was due: whoever comes after it has not come in a crowd
  }
}

}  // namespace posterhall::net
