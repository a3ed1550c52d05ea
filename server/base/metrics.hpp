// Figures of a running server in Prometheus' text form. A counter is one relaxed add; nothing is looked up by name
// while it runs.
// Runs on: any thread. Owns: the counters (the registry), for as long as the process runs.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace posterhall {

class Counter {
 public:
  void add(std::uint64_t by = 1) { value_.fetch_add(by, std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

class Metrics {
 public:
  /// Names as Prometheus wants them, labels ready-made (`shard="0"`) or empty. Call at start-up; the reference stays.
  Counter& counter(std::string_view name, std::string_view help, std::string_view labels = {});
  /// A value read when somebody asks; `read` must be callable from the front thread.
  void gauge(std::string_view name, std::string_view help, std::string_view labels, std::function<double()> read);

  /// The text exposition format 0.0.4, entries of one name together.
  [[nodiscard]] std::string text() const;

 private:
  struct Entry {
    std::string name, help, labels;
    bool is_counter = true;
    Counter counter;
    std::function<double()> read;
  };
  mutable std::mutex mutex_;   ///< registration only; counting takes no lock
  std::deque<Entry> entries_;  ///< a deque: references stay
};

}  // namespace posterhall
