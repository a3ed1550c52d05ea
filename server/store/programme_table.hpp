// Changes of the programme while the event runs, in SQL. Private to store/; runs inside the caller's transaction,
// errors stay on the connection. Runs on: the connection's thread. Owns: nothing.
#pragma once

#include "domain/catalogue.hpp"
#include "hall/ports/programme_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// Puts the newest change of each session, and of the event's times, over what the files say.
void settle_programme(Connection& db, domain::Catalogue& catalogue);
hall::ProgrammeStored write_session_change(Connection& db, const hall::SessionChange& change, UnixMs now);
hall::ProgrammeStored write_times_change(Connection& db, const hall::TimesChange& change, UnixMs now);

}  // namespace posterhall::store
