#include "store/shift_table.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "store/poster_table.hpp"

namespace posterhall::store {
namespace {

/// Pieces as they are kept: "PERSON FROM TO;PERSON FROM TO", milliseconds from the session's start.
std::string to_document(const std::vector<domain::ShiftPiece>& pieces) {
  std::string text;
  for (const auto& piece : pieces) {
    if (!text.empty()) text += ';';
    text += std::to_string(piece.person.value) + ' ' + std::to_string(piece.from) + ' ' + std::to_string(piece.to);
  }
  return text;
}

template <class T>
bool take(std::string_view& text, char end, T& value) {
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  if (text.empty()) return end == ';';
  if (text.front() != end) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::vector<domain::ShiftPiece>> parse_document(std::string_view text) {
  std::vector<domain::ShiftPiece> pieces;
  while (!text.empty()) {
    domain::ShiftPiece piece;
    if (!take(text, ' ', piece.person.value) || !take(text, ' ', piece.from) || !take(text, ';', piece.to)) {
      return std::nullopt;
    }
    pieces.push_back(piece);
  }
  return pieces;
}

using PlansOfPoster = std::unordered_map<PosterKey, std::map<std::string, domain::ShiftPlan, std::less<>>>;

PlansOfPoster read_chosen(Connection& db) {
  PlansOfPoster chosen;
  Query rows(db,
             "select poster, session, number, document from shift_plans as p where number = "
             "(select max(number) from shift_plans where poster = p.poster and session = p.session)");
  while (rows.next()) {
    auto pieces = parse_document(rows.text(3));
    if (!pieces) {
      db.fail(StoreError::corrupt, "a shift cannot be read");
      return chosen;
    }
    const std::string session = rows.text(1);
    chosen[PosterKey{rows.u32(0)}][session] = {session, rows.u32(2), std::move(*pieces)};
  }
  return chosen;
}

std::unordered_map<PosterKey, std::vector<PersonId>> read_authors(Connection& db) {
  std::unordered_map<PosterKey, std::vector<PersonId>> authors;
  Query rows(db, "select poster, person from presents order by person");
  while (rows.next()) authors[PosterKey{rows.u32(0)}].emplace_back(rows.u32(1));
  return authors;
}

}  // namespace

void settle_shifts(Connection& db, domain::Catalogue& catalogue) {
  const auto chosen = read_chosen(db);
  const auto authors = read_authors(db);
  for (auto& poster : catalogue.posters) {
    const auto mine = chosen.find(poster.key);
    const auto tend = authors.find(poster.key);
    const std::span<const PersonId> by = tend == authors.end() ? std::span<const PersonId>{} : tend->second;
    std::vector<domain::TimeSpan> hours = poster.own_hours;
    for (const auto& session : catalogue.sessions) {
      if (session.span.end == 0) continue;
      const UnixMs length = session.span.end - session.span.start;
      domain::ShiftPlan plan{session.id, 0, {}};
      const bool touched = mine != chosen.end() && mine->second.contains(session.id);
      if (touched) {
        plan = mine->second.find(session.id)->second;
        plan.pieces = domain::fit_plan(plan.pieces, length, by);
      } else if (std::ranges::find(poster.shift_ids, session.id) != poster.shift_ids.end()) {
        plan.pieces.push_back({PersonId{}, 0, length});
      } else {
        continue;
      }
      for (const auto& piece : plan.pieces) {
        hours.push_back({session.span.start + piece.from, session.span.start + piece.to});
      }
      poster.plans.push_back(std::move(plan));
    }
    poster.shifts = domain::joined_hours(std::move(hours));
  }
}

hall::ShiftPlanStored write_plan(Connection& db, const hall::NewShiftPlan& plan, UnixMs now) {
  std::uint32_t newest = 0;
  {
    Query row(db, "select coalesce(max(number), 0) from shift_plans where poster = ?1 and session = ?2");
    if (row.bind(plan.poster).bind(plan.session).next()) newest = row.u32(0);
  }
  if (newest != plan.after) return {newest, true};
  Query query(db,
              "insert into shift_plans (poster, session, number, at, person, document) "
              "values (?1, ?2, ?3, ?4, ?5, ?6)");
  query.bind(plan.poster).bind(plan.session).bind(newest + 1).bind(now).bind(plan.by);
  query.bind(to_document(plan.pieces)).run();
  note_catalogue(db, plan.by, "an author's shift", now);
  return {newest + 1, false};
}

}  // namespace posterhall::store
