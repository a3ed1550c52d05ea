// Slides of breakouts in SQL. Private to store/; runs inside the caller's transaction, errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <string>
#include <vector>

#include "hall/ports/deck_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// By number, also those that were taken away.
std::vector<domain::Deck> read_decks(Connection& db);
domain::Deck read_deck_of(Connection& db, const std::string& session);
domain::Deck put_up_deck(Connection& db, const hall::NewDeck& wanted, UnixMs now);
bool remove_decks(Connection& db, const std::string& session, PersonId by, UnixMs now);
/// Every file that slides need, by hash.
std::vector<std::string> read_deck_files(Connection& db);

}  // namespace posterhall::store
