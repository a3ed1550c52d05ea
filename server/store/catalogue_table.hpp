// The catalogue, its imports and the posters' pictures, in SQL. Private to store/; runs inside the caller's
// transaction, errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "store/database.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store {

CatalogueState read_catalogue(Sqlite& db);
/// The programme alone: event, sessions, rooms, slots, with what organisers changed while the event runs.
domain::Catalogue read_programme(Sqlite& db);
CatalogueState read_catalogue_before(Sqlite& db);
std::uint32_t write_catalogue(Sqlite& db, const CatalogueChange& change, UnixMs now);
std::uint32_t undo_catalogue(Sqlite& db, std::uint32_t expected_version, const EventSetting& setting, UnixMs now);
std::uint32_t write_setting(Sqlite& db, const EventSetting& setting, const std::string& words, UnixMs now);
std::vector<PosterUse> read_use(Sqlite& db);

}  // namespace posterhall::store
