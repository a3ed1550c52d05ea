// The two hot messages, posterhall.v1.StateFrame and ConversationState, written by hand in protobuf's wire format: the
// first in 48 instructions a record where libprotobuf takes 204 (docs/performance.md). Tests hold them equal to
// libprotobuf byte for byte.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <string>

#include "hall/notice.hpp"

namespace posterhall::wire {

/// A complete WebSocket frame, instead of what was in `out`: header, ServerMessage{state}.
void write_state_frame(const hall::StateBlock& block, std::string& out);
/// The same: header, ServerMessage{conversation}.
void write_conversation_frame(const hall::notice::ConversationState& state, std::string& out);

}  // namespace posterhall::wire
