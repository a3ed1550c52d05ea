// One visitor's record in an encoded state message, without decoding the rest: what a counted client does with each
// frame, so that a thousand of them fit into one thread.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace posterhall::load {

/// Both words of the record of `visitor`, if `message` (ServerMessage{state}) has one.
[[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> own_record(std::string_view message,
                                                                                std::uint32_t visitor);

}  // namespace posterhall::load
