// What one connection has still to be sent: frames of which the first may be half written, and events that wait for
// their slot. Writes go straight to the socket; only what does not fit is kept. Semantics: hall/ports/outlet.hpp.
// Runs on: its shard's thread. Owns: the frames, shared with others; not the socket.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/bytes.hpp"

namespace posterhall::net {

class Outbox {
 public:
  static constexpr std::size_t kMaxWaiting = 256 * 1024;  ///< bytes, events and unfinished writes together

  explicit Outbox(std::size_t max_waiting = kMaxWaiting) : max_waiting_(max_waiting) {}

  enum class Outcome {
    written,  ///< nothing is left unfinished
    waiting,  ///< some of it waits until the socket can be written
    skipped,  ///< flush and offer only: the state frame was not sent, the next must be a snapshot
    full,     ///< more than may wait: the connection is too slow
    broken,   ///< the socket is gone
  };

  /// Sends at once or behind what is unfinished.
  [[nodiscard]] Outcome send(int fd, SharedBytes frame);
  /// Keeps until flush().
  [[nodiscard]] Outcome queue(SharedBytes frame);
  /// Queued events and then the state frame (may be null) in one writev.
  [[nodiscard]] Outcome flush(int fd, SharedBytes state);
  /// At once or not at all: nothing waits for it, and it waits for nothing.
  [[nodiscard]] Outcome offer(int fd, SharedBytes state);
  /// The socket can be written again. Events whose flush came while it could not go out now: nobody asks twice.
  [[nodiscard]] Outcome resume(int fd);
  /// Forgets everything that has not begun to go out; what is half written must be finished.
  void forget_unbegun();

  [[nodiscard]] std::size_t waiting() const { return waiting_; }
  [[nodiscard]] bool unfinished() const { return !out_.empty(); }
  /// Rises whenever bytes left.
  [[nodiscard]] std::uint64_t bytes_sent() const { return bytes_sent_; }

 private:
  [[nodiscard]] Outcome write(int fd);
  void consume(std::size_t bytes);

  std::size_t max_waiting_;
  std::vector<SharedBytes> out_;  ///< in order; of the first, sent_ bytes are gone
  std::vector<SharedBytes> events_;
  std::size_t sent_ = 0;
  std::size_t waiting_ = 0;  ///< bytes in both
  std::uint64_t bytes_sent_ = 0;
  bool overdue_ = false;  ///< a flush was refused while events waited
};

}  // namespace posterhall::net
