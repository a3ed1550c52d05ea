// `posterhall import`: posters in, hall out. All or nothing; shows what changes; can be taken back.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace posterhall::tools {

struct ImportOptions {
  std::string file;
  std::string data;
  std::string format = "auto";
  std::string event;  ///< an event.toml to put into the data directory
  bool dry_run = false;
  bool json = false;
  bool remove = false;
  bool remove_used = false;
  bool undo = false;
  bool relayout = false;
  std::string database{};  ///< beside the directory: data_folder.hpp
};

/// 0 done, 1 faults (nothing was changed), 2 wrong use.
[[nodiscard]] int run_import(const ImportOptions& options, std::ostream& out, std::ostream& err);

}  // namespace posterhall::tools
