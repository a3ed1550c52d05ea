// The one thread of a process that writes by transactions. What waits while a commit is on its way to the disk shares
// the next one; no job is answered before its commit has returned. A batch that met another process's is done again,
// for a bounded time. When the disk is full, what keeps order is stored with a reserve and everything else is refused,
// until there is room again. Runs on: submit() from any thread; jobs on the writer's own. Owns: the thread, its
// connection, the waiting jobs.
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
  Writer(std::unique_ptr<Connection> db, const std::filesystem::path& reserve_file);
  /// Finishes what waits, then ends the thread.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Too much waiting: answered at once with StoreError::overloaded.
  void submit(Job job);

 private:
  void loop();
  void run_batch(std::vector<Job>& batch);
  /// The same, again while only another writer was in the way.
  ErrorCode run_through(std::vector<Job>& batch, bool ordinary, std::vector<ErrorCode>& fates);
  /// Runs all of them, or only what keeps order; what became of each is put into `fates`. Says why nothing was stored.
  /// `again`: whether it may ask to be done once more, and whether it does.
  ErrorCode run(std::vector<Job>& batch, bool ordinary, std::vector<ErrorCode>& fates, bool& again);
  /// Is there room for everything? Looks now and then, when there was none.
  [[nodiscard]] bool has_room();

  static constexpr std::size_t kMostWaiting = 20'000;
  static constexpr std::size_t kMostInACommit = 500;
  static constexpr int kMostTries = 4;
  static constexpr std::chrono::milliseconds kWithin{3500};  ///< longer than the database waits for a lock

  std::unique_ptr<Connection> db_;
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
