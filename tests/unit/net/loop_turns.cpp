// When a loop sleeps between turns, and when it does not: with a clock of the test's own.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <map>
#include <stdexcept>
#include <vector>

#include "net/loop_turns.hpp"

namespace posterhall::net {
namespace {

using std::chrono::milliseconds;

struct Loop {
  boost::asio::io_context loop{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{loop.get_executor()};
  TurnClock::Time now{};
  int looks = 0;  ///< at the clock
  /// Two looks a turn, one of a turn in a crowd, which is after its sleep.
  std::map<int, std::function<void()>> then;  ///< what comes right after a look
  std::vector<std::int64_t> slept_to_ms, stepped_at_ms;
  int handled = 0;

  /// What is handled `ms` after what was handled before.
  void comes(int ms, int count = 1) {
    for (int i = 0; i < count; ++i) {
      boost::asio::post(loop, [this, ms] {
        now += milliseconds(ms);
        ++handled;
      });
    }
  }
  [[nodiscard]] std::int64_t now_ms() const { return now.time_since_epoch() / milliseconds(1); }
  void run(bool stepping = false) {
    const TurnClock clock{[this] {
                            const auto read = now;
                            const auto what = then.find(looks++);
                            if (what != then.end()) what->second();
                            return read;
                          },
                          [this](TurnClock::Time until) {
                            slept_to_ms.push_back(until.time_since_epoch() / milliseconds(1));
                            now = until;
                          },
                          [this](boost::asio::io_context& io, TurnClock::Time until) {
                            const bool ran = io.poll_one() != 0;
                            if (ran) return true;
                            if (until == TurnClock::Time::max()) {
                              io.stop();  // it would wait for ever
                            } else {
                              now = std::max(now, until);
                            }
                            return false;
                          }};
    const auto step = [this] { stepped_at_ms.push_back(now_ms()); };
    run_in_turns(loop, clock, milliseconds(10), stepping ? std::function<void()>(step) : nullptr);
  }
};

TEST(LoopTurns, takes_what_comes_now_and_then_at_once) {
  Loop it;
  it.comes(0);
  it.then[2] = [&] { it.comes(5); };
  it.then[4] = [&] { it.comes(50); };
  it.run();
  EXPECT_EQ(it.handled, 3);
  EXPECT_TRUE(it.slept_to_ms.empty());
}

TEST(LoopTurns, takes_a_crowd_in_turns_until_nothing_came_in_one) {
  Loop it;
  it.comes(0, 3);
  it.then[2] = [&] { it.comes(1); };      // too soon after the turn at 0
  it.then[3] = [&] { it.comes(0, 20); };  // while it sleeps to 5
  it.then[4] = [&] { it.comes(0); };      // and to 10
  it.run();
  EXPECT_EQ(it.slept_to_ms, (std::vector<std::int64_t>{5, 10, 15}));
  EXPECT_EQ(it.handled, 3 + 1 + 20 + 1);
}

TEST(LoopTurns, steps_when_a_step_is_due_in_a_crowd_and_without_anybody) {
  Loop it;
  it.comes(0);                         // the first step is due from the beginning
  it.then[2] = [&] { it.comes(1); };   // too soon: slept to 5
  it.then[3] = [&] { it.comes(0); };   // and to 10
  it.then[7] = [&] { it.comes(23); };  // handled for so long that two steps were missed: one is made up for
  it.then[9] = [&] {
    it.comes(1);
    boost::asio::post(it.loop, [&] { it.loop.stop(); });
  };
  it.run(true);
  EXPECT_EQ(it.stepped_at_ms, (std::vector<std::int64_t>{0, 5, 15, 25, 48}));
}

TEST(LoopTurns, ends_when_the_loop_is_stopped_and_throws_what_a_handler_throws) {
  Loop it;
  it.comes(0);
  it.then[1] = [&] {
    it.comes(1);
    boost::asio::post(it.loop, [&] { it.loop.stop(); });
  };
  it.run();
  EXPECT_EQ(it.handled, 2);
  it.loop.restart();
  boost::asio::post(it.loop, [] { throw std::runtime_error("broken"); });
  EXPECT_THROW(it.run(), std::runtime_error);
}

}  // namespace
}  // namespace posterhall::net
