#include "store/my_table.hpp"

#include "store/poster_table.hpp"

namespace posterhall::store {
namespace {

hall::Card card_in(const Query& row) {
  return {PersonId{row.u32(0)}, PosterKey{row.u32(1)}, row.int64(2), row.text(3),
          row.text(4),          row.text(5),           row.text(6)};
}

}  // namespace

std::vector<PosterKey> read_visited(Connection& db, PersonId person) {
  std::vector<PosterKey> posters;
  Query rows(db, "select poster from visited where person = ?1 order by poster");
  rows.bind(person);
  while (rows.next()) posters.emplace_back(rows.u32(0));
  return posters;
}

bool write_visit(Connection& db, PersonId person, PosterKey poster, UnixMs now) {
  if (!poster_exists(db, poster)) {
    db.fail(StoreError::nothing_there, "there is no such poster");
    return false;
  }
  Query query(db, "insert into visited (person, poster, at) values (?1, ?2, ?3) on conflict do nothing");
  query.bind(person).bind(poster).bind(now).run();
  return true;
}

hall::Card read_card_of(Connection& db, PersonId person) {
  Query row(db, "select id, 0, 0, name, affiliation, email, '' from people where id = ?1");
  if (row.bind(person).next()) return card_in(row);
  db.fail(StoreError::nothing_there, "there is no such person");
  return {};
}

std::vector<hall::Card> read_cards_by(Connection& db, PersonId person) {
  std::vector<hall::Card> cards;
  Query rows(db,
             "select person, poster, at, name, affiliation, email, note from cards where person = ?1 "
             "order by at desc, poster");
  rows.bind(person);
  while (rows.next()) cards.push_back(card_in(rows));
  return cards;
}

std::vector<hall::Card> read_cards_at(Connection& db, PosterKey poster) {
  std::vector<hall::Card> cards;
  Query rows(db,
             "select person, poster, at, name, affiliation, email, note from cards where poster = ?1 "
             "order by at desc, person");
  rows.bind(poster);
  while (rows.next()) cards.push_back(card_in(rows));
  return cards;
}

hall::Card write_card(Connection& db, PersonId person, PosterKey poster, bool with_email, const std::string& note,
                      UnixMs now) {
  if (!poster_exists(db, poster)) {
    db.fail(StoreError::nothing_there, "there is no such poster");
    return {};
  }
  auto card = read_card_of(db, person);
  if (db.failed()) return {};
  card.poster = poster;
  card.at = now;
  card.note = note;
  if (!with_email) card.email.clear();
  Query query(
      db,
      "insert into cards (person, poster, at, name, affiliation, email, note) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "on conflict (person, poster) do update set at = excluded.at, name = excluded.name, "
      "affiliation = excluded.affiliation, email = excluded.email, note = excluded.note");
  query.bind(person).bind(poster).bind(now).bind(card.name).bind(card.affiliation).bind(card.email).bind(note).run();
  return card;
}

bool remove_card(Connection& db, PersonId person, PosterKey poster) {
  {
    Query row(db, "select 1 from cards where person = ?1 and poster = ?2");
    row.bind(person).bind(poster);
    if (!row.next()) return false;
  }
  Query query(db, "delete from cards where person = ?1 and poster = ?2");
  query.bind(person).bind(poster).run();
  return true;
}

}  // namespace posterhall::store
