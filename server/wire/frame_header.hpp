// Headers of WebSocket frames as a server sends them: whole messages, unmasked, no extensions (RFC 6455, 5.2).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace posterhall::wire {

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

inline constexpr std::size_t kMaxFrameHeader = 10;

/// Appends the header of a final frame with `size` bytes of payload.
inline void append_frame_header(std::string& out, Opcode opcode, std::size_t size) {
  const auto byte = [&out](std::size_t value) { out.push_back(static_cast<char>(value & 0xff)); };
  byte(0x80U | static_cast<std::size_t>(opcode));
  if (size < 126) {
    byte(size);
  } else if (size < 65536) {
    byte(126);
    byte(size >> 8);
    byte(size);
  } else {
    byte(127);
    for (int shift = 56; shift >= 0; shift -= 8) byte(size >> shift);
  }
}

}  // namespace posterhall::wire
