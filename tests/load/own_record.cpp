#include "own_record.hpp"

#include <cstring>

namespace posterhall::load {
namespace {

/// Reads protobuf's wire format off the front; `ok` falls when something is cut off.
class Wire {
 public:
  explicit Wire(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool more() const { return ok_ && !rest_.empty(); }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }
  std::string_view block() {
    const auto size = varint();
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

std::uint32_t word_at(std::string_view bytes, std::size_t at) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  return word;
}

}  // namespace

std::optional<std::pair<std::uint32_t, std::uint32_t>> own_record(std::string_view message, std::uint32_t visitor) {
  constexpr std::uint64_t kState = 1 << 3 | 2, kRecords = 4 << 3 | 2, kBlock = 2, kKind = 7;
  Wire outer(message);
  if (outer.varint() != kState) return std::nullopt;
  Wire state(outer.block());
  while (state.more()) {
    const auto key = state.varint();
    if ((key & kKind) != kBlock) {
      (void)state.varint();  // a state frame has nothing but numbers and blocks
      continue;
    }
    const auto words = state.block();
    if (key != kRecords) continue;
    for (std::size_t at = 0; at + 8 <= words.size(); at += 8) {
      if (word_at(words, at) >> 8 == visitor) return std::pair{word_at(words, at), word_at(words, at + 4)};
    }
  }
  return std::nullopt;
}

}  // namespace posterhall::load
