// Reads a browser's WebSocket frames (RFC 6455, no extensions): masked, fragmented, control frames in between. Bytes
// come from a buffer all connections of a shard share; only what is cut off in the middle is kept here.
// Runs on: its shard's thread. Owns: the cut-off bytes and the fragments of one message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/utf8_stream.hpp"
#include "wire/frame_header.hpp"

namespace posterhall::net {

/// Close codes of RFC 6455, 7.4.1, that this side says.
enum class WsClose : std::uint16_t {
  normal = 1000,
  protocol_error = 1002,
  unsupported_data = 1003,
  invalid_payload = 1007,
  too_big = 1009,
  restart = 1012,
  own_base = 4000,  ///< 4000 + ClosingReason
};

class WsReader {
 public:
  /// Who gets what was read. Returning false stops the reading: the rest is thrown away.
  class Sink {
   public:
    virtual ~Sink() = default;
    virtual bool on_message(std::span<const std::uint8_t> message) = 0;
    /// Only where text is taken: a whole text message, UTF-8.
    virtual bool on_text(std::string_view message) {
      (void)message;
      return false;
    }
    virtual bool on_ping(std::string_view payload) = 0;
    virtual bool on_pong() = 0;
    /// The other side's close frame; `code` 0 = it named none.
    virtual bool on_close(std::uint16_t code) = 0;
  };

  /// Whether text messages are read, or refused by their header alone.
  enum class Text : std::uint8_t { refused, taken };

  explicit WsReader(std::size_t max_message, Text text = Text::refused) : max_message_(max_message), text_(text) {}

  /// Reads (and unmasks in place) what has come. A code means: close with it, read no more.
  [[nodiscard]] std::optional<WsClose> feed(std::span<std::uint8_t> bytes, Sink& sink);

  /// Longest message taken from now on, fragments together.
  void set_max_message(std::size_t bytes) { max_message_ = bytes; }
  /// Bytes kept between reads.
  [[nodiscard]] std::size_t kept() const { return cut_off_.size() + fragments_.size(); }

 private:
  struct Header {
    bool final = false;
    wire::Opcode opcode = wire::Opcode::binary;
    std::size_t header_size = 0;
    std::uint64_t payload_size = 0;
    std::uint8_t mask[4] = {};
  };
  enum class Parse { need_more, complete };

  [[nodiscard]] std::optional<WsClose> parse_header(std::span<const std::uint8_t> bytes, Header& out, Parse& how) const;
  [[nodiscard]] std::optional<WsClose> check_order(const Header& header) const;
  [[nodiscard]] bool is_text(const Header& header) const;
  /// Judges what has come of a text frame's payload, which may still be masked: nobody waits for the rest of a message
  /// that is no UTF-8 already.
  [[nodiscard]] bool is_utf8_so_far(const Header& header, std::span<const std::uint8_t> payload, bool masked);
  [[nodiscard]] std::optional<WsClose> deliver(const Header& header, std::span<std::uint8_t> payload, Sink& sink);
  [[nodiscard]] bool deliver_message(std::span<const std::uint8_t> message, bool text, Sink& sink) const;
  [[nodiscard]] std::optional<WsClose> deliver_close(std::span<const std::uint8_t> payload, Sink& sink);
  /// Reads whole frames from the front of `bytes`; says how many bytes it used.
  [[nodiscard]] std::optional<WsClose> read_frames(std::span<std::uint8_t> bytes, Sink& sink, std::size_t& used);

  std::size_t max_message_;
  Text text_;
  text::Utf8Stream utf8_;         ///< of the text message being read
  std::size_t utf8_checked_ = 0;  ///< bytes of the current frame that went into it
  std::string cut_off_;           ///< a frame whose end has not come
  std::string fragments_;         ///< payloads of an unfinished message
  bool in_message_ = false;
  bool in_text_ = false;  ///< the unfinished message is text
  bool stopped_ = false;
};

}  // namespace posterhall::net
