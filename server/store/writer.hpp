// The one thread that writes posterhall.sqlite. What waits while a commit is on its way to the disk shares the next
// one; no job is answered before its commit has returned. When the disk is full, what keeps order is stored with a
// reserve and everything else is refused, until there is room again.
// Runs on: submit() from any thread; jobs on the writer's own. Owns: the thread, its connection, the waiting jobs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/job_box.hpp"
#include "store/reserve.hpp"

namespace posterhall::store {

class Writer {
 public:
  Writer(std::unique_ptr<Sqlite> db, const std::filesystem::path& reserve_file);
  /// Finishes what waits, then ends the thread.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Too much waiting: answered at once with StoreError::overloaded.
  void submit(Job job);

 private:
  void loop();
  void run_batch(std::vector<Job>& batch);
  /// Runs all of them, or only what keeps order; what became of each is put into `fates`. Says why nothing was stored.
  ErrorCode run(std::vector<Job>& batch, bool ordinary, std::vector<ErrorCode>& fates);
  /// Is there room for everything? Looks now and then, when there was none.
  [[nodiscard]] bool has_room();

  static constexpr std::size_t kMostWaiting = 20'000;
  static constexpr std::size_t kMostInACommit = 500;

  std::unique_ptr<Sqlite> db_;
  Reserve reserve_;
  bool short_of_space_ = false;  ///< the reserve was given up
  std::chrono::steady_clock::time_point looked_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace posterhall::store
