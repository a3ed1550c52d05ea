#include "store/readers.hpp"

#include <utility>

namespace posterhall::store {

Readers::Readers(std::vector<std::unique_ptr<Connection>> connections) : connections_(std::move(connections)) {
  for (auto& connection : connections_) threads_.emplace_back([this, &db = *connection] { loop(db); });
}

Readers::~Readers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Readers::submit(Job job) {
  {
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= kMostWaiting || stopping_) {
      lock.unlock();
      job.done(make_error_code(StoreError::overloaded));
      return;
    }
    waiting_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void Readers::loop(Connection& db) {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      job = std::move(waiting_.front());
      waiting_.pop_front();
    }
    db.allow(kWithin);
    db.begin_read();
    job.work(db);
    const auto error = db.error();
    db.clear_error();
    if (db.in_transaction()) db.run("rollback");
    db.clear_error();
    job.done(error ? make_error_code(*error) : ErrorCode{});
  }
}

}  // namespace posterhall::store
