// What the import tests share: reading a text as a file, and the shared data if it is there.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/import_file.hpp"

namespace posterhall::tools {

/// "3: title" for each: enough to see that the right thing is said in the right place.
inline std::vector<std::string> places(const std::vector<Fault>& faults) {
  std::vector<std::string> out;
  for (const Fault& fault : faults) out.push_back(std::to_string(fault.line) + ": " + fault.column);
  return out;
}

inline ImportFile read(std::string_view bytes, ImportFormat format = ImportFormat::automatic) {
  return read_import(bytes, "posters.csv", format);
}

using Places = std::vector<std::string>;
using Texts = std::vector<std::string>;

/// A file of the shared data, or "" (and a line that says so) where there is none.
inline std::string shared_file(const std::string& name) {
  const char* folder = std::getenv("POSTERHALL_SHARED_DATA");
  const std::filesystem::path root = folder != nullptr
                                         ? std::filesystem::path(folder)
                                         : std::filesystem::path(POSTERHALL_SOURCE_DIR) / "../shared/data";
  const auto path = root / name;
  if (std::filesystem::exists(path)) return path.string();
  std::cout << "skipped: no shared data\n";
  return "";
}

}  // namespace posterhall::tools
