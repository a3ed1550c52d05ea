// What the hall says of posters' files, encoded: a part of FrameEncoder (encode.hpp).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include "hall/notice.hpp"

namespace posterhall::v1 {
class ServerMessage;
}

namespace posterhall::wire {

void fill(v1::ServerMessage& message, const hall::notice::PosterDesk& desk);

}  // namespace posterhall::wire
