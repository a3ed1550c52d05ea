// Talk on its way into a database that many processes write: one statement a batch (append_events,
// postgres_schema.cpp), so that no lock is ever held while this process thinks, sleeps or is stopped. What waits while
// a batch is on its way shares the next. Nobody is answered before the batch is committed; a batch that met another's
// is sent again, and one whose fate is unknown is unavailable: sent again by who wrote it, it gets the number it has.
// Runs on: submit() from any thread. Owns: the thread, its connection, what waits.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "hall/ports/event_log.hpp"
#include "store/connection.hpp"
#include "store/open.hpp"

namespace posterhall::store {

class Appender {
 public:
  Appender(std::unique_ptr<Connection> db, Clock now);
  /// Finishes what waits, then ends the thread.
  ~Appender();
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;

  /// Too much waiting: answered at once with StoreError::overloaded.
  void submit(domain::NewEvent event, hall::Reply<hall::Appended> reply);

 private:
  struct Waiting {
    domain::NewEvent event;
    hall::Reply<hall::Appended> reply;
  };
  void loop();
  void store(std::span<Waiting> batch);
  /// Answers nothing if the batch failed.
  std::vector<hall::Appended> send(std::span<const Waiting> batch);

  static constexpr std::size_t kMostWaiting = 20'000;
  static constexpr std::size_t kMostInABatch = 500;
  static constexpr int kMostTries = 5;
  static constexpr std::chrono::milliseconds kWithin{3500};

  std::unique_ptr<Connection> db_;
  Clock now_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace posterhall::store
