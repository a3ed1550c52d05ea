// Threads that read, each over its own connection, while the writer writes.
// Runs on: submit() from any thread; jobs on one of the readers. Owns: threads, connections, waiting jobs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/job_box.hpp"

namespace posterhall::store {

class Readers {
 public:
  explicit Readers(std::vector<std::unique_ptr<Connection>> connections);
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  void submit(Job job);

 private:
  void loop(Connection& db);

  static constexpr std::size_t kMostWaiting = 20'000;
  static constexpr std::chrono::seconds kWithin{10};

  std::vector<std::unique_ptr<Connection>> connections_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace posterhall::store
