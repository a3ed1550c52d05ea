// CSV as RFC 4180 has it and spreadsheets write it, record by record with the line each cell begins on.
// Our own, because a fault must name its line and reading must go on behind it
// (docs/decisions/0002-text-and-crypto.md). Runs on: any thread. Owns: nothing; the bytes outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace posterhall::tools {

struct CsvCell {
  std::string text;        ///< unquoted; line ends inside as written
  std::uint32_t line = 0;  ///< where it begins
};

struct CsvQuoteFault {
  enum class Kind {
    unclosed,   ///< no closing quote up to the end of the file
    text_after  ///< something other than a separator behind the closing quote
  };
  Kind kind = Kind::unclosed;
  std::size_t cell = 0;    ///< which cell of the record, from 0
  std::uint32_t line = 0;  ///< of the opening quote
};

struct CsvRecord {
  std::uint32_t line = 0;
  std::vector<CsvCell> cells;
  std::optional<CsvQuoteFault> fault;  ///< then the cells end where it happened
};

class CsvReader {
 public:
  /// `line` is the number of the first line in `bytes`.
  CsvReader(std::string_view bytes, char separator, std::uint32_t line = 1);

  /// The next record, or nothing at the end. After a fault in the quotes it goes on behind the line of the opening
  /// quote, so that one forgotten quote does not hide the rest of the file.
  [[nodiscard]] std::optional<CsvRecord> next();

 private:
  [[nodiscard]] bool read_cell(CsvRecord& record);
  [[nodiscard]] bool read_quoted(CsvRecord& record);
  [[nodiscard]] bool at_end() const { return pos_ >= bytes_.size(); }
  [[nodiscard]] bool at_line_end() const;
  void skip_line_end();
  void resume_behind(std::size_t opening, std::uint32_t line);

  std::string_view bytes_;
  char separator_;
  char line_feed_;  ///< CR in files that have no LF at all
  std::size_t pos_ = 0;
  std::uint32_t line_;
};

/// Which of , ; and tab parts the first line's cells: whichever gives most; a comma if in doubt.
[[nodiscard]] char find_separator(std::string_view bytes);

}  // namespace posterhall::tools
