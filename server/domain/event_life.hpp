// The event's life: before its doors open, open, between sessions, closing, closed, over. What follows from the times
// an organiser gave and the programme; nothing of it is kept. An event without times is open as long as its server
// runs. Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/permission.hpp"
#include "domain/person.hpp"

namespace posterhall::domain {

enum class Phase : std::uint8_t {
  before_doors,  ///< authors, hosts and those who keep order set up; others read posters and programme
  open,          ///< a session runs
  between,       ///< none does: hall and posters stay open
  closing,       ///< the last ten minutes, and so long after that a sentence is ended
  closed,        ///< to be read: posters, questions, own cards; nobody talks
  over           ///< nothing is read any more
};

inline constexpr UnixMs kClosingNoticeMs = 10 * 60 * 1000;
/// Talk stops so long after the closing time: nobody is cut off in the middle of a sentence.
inline constexpr UnixMs kLastWordsMs = 2 * 60 * 1000;
/// Until when all is readable where nobody said: so long after the closing time.
inline constexpr UnixMs kReadableForMs = 30 * UnixMs{24 * 3600 * 1000};

/// The readable time filled in where only the closing time is known.
[[nodiscard]] EventTimes settled(EventTimes times);
/// `times` as written. Lunch and networking are no sessions in which the hall is at work: between.
[[nodiscard]] Phase phase_at(const EventTimes& times, const std::vector<Session>& sessions, UnixMs now);
[[nodiscard]] constexpr bool is_closed(Phase phase) { return phase == Phase::closed || phase == Phase::over; }
/// May somebody with this role stand in the hall?
[[nodiscard]] bool lets_in(Phase phase, Role role);
/// What nobody does once the event has closed: talking, asking, breakouts. Reading, saving, taking a card back, the
/// help desk and everything that keeps order go on.
[[nodiscard]] bool stopped_by_close(Act act);

enum class TimesFault : std::uint8_t { none, closes_before_doors, ends_before_closing };
[[nodiscard]] TimesFault judge_times(const EventTimes& times);

[[nodiscard]] std::string_view name_of(Phase phase);

}  // namespace posterhall::domain
