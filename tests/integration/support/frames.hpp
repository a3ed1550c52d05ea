// The other end of a WebSocket by hand: frames as bytes, right and wrong ones, and what the server answers, read
// strictly. Runs on: the test's thread. Owns: its socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "integration/support/http.hpp"

namespace posterhall::integration {

inline constexpr std::uint8_t kFinal = 0x80, kMore = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10;

/// A frame as a browser masks it. `first` = FIN, RSV and opcode.
[[nodiscard]] std::string frame(std::uint8_t first, const std::string& payload,
                                const std::string& mask = "\x11\xa2\x33\xc4");
/// A close frame's payload.
[[nodiscard]] std::string close_payload(unsigned code, const std::string& reason = "");

struct Frame {
  std::uint8_t opcode = 0;
  std::string payload;
  friend bool operator==(const Frame&, const Frame&) = default;
};
/// For messages of failed tests.
[[nodiscard]] std::string in_words(const std::vector<Frame>& frames);

class WsPeer {
 public:
  /// The handshake at that path; throws when it is refused.
  WsPeer(std::uint16_t port, const std::string& path);

  /// All at once, or in pieces of so many bytes.
  void send(std::string bytes, std::size_t piece = 0);
  /// The next frame of the server; nothing at the connection's end. Throws at one that breaks RFC 6455.
  std::optional<Frame> next();
  /// All frames until the connection's end. A close frame is answered once, as RFC 6455 wants.
  std::vector<Frame> until_end();

 private:
  RawSocket socket_;
  std::string unread_;
  bool said_close_ = false;
};

}  // namespace posterhall::integration
