// Bytes from a browser to a command: shape, ranges, limits and clean text are settled here, so that nothing behind
// this has to ask again. Anything else is Undecodable with the code to answer.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>

#include "hall/command.hpp"
#include "hall/notice.hpp"

namespace posterhall::wire {

inline constexpr std::size_t kMaxMessage = 64 * 1024;     ///< bytes of one message
inline constexpr std::size_t kMaxBeforeEnter = 4 * 1024;  ///< bytes of one message before Enter
inline constexpr std::size_t kMaxText = 4000;             ///< code points of a message
inline constexpr std::size_t kMaxStatus = 64;             ///< code points
inline constexpr std::size_t kMaxShortName = 16;          ///< code points
inline constexpr std::size_t kMaxFilter = 64;             ///< code points
inline constexpr std::size_t kMaxClientBuild = 64;        ///< bytes
inline constexpr int kMaxIds = 256;                       ///< visitors or persons of one request
inline constexpr int kMaxResume = 256;                    ///< channels of one Enter
inline constexpr std::size_t kMaxReason = 500;            ///< code points, and of a reported line
inline constexpr int kMaxReportLines = 20;
inline constexpr std::uint32_t kMaxQueuePage = 20;
inline constexpr std::uint32_t kMaxPage = 100;  ///< rows or events of one page
inline constexpr std::uint32_t kEmotes = 12;    ///< 1..12, docs/protocol.md

struct Decoded {
  std::uint32_t seq = 0;  ///< 0 wants no answer
  hall::Command command;
};
struct Undecodable {
  std::uint32_t seq = 0;
  hall::RejectCode code = hall::RejectCode::malformed;
};
using DecodeOutcome = std::variant<Decoded, Undecodable>;

[[nodiscard]] DecodeOutcome decode_client_message(std::span<const std::uint8_t> bytes);

}  // namespace posterhall::wire
