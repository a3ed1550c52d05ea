// `posterhall map`: the hall as a Tiled map.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace posterhall::tools {

struct MapOptions {
  std::string data;
  std::string out;
  std::string database{};  ///< beside the directory: data_folder.hpp
};

[[nodiscard]] int run_map(const MapOptions& options, std::ostream& out, std::ostream& err);

}  // namespace posterhall::tools
