// Last places, by a connection and a thread of their own (SQLite: also a file of their own, places.sqlite): state that
// may miss a few seconds and must never make talk wait. Places older than a day are forgotten.
// Runs on: save() and load() from any thread. Owns: the connection and the thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "hall/ports/places.hpp"
#include "store/job_box.hpp"

namespace posterhall::store {

class PlacesLane final : public hall::Places {
 public:
  explicit PlacesLane(std::unique_ptr<Connection> db);
  ~PlacesLane() override;
  PlacesLane(const PlacesLane&) = delete;
  PlacesLane& operator=(const PlacesLane&) = delete;

  void save(std::vector<hall::LastPlace> moved) override;
  void load(PersonId person, hall::Reply<std::optional<hall::LastPlace>> reply) override;

 private:
  struct Task {
    std::vector<hall::LastPlace> save;
    Job load;  ///< empty for a save
  };
  void submit(Task task);
  void loop();
  void write(const std::vector<hall::LastPlace>& moved);

  static constexpr std::chrono::seconds kWithin{5};
  static constexpr std::size_t kRowsACommit = 200;
  static constexpr std::size_t kMostWaiting = 10'000;
  static constexpr UnixMs kKeptFor = UnixMs{24} * 3600 * 1000;
  static constexpr UnixMs kForgetEvery = UnixMs{60} * 1000;  ///< it reads all rows

  std::unique_ptr<Connection> db_;
  UnixMs forgot_ = 0;  ///< as of when places of the day before were forgotten last; of the thread
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace posterhall::store
