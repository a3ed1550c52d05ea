#include "tools/import/csv_reader.hpp"

#include <algorithm>
#include <array>

namespace posterhall::tools {

CsvReader::CsvReader(std::string_view bytes, char separator, std::uint32_t line)
    : bytes_(bytes),
      separator_(separator),
      line_feed_(bytes.find('\n') == std::string_view::npos ? '\r' : '\n'),
      line_(line) {}

bool CsvReader::at_line_end() const {
  if (at_end()) return true;
  if (bytes_[pos_] == line_feed_) return true;
  return bytes_[pos_] == '\r' && pos_ + 1 < bytes_.size() && bytes_[pos_ + 1] == '\n';
}

void CsvReader::skip_line_end() {
  if (at_end()) return;
  pos_ += bytes_[pos_] == line_feed_ ? 1 : 2;
  ++line_;
}

std::optional<CsvRecord> CsvReader::next() {
  if (at_end()) return std::nullopt;
  CsvRecord record;
  record.line = line_;
  while (read_cell(record)) {
    if (at_line_end()) {
      skip_line_end();
      break;
    }
    ++pos_;  // the separator
  }
  return record;
}

/// False after a fault.
bool CsvReader::read_cell(CsvRecord& record) {
  std::size_t quote = pos_;
  while (quote < bytes_.size() && bytes_[quote] == ' ') ++quote;
  if (quote < bytes_.size() && bytes_[quote] == '"') {
    pos_ = quote;
    return read_quoted(record);
  }
  const std::size_t begin = pos_;
  while (!at_line_end() && bytes_[pos_] != separator_) ++pos_;
  record.cells.push_back({std::string(bytes_.substr(begin, pos_ - begin)), line_});
  return true;
}

bool CsvReader::read_quoted(CsvRecord& record) {
  const std::size_t opening = pos_;
  const std::uint32_t opening_line = line_;
  CsvCell cell{{}, line_};
  ++pos_;
  while (true) {
    const std::size_t quote = std::min(bytes_.find('"', pos_), bytes_.size());
    const std::string_view piece = bytes_.substr(pos_, quote - pos_);
    cell.text += piece;
    line_ += static_cast<std::uint32_t>(std::count(piece.begin(), piece.end(), line_feed_));
    pos_ = std::min(quote + 1, bytes_.size());
    if (quote == bytes_.size()) {
      record.fault = {CsvQuoteFault::Kind::unclosed, record.cells.size(), opening_line};
      resume_behind(opening, opening_line);
      return false;
    }
    if (at_end() || bytes_[pos_] != '"') break;
    cell.text.push_back('"');
    ++pos_;
  }
  while (!at_end() && bytes_[pos_] == ' ') ++pos_;
  if (!at_line_end() && bytes_[pos_] != separator_) {
    record.fault = {CsvQuoteFault::Kind::text_after, record.cells.size(), opening_line};
    resume_behind(opening, opening_line);
    return false;
  }
  record.cells.push_back(std::move(cell));
  return true;
}

void CsvReader::resume_behind(std::size_t opening, std::uint32_t line) {
  const std::size_t end = bytes_.find(line_feed_, opening);
  pos_ = end == std::string_view::npos ? bytes_.size() : end + 1;
  line_ = line + 1;
}

char find_separator(std::string_view bytes) {
  constexpr std::array candidates{',', ';', '\t'};
  char best = ',';
  std::size_t most = 1;
  for (const char candidate : candidates) {
    CsvReader reader(bytes, candidate);
    const auto header = reader.next();
    if (header && header->cells.size() > most) {
      most = header->cells.size();
      best = candidate;
    }
  }
  return best;
}

}  // namespace posterhall::tools
