// Being at posters, in SQL: who wants to be told when authors are back. Private to store/; runs inside the caller's
// transaction, errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

std::vector<PosterKey> read_wanted(Connection& db, PersonId person);
bool write_wanted(Connection& db, PersonId person, PosterKey poster, bool wanted, UnixMs now);

}  // namespace posterhall::store
