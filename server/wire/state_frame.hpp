// The one hot message, posterhall.v1.StateFrame, written by hand in protobuf's wire format: 48 instructions a record
// where libprotobuf takes 204 (docs/performance.md). Tests hold it equal to libprotobuf byte for byte.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <string>

#include "hall/notice.hpp"

namespace posterhall::wire {

/// A complete WebSocket frame, instead of what was in `out`: header, ServerMessage{state}.
void write_state_frame(const hall::StateBlock& block, std::string& out);

}  // namespace posterhall::wire
