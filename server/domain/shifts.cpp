#include "domain/shifts.hpp"

#include <algorithm>
#include <tuple>

#include "domain/catalogue.hpp"

namespace posterhall::domain {
namespace {

bool is_author(PersonId person, std::span<const PersonId> authors) {
  return std::ranges::find(authors, person) != authors.end();
}

bool same_time(const ShiftPiece& a, const ShiftPiece& b) { return a.from < b.to && b.from < a.to; }

}  // namespace

PlanFault judge_plan(std::span<const ShiftPiece> pieces, UnixMs length, std::span<const PersonId> authors) {
  if (pieces.size() > kMostPieces) return PlanFault::too_many;
  for (const ShiftPiece& piece : pieces) {
    if (!is_author(piece.person, authors)) return PlanFault::not_an_author;
    if (piece.from < 0 || piece.to > length) return PlanFault::outside_session;
    if (piece.to - piece.from < std::min(kShortestShiftMs, length)) return PlanFault::too_short;
    const bool twice = std::ranges::any_of(pieces, [&](const ShiftPiece& other) {
      return &other != &piece && other.person == piece.person && same_time(piece, other);
    });
    if (twice) return PlanFault::twice;
  }
  return PlanFault::none;
}

std::vector<ShiftPiece> tidy_plan(std::vector<ShiftPiece> pieces) {
  std::ranges::sort(pieces, [](const ShiftPiece& a, const ShiftPiece& b) {
    return std::tie(a.person, a.from, a.to) < std::tie(b.person, b.from, b.to);
  });
  std::vector<ShiftPiece> tidy;
  for (const ShiftPiece& piece : pieces) {
    if (!tidy.empty() && tidy.back().person == piece.person && tidy.back().to >= piece.from) {
      tidy.back().to = std::max(tidy.back().to, piece.to);
    } else {
      tidy.push_back(piece);
    }
  }
  std::ranges::sort(tidy, [](const ShiftPiece& a, const ShiftPiece& b) {
    return std::tie(a.from, a.to, a.person) < std::tie(b.from, b.to, b.person);
  });
  return tidy;
}

std::vector<ShiftPiece> fit_plan(const std::vector<ShiftPiece>& pieces, UnixMs length,
                                 std::span<const PersonId> authors) {
  std::vector<ShiftPiece> left;
  for (ShiftPiece piece : pieces) {
    if (piece.person && !is_author(piece.person, authors)) continue;
    piece.from = std::max<UnixMs>(piece.from, 0);
    piece.to = std::min(piece.to, length);
    if (piece.to > piece.from) left.push_back(piece);
  }
  return left;
}

std::vector<TimeSpan> joined_hours(std::vector<TimeSpan> hours) {
  std::ranges::sort(
      hours, [](const TimeSpan& a, const TimeSpan& b) { return std::tie(a.start, a.end) < std::tie(b.start, b.end); });
  std::vector<TimeSpan> joined;
  for (const TimeSpan& span : hours) {
    if (!joined.empty() && joined.back().end >= span.start) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

}  // namespace posterhall::domain
