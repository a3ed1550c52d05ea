// Sessions that persons chose and their calendars' addresses in SQL. Private to store/; runs inside the caller's
// transaction, errors stay on the connection. Addresses are kept as SHA-256 only.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <string>

#include "hall/ports/my_programme.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store {

hall::ChosenSessions read_chosen(Sqlite& db, PersonId person);
bool write_chosen(Sqlite& db, PersonId person, const std::string& session, bool on, UnixMs now);
UnixMs write_calendar(Sqlite& db, PersonId person, const hall::TokenHash& address, UnixMs now);
bool remove_calendar(Sqlite& db, PersonId person);
hall::CalendarOf read_calendar(Sqlite& db, const hall::TokenHash& address);

}  // namespace posterhall::store
