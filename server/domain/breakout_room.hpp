// BreakoutRoom: who is in a breakout. The same object everywhere: every replica applies the room's events in number
// order, from the first; numbers decide who got the last seat. No clock: the times are in the events.
// Runs on: any thread (a value). Owns: its members.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/event.hpp"

namespace posterhall::domain {

/// The version of these rules; the opening event names it (ref = version << 16 | capacity), and a room opened under
/// rules one does not know stays closed here.
inline constexpr std::uint32_t kRoomRules = 1;
/// A room stays open so long after its session's end.
inline constexpr UnixMs kRoomOvertimeMs = 10 * 60 * 1000;

[[nodiscard]] constexpr std::uint32_t opening_ref(std::uint32_t capacity) {
  return kRoomRules << 16 | (capacity > 0xffffU ? 0xffffU : capacity);
}

class BreakoutRoom {
 public:
  struct Seat {
    PersonId person;
    std::uint32_t joined = 0;  ///< the number of the event that gave the seat
    friend bool operator==(const Seat&, const Seat&) = default;
  };

  /// True when it changed something. Events must come in number order; one that came before is ignored.
  bool apply(const Event& event);

  [[nodiscard]] std::uint32_t applied() const { return applied_; }  ///< the highest number seen
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] std::uint32_t opened() const { return opened_; }         ///< the number of the event that opened it
  [[nodiscard]] const std::string& session() const { return session_; }  ///< that it was opened for; empty = closed
  [[nodiscard]] std::uint32_t capacity() const { return capacity_; }     ///< 0 while closed
  [[nodiscard]] bool full() const { return open_ && seats_.size() >= capacity_; }
  [[nodiscard]] const std::vector<Seat>& seats() const { return seats_; }  ///< in the order they came
  [[nodiscard]] bool has(PersonId person) const { return seat_of(person).has_value(); }
  [[nodiscard]] std::optional<Seat> seat_of(PersonId person) const;
  /// Over open, session, capacity, seats in order: replicas that differ have a fault.
  [[nodiscard]] std::uint64_t state_hash() const;

 private:
  bool join(const Event& event);
  bool leave(const Event& event);

  std::uint32_t applied_ = 0;
  bool open_ = false;
  std::uint32_t opened_ = 0;
  std::string session_;
  std::uint32_t capacity_ = 0;
  std::vector<Seat> seats_;
};

/// The session that runs in a room at `now` (from its start until ten minutes after its end, or until the next one
/// there starts), or null.
[[nodiscard]] const Session* running_session(const Catalogue& catalogue, RoomId room, UnixMs now);
/// When the room of this session closes by itself.
[[nodiscard]] UnixMs closing_time(const Catalogue& catalogue, const Session& session);
[[nodiscard]] const Session* find_session(const Catalogue& catalogue, const std::string& id);
[[nodiscard]] bool hosts(const Session& session, const std::string& email);

}  // namespace posterhall::domain
