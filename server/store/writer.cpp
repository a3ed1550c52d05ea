#include "store/writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace posterhall::store {
namespace {

constexpr std::chrono::seconds kLookEvery{1};  ///< whether there is room again

ErrorCode code_of(const Connection& db) {
  const auto error = db.error();
  return error ? make_error_code(*error) : ErrorCode{};
}

}  // namespace

Writer::Writer(std::unique_ptr<Connection> db, const std::filesystem::path& reserve_file)
    : db_(std::move(db)), reserve_(reserve_file), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::submit(Job job) {
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

void Writer::loop() {
  std::vector<Job> batch;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      const auto count = std::min(waiting_.size(), kMostInACommit);
      const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
      batch.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
      waiting_.erase(waiting_.begin(), end);
    }
    run_batch(batch);
    batch.clear();
  }
}

bool Writer::has_room() {
  if (!short_of_space_) return true;
  const auto now = std::chrono::steady_clock::now();
  if (now < looked_ + kLookEvery) return false;
  looked_ = now;
  short_of_space_ = !reserve_.take();
  return !short_of_space_;
}

void Writer::run_batch(std::vector<Job>& batch) {
  std::vector<ErrorCode> fates(batch.size());
  const ErrorCode failed = run_through(batch, has_room(), fates);
  const auto keeps_order = [](const Job& job) { return job.need == Need::order_is_kept; };
  if (failed == StoreError::full && reserve_.held() && std::ranges::any_of(batch, keeps_order)) {
    reserve_.give_up();
    short_of_space_ = true;
    looked_ = std::chrono::steady_clock::now();
    (void)run_through(batch, false, fates);
  }
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(fates[i]);
}

ErrorCode Writer::run_through(std::vector<Job>& batch, bool ordinary, std::vector<ErrorCode>& fates) {
  db_->allow(kWithin);
  for (int tries = 1;; ++tries) {
    bool again = tries < kMostTries;
    const ErrorCode failed = run(batch, ordinary, fates, again);
    if (!again) return failed;
  }
}

// One transaction for all, a savepoint for each: a job that fails takes only itself back. When SQLite has rolled
// everything back by itself (disk full, I/O), or the commit fails, nobody is told that anything was stored.
ErrorCode Writer::run(std::vector<Job>& batch, bool ordinary, std::vector<ErrorCode>& fates, bool& again) {
  ErrorCode all;
  const bool may_again = std::exchange(again, false);
  {
    Transaction transaction(*db_);
    for (std::size_t i = 0; i < batch.size() && !db_->failed(); ++i) {
      if (!ordinary && batch[i].need == Need::ordinary) {
        fates[i] = make_error_code(StoreError::full);
        continue;
      }
      db_->run("savepoint job");
      batch[i].work(*db_);
      fates[i] = code_of(*db_);
      if (may_again && db_->worth_again()) break;  // all of it: whom it met may wait for what the batch holds
      if (!db_->failed()) {
        db_->run("release job");
      } else if (db_->in_transaction()) {
        db_->clear_error();
        db_->run("rollback to job; release job");
      }
    }
    if (!transaction.commit()) all = code_of(*db_);
    again = may_again && db_->worth_again();
  }
  db_->clear_error();
  for (std::size_t i = 0; i < batch.size() && all; ++i) {
    if (ordinary || batch[i].need != Need::ordinary) fates[i] = all;
  }
  return all;
}

}  // namespace posterhall::store
