// What a check of a data directory found: unsound things and missing ones, each with what to do.
// Runs on: any thread (values; the checks are pure but for reading files). Owns: its texts.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "tools/event_file.hpp"

namespace posterhall::tools {

struct Finding {
  std::string about;  ///< "store", "files", "event", "posters", "people", "programme", "hall"
  std::string what;
  std::string mend;
};

struct Findings {
  std::vector<Finding> unsound;  ///< something is broken
  std::vector<Finding> missing;  ///< the event would open, poorer
};

void check_files(const std::filesystem::path& dir, const std::vector<std::string>& hashes, Findings& findings);
void check_event(const domain::Catalogue& catalogue, const EventFile& file, Findings& findings);
void check_posters(const domain::Catalogue& catalogue, const std::vector<store::ListedPerson>& people,
                   Findings& findings);
void check_programme(const domain::Catalogue& catalogue, const std::vector<store::ListedPerson>& people,
                     Findings& findings);
/// Every poster stands somewhere, once; every booth, door, table and the stage's audience can be walked to.
void check_hall(const domain::Catalogue& catalogue, const domain::Layout& layout, Findings& findings);

}  // namespace posterhall::tools
