// Slides of breakouts in SQL. Private to store/; runs inside the caller's transaction, errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "hall/ports/deck_store.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store {

/// By number, also those that were taken away.
std::vector<domain::Deck> read_decks(Sqlite& db);
domain::Deck read_deck_of(Sqlite& db, const std::string& session);
domain::Deck put_up_deck(Sqlite& db, const hall::NewDeck& wanted, UnixMs now);
bool remove_decks(Sqlite& db, const std::string& session, PersonId by, UnixMs now);
/// Every file that slides need, by hash.
std::vector<std::string> read_deck_files(Sqlite& db);

}  // namespace posterhall::store
