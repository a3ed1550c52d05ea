// Posters' files and text views in SQL. Private to store/; runs inside the caller's transaction, errors stay
// on the connection.
// Runs on: the connection's thread. Owns: nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "hall/ports/poster_store.hpp"
#include "store/connection.hpp"

namespace posterhall::store {

/// Panels as they are kept: JSON, empty for none.
std::string to_document(const std::vector<domain::TextPanel>& panels);
std::vector<domain::TextPanel> parse_panels(const std::string& document);

/// Fifteen columns from `at` on, as conversions and versions are read.
domain::PosterFile file_of(const Query& row, int at);
bool poster_exists(Connection& db, PosterKey poster);
std::optional<hall::ConvertedFile> read_conversion(Connection& db, const std::string& file_hash);
void write_conversion(Connection& db, const hall::ConvertedFile& conversion);

/// Fills in what the catalogue's posters show: live file, version, note, words.
void read_posters_files(Connection& db, std::vector<domain::Poster>& posters);

hall::PosterHistory read_history(Connection& db, PosterKey poster);
hall::PutUpAnswer put_up(Connection& db, const hall::PutUp& wanted, UnixMs now);
hall::TextView read_text(Connection& db, PosterKey poster, bool of_file);
hall::TextView write_text(Connection& db, PosterKey poster, PersonId by, const std::vector<domain::TextPanel>& panels,
                          UnixMs now);

/// Files of live posters that have no tiles yet, at most `limit`.
std::vector<std::string> read_untiled(Connection& db, std::uint32_t limit);
/// Every file that a version or an open request needs, by hash.
std::vector<std::string> read_needed_files(Connection& db);
/// Some poster's newest version has this file.
bool is_live(Connection& db, const std::string& file_hash);
/// Running servers look at the catalogue again.
void note_catalogue(Connection& db, PersonId by, const std::string& words, UnixMs now);

}  // namespace posterhall::store
