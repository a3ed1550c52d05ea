// The port of breakouts' slides, on the writer and the readers. Only store.cpp makes it.
// Runs on: called from the front; answers by Reply. Owns: nothing.
#pragma once

#include <utility>

#include "store/deck_table.hpp"
#include "store/table_port.hpp"

namespace posterhall::store {

class TableDeckStore final : public hall::DeckStore, public TablePort {
 public:
  using TablePort::TablePort;

  void put_up(hall::NewDeck deck, hall::Reply<domain::Deck> reply) override {
    write(std::move(reply),
          [deck = std::move(deck)](Connection& db, UnixMs now) { return put_up_deck(db, deck, now); });
  }
  void deck_of(std::string session, hall::Reply<domain::Deck> reply) override {
    read(std::move(reply), [session = std::move(session)](Connection& db) { return read_deck_of(db, session); });
  }
  void remove(std::string session, PersonId by, hall::Reply<bool> reply) override {
    write(std::move(reply),
          [=, session = std::move(session)](Connection& db, UnixMs now) { return remove_decks(db, session, by, now); });
  }
};

}  // namespace posterhall::store
