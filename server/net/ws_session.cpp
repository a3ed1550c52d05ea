#include "net/ws_session.hpp"

#include "net/connections.hpp"
#include "wire/decode.hpp"

namespace posterhall::net {
namespace {

constexpr std::uint64_t kEnterWithinMs = 10'000;
constexpr std::uint64_t kPingAfterMs = 2'500;
constexpr std::uint64_t kDropAfterMs = 5'000;
constexpr std::uint32_t kFloodPerSweep = 1'000;  ///< messages in half a second; the hall's rates are far below
constexpr std::uint16_t kMaxMalformed = 20;
constexpr std::size_t kFlushEarly = 64 * 1024;  ///< bytes of events

}  // namespace

WsSession::WsSession(Connections& home, Descriptor socket, const hall::Arrival& arrival)
    : WsLink(home, std::move(socket), WsReader(wire::kMaxBeforeEnter), Outbox::kMaxWaiting), arrival_(arrival) {}

WsSession::~WsSession() = default;

void WsSession::opened() {
  enter_by_ms_ = home().now_ms() + kEnterWithinMs;
  connection_ = home().hall().attach(arrival_, *this);
  hall_knows_ = true;
}

bool WsSession::heard(std::span<const std::uint8_t> message) {
  if (++messages_ > kFloodPerSweep) {
    fail(hall::CloseReason::rate, close_code(hall::CloseReason::rate));
    return false;
  }
  auto outcome = wire::decode_client_message(message);
  if (auto* wrong = std::get_if<wire::Undecodable>(&outcome)) {
    if (wrong->code == hall::RejectCode::malformed && ++malformed_ > kMaxMalformed) {
      home().figures().closed_protocol.add();
      fail(hall::CloseReason::protocol, close_code(hall::CloseReason::protocol));
      return false;
    }
    home().hall().reject(connection_, wrong->seq, wrong->code);
    return is_open();
  }
  auto& decoded = std::get<wire::Decoded>(outcome);
  if (enter_by_ms_ != 0 && std::holds_alternative<hall::command::Enter>(decoded.command)) {
    enter_by_ms_ = 0;
    reader().set_max_message(wire::kMaxMessage);
  }
  home().hall().handle(connection_, decoded.seq, std::move(decoded.command));
  return is_open();
}

void WsSession::send_now(SharedBytes frame) {
  if (is_open()) send(std::move(frame));
}

void WsSession::queue_event(SharedBytes frame) {
  if (!is_open()) return;
  // A burst need not wait for the slot: only a reader who does not take it may become too slow.
  if (outbox().waiting() > kFlushEarly && !outbox().unfinished()) settle(outbox().flush(socket(), nullptr));
  if (is_open()) settle(outbox().queue(std::move(frame)));
}

bool WsSession::flush(SharedBytes state) {
  if (!is_open()) return false;
  const bool with_state = state != nullptr;
  const auto outcome = outbox().flush(socket(), std::move(state));
  settle(outcome);
  if (outcome == Outbox::Outcome::skipped && with_state) home().figures().frames_skipped.add();
  return outcome == Outbox::Outcome::written || outcome == Outbox::Outcome::waiting;
}

bool WsSession::send_state(SharedBytes frame) {
  if (!is_open()) return false;
  const auto outcome = outbox().offer(socket(), std::move(frame));
  settle(outcome);
  if (outcome == Outbox::Outcome::skipped) home().figures().frames_skipped.add();
  return outcome == Outbox::Outcome::written || outcome == Outbox::Outcome::waiting;
}

void WsSession::close(hall::CloseReason reason, std::uint32_t retry_after_ms) {
  hall_knows_ = false;
  if (!is_open()) return;
  settle(outbox().flush(socket(), nullptr));
  if (is_open()) begin_closing(reason, retry_after_ms, static_cast<std::uint16_t>(close_code(reason)));
}

SharedBytes WsSession::farewell(hall::CloseReason reason, std::uint32_t retry_after_ms) {
  return home().encoder().notice(hall::notice::Closing{reason, retry_after_ms});
}

void WsSession::leave_hall() {
  if (!hall_knows_) return;
  hall_knows_ = false;
  home().hall().detach(connection_, silent_ms_);
}

void WsSession::look(std::uint64_t now_ms) {
  messages_ = 0;
  if (enter_by_ms_ != 0 && now_ms >= enter_by_ms_) {
    home().figures().closed_protocol.add();
    return fail(hall::CloseReason::protocol, close_code(hall::CloseReason::protocol));
  }
  const auto silent = silent_for(now_ms);
  if (silent < kPingAfterMs) {
    pinged_ = false;
  } else if (!pinged_) {
    pinged_ = true;
    send_control(wire::Opcode::ping, {});
  } else if (silent >= kDropAfterMs) {
    home().figures().closed_silent.add();
    silent_ms_ = silent;
    die();
  }
}

}  // namespace posterhall::net
