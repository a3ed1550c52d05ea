// `posterhall poster …`: a poster's file from the command line, beside a running server too.
// Runs on: a tool's thread. Owns: nothing.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace posterhall::tools {

struct PosterOptions {
  std::string data;
  std::string id;             ///< the poster's, as in the list; its booth's number in the hall counts too
  std::string file;           ///< put
  std::string note;           ///< put, restore: what changed
  std::uint32_t version = 0;  ///< restore
  std::string when;           ///< freeze: "2026-04-20 20:00" in the event's zone, or "never"
  bool json = false;
  std::string database{};  ///< beside the directory: data_folder.hpp
};

/// Exit codes: 0 done, 1 with the reason on `err`.
int run_poster_put(const PosterOptions& options, std::ostream& out, std::ostream& err);
int run_poster_versions(const PosterOptions& options, std::ostream& out, std::ostream& err);
int run_poster_restore(const PosterOptions& options, std::ostream& out, std::ostream& err);
int run_poster_freeze(const PosterOptions& options, std::ostream& out, std::ostream& err);
/// Tiles of every live poster that has none yet.
int run_poster_tiles(const PosterOptions& options, std::ostream& out, std::ostream& err);

void add_poster_command(CLI::App& app, int& exit_code);

}  // namespace posterhall::tools
