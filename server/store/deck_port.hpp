// The port of breakouts' slides, on the writer and the readers. Only store.cpp makes it.
// Runs on: called from the front; answers by Reply. Owns: nothing.
#pragma once

#include <utility>

#include "store/deck_table.hpp"
#include "store/open.hpp"
#include "store/readers.hpp"
#include "store/writer.hpp"

namespace posterhall::store {

class TableDeckStore final : public hall::DeckStore {
 public:
  TableDeckStore(Writer& writer, Readers& readers, Clock now)
      : writer_(writer), readers_(readers), now_(std::move(now)) {}

  void put_up(hall::NewDeck deck, hall::Reply<domain::Deck> reply) override {
    auto work = [deck = std::move(deck), now = now_](Connection& db) { return put_up_deck(db, deck, now()); };
    writer_.submit(make_job<domain::Deck>(std::move(work), std::move(reply)));
  }
  void deck_of(std::string session, hall::Reply<domain::Deck> reply) override {
    auto work = [session = std::move(session)](Connection& db) { return read_deck_of(db, session); };
    readers_.submit(make_job<domain::Deck>(std::move(work), std::move(reply)));
  }
  void remove(std::string session, PersonId by, hall::Reply<bool> reply) override {
    auto work = [=, session = std::move(session), now = now_](Connection& db) {
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
