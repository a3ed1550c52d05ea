#include "tools/import/csv_writer.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace posterhall::tools {
namespace {

/// Apostrophes, then something that starts a formula.
bool begins_like_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> starts{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string defused(std::string_view text) { return (begins_like_formula(text) ? "'" : "") + std::string(text); }

std::string_view undefused(std::string_view text) {
  return text.starts_with('\'') && begins_like_formula(text) ? text.substr(1) : text;
}

CsvWriter::CsvWriter(std::span<const std::string_view> columns, bool with_mark) : width_(columns.size()) {
  if (with_mark) text_ = "\xEF\xBB\xBF";
  bool first = true;
  for (const std::string_view column : columns) {
    cell(column, first);
    first = false;
  }
  text_ += "\r\n";
}

void CsvWriter::row(std::span<const std::string> cells) {
  assert(cells.size() <= width_);
  for (std::size_t i = 0; i < width_; ++i) cell(i < cells.size() ? std::string_view(cells[i]) : "", i == 0);
  text_ += "\r\n";
}

void CsvWriter::cell(std::string_view value, bool first) {
  if (!first) text_.push_back(',');
  const std::string safe = defused(value);
  // Semicolons and tabs too: some spreadsheets part cells there whatever the file says. Outer spaces would be lost.
  const bool quote =
      safe.find_first_of("\",;\t\r\n") != std::string::npos || safe.starts_with(' ') || safe.ends_with(' ');
  if (!quote) {
    text_ += safe;
    return;
  }
  text_.push_back('"');
  for (const char c : safe) {
    if (c == '"') text_.push_back('"');
    text_.push_back(c);
  }
  text_.push_back('"');
}

}  // namespace posterhall::tools
