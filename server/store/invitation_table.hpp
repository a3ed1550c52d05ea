// Invitations in SQL: rows of a list to people and links. Private to store/; runs inside the caller's transaction,
// errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "store/connection.hpp"
#include "store/database.hpp"

namespace posterhall::store {

std::vector<ListedPerson> list_people(Connection& db, UnixMs now);
std::vector<Invited> invite_people(Connection& db, const std::vector<Invite>& rows, UnixMs expires, UnixMs now);
PersonId renew_link(Connection& db, const std::string& email, const hall::TokenHash& token, UnixMs expires, UnixMs now);
PersonId revoke_person(Connection& db, const std::string& email, UnixMs now);

}  // namespace posterhall::store
