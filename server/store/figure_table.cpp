#include "store/figure_table.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "crypto/crypto.hpp"
#include "domain/event.hpp"

namespace posterhall::store {
namespace {

using What = hall::FigureCount::What;

constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kMarkBytes = 16;
constexpr std::uint32_t kStayGrain = 10;  ///< seconds: nobody is known again by the length of a stay

bool closed(Connection& db) {
  Query row(db, "select 1 from figure_closed");
  return row.next();
}

/// The poster's key; made when first needed. Empty after closing.
std::string key_of(Connection& db, PosterKey poster) {
  {
    Query row(db, "select key from figure_keys where poster = ?1");
    if (row.bind(poster).next()) {
      const auto key = row.blob(0);
      return {key.begin(), key.end()};
    }
  }
  if (closed(db)) return {};
  std::array<std::uint8_t, kKeyBytes> key{};
  crypto::random_bytes(key);
  Query query(db, "insert into figure_keys (poster, key) values (?1, ?2)");
  query.bind(poster).bind(std::span<const std::uint8_t>(key)).run();
  return {key.begin(), key.end()};
}

void mark_visitor(Connection& db, PosterKey poster, PersonId person) {
  const std::string key = key_of(db, poster);
  if (key.empty()) return;
  const auto digest = crypto::hmac_sha256(key, std::to_string(person.value));
  Query query(db, "insert into figure_marks (poster, mark) values (?1, ?2) on conflict do nothing");
  query.bind(poster).bind(std::span<const std::uint8_t>(digest).first(kMarkBytes)).run();
}

void add(Connection& db, PosterKey poster, UnixMs at, std::uint32_t visits, std::uint32_t reads,
         std::uint32_t attended) {
  Query query(db,
              "insert into figure_steps (poster, start, visits, reads, attended_ms) values (?1, ?2, ?3, ?4, ?5) "
              "on conflict (poster, start) do update set visits = figure_steps.visits + excluded.visits, "
              "reads = figure_steps.reads + excluded.reads, "
              "attended_ms = figure_steps.attended_ms + excluded.attended_ms");
  query.bind(poster).bind(at / domain::kFigureStepMs * domain::kFigureStepMs).bind(visits).bind(reads);
  query.bind(attended).run();
}

void add_stay(Connection& db, PosterKey poster, std::uint32_t seconds) {
  Query query(db,
              "insert into figure_stays (poster, seconds, times) values (?1, ?2, 1) "
              "on conflict (poster, seconds) do update set times = figure_stays.times + 1");
  query.bind(poster).bind(seconds / kStayGrain * kStayGrain).run();
}

using ByPoster = std::map<PosterKey, domain::PosterFigures>;

domain::FigureStep& step_at(domain::PosterFigures& figures, UnixMs at) {
  const UnixMs start = at / domain::kFigureStepMs * domain::kFigureStepMs;
  const auto found = std::ranges::find(figures.steps, start, &domain::FigureStep::start);
  if (found != figures.steps.end()) return *found;
  figures.steps.push_back({start, 0, 0, 0, 0});
  return figures.steps.back();
}

void read_steps(Connection& db, PosterKey of, ByPoster& all) {
  Query rows(db,
             "select poster, start, visits, reads, attended_ms from figure_steps where ?1 = 0 or poster = ?1 "
             "order by poster, start");
  rows.bind(of);
  while (rows.next()) {
    auto& figures = all[PosterKey{rows.u32(0)}];
    figures.visits += rows.u32(2);
    figures.reads += rows.u32(3);
    if (!of) continue;
    constexpr auto kMost = static_cast<std::uint32_t>(domain::kFigureStepMs / 1000);  // two authors are one lamp
    const auto attended = static_cast<std::uint32_t>(rows.int64(4) / 1000);
    figures.steps.push_back({rows.int64(1), rows.u32(2), rows.u32(3), 0, std::min(attended, kMost)});
  }
}

void read_questions(Connection& db, PosterKey of, ByPoster& all) {
  Query rows(db,
             "select c.a, e.at from channels c join events e on e.channel = c.id "
             "where c.kind = ?2 and (?1 = 0 or c.a = ?1) and e.kind in (2, 21)");
  rows.bind(of).bind(static_cast<int>(domain::ChannelKind::poster));  // asked with a name or without
  while (rows.next()) {
    auto& figures = all[PosterKey{rows.u32(0)}];
    ++figures.questions;
    if (of) ++step_at(figures, rows.int64(1)).questions;
  }
}

void read_people(Connection& db, PosterKey of, ByPoster& all) {
  {
    Query rows(db, "select poster, count(*) from figure_marks where ?1 = 0 or poster = ?1 group by poster");
    rows.bind(of);
    while (rows.next()) all[PosterKey{rows.u32(0)}].people = rows.u32(1);
  }
  std::map<PosterKey, std::map<std::uint32_t, std::uint32_t>> stays;
  Query rows(db, "select poster, seconds, times from figure_stays where ?1 = 0 or poster = ?1");
  rows.bind(of);
  while (rows.next()) stays[PosterKey{rows.u32(0)}][rows.u32(1)] = rows.u32(2);
  for (const auto& [poster, times] : stays) all[poster].median_stay_s = domain::median_of(times);
}

void destroy_keys(Connection& db) {
  if (db.dialect() == Dialect::postgres) {
    db.run("truncate figure_keys");  // the table's file goes, with all old rows
    return;
  }
  // Overwritten first: what is deleted alone may lie in the file until its page is used again.
  Query overwrite(db, "update figure_keys set key = ?1");
  overwrite.bind(std::span<const std::uint8_t>(std::array<std::uint8_t, kKeyBytes>{})).run();
  Query forget(db, "delete from figure_keys");
  forget.run();
}

}  // namespace

void write_counts(Connection& db, const std::vector<hall::FigureCount>& counts) {
  for (const auto& count : counts) {
    switch (count.what) {
      case What::visit:
        add(db, count.poster, count.at, 1, 0, 0);
        mark_visitor(db, count.poster, count.person);
        break;
      case What::read: add(db, count.poster, count.at, 0, 1, 0); break;
      case What::stay: add_stay(db, count.poster, count.amount); break;
      case What::attended: add(db, count.poster, count.at, 0, 0, count.amount); break;
    }
  }
}

std::vector<domain::PosterFigures> read_figures(Connection& db, std::optional<PosterKey> of) {
  const PosterKey only = of.value_or(PosterKey{});
  ByPoster all;
  if (of) all[only];
  read_steps(db, only, all);
  read_questions(db, only, all);
  read_people(db, only, all);
  std::vector<domain::PosterFigures> list;
  for (auto& [poster, figures] : all) {
    figures.poster = poster;
    std::ranges::sort(figures.steps, {}, &domain::FigureStep::start);
    list.push_back(std::move(figures));
  }
  return list;
}

bool counted_before(Connection& db, UnixMs time) {
  Query row(db, "select 1 from figure_steps where start < ?1 limit 1");
  return row.bind(time).next();
}

bool close_figures(Connection& db, UnixMs now) {
  if (closed(db)) return false;
  destroy_keys(db);
  Query query(db, "insert into figure_closed (one, at) values (1, ?1)");
  query.bind(now).run();
  return true;
}

}  // namespace posterhall::store
