#include "net/figure_closer.hpp"

#include <utility>

#include "domain/figures.hpp"
#include "net/ask.hpp"

namespace posterhall::net {
namespace {

constexpr std::chrono::minutes kLookEvery{1};

}  // namespace

FigureCloser::FigureCloser(asio::io_context& loop, hall::FigureStore& figures, const HallView& view,
                           std::function<UnixMs()> now, Log& log)
    : loop_(loop), figures_(figures), view_(view), now_(std::move(now)), log_(log), timer_(loop) {}

Task<void> FigureCloser::watch() {
  while (!stopped_) {
    const bool done = co_await close_if_over();
    if (done) co_return;
    timer_.expires_after(kLookEvery);
    boost::system::error_code error;
    co_await timer_.async_wait(asio::redirect_error(use_task, error));
    if (error) co_return;
  }
}

Task<bool> FigureCloser::close_if_over() {
  const auto over = domain::figures_close_at(*view_.setting().catalogue);
  if (!over || now_() < *over) co_return false;
  const auto closed = co_await ask<bool>(
      loop_.get_executor(), [this, over](auto reply) { figures_.close_when_over(*over, std::move(reply)); });
  if (!closed) co_return false;  // the store cannot write just now
  if (*closed) log_.info("figures.closed");
  co_return *closed;
}

void FigureCloser::stop() {
  stopped_ = true;
  timer_.cancel();
}

}  // namespace posterhall::net
