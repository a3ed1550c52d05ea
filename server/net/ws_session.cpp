#include "net/ws_session.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

#include "net/connections.hpp"
#include "wire/decode.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint64_t kEnterWithinMs = 10'000;
constexpr std::uint64_t kPingAfterMs = 2'500;
constexpr std::uint64_t kDropAfterMs = 5'000;
constexpr std::uint64_t kNoProgressMs = 15'000;
constexpr std::uint64_t kCloseWithinMs = 2'000;
constexpr std::uint32_t kFloodPerSweep = 1'000;  ///< messages in half a second; the hall's rates are far below
constexpr std::uint16_t kMaxMalformed = 20;
constexpr std::size_t kFlushEarly = 64 * 1024;  ///< bytes of events
constexpr int kSendBuffer = 128 * 1024;         ///< bytes in the kernel: what is older than that is not worth sending

std::uint16_t close_code(hall::CloseReason reason) {
  if (reason == hall::CloseReason::restart) return static_cast<std::uint16_t>(WsClose::restart);
  return static_cast<std::uint16_t>(static_cast<unsigned>(WsClose::own_base) + static_cast<unsigned>(reason));
}

void tune(int fd) {
  const int on = 1;
  (void)::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  (void)::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &kSendBuffer, sizeof kSendBuffer);
}

}  // namespace

WsSession::WsSession(Connections& home, Descriptor socket, const hall::Arrival& arrival)
    : home_(home), socket_(std::move(socket)), arrival_(arrival), reader_(wire::kMaxBeforeEnter) {}

WsSession::~WsSession() = default;

void WsSession::open(std::span<std::uint8_t> leftover) {
  tune(socket_.get());
  last_heard_ms_ = last_progress_ms_ = home_.now_ms();
  deadline_ms_ = home_.now_ms() + kEnterWithinMs;
  if (!home_.poller().add(socket_.get(), this)) return die();
  connection_ = home_.hall().attach(arrival_, *this);
  hall_knows_ = true;
  if (!leftover.empty()) feed(leftover);
}

void WsSession::on_ready(Ready ready) {
  if (ready.to_write && state_ != State::dead) settle(outbox_.resume(socket_.get()));
  if (ready.to_read && state_ != State::dead) read();
}

void WsSession::read() {
  const auto buffer = home_.shared_buffer();
  const ssize_t count = ::recv(socket_.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return;
  if (count <= 0) return die();
  last_heard_ms_ = home_.now_ms();
  pinged_ = false;
  home_.figures().bytes_in.add(static_cast<std::uint64_t>(count));
  feed(buffer.first(static_cast<std::size_t>(count)));
}

void WsSession::feed(std::span<std::uint8_t> bytes) {
  const auto wrong = reader_.feed(bytes, *this);
  if (wrong && state_ != State::dead) {
    home_.figures().closed_protocol.add();
    fail(hall::CloseReason::protocol, *wrong);
  }
}

bool WsSession::on_message(std::span<const std::uint8_t> message) {
  if (!open_for_hall()) return false;
  home_.figures().messages_in.add();
  if (++messages_ > kFloodPerSweep) {
    fail(hall::CloseReason::rate, static_cast<WsClose>(close_code(hall::CloseReason::rate)));
    return false;
  }
  auto outcome = wire::decode_client_message(message);
  if (auto* wrong = std::get_if<wire::Undecodable>(&outcome)) {
    if (wrong->code == hall::RejectCode::malformed && ++malformed_ > kMaxMalformed) {
      home_.figures().closed_protocol.add();
      fail(hall::CloseReason::protocol, static_cast<WsClose>(close_code(hall::CloseReason::protocol)));
      return false;
    }
    home_.hall().reject(connection_, wrong->seq, wrong->code);
    return open_for_hall();
  }
  auto& decoded = std::get<wire::Decoded>(outcome);
  if (state_ == State::joining && std::holds_alternative<hall::command::Enter>(decoded.command)) {
    state_ = State::live;
    reader_.set_max_message(wire::kMaxMessage);
  }
  home_.hall().handle(connection_, decoded.seq, std::move(decoded.command));
  return open_for_hall();
}

bool WsSession::on_ping(std::string_view payload) {
  if (open_for_hall()) send_control(wire::Opcode::pong, payload);
  return state_ != State::dead;
}

bool WsSession::on_pong() { return state_ != State::dead; }

bool WsSession::on_close(std::uint16_t code) {
  if (state_ == State::closing) {
    die();
    return false;
  }
  if (state_ == State::dead) return false;
  std::string payload;
  if (code != 0) payload = {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  outbox_.forget_unbegun();
  send_control(wire::Opcode::close, payload);
  ::shutdown(socket_.get(), SHUT_WR);
  die();
  return false;
}

void WsSession::send_control(wire::Opcode opcode, std::string_view payload) {
  std::string frame;
  frame.reserve(wire::kMaxFrameHeader + payload.size());
  wire::append_frame_header(frame, opcode, payload.size());
  frame += payload;
  settle(outbox_.send(socket_.get(), share(std::move(frame))));
}

void WsSession::send_now(SharedBytes frame) {
  if (open_for_hall()) settle(outbox_.send(socket_.get(), std::move(frame)));
}

void WsSession::queue_event(SharedBytes frame) {
  if (!open_for_hall()) return;
  // A burst need not wait for the slot: only a reader who does not take it may become too slow.
  if (outbox_.waiting() > kFlushEarly && !outbox_.unfinished()) settle(outbox_.flush(socket_.get(), nullptr));
  if (open_for_hall()) settle(outbox_.queue(std::move(frame)));
}

bool WsSession::flush(SharedBytes state) {
  if (!open_for_hall()) return false;
  const bool with_state = state != nullptr;
  const auto outcome = outbox_.flush(socket_.get(), std::move(state));
  settle(outcome);
  if (outcome == Outbox::Outcome::skipped && with_state) home_.figures().frames_skipped.add();
  return outcome == Outbox::Outcome::written || outcome == Outbox::Outcome::waiting;
}

void WsSession::settle(Outbox::Outcome outcome) {
  switch (outcome) {
    case Outbox::Outcome::written:
    case Outbox::Outcome::waiting:
    case Outbox::Outcome::skipped: return arm_write();
    case Outbox::Outcome::full:
      home_.figures().closed_slow.add();
      return fail(hall::CloseReason::too_slow, static_cast<WsClose>(close_code(hall::CloseReason::too_slow)));
    case Outbox::Outcome::broken: return die();
  }
}

void WsSession::arm_write() {
  const bool wanted = outbox_.unfinished();
  if (wanted == write_armed_ || state_ == State::dead) return;
  write_armed_ = wanted;
  if (wanted) last_progress_ms_ = home_.now_ms();
  home_.poller().want_write(socket_.get(), this, wanted);
}

void WsSession::close(hall::CloseReason reason, std::uint32_t retry_after_ms) {
  hall_knows_ = false;
  if (!open_for_hall()) return;
  settle(outbox_.flush(socket_.get(), nullptr));
  if (open_for_hall()) begin_closing(reason, retry_after_ms, close_code(reason));
}

void WsSession::fail(hall::CloseReason reason, WsClose code) {
  if (!open_for_hall()) return;
  outbox_.forget_unbegun();
  begin_closing(reason, 0, static_cast<std::uint16_t>(code));
}

void WsSession::begin_closing(hall::CloseReason reason, std::uint32_t retry_after_ms, std::uint16_t code) {
  state_ = State::closing;
  deadline_ms_ = home_.now_ms() + kCloseWithinMs;
  home_.see_to(*this);
  const auto outcome =
      outbox_.send(socket_.get(), home_.encoder().notice(hall::notice::Closing{reason, retry_after_ms}));
  if (outcome == Outbox::Outcome::broken || outcome == Outbox::Outcome::full) return die();
  const std::string payload = {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
  send_control(wire::Opcode::close, payload);
}

void WsSession::die() {
  if (state_ == State::dead) return;
  state_ = State::dead;
  home_.see_to(*this);
}

void WsSession::leave_hall() {
  if (!hall_knows_) return;
  hall_knows_ = false;
  home_.hall().detach(connection_, silent_ms_);
}

void WsSession::sweep(std::uint64_t now_ms) {
  messages_ = 0;
  if (state_ == State::dead) return;
  if (outbox_.bytes_sent() != progress_mark_) {
    home_.figures().bytes_out.add(outbox_.bytes_sent() - progress_mark_);
    progress_mark_ = outbox_.bytes_sent();
    last_progress_ms_ = now_ms;
  }
  if (state_ == State::closing) {
    if (now_ms >= deadline_ms_) die();
    return;
  }
  if (state_ == State::joining && now_ms >= deadline_ms_) {
    home_.figures().closed_protocol.add();
    return fail(hall::CloseReason::protocol, static_cast<WsClose>(close_code(hall::CloseReason::protocol)));
  }
  if (outbox_.unfinished() && now_ms >= last_progress_ms_ + kNoProgressMs) {
    home_.figures().closed_slow.add();
    return fail(hall::CloseReason::too_slow, static_cast<WsClose>(close_code(hall::CloseReason::too_slow)));
  }
  if (now_ms >= last_heard_ms_ + kDropAfterMs && pinged_) {
    home_.figures().closed_silent.add();
    silent_ms_ = now_ms - last_heard_ms_;
    return die();
  }
  if (now_ms >= last_heard_ms_ + kPingAfterMs && !pinged_) {
    pinged_ = true;
    send_control(wire::Opcode::ping, {});
  }
}

}  // namespace posterhall::net
