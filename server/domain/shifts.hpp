// Shifts: when authors tend their poster, as pieces of the programme's exhibition sessions. One session may be shared
// between several authors, one author may have several pieces of it; two may stand there together. Pure.
// Runs on: any thread (values). Owns: nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"

namespace posterhall::domain {

struct TimeSpan;

inline constexpr UnixMs kShortestShiftMs = 5 * 60 * 1000;
inline constexpr std::size_t kMostPieces = 48;

/// A piece of a session, in milliseconds from the session's start: moving the session moves it along.
struct ShiftPiece {
  PersonId person;  ///< none: whichever of its authors (as the imported list says)
  UnixMs from = 0;
  UnixMs to = 0;
  friend bool operator==(const ShiftPiece&, const ShiftPiece&) = default;
};

/// What authors chose for one session, or what the list said until somebody chose.
struct ShiftPlan {
  std::string session;
  std::uint32_t number = 0;  ///< of the choice; 0 = nobody chose, the imported list's word counts
  std::vector<ShiftPiece> pieces;
  friend bool operator==(const ShiftPlan&, const ShiftPlan&) = default;
};

enum class PlanFault : std::uint8_t { none, outside_session, too_short, not_an_author, twice, too_many };

/// May these pieces be a plan of a session that lasts `length`? Nobody has two pieces at the same time.
[[nodiscard]] PlanFault judge_plan(std::span<const ShiftPiece> pieces, UnixMs length,
                                   std::span<const PersonId> authors);
/// In order of time, with what touches of one person as one piece.
[[nodiscard]] std::vector<ShiftPiece> tidy_plan(std::vector<ShiftPiece> pieces);
/// What is left of a plan when the session has another length now, or somebody is no author of the poster any more.
[[nodiscard]] std::vector<ShiftPiece> fit_plan(const std::vector<ShiftPiece>& pieces, UnixMs length,
                                               std::span<const PersonId> authors);
/// In order, with what touches or overlaps as one: when anybody is there.
[[nodiscard]] std::vector<TimeSpan> joined_hours(std::vector<TimeSpan> hours);

}  // namespace posterhall::domain
