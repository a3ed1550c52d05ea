// Judges UTF-8 as it comes, byte by byte: the well-formed sequences of the Unicode Standard, table 3-7.
// Runs on: any thread. Owns: where it is in a sequence.
#pragma once

#include <cstdint>

namespace posterhall::text {

class Utf8Stream {
 public:
  /// False: this byte cannot follow what came before; nothing after it matters.
  [[nodiscard]] bool take(std::uint8_t byte) {
    if (left_ > 0) {
      if (byte < low_ || byte > high_) return false;
      low_ = 0x80;
      high_ = 0xBF;
      --left_;
      return true;
    }
    if (byte < 0x80) return true;
    if (byte < 0xC2 || byte > 0xF4) return false;
    left_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    low_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    high_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    return true;
  }
  /// No sequence is unfinished.
  [[nodiscard]] bool whole() const { return left_ == 0; }

 private:
  std::uint8_t left_ = 0;  ///< bytes that must follow
  std::uint8_t low_ = 0x80;
  std::uint8_t high_ = 0xBF;
};

}  // namespace posterhall::text
