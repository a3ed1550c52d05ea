// Sessions that persons chose and their calendars' addresses in SQL. Private to store/; runs inside the caller's
// transaction, errors stay on the connection. Addresses are kept as SHA-256 only.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <string>

#include "hall/ports/my_programme.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

hall::ChosenSessions read_chosen(Connection& db, PersonId person);
bool write_chosen(Connection& db, PersonId person, const std::string& session, bool on, UnixMs now);
UnixMs write_calendar(Connection& db, PersonId person, const hall::TokenHash& address, UnixMs now);
bool remove_calendar(Connection& db, PersonId person);
hall::CalendarOf read_calendar(Connection& db, const hall::TokenHash& address);

}  // namespace posterhall::store
