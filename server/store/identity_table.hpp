// Links, sessions and tickets in SQL. Private to store/; runs inside the caller's transaction, errors stay on the
// connection. Unknown, revoked and expired give the same answer.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>

#include "hall/ports/identity.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

std::optional<domain::Person> find_link(Connection& db, const hall::TokenHash& link, UnixMs now);
std::optional<hall::Session> open_session(Connection& db, const hall::NewSession& wanted, UnixMs now);
std::optional<hall::Session> find_session(Connection& db, const hall::TokenHash& session, UnixMs now);
bool end_sessions(Connection& db, const hall::TokenHash& session, bool all_of_person, UnixMs now);
bool issue_ticket(Connection& db, const hall::Ticket& ticket);
std::optional<hall::Session> redeem_ticket(Connection& db, const hall::TokenHash& ticket, const std::string& origin,
                                           UnixMs now);
/// Sessions and tickets that ended by themselves.
void forget_expired(Connection& db, UnixMs now);

}  // namespace posterhall::store
