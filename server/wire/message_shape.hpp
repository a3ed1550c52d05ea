// A look at a ClientMessage's outermost fields before protobuf allocates for it: only messages that carry a text may be
// long. Keeps what a hostile message can make us allocate near its own size (packed ids and resume cursors grow fast).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace posterhall::wire {

inline constexpr std::size_t kMaxWithoutText = 4 * 1024;  ///< bytes of a body that is not Say, Send, Edit or Report
inline constexpr std::size_t kMaxListed = 256;            ///< visitors, persons or resume cursors of one message

/// False when the outermost fields are cut off, of a wrong kind, or too long for what they are, or when a list in them
/// has more entries than any may have.
[[nodiscard]] bool shape_fits(std::span<const std::uint8_t> message);

}  // namespace posterhall::wire
