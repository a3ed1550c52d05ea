#include "store/deck_table.hpp"

#include "store/poster_table.hpp"

namespace posterhall::store {
namespace {

domain::Deck deck_row(const Query& row) {
  return {row.u32(0), row.text(1), row.text(2), row.u32(3), row.text(4), PersonId{row.u32(5)}, row.int64(6)};
}

void take_away(Connection& db, std::uint32_t deck) {
  Query pages(db, "delete from deck_pages where deck = ?1");
  pages.bind(deck).run();
  Query row(db, "update decks set gone = 1, list_hash = '' where id = ?1");
  row.bind(deck).run();
}

/// Of a session, newest first, without those taken away.
std::vector<std::uint32_t> read_kept(Connection& db, const std::string& session) {
  std::vector<std::uint32_t> ids;
  Query rows(db, "select id from decks where session = ?1 and gone = 0 order by id desc");
  rows.bind(session);
  while (rows.next()) ids.push_back(rows.u32(0));
  return ids;
}

}  // namespace

std::vector<domain::Deck> read_decks(Connection& db) {
  std::vector<domain::Deck> decks;
  Query rows(db, "select id, session, name, pages, list_hash, person, at from decks order by id");
  while (rows.next()) decks.push_back(deck_row(rows));
  return decks;
}

domain::Deck read_deck_of(Connection& db, const std::string& session) {
  Query row(db,
            "select id, session, name, pages, list_hash, person, at from decks "
            "where session = ?1 and gone = 0 order by id desc limit 1");
  return row.bind(session).next() ? deck_row(row) : domain::Deck{};
}

domain::Deck put_up_deck(Connection& db, const hall::NewDeck& wanted, UnixMs now) {
  const auto pages = static_cast<std::uint32_t>(wanted.files.pictures.size());
  if (wanted.files.list.empty() || pages == 0 || pages > domain::kMostSlides) {
    db.fail(StoreError::refused, "the slides were not converted");
    return {};
  }
  const auto kept = read_kept(db, wanted.session);
  domain::Deck deck{1, wanted.session, wanted.name, pages, wanted.files.list, wanted.by, now};
  {
    Query newest(db, "select coalesce(max(id), 0) from decks");
    if (newest.next()) deck.id = newest.u32(0) + 1;
  }
  Query row(db,
            "insert into decks (id, session, name, pages, list_hash, person, at, gone) "
            "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)");
  row.bind(deck.id).bind(deck.session).bind(deck.name).bind(deck.pages).bind(deck.list).bind(deck.by).bind(now).run();
  for (std::uint32_t i = 0; i < pages; ++i) {
    Query page(db, "insert into deck_pages (deck, page, picture_hash) values (?1, ?2, ?3)");
    page.bind(deck.id).bind(i + 1).bind(wanted.files.pictures[i]).run();
  }
  for (std::size_t i = domain::kDecksKept - 1; i < kept.size(); ++i) take_away(db, kept[i]);
  note_catalogue(db, wanted.by, "slides of a breakout", now);
  return deck;
}

bool remove_decks(Connection& db, const std::string& session, PersonId by, UnixMs now) {
  const auto kept = read_kept(db, session);
  for (const auto deck : kept) take_away(db, deck);
  if (!kept.empty()) note_catalogue(db, by, "slides taken away", now);
  return !kept.empty();
}

std::vector<std::string> read_deck_files(Connection& db) {
  std::vector<std::string> hashes;
  Query rows(db, "select list_hash from decks where gone = 0 union select picture_hash from deck_pages");
  while (rows.next()) hashes.push_back(rows.text(0));
  return hashes;
}

}  // namespace posterhall::store
