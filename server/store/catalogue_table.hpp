// The catalogue, its imports and the posters' pictures, in SQL. Private to store/; runs inside the caller's
// transaction, errors stay on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <vector>

#include "store/connection.hpp"
#include "store/database.hpp"

namespace posterhall::store {

CatalogueState read_catalogue(Connection& db);
/// The programme alone: event, sessions, rooms, slots, with what organisers changed while the event runs.
domain::Catalogue read_programme(Connection& db);
CatalogueState read_catalogue_before(Connection& db);
std::uint32_t write_catalogue(Connection& db, const CatalogueChange& change, UnixMs now);
std::uint32_t undo_catalogue(Connection& db, std::uint32_t expected_version, const EventSetting& setting, UnixMs now);
std::uint32_t write_setting(Connection& db, const EventSetting& setting, const std::string& words, UnixMs now);
std::vector<PosterUse> read_use(Connection& db);

}  // namespace posterhall::store
