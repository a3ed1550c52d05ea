// Visits and cards of persons in SQL. Private to store/; runs inside the caller's transaction, errors stay on the
// connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "hall/ports/my_things.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store {

std::vector<PosterKey> read_visited(Sqlite& db, PersonId person);
bool write_visit(Sqlite& db, PersonId person, PosterKey poster, UnixMs now);
hall::Card read_card_of(Sqlite& db, PersonId person);
std::vector<hall::Card> read_cards_by(Sqlite& db, PersonId person);
std::vector<hall::Card> read_cards_at(Sqlite& db, PosterKey poster);
hall::Card write_card(Sqlite& db, PersonId person, PosterKey poster, bool with_email, const std::string& note,
                      UnixMs now);
bool remove_card(Sqlite& db, PersonId person, PosterKey poster);

}  // namespace posterhall::store
