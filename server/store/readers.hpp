// Threads that read posterhall.sqlite, each over its own connection; WAL lets them read while the writer writes.
// Runs on: submit() from any thread; jobs on one of the readers. Owns: threads, connections, waiting jobs.
#pragma once

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
  explicit Readers(std::vector<std::unique_ptr<Sqlite>> connections);
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  void submit(Job job);

 private:
  void loop(Sqlite& db);

  static constexpr std::size_t kMostWaiting = 20'000;

  std::vector<std::unique_ptr<Sqlite>> connections_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace posterhall::store
