// The one thread that writes posterhall.sqlite. What waits while a commit is on its way to the disk shares the next
// one; no job is answered before its commit has returned.
// Runs on: submit() from any thread; jobs on the writer's own. Owns: the thread, its connection, the waiting jobs.
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

class Writer {
 public:
  explicit Writer(std::unique_ptr<Sqlite> db);
  /// Finishes what waits, then ends the thread.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Too much waiting: answered at once with StoreError::overloaded.
  void submit(Job job);

 private:
  void loop();
  void run_batch(std::vector<Job>& batch);

  static constexpr std::size_t kMostWaiting = 20'000;
  static constexpr std::size_t kMostInACommit = 500;

  std::unique_ptr<Sqlite> db_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace posterhall::store
