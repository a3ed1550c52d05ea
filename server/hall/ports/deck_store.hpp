// Port: slides of breakouts' sessions. What changes here moves the "catalogue" head, so that every running server sees
// it within two seconds (Catalogue::decks). Runs on: called from the front; answers come back there (Reply). Owns:
// nothing.
#pragma once

#include <string>

#include "domain/deck.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct NewDeck {
  std::string session;
  std::string name;  ///< of the file, as it was called
  domain::DeckFiles files;
  PersonId by;
};

class DeckStore {
 public:
  virtual ~DeckStore() = default;
  /// It counts from then on; the ones before are kept while a room may show them (domain::kDecksKept).
  virtual void put_up(NewDeck deck, Reply<domain::Deck> reply) = 0;
  /// The one that counts; number 0: there is none.
  virtual void deck_of(std::string session, Reply<domain::Deck> reply) = 0;
  /// Takes all slides of the session away; false: there were none.
  virtual void remove(std::string session, PersonId by, Reply<bool> reply) = 0;
};

}  // namespace posterhall::hall
