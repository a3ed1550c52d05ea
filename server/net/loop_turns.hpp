// Runs a loop so that many small messages do not wake its thread for each: once they come closer together than
// kTurnApart, all that came since the last turn is taken in one. Waking costs more than most messages do
// (docs/decisions/0117). A message that comes after a rest is handled at once, one in a crowd at most kTurnApart later.
// Runs on: the loop's thread, until the loop is stopped or has nothing left to do. Owns: nothing.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>

namespace posterhall::net {

inline constexpr std::chrono::milliseconds kTurnApart{5};

/// The steady clock, or a test's.
struct TurnClock {
  using Time = std::chrono::steady_clock::time_point;
  std::function<Time()> now;
  std::function<void(Time)> sleep_until;
  /// Waits for one handler until then; Time::max() without an end. False: none ran.
  std::function<bool(boost::asio::io_context&, Time)> run_one_until;
};

/// Like loop.run().
void run_in_turns(boost::asio::io_context& loop);
/// And calls `step` every so often, late rather than twice.
void run_in_turns(boost::asio::io_context& loop, std::chrono::milliseconds every, const std::function<void()>& step);
void run_in_turns(boost::asio::io_context& loop, const TurnClock& clock, std::chrono::milliseconds every,
                  const std::function<void()>& step);

}  // namespace posterhall::net
