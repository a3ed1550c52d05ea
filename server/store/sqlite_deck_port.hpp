// The port of breakouts' slides, on SQLite's one writer and the readers. Only sqlite_store.cpp makes it.
// Runs on: called from the front; answers by Reply. Owns: nothing.
#pragma once

#include <utility>

#include "store/deck_table.hpp"
#include "store/open.hpp"
#include "store/readers.hpp"
#include "store/writer.hpp"

namespace posterhall::store {

class SqliteDeckStore final : public hall::DeckStore {
 public:
  SqliteDeckStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void put_up(hall::NewDeck deck, hall::Reply<domain::Deck> reply) override {
    auto work = [deck = std::move(deck), now = now_](Sqlite& db) { return put_up_deck(db, deck, now()); };
    writer_.submit(make_job<domain::Deck>(std::move(work), std::move(reply)));
  }
  void deck_of(std::string session, hall::Reply<domain::Deck> reply) override {
    auto work = [session = std::move(session)](Sqlite& db) { return read_deck_of(db, session); };
    readers_.submit(make_job<domain::Deck>(std::move(work), std::move(reply)));
  }
  void remove(std::string session, PersonId by, hall::Reply<bool> reply) override {
    auto work = [=, session = std::move(session), now = now_](Sqlite& db) {
      return remove_decks(db, session, by, now());
    };
    writer_.submit(make_job<bool>(std::move(work), std::move(reply)));
  }

 private:
  Writer& writer_;
  Readers& readers_;
  Clock now_;
};

}  // namespace posterhall::store
