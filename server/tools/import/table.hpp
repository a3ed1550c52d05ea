// A CSV file with a header, its columns found by name: what the readers of posters and of people share.
// Runs on: any thread. Owns: its cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/fault.hpp"

namespace posterhall::tools {

/// One value of a file with where it stands.
struct Cell {
  std::string text;
  std::uint32_t line = 0;
  bool faulty = false;  ///< already reported: no further complaints about it
};

struct Row {
  std::uint32_t line = 0;
  std::vector<Cell> cells;  ///< one for each ColumnRule, empty where the file has no such column
};

/// A column a table may have.
struct ColumnRule {
  std::string_view name;  ///< lower case; found in the header whatever its case
  bool required = false;
  std::string_view misnomers;  ///< "|name|title|": what people call it; used for advice only, never to guess
  std::string_view mend;       ///< what to do if a required one is missing
};

struct Table {
  std::vector<bool> has;  ///< for each ColumnRule: is it in the header?
  std::vector<Row> rows;
};

/// Whether the header of this CSV has a column of that name (lower case).
[[nodiscard]] bool header_has(std::string_view bytes, std::string_view name);

/// Reads a CSV of UTF-8 (or what should be). Unknown columns are warnings; a missing or doubled column, a row with
/// another number of cells, bad quotes and bad bytes are errors, each at its line. Blank rows are passed over.
[[nodiscard]] Table read_table(std::string_view bytes, std::span<const ColumnRule> rules, Faults& errors,
                               Faults& warnings);

/// The bytes without a byte-order mark.
[[nodiscard]] std::string_view without_mark(std::string_view bytes);

/// Reports what is no text at all (a spreadsheet, UTF-16, XML, nothing); true if reading can go on.
[[nodiscard]] bool check_is_text(std::string_view bytes, Faults& errors, bool may_be_xml = false);
/// Reports every line with bytes that are not UTF-8; true if there is none.
[[nodiscard]] bool check_utf8_lines(std::string_view text, Faults& errors);

/// Whether a file that is not UTF-8 was plainly written as Windows-1252, so that the advice can say so.
[[nodiscard]] bool looks_like_windows_1252(std::string_view bytes);

}  // namespace posterhall::tools
