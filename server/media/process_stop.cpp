#include "media/process_stop.hpp"

#include <csignal>

namespace posterhall::media {
namespace {

/// timeout(1) leads a group of its own once it runs.
void kill_child(pid_t child) {
  (void)::kill(-child, SIGKILL);
  (void)::kill(child, SIGKILL);
}

}  // namespace

void ProcessStop::started(pid_t child) {
  const std::lock_guard lock(mutex_);
  running_.insert(child);
  if (stopped_) kill_child(child);
}

void ProcessStop::ended(pid_t child) {
  const std::lock_guard lock(mutex_);
  running_.erase(child);
}

void ProcessStop::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  for (const auto child : running_) kill_child(child);
}

bool ProcessStop::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

}  // namespace posterhall::media
