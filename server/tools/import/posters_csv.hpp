// Posters from our CSV and from MiniConf's papers.csv.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/import/import_file.hpp"

namespace posterhall::tools {

/// Header id,title[,authors,summary,category,link,booth,image_url,keywords,shifts], in any order; lists by ";".
void read_posters_csv(std::string_view bytes, ImportFile& file, Faults& errors, Faults& warnings);

/// Header UID,title[,authors,abstract,keywords,sessions], in any order; lists by "|". Our own columns may be added.
void read_miniconf(std::string_view bytes, ImportFile& file, Faults& errors, Faults& warnings);
[[nodiscard]] bool is_miniconf(std::string_view bytes);

/// Posters as our CSV, safe to open in a spreadsheet; read again it gives the same posters (but for authors or keywords
/// with ";" in their name).
[[nodiscard]] std::string posters_csv(const std::vector<domain::Poster>& posters);

}  // namespace posterhall::tools
