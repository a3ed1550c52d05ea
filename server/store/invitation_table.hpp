// Invitations in SQL: rows of a list to people and links. Private to store/; runs inside the caller's transaction,
// errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "store/database.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store {

std::vector<ListedPerson> list_people(Sqlite& db, UnixMs now);
std::vector<Invited> invite_people(Sqlite& db, const std::vector<Invite>& rows, UnixMs expires, UnixMs now);
PersonId renew_link(Sqlite& db, const std::string& email, const hall::TokenHash& token, UnixMs expires, UnixMs now);
PersonId revoke_person(Sqlite& db, const std::string& email, UnixMs now);

}  // namespace posterhall::store
