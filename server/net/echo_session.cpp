#include "net/echo_session.hpp"

#include "net/connections.hpp"

namespace posterhall::net {
namespace {

constexpr std::size_t kMaxWaiting = 2 * EchoSession::kMaxMessage + 1024;
constexpr std::uint64_t kSilentMs = 60'000;  ///< no pings meanwhile: a suite counts every frame

}  // namespace

EchoSession::EchoSession(Connections& home, Descriptor socket)
    : WsLink(home, std::move(socket), WsReader(kMaxMessage, WsReader::Text::taken), kMaxWaiting) {}

bool EchoSession::heard(std::span<const std::uint8_t> message) {
  return say(wire::Opcode::binary, {reinterpret_cast<const char*>(message.data()), message.size()});
}

bool EchoSession::heard_text(std::string_view message) { return say(wire::Opcode::text, message); }

bool EchoSession::say(wire::Opcode opcode, std::string_view message) {
  std::string frame;
  frame.reserve(wire::kMaxFrameHeader + message.size());
  wire::append_frame_header(frame, opcode, message.size());
  frame += message;
  send(share(std::move(frame)));
  return is_open();
}

void EchoSession::look(std::uint64_t now_ms) {
  if (silent_for(now_ms) >= kSilentMs) die();
}

}  // namespace posterhall::net
