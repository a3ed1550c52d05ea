// How a typed question becomes a job of a store thread: the answer waits in a box until the job's fate is known.
// Runs on: made on the asker's thread, used on the store's. Owns: the answer and the reply.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "hall/ports/reply.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// What becomes of a job when the disk is full: refused, or done with the space that is kept for it
/// (store/reserve.hpp).
enum class Need : std::uint8_t { ordinary, order_is_kept };

struct Job {
  std::function<void(Connection&)> work;  ///< inside a transaction; errors stay on the connection
  std::function<void(ErrorCode)> done;    ///< exactly once: after the commit, or with why there was none
  Need need = Need::ordinary;
};

template <class T, class Work>
Job make_job(Work work, hall::Reply<T> reply, Need need = Need::ordinary) {
  struct Box {
    Work work;
    hall::Reply<T> reply;
    std::optional<T> answer;
  };
  auto box = std::make_shared<Box>(Box{std::move(work), std::move(reply), std::nullopt});
  return {[box](Connection& db) { box->answer.emplace(box->work(db)); },
          [box](ErrorCode error) {
            if (error) {
              box->reply(Result<T>(boost::system::in_place_error, error));
            } else {
              box->reply(Result<T>(boost::system::in_place_value, std::move(*box->answer)));
            }
          },
          need};
}

}  // namespace posterhall::store
