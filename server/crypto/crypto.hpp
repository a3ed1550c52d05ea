// Hashes, random bytes and the text forms of both, by OpenSSL: what file names by content, personal links, cookies and
// tickets are made of. A failing random source or hash ends the process: going on would mint guessable tokens.
// Runs on: any thread. Owns: nothing (Sha256 owns its running state).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace posterhall::crypto {

enum class Error {
  bad_base64url = 1,  ///< a character outside A-Z a-z 0-9 - _, padding, an impossible length, or stray bits at the end
  bad_hex,            ///< an odd length or a character outside 0-9 a-f A-F
};
[[nodiscard]] ErrorCode make_error_code(Error error);

/// SHA-256, 32 bytes.
using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(std::string_view bytes);
/// 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// HMAC-SHA-256 (RFC 2104).
[[nodiscard]] Digest hmac_sha256(std::string_view key, std::string_view message);

/// SHA-256 of something that arrives in pieces (an upload, a file).
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void update(std::string_view bytes);
  /// The digest of all bytes so far; begins anew afterwards.
  [[nodiscard]] Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Fills the span from the system's cryptographic random source.
void random_bytes(std::span<std::uint8_t> out);

[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
[[nodiscard]] Result<std::vector<std::uint8_t>> from_hex(std::string_view text);

/// What a WebSocket server answers to Sec-WebSocket-Key (RFC 6455 §4.2.2): base64 of SHA-1 of key and the fixed GUID.
/// Nothing when the key is not the base64 of 16 bytes.
[[nodiscard]] std::optional<std::string> websocket_accept(std::string_view key);

/// Base64url without padding (RFC 4648 §5).
[[nodiscard]] std::string to_base64url(std::span<const std::uint8_t> bytes);
/// Strict: one byte string has exactly one accepted text.
[[nodiscard]] Result<std::vector<std::uint8_t>> from_base64url(std::string_view text);

/// Equal? In a time that depends on the lengths only.
[[nodiscard]] bool equal_constant_time(std::string_view left, std::string_view right);

/// Fewest random bytes in a token: 128 bits.
inline constexpr std::size_t min_token_bytes = 16;
/// A new secret for a link, a cookie or a ticket: base64url, 22 characters for 16 bytes. Never fewer than
/// min_token_bytes.
[[nodiscard]] std::string new_token(std::size_t bytes = min_token_bytes);

}  // namespace posterhall::crypto

template <>
struct boost::system::is_error_code_enum<posterhall::crypto::Error> : std::true_type {};
