#include "net/outbox.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace posterhall::net {
namespace {

constexpr std::size_t kMaxPieces = 64;
constexpr std::size_t kSpareCapacity = 8;  ///< an idle connection keeps no more than this

/// Memory goes back when a burst is over: most connections are idle most of the time.
void empty(std::vector<SharedBytes>& frames) {
  frames.clear();
  if (frames.capacity() > kSpareCapacity) frames.shrink_to_fit();
}

}  // namespace

void Outbox::consume(std::size_t bytes) {
  bytes_sent_ += bytes;
  waiting_ -= bytes;
  sent_ += bytes;
  std::size_t done = 0;
  while (done < out_.size() && sent_ >= out_[done]->size()) sent_ -= out_[done++]->size();
  if (done == out_.size()) {
    empty(out_);
  } else {
    out_.erase(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(done));
  }
}

Outbox::Outcome Outbox::write(int fd) {
  while (!out_.empty()) {
    std::array<iovec, kMaxPieces> pieces{};
    const std::size_t count = std::min(out_.size(), kMaxPieces);
    std::size_t asked = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t skip = i == 0 ? sent_ : 0;
      pieces[i].iov_base = const_cast<char*>(out_[i]->data() + skip);  // sendmsg does not write to it
      pieces[i].iov_len = out_[i]->size() - skip;
      asked += pieces[i].iov_len;
    }
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = count;
    const ssize_t sent = ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) {
      if (errno == EINTR) continue;
      return errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS ? Outcome::waiting : Outcome::broken;
    }
    consume(static_cast<std::size_t>(sent));
    if (static_cast<std::size_t>(sent) < asked) return Outcome::waiting;
  }
  return Outcome::written;
}

Outbox::Outcome Outbox::send(int fd, SharedBytes frame) {
  if (waiting_ + frame->size() > max_waiting_) return Outcome::full;
  waiting_ += frame->size();
  const bool behind = unfinished();
  out_.push_back(std::move(frame));
  return behind ? Outcome::waiting : write(fd);
}

Outbox::Outcome Outbox::queue(SharedBytes frame) {
  if (waiting_ + frame->size() > max_waiting_) return Outcome::full;
  waiting_ += frame->size();
  events_.push_back(std::move(frame));
  return Outcome::written;
}

Outbox::Outcome Outbox::flush(int fd, SharedBytes state) {
  if (unfinished()) {
    overdue_ = overdue_ || !events_.empty();
    return Outcome::skipped;
  }
  out_.swap(events_);
  if (state == nullptr) return write(fd);
  waiting_ += state->size();
  out_.push_back(state);
  const Outcome outcome = write(fd);
  if (outcome != Outcome::waiting) return outcome;
  // Not a byte of the state frame went out: it would be stale by the time it could.
  const bool begun = out_.size() == 1 && sent_ > 0;
  if (begun) return outcome;
  waiting_ -= state->size();
  out_.pop_back();
  return Outcome::skipped;
}

Outbox::Outcome Outbox::offer(int fd, SharedBytes state) {
  if (unfinished()) return Outcome::skipped;
  const std::size_t bytes = state->size();
  waiting_ += bytes;
  out_.push_back(std::move(state));
  const Outcome outcome = write(fd);
  if (outcome != Outcome::waiting || sent_ > 0) return outcome;
  waiting_ -= bytes;
  out_.pop_back();
  return Outcome::skipped;
}

Outbox::Outcome Outbox::resume(int fd) {
  const Outcome outcome = write(fd);
  if (outcome != Outcome::written || !std::exchange(overdue_, false)) return outcome;
  return flush(fd, nullptr);
}

void Outbox::forget_unbegun() {
  out_.resize(std::min<std::size_t>(out_.size(), sent_ > 0 ? 1 : 0));
  empty(events_);
  waiting_ = out_.empty() ? 0 : out_.front()->size() - sent_;
}

}  // namespace posterhall::net
