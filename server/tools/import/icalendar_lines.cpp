#include "tools/import/icalendar_lines.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace posterhall::tools {
namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

/// Where a part of a content line ends: at one of these, outside quotes.
std::size_t end_of_part(std::string_view line, std::size_t from, std::string_view any_of) {
  bool quoted = false;
  for (std::size_t i = from; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (!quoted && any_of.find(line[i]) != std::string_view::npos) return i;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view ContentLine::parameter(std::string_view wanted) const {
  for (const auto& [key, said] : parameters) {
    if (key == wanted) return said;
  }
  return {};
}

std::string_view ContentLines::take_physical() {
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  ++line_;
  return line;
}

std::optional<ContentLine> ContentLines::next() {
  while (!rest_.empty()) {
    std::string whole(take_physical());
    const std::uint32_t begins = line_;
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
      const auto more = take_physical().substr(1);
      if (whole.size() <= max_content_line) whole += more;
    }
    if (std::ranges::all_of(whole, [](char c) { return c == ' ' || c == '\t'; })) continue;
    if (whole.size() > max_content_line) {
      errors_.add(begins, "", "this line has more than a million characters", "shorten it");
      continue;
    }
    if (auto line = taken_apart(whole, begins)) return line;
  }
  return std::nullopt;
}

std::optional<ContentLine> ContentLines::taken_apart(const std::string& whole, std::uint32_t line) {
  const std::string_view text(whole);
  const auto fault = [&]() -> std::optional<ContentLine> {
    errors_.add(line, "", in_quotes(text) + " is not a line of a calendar",
                "write NAME:value, and begin what continues a line with a space");
    return std::nullopt;
  };
  std::size_t at = std::min(text.find_first_of(";:"), text.size());
  ContentLine out;
  out.line = line;
  out.name = upper(text.substr(0, at));
  if (!is_name(out.name) || at == text.size()) return fault();
  while (text[at] == ';') {
    const std::size_t end = end_of_part(text, at + 1, ";:");
    if (end == std::string_view::npos) return fault();
    const auto parameter = text.substr(at + 1, end - at - 1);
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos) return fault();
    std::string value(parameter.substr(equals + 1));
    std::erase(value, '"');
    out.parameters.emplace_back(upper(parameter.substr(0, equals)), std::move(value));
    at = end;
  }
  out.value = text.substr(at + 1);
  return out;
}

std::string unescaped_text(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    const char c = value[++i];
    out += c == 'n' || c == 'N' ? '\n' : c;
  }
  return out;
}

std::optional<CalendarTime> calendar_time(std::string_view value) {
  if (value.size() < 8) return std::nullopt;
  std::string iso(value.substr(0, 4));
  iso.append("-").append(value.substr(4, 2)).append("-").append(value.substr(6, 2));
  if (value.size() == 8) {
    const auto day = day_of(iso);
    if (!day) return std::nullopt;
    return CalendarTime{{*day, 0, std::nullopt}, true};
  }
  if (value.size() < 15 || value[8] != 'T' || value.size() > 16 || (value.size() == 16 && value[15] != 'Z')) {
    return std::nullopt;
  }
  iso.append("T").append(value.substr(9, 2)).append(":").append(value.substr(11, 2)).append(":");
  iso.append(value.substr(13, 2)).append(value.substr(15));
  auto moment = moment_of(iso);
  if (!moment) return std::nullopt;
  return CalendarTime{std::move(*moment), false};
}

std::optional<UnixMs> calendar_length(std::string_view value) {
  constexpr UnixMs kMost = 100LL * 86'400'000;
  if (value.starts_with('+')) value.remove_prefix(1);
  if (!value.starts_with('P') || value.size() < 3) return std::nullopt;
  value.remove_prefix(1);
  bool in_time = false;
  UnixMs length = 0;
  while (!value.empty()) {
    if (value.front() == 'T') {
      if (in_time) return std::nullopt;
      in_time = true;
      value.remove_prefix(1);
    }
    UnixMs number = 0;
    std::size_t digits = 0;
    for (; digits < value.size() && value[digits] >= '0' && value[digits] <= '9'; ++digits) {
      if (digits == 7) return std::nullopt;
      number = number * 10 + (value[digits] - '0');
    }
    if (digits == 0 || digits == value.size()) return std::nullopt;
    const char unit = value[digits];
    value.remove_prefix(digits + 1);
    const UnixMs seconds = !in_time && unit == 'W'   ? 604'800
                           : !in_time && unit == 'D' ? 86'400
                           : in_time && unit == 'H'  ? 3'600
                           : in_time && unit == 'M'  ? 60
                           : in_time && unit == 'S'  ? 1
                                                     : 0;
    if (seconds == 0) return std::nullopt;
    length += number * seconds * 1000;
    if (length > kMost) return std::nullopt;
  }
  return length;
}

}  // namespace posterhall::tools
