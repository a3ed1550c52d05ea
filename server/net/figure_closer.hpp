// Closes the figures when the event is over: the keys by which different visitors are told apart are destroyed, without
// anybody having to think of it.
// Runs on: the front thread. Owns: its timer.
#pragma once

#include <functional>

#include "base/log.hpp"
#include "hall/ports/figure_store.hpp"
#include "net/asio_types.hpp"
#include "net/hall_view.hpp"

namespace posterhall::net {

class FigureCloser {
 public:
  FigureCloser(asio::io_context& loop, hall::FigureStore& figures, const HallView& view, std::function<UnixMs()> now,
               Log& log);

  /// Looks at once, then every minute until it is done or stop().
  Task<void> watch();
  void stop();

 private:
  Task<bool> close_if_over();

  asio::io_context& loop_;
  hall::FigureStore& figures_;
  const HallView& view_;
  std::function<UnixMs()> now_;
  Log& log_;
  Timer timer_;
  bool stopped_ = false;
};

}  // namespace posterhall::net
