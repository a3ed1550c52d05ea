// Reply<T>: how an answer comes back to the thread that asked. The asked side calls it from its own thread; the
// function runs on the asker's io_context. This is one of the named crossings between threads.
// Runs on: made on the asker's thread, called once on the answerer's. Owns: the function.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <utility>

#include "base/result.hpp"

namespace posterhall::hall {

template <class T>
class Reply {
 public:
  using Function = std::function<void(Result<T>)>;
  Reply(boost::asio::io_context::executor_type executor, Function function)
      : executor_(std::move(executor)), function_(std::move(function)) {}

  void operator()(Result<T> result) {
    boost::asio::post(executor_, [f = std::move(function_), r = std::move(result)]() mutable { f(std::move(r)); });
  }

 private:
  boost::asio::io_context::executor_type executor_;
  Function function_;
};

}  // namespace posterhall::hall
