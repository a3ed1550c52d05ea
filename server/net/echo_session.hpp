// The echo of `serve --test-echo`: says every message back, so that public conformance suites can be run against the
// reader, the outbox and the closing handshake that people's tabs use. Nobody is behind it, the hall does not know it.
// Runs on: its shard's thread. Owns: nothing but what WsLink owns.
#pragma once

#include "net/ws_link.hpp"

namespace posterhall::net {

class EchoSession final : public WsLink {
 public:
  /// The longest message of the Autobahn suite. People's tabs may send 64 KiB.
  static constexpr std::size_t kMaxMessage = 16 * 1024 * 1024;

  EchoSession(Connections& home, Descriptor socket);

 private:
  bool heard(std::span<const std::uint8_t> message) override;
  bool heard_text(std::string_view message) override;
  void look(std::uint64_t now_ms) override;
  bool say(wire::Opcode opcode, std::string_view message);
};

}  // namespace posterhall::net
