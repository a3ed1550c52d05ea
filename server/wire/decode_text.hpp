// Text, ids and channels' names from a browser, cleaned and measured.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/channel.hpp"
#include "hall/notice.hpp"

namespace posterhall::wire {

/// One line, cleaned; nullopt when it has more than `max_code_points` or is not UTF-8. May be empty.
[[nodiscard]] std::optional<std::string> read_line(std::string_view text, std::size_t max_code_points);

/// A message's text, cleaned: text_empty when nothing is left, text_too_long over 4,000 code points.
[[nodiscard]] std::variant<std::string, hall::RejectCode> read_message(std::string_view text);

/// Channels a browser may name; the server's own are not on the wire.
[[nodiscard]] std::optional<domain::Channel> read_channel(const std::string& text);

/// An id of N bytes; nullopt when it has more or fewer.
template <std::size_t N>
[[nodiscard]] std::optional<std::array<std::uint8_t, N>> exactly_bytes(const std::string& bytes) {
  if (bytes.size() != N) return std::nullopt;
  std::array<std::uint8_t, N> out{};
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

}  // namespace posterhall::wire
