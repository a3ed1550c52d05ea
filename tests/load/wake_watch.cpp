#include "wake_watch.hpp"

#include <chrono>

namespace posterhall::load {

void WakeWatch::start() {
  thread_ = std::jthread([this](const std::stop_token& stopped) {
    auto due = Clock::now();
    while (!stopped.stop_requested()) {
      due += std::chrono::milliseconds(10);  // from the last one: a second of standstill is a hundred late wakes
      std::this_thread::sleep_until(due);    // is what is measured
      late_.add(std::chrono::duration<double, std::milli>(Clock::now() - due).count());
    }
  });
}

void WakeWatch::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

}  // namespace posterhall::load
