#include "wire/state_frame.hpp"

#include <array>
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
constexpr char kServerMessageConversation = (11 << 3) | 2;
constexpr char kConversation = (1 << 3) | 0;
constexpr char kMembers = (2 << 3) | 2;
constexpr char kCentre = (3 << 3) | 5;
constexpr char kVisitor = (1 << 3) | 0;
constexpr char kPerson = (2 << 3) | 0;
constexpr char kPresents = (3 << 3) | 0;
constexpr char kAway = (4 << 3) | 0;
constexpr char kListMode = (5 << 3) | 0;
constexpr std::size_t kMaxVarint = 10;
constexpr std::size_t kMaxNumber = 6;  ///< a key and 32 bits
constexpr std::size_t kMaxMember = 2 + 5 * kMaxNumber;

std::size_t varint_size(std::uint64_t value) { return (static_cast<std::size_t>(std::bit_width(value | 1)) + 6) / 7; }

char* put_varint(char* at, std::uint64_t value) {
  while (value >= 0x80) {
    *at++ = static_cast<char>((value & 0x7f) | 0x80);
    value >>= 7;
  }
  *at++ = static_cast<char>(value);
  return at;
}

/// The words are appended as they lie: a string that is made larger first would be filled with zeros.
void append_words(std::string& out, char key, std::span<const std::uint32_t> words) {
  if (words.empty()) return;
  std::array<char, 1 + kMaxVarint> head{key};
  const char* end = put_varint(head.data() + 1, words.size_bytes());
  out.append(head.data(), static_cast<std::size_t>(end - head.data()));
  out.append(reinterpret_cast<const char*>(words.data()), words.size_bytes());
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

char* put_member(char* at, const hall::notice::Member& member) {
  *at++ = kMembers;
  char* const length = at++;
  at = put_number(at, kVisitor, member.visitor.value);
  at = put_number(at, kPerson, member.person.value);
  at = put_number(at, kPresents, member.presents ? 1U : 0U);
  at = put_number(at, kAway, member.away ? 1U : 0U);
  at = put_number(at, kListMode, member.list_mode ? 1U : 0U);
  static_assert(kMaxMember < 0x80, "its length is one byte");
  *length = static_cast<char>(at - length - 1);
  return at;
}

/// Ends before `out`'s room does.
char* put_conversation(char* at, const hall::notice::ConversationState& state) {
  at = put_number(at, kConversation, state.conversation);
  for (const auto& member : state.members) at = put_member(at, member);
  if (state.centre == 0) return at;
  *at++ = kCentre;
  std::memcpy(at, &state.centre, sizeof(state.centre));
  return at + sizeof(state.centre);
}

}  // namespace

void write_conversation_frame(const hall::notice::ConversationState& state, std::string& out) {
  // What goes before it says how long it is: it is written behind the most room that may take, and then put there.
  constexpr std::size_t kBefore = kMaxFrameHeader + 1 + kMaxVarint;
  out.resize(kBefore + 2 * kMaxNumber + state.members.size() * kMaxMember);
  const auto inner = static_cast<std::size_t>(put_conversation(out.data() + kBefore, state) - out.data()) - kBefore;
  std::array<char, 1 + kMaxVarint> head{kServerMessageConversation};
  const auto head_size = static_cast<std::size_t>(put_varint(head.data() + 1, inner) - head.data());
  std::string before;
  append_frame_header(before, Opcode::binary, head_size + inner);
  before.append(head.data(), head_size);
  std::memmove(out.data() + before.size(), out.data() + kBefore, inner);
  std::memcpy(out.data(), before.data(), before.size());
  out.resize(before.size() + inner);
}

void write_state_frame(const hall::StateBlock& block, std::string& out) {
  const std::size_t inner = number_size(block.step) + number_size(block.centre_cell) + (block.snapshot ? 2U : 0U) +
                            words_size(block.records) + words_size(block.gone);
  const std::size_t payload = 1 + varint_size(inner) + inner;
  out.clear();
  out.reserve(kMaxFrameHeader + payload);
  append_frame_header(out, Opcode::binary, payload);
  std::array<char, 2 + 4 * kMaxVarint> head{kServerMessageState};
  char* at = put_varint(head.data() + 1, inner);
  at = put_number(at, kStep, block.step);
  at = put_number(at, kCentreCell, block.centre_cell);
  at = put_number(at, kSnapshot, block.snapshot ? 1U : 0U);
  out.append(head.data(), static_cast<std::size_t>(at - head.data()));
  append_words(out, kRecords, block.records);
  append_words(out, kGone, block.gone);
}

}  // namespace posterhall::wire
