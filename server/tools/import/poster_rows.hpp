// From the values of a file to a poster: the rules every format shares (limits, links, authors, doubled ids).
// Runs on: any thread. Owns: what it has collected.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/import_file.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {

/// A poster as a file has it: nothing checked yet. A missing value is an empty one.
struct RawPoster {
  std::uint32_t line = 0;
  Cell id;
  Cell title;
  Cell summary;
  Cell category;
  Cell link;
  Cell image_url;
  Cell booth;
  std::vector<Cell> authors;
  std::vector<Cell> keywords;
  std::vector<Cell> shifts;
};

/// What the file calls the columns that differ between formats, for messages.
struct ColumnNames {
  std::string_view id = "id";
  std::string_view summary = "summary";
};

class PosterCollector {
 public:
  PosterCollector(Faults& errors, Faults& warnings, ColumnNames names = {})
      : errors_(errors), warnings_(warnings), names_(names) {}

  /// Checks and keeps it; every fault is reported at its line.
  void add(const RawPoster& raw);
  [[nodiscard]] std::vector<ImportedPoster> take() { return std::move(posters_); }

 private:
  /// Nothing if a fault was reported.
  [[nodiscard]] std::optional<std::string> take_line(const Cell& cell, std::string_view column, std::size_t limit);
  [[nodiscard]] std::string take_title(const Cell& cell);
  [[nodiscard]] std::string take_summary(const Cell& cell);
  [[nodiscard]] std::string take_link(const Cell& cell, std::string_view column);
  [[nodiscard]] std::vector<std::string> take_list(const std::vector<Cell>& cells, std::string_view column,
                                                   std::size_t limit, std::size_t most);
  [[nodiscard]] std::string take_id(const Cell& cell);
  [[nodiscard]] std::string take_booth(const Cell& cell);
  void report_too_long(const Cell& cell, std::string_view column, std::size_t limit);

  Faults& errors_;
  Faults& warnings_;
  ColumnNames names_;
  std::vector<ImportedPoster> posters_;
  std::map<std::string, std::uint32_t> id_lines_;
  std::map<std::string, std::uint32_t> booth_lines_;
};

/// "a; b" in parts at any of the separators; empty parts are left out.
[[nodiscard]] std::vector<Cell> split(const Cell& cell, std::string_view separators);

}  // namespace posterhall::tools
