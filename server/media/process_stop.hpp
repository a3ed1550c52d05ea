// Ends children before their time: what stops a server does not wait a minute for a page to be drawn.
// Runs on: any thread. Owns: the list of children that run.
#pragma once

#include <sys/types.h>

#include <mutex>
#include <set>

namespace posterhall::media {

class ProcessStop {
 public:
  /// A child was started; killed at once when it is too late for that.
  void started(pid_t child);
  void ended(pid_t child);
  /// Kills what runs, with its group, and what is started from now on.
  void stop();
  [[nodiscard]] bool stopped() const;

 private:
  mutable std::mutex mutex_;
  std::set<pid_t> running_;
  bool stopped_ = false;
};

/// On what terms children run: how far behind the hall (0..19), and who may end them (null: nobody).
struct ChildTerms {
  int nice = 0;
  ProcessStop* stop = nullptr;
};

}  // namespace posterhall::media
