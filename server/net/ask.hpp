// A question to a port, awaited: the port's Reply resumes the coroutine on the asker's thread.
// Runs on: the asker's thread. Owns: nothing.
#pragma once

#include <boost/asio/async_result.hpp>
#include <memory>
#include <utility>

#include "hall/ports/reply.hpp"
#include "net/asio_types.hpp"

namespace posterhall::net {

/// `start(Reply<T>)` asks. One answer comes, always.
template <class T, class Start>
Task<Result<T>> ask(Executor executor, Start start) {
  auto answer = co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(Result<T>)>(
      [executor, &start](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        start(hall::Reply<T>(executor, [shared](Result<T> result) { (*shared)(std::move(result)); }));
      },
      use_task);
  co_return answer;
}

}  // namespace posterhall::net
