#include "net/poller.hpp"

#include <sys/epoll.h>

#include <cerrno>
#include <system_error>

namespace posterhall::net {
namespace {

constexpr std::size_t kMostEvents = 512;

int make_set() {
  const int fd = ::epoll_create1(EPOLL_CLOEXEC);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), "epoll_create1");
  return fd;
}

}  // namespace

Poller::Poller(boost::asio::io_context& loop, OnReady on_ready, OnRound on_round)
    : set_(loop, make_set()), on_ready_(std::move(on_ready)), on_round_(std::move(on_round)), events_(kMostEvents) {}

Poller::~Poller() = default;

void Poller::start() {
  stopped_ = false;
  wait();
}

void Poller::stop() {
  stopped_ = true;
  set_.cancel();
}

bool Poller::add(int fd, void* who) {
  epoll_event event{};
  event.events = EPOLLIN | EPOLLRDHUP;
  event.data.ptr = who;
  if (::epoll_ctl(set_.native_handle(), EPOLL_CTL_ADD, fd, &event) != 0) return false;
  ++size_;
  return true;
}

void Poller::want_write(int fd, void* who, bool wanted) {
  epoll_event event{};
  event.events = EPOLLIN | EPOLLRDHUP | (wanted ? EPOLLOUT : 0U);
  event.data.ptr = who;
  (void)::epoll_ctl(set_.native_handle(), EPOLL_CTL_MOD, fd, &event);
}

void Poller::remove(int fd) {
  if (::epoll_ctl(set_.native_handle(), EPOLL_CTL_DEL, fd, nullptr) == 0) --size_;
}

void Poller::wait() {
  if (stopped_) return;
  set_.async_wait(boost::asio::posix::descriptor_base::wait_read, [this](const boost::system::error_code& error) {
    if (error || stopped_) return;
    round();
    wait();
  });
}

/// One look at every ready socket: a socket with more to say comes again in the next round, so nobody starves.
void Poller::round() {
  for (std::size_t seen = 0; seen <= size_;) {
    const int count = ::epoll_wait(set_.native_handle(), events_.data(), static_cast<int>(events_.size()), 0);
    if (count <= 0) break;
    for (int i = 0; i < count; ++i) {
      const auto& event = events_[static_cast<std::size_t>(i)];
      constexpr std::uint32_t kReadable = EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR;
      on_ready_(event.data.ptr, {(event.events & kReadable) != 0, (event.events & EPOLLOUT) != 0});
    }
    seen += static_cast<std::size_t>(count);
    if (static_cast<std::size_t>(count) < events_.size()) break;
  }
  on_round_();
}

}  // namespace posterhall::net
