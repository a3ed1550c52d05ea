// When what happens in a breakout by itself: from its session's hours, what was added, and the next session there.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <string>

#include "domain/catalogue.hpp"

namespace posterhall::domain {

/// A room stays open so long after its session's end.
inline constexpr UnixMs kRoomOvertimeMs = 10 * 60 * 1000;
inline constexpr UnixMs kRoomWarningMs = 5 * 60 * 1000;
/// The door opens by itself at the session's start; when nobody was there to open it, so long after.
inline constexpr UnixMs kDoorOpensForMs = 2 * 60 * 1000;

struct RoomTimes {
  UnixMs start = 0;
  UnixMs warn = 0;          ///< five minutes are left
  UnixMs end = 0;           ///< the stage goes quiet
  UnixMs close = 0;         ///< the room closes by itself
  bool extendable = false;  ///< five minutes more would not meet the next session there
};

/// `extension`: what organisers added.
[[nodiscard]] RoomTimes room_times(const Catalogue& catalogue, const Session& session, UnixMs extension);
/// The session that runs in a room at `now` (from its start until it closes, nothing added), or null.
[[nodiscard]] const Session* running_session(const Catalogue& catalogue, RoomId room, UnixMs now);
/// Whose door opens by itself now, or null.
[[nodiscard]] const Session* opening_session(const Catalogue& catalogue, RoomId room, UnixMs now);
[[nodiscard]] const Session* find_session(const Catalogue& catalogue, const std::string& id);
[[nodiscard]] bool hosts(const Session& session, const std::string& email);

}  // namespace posterhall::domain
