// `posterhall export`: posters, people, questions, programme, as CSV or JSON.
// Runs on: the tool's thread. Owns: nothing.
#pragma once

#include <iosfwd>
#include <string>

namespace posterhall::tools {

struct ExportOptions {
  std::string data;
  std::string what;
  std::string format = "csv";
  std::string out;
  std::string database{};  ///< beside the directory: data_folder.hpp
};

[[nodiscard]] int run_export(const ExportOptions& options, std::ostream& out, std::ostream& err);

}  // namespace posterhall::tools
