// `posterhall check`: what is missing or unsound in a data directory.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace posterhall::tools {

struct CheckOptions {
  std::string data;
  std::string database{};  ///< beside the directory: data_folder.hpp
  bool json = false;
};

/// 0 sound (something may be missing), 1 unsound.
[[nodiscard]] int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err);

}  // namespace posterhall::tools
