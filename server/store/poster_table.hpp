// Posters' files and text views in SQL. Private to store/; runs inside the caller's transaction, errors stay
// on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "hall/ports/poster_store.hpp"
#include "store/sqlite.hpp"

namespace posterhall::store {

/// Panels as they are kept: JSON, empty for none.
std::string to_document(const std::vector<domain::TextPanel>& panels);
std::vector<domain::TextPanel> parse_panels(const std::string& document);

/// Fifteen columns from `at` on, as conversions and versions are read.
domain::PosterFile file_of(const Query& row, int at);
bool poster_exists(Sqlite& db, PosterKey poster);
std::optional<hall::ConvertedFile> read_conversion(Sqlite& db, const std::string& file_hash);
void write_conversion(Sqlite& db, const hall::ConvertedFile& conversion);

/// Fills in what the catalogue's posters show: live file, version, note, words.
void read_posters_files(Sqlite& db, std::vector<domain::Poster>& posters);

hall::PosterHistory read_history(Sqlite& db, PosterKey poster);
hall::PutUpAnswer put_up(Sqlite& db, const hall::PutUp& wanted, UnixMs now);
hall::TextView read_text(Sqlite& db, PosterKey poster, bool of_file);
hall::TextView write_text(Sqlite& db, PosterKey poster, PersonId by, const std::vector<domain::TextPanel>& panels,
                          UnixMs now);

/// Files of live posters that have no tiles yet, at most `limit`.
std::vector<std::string> read_untiled(Sqlite& db, std::uint32_t limit);
/// Every file that a version or an open request needs, by hash.
std::vector<std::string> read_needed_files(Sqlite& db);
/// Some poster's newest version has this file.
bool is_live(Sqlite& db, const std::string& file_hash);
/// Running servers look at the catalogue again.
void note_catalogue(Sqlite& db, PersonId by, const std::string& words, UnixMs now);

}  // namespace posterhall::store
