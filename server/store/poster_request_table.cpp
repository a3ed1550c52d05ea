#include "store/poster_request_table.hpp"

#include "store/event_table.hpp"
#include "store/poster_table.hpp"

namespace posterhall::store {
namespace {

using domain::EventKind;

constexpr std::string_view kOpenRequests =
    "select c.file_hash, c.file_type, c.thumbnail_hash, c.picture_hash, c.width, c.height, c.tiles_hash, c.tile_size, "
    "c.levels, c.full_width, c.full_height, c.pages, c.bytes, c.smallest_type, c.words <> '', r.number, r.poster, "
    "r.name, r.note, r.at, r.person from poster_requests r join conversions c on c.file_hash = r.file_hash "
    "where r.settled = 0 and (?1 = 0 or r.poster = ?1) order by r.number";

/// Running servers hear of it with the catalogue's head.
void tell(Connection& db, EventKind kind, PersonId by, PosterKey poster, const std::string& words, UnixMs now) {
  append_notice(db, domain::Channel::catalogue(), kind, by, words, now, poster.value);
}

}  // namespace

std::vector<hall::PosterRequest> read_requests(Connection& db, std::optional<PosterKey> of) {
  std::vector<hall::PosterRequest> requests;
  Query rows(db, kOpenRequests);
  rows.bind(of.value_or(PosterKey{}));
  while (rows.next()) {
    requests.push_back({rows.u32(15), PosterKey{rows.u32(16)}, file_of(rows, 0), rows.text(17), rows.text(18),
                        rows.int64(19), PersonId{rows.u32(20)}});
  }
  return requests;
}

std::uint32_t ask(Connection& db, const hall::PutUp& wanted, UnixMs now) {
  const auto conversion = read_conversion(db, wanted.file_hash);
  if (!conversion || !conversion->refused.empty()) db.fail(StoreError::refused, "the file was not converted");
  if (!poster_exists(db, wanted.poster)) db.fail(StoreError::nothing_there, "there is no such poster");
  for (const auto& open : read_requests(db, wanted.poster)) {
    if (open.file.file_hash == wanted.file_hash) return open.number;  // asked already
  }
  Query query(db,
              "insert into poster_requests (poster, file_hash, name, note, person, at, settled, settled_by, put_up, "
              "words) values (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 0, '') returning number");
  query.bind(wanted.poster).bind(wanted.file_hash).bind(wanted.name).bind(wanted.note).bind(wanted.by).bind(now);
  const auto number = static_cast<std::uint32_t>(query.run_for_id());
  tell(db, EventKind::poster_asked, wanted.by, wanted.poster, "a file waits for an organiser", now);
  return number;
}

hall::PutUpAnswer settle(Connection& db, const hall::Settlement& settlement, UnixMs now) {
  std::optional<hall::PutUp> asked;
  {
    Query row(db,
              "select poster, file_hash, name, note, person from poster_requests where number = ?1 and settled = 0");
    if (row.bind(settlement.request).next()) {
      asked = hall::PutUp{PosterKey{row.u32(0)}, row.text(1), row.text(2), row.text(3), PersonId{row.u32(4)}, false, 0};
    }
  }
  if (!asked) {
    db.fail(StoreError::nothing_there, "there is no such request");
    return {};
  }
  hall::PutUpAnswer answer;
  // It is the author's file with an organiser's word: shown as the author's, not stopped by the freeze time.
  if (settlement.put_up) answer = put_up(db, *asked, now);
  if (answer.version != 0) {
    Query mark(db, "update poster_files set by_author = 1 where poster = ?1 and version = ?2");
    mark.bind(asked->poster).bind(answer.version).run();
  }
  Query query(db,
              "update poster_requests set settled = ?2, settled_by = ?3, put_up = ?4, words = ?5 where number = ?1");
  query.bind(settlement.request).bind(now).bind(settlement.by).bind(settlement.put_up).bind(settlement.words).run();
  const std::string words = settlement.words.empty() ? std::string() : ": " + settlement.words;
  tell(db, EventKind::poster_settled, settlement.by, asked->poster,
       (settlement.put_up ? "an author's file was put up" : "an author's file was declined") + words, now);
  return answer;
}

std::vector<hall::RequestState> read_request_states(Connection& db) {
  std::vector<hall::RequestState> states;
  Query rows(db,
             "select number, poster, person, settled, put_up, words from poster_requests where settled = 0 or seen = 0 "
             "order by number");
  while (rows.next()) {
    states.push_back(
        {rows.u32(0), PosterKey{rows.u32(1)}, PersonId{rows.u32(2)}, rows.int64(3), rows.flag(4), rows.text(5)});
  }
  return states;
}

bool see_answer(Connection& db, std::uint32_t request, PersonId by, UnixMs now) {
  {
    Query row(db, "select 1 from poster_requests where number = ?1 and person = ?2 and settled <> 0 and seen = 0");
    row.bind(request).bind(by);
    if (!row.next()) return false;
  }
  Query query(db, "update poster_requests set seen = 1 where number = ?1");
  query.bind(request).run();
  note_catalogue(db, by, "an answer about a poster's file was read", now);
  return true;
}

UnixMs read_freeze(Connection& db) {
  Query row(db, "select at from poster_freeze where one = 1");
  return row.next() ? row.int64(0) : 0;
}

bool write_freeze(Connection& db, UnixMs at, PersonId by, UnixMs now) {
  if (read_freeze(db) == at) return true;
  Query query(db,
              "insert into poster_freeze (one, at, set_by) values (1, ?1, ?2) "
              "on conflict (one) do update set at = excluded.at, set_by = excluded.set_by");
  query.bind(at).bind(by).run();
  note_catalogue(db, by, "the time until which authors put files up", now);
  return true;
}

}  // namespace posterhall::store
