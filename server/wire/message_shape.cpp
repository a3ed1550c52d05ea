#include "wire/message_shape.hpp"

#include <optional>

namespace posterhall::wire {
namespace {

std::optional<std::uint64_t> take_varint(std::span<const std::uint8_t>& from) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < from.size() && i < 10; ++i) {
    value |= std::uint64_t{from[i] & 0x7fU} << (7 * i);
    if ((from[i] & 0x80U) == 0) {
      from = from.subspan(i + 1);
      return value;
    }
  }
  return std::nullopt;
}

bool take(std::span<const std::uint8_t>& from, std::uint64_t bytes) {
  if (bytes > from.size()) return false;
  from = from.subspan(static_cast<std::size_t>(bytes));
  return true;
}

// Numbers of ClientMessage's fields that carry a text: say, send, edit.
bool carries_text(std::uint64_t field) { return field >= 11 && field <= 13; }

}  // namespace

bool shape_fits(std::span<const std::uint8_t> message) {
  std::size_t short_bodies = 0;
  while (!message.empty()) {
    const auto key = take_varint(message);
    if (!key) return false;
    switch (*key & 7) {  // the wire type
      case 0:
        if (!take_varint(message)) return false;
        break;
      case 1:
        if (!take(message, 8)) return false;
        break;
      case 2: {
        const auto length = take_varint(message);
        if (!length || !take(message, *length)) return false;
        if (!carries_text(*key >> 3)) short_bodies += static_cast<std::size_t>(*length);
        if (short_bodies > kMaxWithoutText) return false;
        break;
      }
      case 5:
        if (!take(message, 4)) return false;
        break;
      default:  // groups are not in proto3
        return false;
    }
  }
  return true;
}

}  // namespace posterhall::wire
