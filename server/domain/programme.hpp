// The programme's rules: what a session has to be before it may stand in it.
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>

#include "domain/catalogue.hpp"

namespace posterhall::domain {

inline constexpr std::size_t kMostSessions = 500;
inline constexpr UnixMs kLongestSessionMs = 7 * UnixMs{24 * 3600 * 1000};

enum class SessionFault : std::uint8_t {
  none,
  no_title,
  no_times,        ///< neither hours nor a day
  ends_too_early,  ///< not after its start
  too_long,
  no_such_room,
  room_taken,  ///< by another session at that time
  too_many
};

/// `session` in the place of the one with its id, or as a new one.
[[nodiscard]] SessionFault judge_session(const Session& session, const Catalogue& catalogue);

/// Do they have a moment in common? Sessions without hours have none.
[[nodiscard]] bool overlap(const Session& a, const Session& b);

}  // namespace posterhall::domain
