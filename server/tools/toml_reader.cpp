#include "tools/toml_reader.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <utility>

#include "text/text.hpp"

namespace posterhall::tools {
namespace {

constexpr std::int64_t kDay = 86'400;

std::int64_t days_of(const toml::date& date) {
  using namespace std::chrono;
  const year_month_day day{year{date.year}, month{date.month}, std::chrono::day{date.day}};
  return sys_days(day).time_since_epoch().count();
}

std::string type_word(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string: return "a text in quotes";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a number with a fraction";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date: return "a date";
    case toml::node_type::time: return "a time without a date";
    case toml::node_type::date_time: return "a date with a time";
    case toml::node_type::array: return "a list";
    case toml::node_type::table: return "a table";
    case toml::node_type::none: break;
  }
  return "nothing";
}

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replace, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known) {
  std::optional<std::string> best;
  std::size_t fewest = 3;
  for (const auto& candidate : known) {
    const auto count = edits(word, candidate);
    if (count < fewest && count < candidate.size()) {
      fewest = count;
      best = candidate;
    }
  }
  if (best) return best;
  // "timezone" for "time_zone" is near, and so is the beginning of a word.
  for (const auto& candidate : known) {
    if (word.size() >= 3 && (candidate.starts_with(word) || word.starts_with(candidate))) return candidate;
  }
  return std::nullopt;
}

std::optional<std::int64_t> parse_day(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = -1;
    const auto* end = day.data() + at + size;
    const auto [stop, error] = std::from_chars(day.data() + at, end, value);
    return error == std::errc{} && stop == end ? value : -1;
  };
  const int y = number(0, 4);
  const int m = number(5, 2);
  const int d = number(8, 2);
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  using namespace std::chrono;
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return sys_days(date).time_since_epoch().count();
}

std::string day_text(std::int64_t days_since_1970) {
  using namespace std::chrono;
  const year_month_day date{sys_days(days(days_since_1970))};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

TomlReader::TomlReader(const toml::table& table, std::string path, std::vector<EventFault>& faults)
    : table_(table), path_(std::move(path)), faults_(faults) {}

const toml::node* TomlReader::find(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

std::string TomlReader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

std::uint32_t TomlReader::line_of(std::string_view key) const {
  const auto found = table_.find(key);
  return found == table_.end() ? table_.source().begin.line : found->first.source().begin.line;
}

void TomlReader::fault(std::string_view key, std::string message) {
  faults_.push_back({line_of(key), path_of(key), std::move(message)});
}

void TomlReader::wrong_type(std::string_view key, const toml::node& node, std::string_view wanted) {
  fault(key, "is " + type_word(node) + "; write " + std::string(wanted));
}

std::string TomlReader::cleaned(std::string_view key, const toml::node& node, std::size_t most, bool several_lines) {
  const auto* value = node.as_string();
  if (value == nullptr) {
    wrong_type(key, node, "a text in quotes");
    return {};
  }
  auto result = several_lines ? text::clean_text(value->get(), most) : text::clean_line(value->get(), most);
  if (!result) {
    fault(key, "has more than " + std::to_string(most) + " characters; make it shorter");
    return {};
  }
  return std::move(*result);
}

std::string TomlReader::line(std::string_view key, std::size_t most) {
  const auto* node = find(key);
  return node == nullptr ? std::string() : cleaned(key, *node, most, false);
}

std::string TomlReader::needed_line(std::string_view key, std::size_t most, std::string missing) {
  const std::size_t faults = faults_.size();
  std::string written = line(key, most);
  if (written.empty() && faults_.size() == faults) fault(key, std::move(missing));
  return written;
}

std::string TomlReader::text(std::string_view key, std::size_t most) {
  const auto* node = find(key);
  return node == nullptr ? std::string() : cleaned(key, *node, most, true);
}

std::vector<std::string> TomlReader::lines(std::string_view key, std::size_t most) {
  std::vector<std::string> texts;
  const auto* node = find(key);
  if (node == nullptr) return texts;
  const auto* list = node->as_array();
  if (list == nullptr) {
    wrong_type(key, *node, R"(a list such as ["one", "two"])");
    return texts;
  }
  for (const auto& entry : *list) {
    if (auto value = cleaned(key, entry, most, false); !value.empty()) texts.push_back(std::move(value));
  }
  return texts;
}

std::optional<bool> TomlReader::flag(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_boolean()) return value->get();
  wrong_type(key, *node, "true or false, without quotes");
  return std::nullopt;
}

std::optional<std::int64_t> TomlReader::number(std::string_view key, std::int64_t least, std::int64_t most) {
  const auto* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto* value = node->as_integer();
  if (value == nullptr) {
    wrong_type(key, *node, "a whole number, without quotes");
    return std::nullopt;
  }
  if (value->get() < least || value->get() > most) {
    fault(key, "is " + std::to_string(value->get()) + "; write a number from " + std::to_string(least) + " to " +
                   std::to_string(most));
    return std::nullopt;
  }
  return value->get();
}

std::string TomlReader::day_of(std::string_view key, const toml::node& node) {
  if (const auto* date = node.as_date()) return day_text(days_of(date->get()));
  if (const auto* words = node.as_string()) {
    if (const auto days = parse_day(words->get())) return day_text(*days);
  }
  wrong_type(key, node, "a date such as 2026-04-21, without quotes");
  return {};
}

std::string TomlReader::day(std::string_view key) {
  const auto* node = find(key);
  return node == nullptr ? std::string() : day_of(key, *node);
}

std::vector<std::string> TomlReader::days(std::string_view key) {
  std::vector<std::string> result;
  const auto* node = find(key);
  if (node == nullptr) return result;
  const auto* list = node->as_array();
  if (list == nullptr) {
    wrong_type(key, *node, "a list of dates such as [2026-04-21, 2026-04-22]");
    return result;
  }
  for (const auto& entry : *list) {
    if (auto value = day_of(key, entry); !value.empty()) result.push_back(std::move(value));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::optional<WrittenTime> TomlReader::time(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto* value = node->as_date_time();
  if (value == nullptr) {
    wrong_type(key, *node, "a date with a time such as 2026-04-21T09:00:00, without quotes");
    return std::nullopt;
  }
  const auto& written = value->get();
  WrittenTime result;
  result.local =
      days_of(written.date) * kDay + written.time.hour * 3600 + written.time.minute * 60 + written.time.second;
  if (written.offset) result.offset = std::int64_t{written.offset->minutes} * 60;
  return result;
}

std::vector<const toml::table*> TomlReader::tables(std::string_view key) {
  std::vector<const toml::table*> result;
  const auto* node = find(key);
  if (node == nullptr) return result;
  const auto* list = node->as_array();
  if (list == nullptr) {
    wrong_type(key, *node, "[[" + std::string(key) + "]] once for each");
    return result;
  }
  for (const auto& entry : *list) {
    if (const auto* one = entry.as_table()) {
      result.push_back(one);
    } else {
      wrong_type(key, entry, "[[" + std::string(key) + "]] once for each");
    }
  }
  return result;
}

const toml::table* TomlReader::table(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return nullptr;
  if (const auto* one = node->as_table()) return one;
  wrong_type(key, *node, "[" + std::string(key) + "] and its keys below");
  return nullptr;
}

std::string TomlReader::plain(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return {};
  if (const auto* words = node->as_string()) return words->get();
  if (const auto* value = node->as_integer()) return std::to_string(value->get());
  wrong_type(key, *node, "a text in quotes or a whole number");
  return {};
}

void TomlReader::refuse_unknown() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : table_) {
    if (asked_.contains(key.str())) continue;
    std::string message = "is not a key of this file; ";
    if (const auto near = nearest_word(key.str(), known)) {
      message += "did you mean " + *near + "?";
    } else {
      message += "known here: ";
      for (std::size_t i = 0; i < known.size(); ++i) message += (i == 0 ? "" : ", ") + known[i];
    }
    faults_.push_back({key.source().begin.line, path_of(key.str()), std::move(message)});
  }
}

}  // namespace posterhall::tools
