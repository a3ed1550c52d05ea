// Protobuf writes a line to standard error for each malformed string; strangers must not be able to fill logs with it.
// Runs on: the main thread, once, at start-up. Owns: nothing.
#pragma once

namespace posterhall::wire {

void keep_protobuf_quiet();

}  // namespace posterhall::wire
