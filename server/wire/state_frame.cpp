#include "wire/state_frame.hpp"

#include <bit>
#include <cstring>

#include "wire/frame_header.hpp"

namespace posterhall::wire {
namespace {

static_assert(std::endian::native == std::endian::little, "fixed32 words are copied as they lie in memory");

// Keys = field number << 3 | wire type (0 varint, 2 bytes): proto/posterhall/v1/server.proto.
constexpr char kServerMessageState = (1 << 3) | 2;
constexpr char kStep = (1 << 3) | 0;
constexpr char kCentreCell = (2 << 3) | 0;
constexpr char kSnapshot = (3 << 3) | 0;
constexpr char kRecords = (4 << 3) | 2;
constexpr char kGone = (5 << 3) | 2;

std::size_t varint_size(std::uint64_t value) { return (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7; }

char* put_varint(char* at, std::uint64_t value) {
  while (value >= 0x80) {
    *at++ = static_cast<char>((value & 0x7f) | 0x80);
    value >>= 7;
  }
  *at++ = static_cast<char>(value);
  return at;
}

char* put_words(char* at, char key, std::span<const std::uint32_t> words) {
  if (words.empty()) return at;
  *at++ = key;
  at = put_varint(at, words.size_bytes());
  std::memcpy(at, words.data(), words.size_bytes());
  return at + words.size_bytes();
}

std::size_t words_size(std::span<const std::uint32_t> words) {
  return words.empty() ? 0 : 1 + varint_size(words.size_bytes()) + words.size_bytes();
}

std::size_t number_size(std::uint32_t value) { return value == 0 ? 0 : 1 + varint_size(value); }

char* put_number(char* at, char key, std::uint32_t value) {
  if (value == 0) return at;  // proto3 leaves defaults out
  *at++ = key;
  return put_varint(at, value);
}

}  // namespace

std::string write_state_frame(const hall::StateBlock& block) {
  const std::size_t inner = number_size(block.step) + number_size(block.centre_cell) + (block.snapshot ? 2U : 0U) +
                            words_size(block.records) + words_size(block.gone);
  const std::size_t payload = 1 + varint_size(inner) + inner;
  std::string out;
  out.reserve(kMaxFrameHeader + payload);
  append_frame_header(out, Opcode::binary, payload);
  const std::size_t start = out.size();
  out.resize(start + payload);
  char* at = out.data() + start;
  *at++ = kServerMessageState;
  at = put_varint(at, inner);
  at = put_number(at, kStep, block.step);
  at = put_number(at, kCentreCell, block.centre_cell);
  at = put_number(at, kSnapshot, block.snapshot ? 1U : 0U);
  at = put_words(at, kRecords, block.records);
  put_words(at, kGone, block.gone);
  return out;
}

}  // namespace posterhall::wire
