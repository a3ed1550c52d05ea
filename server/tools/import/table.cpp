#include "tools/import/table.hpp"

#include <algorithm>
#include <optional>

#include "text/text.hpp"
#include "tools/import/csv_reader.hpp"
#include "tools/import/csv_writer.hpp"

namespace posterhall::tools {
namespace {

/// What comes before the first record: a mark, and the line "sep=;" that Excel understands.
struct Opening {
  std::string_view bytes;
  std::uint32_t line = 1;
  char separator = ',';
};

Opening open(std::string_view bytes) {
  Opening opening{without_mark(bytes)};
  if (opening.bytes.size() > 5 && text::fold(opening.bytes.substr(0, 4)) == "sep=") {
    const std::size_t end = opening.bytes.find('\n');
    opening.separator = opening.bytes[4];
    opening.bytes = end == std::string_view::npos ? std::string_view{} : opening.bytes.substr(end + 1);
    opening.line = 2;
  } else {
    opening.separator = find_separator(opening.bytes);
  }
  return opening;
}

bool is_blank(const CsvRecord& record) {
  return std::all_of(record.cells.begin(), record.cells.end(),
                     [](const CsvCell& cell) { return text::trim(cell.text).empty(); });
}

std::string name_of(const CsvCell& cell) { return text::fold(text::trim(cell.text)); }

/// Reads one table; its state is what the header said.
class TableReader {
 public:
  TableReader(std::string_view bytes, std::span<const ColumnRule> rules, Faults& errors, Faults& warnings)
      : rules_(rules), errors_(errors), warnings_(warnings), windows_1252_(looks_like_windows_1252(bytes)) {}

  /// False if the table cannot be read without better columns.
  bool read_header(CsvRecord header) {
    while (!header.cells.empty() && text::trim(header.cells.back().text).empty()) header.cells.pop_back();
    table_.has.assign(rules_.size(), false);
    width_ = header.cells.size();
    bool sound = !header.fault;
    if (header.fault) report_quotes(*header.fault);
    for (std::size_t i = 0; i < header.cells.size(); ++i) sound = take_column(header.cells[i], i) && sound;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
      if (!rules_[rule].required || table_.has[rule]) continue;
      report_missing(rules_[rule], header);
      sound = false;
    }
    return sound;
  }

  void read_row(CsvRecord record) {
    if (record.fault) {
      report_quotes(*record.fault);
      lost_ = true;
      return;
    }
    if (is_blank(record)) return;
    if (!has_right_width(record)) return;
    lost_ = false;
    Row row{record.line, std::vector<Cell>(rules_.size())};
    for (auto& cell : row.cells) cell.line = record.line;
    for (std::size_t i = 0; i < record.cells.size() && i < width_; ++i) {
      CsvCell& cell = record.cells[i];
      const bool faulty = !check_utf8(cell, column_names_[i]);
      if (rule_of_[i]) row.cells[*rule_of_[i]] = {std::string(undefused(cell.text)), cell.line, faulty};
    }
    table_.rows.push_back(std::move(row));
  }

  Table take() { return std::move(table_); }

 private:
  bool take_column(const CsvCell& cell, std::size_t index) {
    const std::string name = name_of(cell);
    column_names_.push_back(name.empty() ? "column " + std::to_string(index + 1) : printable(cell.text));
    rule_of_.emplace_back();
    if (!check_utf8(cell, "column " + std::to_string(index + 1))) return false;
    if (name.empty()) return true;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
      if (rules_[rule].name != name) continue;
      if (table_.has[rule]) {
        errors_.add(cell.line, rules_[rule].name, "two columns have this name", "keep one of them");
        return false;
      }
      table_.has[rule] = true;
      rule_of_.back() = rule;
      return true;
    }
    report_unknown(cell, name);
    return true;
  }

  [[nodiscard]] const ColumnRule* meant_by(const std::string& name) const {
    for (const ColumnRule& rule : rules_) {
      if (rule.misnomers.find("|" + name + "|") != std::string_view::npos) return &rule;
    }
    return nullptr;
  }

  void report_unknown(const CsvCell& cell, const std::string& name) {
    const ColumnRule* meant = meant_by(name);
    const std::string mend = meant == nullptr ? std::string()
                                              : "if it is the " + std::string(meant->name) + ", rename it to \"" +
                                                    std::string(meant->name) + "\"";
    warnings_.add(cell.line, printable(cell.text), "this column is not known and was ignored", mend);
  }

  void report_missing(const ColumnRule& rule, const CsvRecord& header) {
    std::string mend(rule.mend);
    for (const CsvCell& cell : header.cells) {
      const std::string name = name_of(cell);
      if (meant_by(name) == &rule) mend = "rename " + in_quotes(cell.text) + " to \"" + std::string(rule.name) + "\"";
    }
    errors_.add(header.line, rule.name, "the first line names no column \"" + std::string(rule.name) + "\"", mend);
  }

  void report_quotes(const CsvQuoteFault& fault) {
    const std::string column =
        fault.cell < column_names_.size() ? column_names_[fault.cell] : "column " + std::to_string(fault.cell + 1);
    const bool unclosed = fault.kind == CsvQuoteFault::Kind::unclosed;
    errors_.add(
        fault.line, column,
        unclosed ? "a quote is opened here and never closed" : "the quote opened here closes in the middle of the text",
        unclosed ? "close it with \" or take it out" : "write quotes inside a quoted text twice (\"\")");
  }

  bool has_right_width(CsvRecord& record) {
    // Spreadsheets add empty cells at the end of some rows.
    while (record.cells.size() > width_ && text::trim(record.cells.back().text).empty()) record.cells.pop_back();
    if (record.cells.size() == width_) return true;
    // Behind a fault in the quotes, the rest of a text with line ends looks like short rows; that is no news.
    if (lost_) return false;
    const bool more = record.cells.size() > width_;
    errors_.add(record.line, "",
                "this row has " + counted(record.cells.size(), "cell", "cells") + ", the first line has " +
                    std::to_string(width_),
                more ? "put texts with separators or line ends in \"quotes\"" : "fill the row up with empty cells");
    return false;
  }

  bool check_utf8(const CsvCell& cell, const std::string& column) {
    const auto at = text::first_utf8_fault(cell.text);
    if (!at) return true;
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(cell.text[*at]);
    const auto lines_before = std::count(cell.text.begin(), cell.text.begin() + static_cast<std::ptrdiff_t>(*at), '\n');
    std::string what = "the byte 0x";
    what.push_back(digits[byte / 16]);
    what.push_back(digits[byte % 16]);
    what += " is not UTF-8";
    if (*at > 0) what += " (after " + in_quotes(tail_of(cell.text.substr(0, *at))) + ")";
    errors_.add(cell.line + static_cast<std::uint32_t>(lines_before), column, what,
                windows_1252_ ? "the whole file looks like Windows-1252: save it as \"CSV UTF-8\" in the spreadsheet"
                              : "type the character again and save the file as UTF-8");
    return false;
  }

  static std::string tail_of(const std::string& before) {
    const std::u32string points = text::to_code_points(before);
    constexpr std::size_t shown = 12;
    return text::from_code_points(std::u32string_view(points).substr(points.size() - std::min(points.size(), shown)));
  }

  std::span<const ColumnRule> rules_;
  Faults& errors_;
  Faults& warnings_;
  bool windows_1252_;
  Table table_;
  std::vector<std::optional<std::size_t>> rule_of_;  ///< for each column of the file
  std::vector<std::string> column_names_;
  std::size_t width_ = 0;
  bool lost_ = false;
};

}  // namespace

bool header_has(std::string_view bytes, std::string_view name) {
  const Opening opening = open(bytes);
  CsvReader reader(opening.bytes, opening.separator);
  const auto header = reader.next();
  return header && std::any_of(header->cells.begin(), header->cells.end(),
                               [&](const CsvCell& cell) { return name_of(cell) == name; });
}

Table read_table(std::string_view bytes, std::span<const ColumnRule> rules, Faults& errors, Faults& warnings) {
  const Opening opening = open(bytes);
  CsvReader reader(opening.bytes, opening.separator, opening.line);
  TableReader table(opening.bytes, rules, errors, warnings);
  auto record = reader.next();
  while (record && !record->fault && is_blank(*record)) record = reader.next();
  if (!record) errors.add(opening.line, "", "there is no line that names the columns", "begin the list with one");
  if (!record || !table.read_header(*record)) return {};
  while ((record = reader.next())) table.read_row(std::move(*record));
  return table.take();
}

}  // namespace posterhall::tools
