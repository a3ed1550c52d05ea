// CSV for spreadsheets: RFC 4180 with CRLF, and no cell that a spreadsheet would run as a formula.
// Runs on: any thread. Owns: the text written so far.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace posterhall::tools {

/// The text with an apostrophe before it if a spreadsheet would take it for a formula: it begins with = + - @ (also
/// their full-width forms), a tab or a line end, or with apostrophes before one of these.
[[nodiscard]] std::string defused(std::string_view text);
/// What `defused` was given. Our importers undo it, so that an export can be imported again unchanged.
[[nodiscard]] std::string_view undefused(std::string_view text);

class CsvWriter {
 public:
  /// `with_mark`: a byte-order mark first, for spreadsheets that otherwise take UTF-8 for something else.
  explicit CsvWriter(std::span<const std::string_view> columns, bool with_mark = false);
  explicit CsvWriter(std::initializer_list<std::string_view> columns, bool with_mark = false)
      : CsvWriter(std::span(columns.begin(), columns.size()), with_mark) {}

  /// One record; as many cells as there are columns (fewer are filled up, more are a mistake of the caller).
  void row(std::span<const std::string> cells);
  void row(std::initializer_list<std::string> cells) { row(std::span(cells.begin(), cells.size())); }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void cell(std::string_view value, bool first);

  std::size_t width_;
  std::string text_;
};

}  // namespace posterhall::tools
