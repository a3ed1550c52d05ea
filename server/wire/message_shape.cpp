#include "wire/message_shape.hpp"

#include <algorithm>
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

// Numbers of ClientMessage's fields that carry a text: say, send, edit, and a report's lines.
constexpr std::uint64_t kReport = 34;
bool carries_text(std::uint64_t field) { return (field >= 11 && field <= 13) || field == kReport; }

// The one list of each: visitors and persons are packed numbers, cursors are messages.
constexpr std::uint64_t kEnter = 2, kWhoRequest = 8, kPersonsRequest = 9, kCallAuthors = 49;
constexpr std::uint64_t kListOfIds = 1, kResume = 3, kLines = 6;

/// Entries of the list in a body, counted without making any: in a packed block as many as bytes that end a number.
std::size_t listed(std::uint64_t body, std::span<const std::uint8_t> bytes) {
  const bool of_ids = body == kWhoRequest || body == kPersonsRequest || body == kCallAuthors;
  if (!of_ids && body != kEnter && body != kReport) return 0;
  const std::uint64_t messages = body == kEnter ? kResume : kLines;
  std::size_t entries = 0;
  while (const auto key = take_varint(bytes)) {
    const std::uint64_t kind = *key & 7;
    if (kind == 0) {
      if (!take_varint(bytes)) return entries;
      if (of_ids && *key >> 3 == kListOfIds) ++entries;
      continue;
    }
    const auto length = kind == 2 ? take_varint(bytes) : std::nullopt;
    if (!length) return entries;  // protobuf says what is wrong with it
    // One that claims more than there is is read up to its end before it is refused.
    const auto block = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(*length, bytes.size())));
    bytes = bytes.subspan(block.size());
    if (!of_ids && *key >> 3 == messages) ++entries;
    if (of_ids && *key >> 3 == kListOfIds) {
      entries += static_cast<std::size_t>(
          std::count_if(block.begin(), block.end(), [](std::uint8_t byte) { return (byte & 0x80U) == 0; }));
    }
  }
  return entries;
}

}  // namespace

bool shape_fits(std::span<const std::uint8_t> message) {
  std::size_t short_bodies = 0;
  std::size_t entries = 0;
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
        const auto body = message;
        if (!length || !take(message, *length)) return false;
        if (!carries_text(*key >> 3)) short_bodies += static_cast<std::size_t>(*length);
        if (short_bodies > kMaxWithoutText) return false;
        entries += listed(*key >> 3, body.first(static_cast<std::size_t>(*length)));
        if (entries > kMaxListed) return false;
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
