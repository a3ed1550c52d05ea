#include "domain/order_text.hpp"

#include <charconv>

namespace posterhall::domain {
namespace {

constexpr char kField = '\x1f';
constexpr char kLine = '\x1e';

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(by);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void add(std::string& out, std::string_view words) {
  for (const char c : words) {
    if (c != kField && c != kLine) out += c;
  }
}

std::optional<ReportedLine> parse_line(std::string_view text) {
  const auto fields = split(text, kField);
  ReportedLine line;
  if (fields.size() != 4 || !read_number(fields[0], line.person.value) || !read_number(fields[1], line.at)) {
    return std::nullopt;
  }
  line.as_reported = fields[2] == "1";
  line.text = fields[3];
  return line;
}

}  // namespace

std::string to_text(const NewMeasure& measure) {
  std::string out = std::to_string(static_cast<unsigned>(measure.kind)) + kField +
                    std::to_string(measure.person.value) + kField + std::to_string(measure.minutes) + kField;
  add(out, measure.reason);
  return out;
}

std::optional<NewMeasure> parse_measure(std::string_view text) {
  const auto fields = split(text, kField);
  NewMeasure measure;
  unsigned kind = 0;
  if (fields.size() != 4 || !read_number(fields[0], kind) || !read_number(fields[1], measure.person.value) ||
      !read_number(fields[2], measure.minutes)) {
    return std::nullopt;
  }
  const bool known =
      kind >= static_cast<unsigned>(MeasureKind::warn) && kind <= static_cast<unsigned>(MeasureKind::ban);
  if (!known || !measure.person || measure.minutes > kMostMinutes) return std::nullopt;
  measure.kind = static_cast<MeasureKind>(kind);
  measure.reason = fields[3];
  return measure;
}

std::string to_text(const NewReport& report) {
  std::string out = std::to_string(report.about.value) + kField;
  if (report.channel) out += to_text(*report.channel);
  out += kField + std::to_string(report.message_number) + kField;
  add(out, report.message);
  out += kField;
  add(out, report.reason);
  for (const ReportedLine& line : report.lines) {
    out += kLine + std::to_string(line.person.value) + kField + std::to_string(line.at) + kField +
           (line.as_reported ? "1" : "0") + kField;
    add(out, line.text);
  }
  return out;
}

std::optional<NewReport> parse_report(std::string_view text) {
  const auto records = split(text, kLine);
  const auto fields = split(records.front(), kField);
  NewReport report;
  if (fields.size() != 5 || !read_number(fields[0], report.about.value) || !report.about ||
      !read_number(fields[2], report.message_number)) {
    return std::nullopt;
  }
  if (!fields[1].empty()) {
    report.channel = parse_channel(fields[1]);
    if (!report.channel) return std::nullopt;
  }
  report.message = fields[3];
  report.reason = fields[4];
  for (std::size_t i = 1; i < records.size(); ++i) {
    auto line = parse_line(records[i]);
    if (!line) return std::nullopt;
    report.lines.push_back(std::move(*line));
  }
  return report;
}

}  // namespace posterhall::domain
