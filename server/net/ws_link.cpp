#include "net/ws_link.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

#include "net/connections.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint64_t kNoProgressMs = 15'000;
constexpr std::uint64_t kCloseWithinMs = 2'000;
constexpr int kSendBuffer = 128 * 1024;  ///< bytes in the kernel: what is older than that is not worth sending

void tune(int fd) {
  const int on = 1;
  (void)::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  (void)::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &kSendBuffer, sizeof kSendBuffer);
}

}  // namespace

WsClose close_code(hall::CloseReason reason) {
  if (reason == hall::CloseReason::restart) return WsClose::restart;
  return static_cast<WsClose>(static_cast<unsigned>(WsClose::own_base) + static_cast<unsigned>(reason));
}

WsLink::WsLink(Connections& home, Descriptor socket, WsReader reader, std::size_t max_waiting)
    : home_(home), socket_(std::move(socket)), reader_(std::move(reader)), outbox_(max_waiting) {}

WsLink::~WsLink() = default;

bool WsLink::heard_text(std::string_view message) {
  (void)message;
  return false;
}

SharedBytes WsLink::farewell(hall::CloseReason reason, std::uint32_t retry_after_ms) {
  (void)reason;
  (void)retry_after_ms;
  return nullptr;
}

void WsLink::open(std::span<std::uint8_t> leftover) {
  tune(socket_.get());
  last_heard_ms_ = last_progress_ms_ = home_.now_ms();
  if (!home_.poller().add(socket_.get(), this)) return die();
  opened();
  if (!leftover.empty()) feed(leftover);
}

void WsLink::on_ready(Ready ready) {
  if (ready.to_write && !dead()) {
    settle(outbox_.resume(socket_.get()));
    if (!dead()) end_when_out();
  }
  if (ready.to_read && !dead()) read();
}

void WsLink::read() {
  const auto buffer = home_.shared_buffer();
  const ssize_t count = ::recv(socket_.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return;
  if (count <= 0) return die();
  last_heard_ms_ = home_.now_ms();
  home_.figures().bytes_in.add(static_cast<std::uint64_t>(count));
  feed(buffer.first(static_cast<std::size_t>(count)));
}

void WsLink::feed(std::span<std::uint8_t> bytes) {
  const auto wrong = reader_.feed(bytes, *this);
  if (!wrong || dead()) return;
  home_.figures().closed_protocol.add();
  fail(hall::CloseReason::protocol, *wrong);
}

bool WsLink::on_message(std::span<const std::uint8_t> message) {
  if (!is_open()) return !dead();  // its close frame stands behind it
  home_.figures().messages_in.add();
  return heard(message);
}

bool WsLink::on_text(std::string_view message) { return is_open() ? heard_text(message) : !dead(); }

bool WsLink::on_ping(std::string_view payload) {
  if (is_open()) send_control(wire::Opcode::pong, payload);
  return !dead();
}

bool WsLink::on_pong() { return !dead(); }

bool WsLink::on_close(std::uint16_t code) {
  if (dead()) return false;
  if (phase_ == Phase::closing) {
    die();
    return false;
  }
  std::string payload;
  if (code != 0) payload = {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  outbox_.forget_unbegun();
  send_control(wire::Opcode::close, payload);
  if (dead()) return false;
  phase_ = Phase::closing;  // half a frame may still be on its way: the answer comes behind it
  after_close_ = AfterClose::hang_up;
  deadline_ms_ = home_.now_ms() + kCloseWithinMs;
  home_.see_to(*this);
  end_when_out();
  return false;
}

void WsLink::end_when_out() {
  if (after_close_ == AfterClose::wait || outbox_.unfinished()) return;
  ::shutdown(socket_.get(), SHUT_WR);
  if (after_close_ == AfterClose::hang_up) die();
}

void WsLink::send(SharedBytes frame) { settle(outbox_.send(socket_.get(), std::move(frame))); }

void WsLink::send_control(wire::Opcode opcode, std::string_view payload) {
  std::string frame;
  frame.reserve(wire::kMaxFrameHeader + payload.size());
  wire::append_frame_header(frame, opcode, payload.size());
  frame += payload;
  send(share(std::move(frame)));
}

void WsLink::settle(Outbox::Outcome outcome) {
  switch (outcome) {
    case Outbox::Outcome::written:
    case Outbox::Outcome::waiting:
    case Outbox::Outcome::skipped: return arm_write();
    case Outbox::Outcome::full:
      home_.figures().closed_slow.add();
      return fail(hall::CloseReason::too_slow, close_code(hall::CloseReason::too_slow));
    case Outbox::Outcome::broken: return die();
  }
}

void WsLink::arm_write() {
  const bool wanted = outbox_.unfinished();
  if (wanted == write_armed_ || dead()) return;
  write_armed_ = wanted;
  if (wanted) last_progress_ms_ = home_.now_ms();
  home_.poller().want_write(socket_.get(), this, wanted);
}

void WsLink::fail(hall::CloseReason reason, WsClose code) {
  if (!is_open()) return;
  outbox_.forget_unbegun();
  begin_closing(reason, 0, static_cast<std::uint16_t>(code));
  // What still comes is not read any more, so its close frame will not be seen: this side ends, the other follows.
  after_close_ = AfterClose::half_close;
  if (!dead()) end_when_out();
}

void WsLink::begin_closing(hall::CloseReason reason, std::uint32_t retry_after_ms, std::uint16_t code) {
  phase_ = Phase::closing;
  deadline_ms_ = home_.now_ms() + kCloseWithinMs;
  home_.see_to(*this);
  if (auto last_words = farewell(reason, retry_after_ms)) {
    const auto outcome = outbox_.send(socket_.get(), std::move(last_words));
    if (outcome == Outbox::Outcome::broken || outcome == Outbox::Outcome::full) return die();
  }
  const std::string payload = {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  send_control(wire::Opcode::close, payload);
}

void WsLink::die() {
  if (dead()) return;
  phase_ = Phase::dead;
  home_.see_to(*this);
}

void WsLink::sweep(std::uint64_t now_ms) {
  if (dead()) return;
  if (outbox_.bytes_sent() != progress_mark_) {
    home_.figures().bytes_out.add(outbox_.bytes_sent() - progress_mark_);
    progress_mark_ = outbox_.bytes_sent();
    last_progress_ms_ = now_ms;
  }
  if (phase_ == Phase::closing) {
    if (now_ms >= deadline_ms_) die();
    return;
  }
  if (outbox_.unfinished() && now_ms >= last_progress_ms_ + kNoProgressMs) {
    home_.figures().closed_slow.add();
    return fail(hall::CloseReason::too_slow, close_code(hall::CloseReason::too_slow));
  }
  look(now_ms);
}

}  // namespace posterhall::net
