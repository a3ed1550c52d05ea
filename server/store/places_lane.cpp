#include "store/places_lane.hpp"

#include <algorithm>
#include <utility>

namespace posterhall::store {
namespace {

std::optional<hall::LastPlace> read_place(Connection& db, PersonId person) {
  Query query(db, "select place, room, at, chosen_booth from places where person = ?1");
  if (!query.bind(person).next()) return std::nullopt;
  return hall::LastPlace{person, query.u32(0), RoomId{query.u32(1)}, query.int64(2), query.flag(3)};
}

}  // namespace

PlacesLane::PlacesLane(std::unique_ptr<Connection> db) : db_(std::move(db)), thread_([this] { loop(); }) {}

PlacesLane::~PlacesLane() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void PlacesLane::save(std::vector<hall::LastPlace> moved) {
  if (!moved.empty()) submit({std::move(moved), {}});
}

void PlacesLane::load(PersonId person, hall::Reply<std::optional<hall::LastPlace>> reply) {
  const auto work = [person](Connection& db) { return read_place(db, person); };
  submit({{}, make_job<std::optional<hall::LastPlace>>(work, std::move(reply))});
}

void PlacesLane::submit(Task task) {
  {
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= kMostWaiting || stopping_) {
      lock.unlock();
      // A place that is not kept is no loss: the next one comes in a few seconds.
      if (task.load.done) task.load.done(make_error_code(StoreError::overloaded));
      return;
    }
    waiting_.push_back(std::move(task));
  }
  wake_.notify_one();
}

void PlacesLane::loop() {
  for (;;) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      task = std::move(waiting_.front());
      waiting_.pop_front();
    }
    db_->allow(kWithin);
    if (task.load.work) {
      task.load.work(*db_);
      const auto error = db_->error();
      db_->clear_error();
      task.load.done(error ? make_error_code(*error) : ErrorCode{});
    } else {
      write(task.save);
    }
  }
}

void PlacesLane::write(const std::vector<hall::LastPlace>& moved) {
  UnixMs newest = 0;
  for (std::size_t from = 0; from < moved.size(); from += kRowsACommit) {
    Transaction transaction(*db_);
    const auto to = std::min(moved.size(), from + kRowsACommit);
    for (std::size_t i = from; i < to; ++i) {
      const auto& one = moved[i];
      newest = std::max(newest, one.at);
      Query query(*db_,
                  "insert into places (person, place, room, at, chosen_booth) values (?1, ?2, ?3, ?4, ?5) "
                  "on conflict (person) do update set place = excluded.place, room = excluded.room, at = excluded.at, "
                  "chosen_booth = excluded.chosen_booth where excluded.at >= places.at");
      query.bind(one.person).bind(one.place).bind(one.room).bind(one.at).bind(one.chosen_booth).run();
    }
    if (to == moved.size() && newest - forgot_ >= kForgetEvery) {
      forgot_ = newest;
      Query forget(*db_, "delete from places where at < ?1");
      forget.bind(newest - kKeptFor).run();
    }
    transaction.commit();
    db_->clear_error();
  }
}

}  // namespace posterhall::store
