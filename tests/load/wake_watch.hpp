// How late this machine wakes a thread that has nothing else to do: what everything measured here is late by, too. A
// machine that others use is late by tens of milliseconds at times; a quiet one by a tenth of one. Runs on: a thread of
// its own between start() and stop(). Owns: that thread and what it saw.
#pragma once

#include <thread>

#include "crowd.hpp"

namespace posterhall::load {

class WakeWatch {
 public:
  void start();
  void stop();
  /// Milliseconds, a hundred wakes a second; after stop().
  [[nodiscard]] const LatencyTally& late() const { return late_; }

 private:
  LatencyTally late_;
  std::jthread thread_;
};

}  // namespace posterhall::load
