// Port: one connection as a shard sees it. Bytes handed over are complete WebSocket frames, ready to be written.
// Runs on: its shard's thread only. Owns: nothing.
#pragma once

#include <cstdint>

#include "base/bytes.hpp"

namespace posterhall::hall {

/// WebSocket close codes: 1012 restart, 4000 + reason of proto ClosingReason otherwise.
enum class CloseReason : std::uint8_t {
  restart = 1,
  too_slow,
  replaced,
  session_ended,
  protocol,
  rate,
  left,
  removed,
  banned
};

class Outlet {
 public:
  virtual ~Outlet() = default;
  /// Goes at once (acks, rejects, answers). Bounded together with events.
  virtual void send_now(SharedBytes frame) = 0;
  /// Ordered, never dropped silently: waits for the slot's flush(); more than 256 KiB waiting closes with too_slow.
  virtual void queue_event(SharedBytes frame) = 0;
  /// Sends the queued events and then, if given, the state frame, in one writev. False: the last write is still
  /// unfinished, the state frame was skipped and the next one must be a snapshot (events stay queued).
  virtual bool flush(SharedBytes state) = 0;
  /// A state of its own, at once. False: the last write is still unfinished, it was not sent; nothing waits.
  virtual bool send_state(SharedBytes frame) = 0;
  /// Closes after what is queued; the hall has already forgotten the connection.
  virtual void close(CloseReason reason, std::uint32_t retry_after_ms) = 0;
};

}  // namespace posterhall::hall
