// What the ports on the tables have in common: a question becomes a job of a reader or of the writer, and its answer
// goes back by Reply. Private to store/. Runs on: called from the hall's threads and the front. Owns: nothing.
#pragma once

#include <functional>
#include <utility>

#include "store/open.hpp"
#include "store/readers.hpp"
#include "store/writer.hpp"

namespace posterhall::store {

class TablePort {
 public:
  TablePort(Writer& writer, Readers& readers, Clock now) : writer_(writer), readers_(readers), now_(std::move(now)) {}

 protected:
  /// work(db) → T, on one state of the database.
  template <class T, class Work>
  void read(hall::Reply<T> reply, Work work) {
    readers_.submit(make_job<T>(std::move(work), std::move(reply)));
  }
  /// work(db, now) → T, in a transaction; the time is that at which it is done.
  template <class T, class Work>
  void write(hall::Reply<T> reply, Work work) {
    auto timed = [work = std::move(work), now = now_](Connection& db) { return work(db, now()); };
    writer_.submit(make_job<T>(std::move(timed), std::move(reply)));
  }
  /// For what nobody waits for: it is counted or not.
  void write_unanswered(std::function<void(Connection&)> work) {
    writer_.submit({std::move(work), [](ErrorCode) {}});
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

}  // namespace posterhall::store
