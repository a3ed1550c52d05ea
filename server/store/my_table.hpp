// Visits and cards of persons in SQL. Private to store/; runs inside the caller's transaction, errors stay on the
// connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "hall/ports/my_things.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

std::vector<PosterKey> read_visited(Connection& db, PersonId person);
bool write_visit(Connection& db, PersonId person, PosterKey poster, UnixMs now);
hall::Card read_card_of(Connection& db, PersonId person);
std::vector<hall::Card> read_cards_by(Connection& db, PersonId person);
std::vector<hall::Card> read_cards_at(Connection& db, PosterKey poster);
hall::Card write_card(Connection& db, PersonId person, PosterKey poster, bool with_email, const std::string& note,
                      UnixMs now);
bool remove_card(Connection& db, PersonId person, PosterKey poster);

}  // namespace posterhall::store
