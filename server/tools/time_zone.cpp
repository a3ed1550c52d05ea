#include "tools/time_zone.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <fstream>
#include <iterator>

namespace posterhall::tools {
namespace {

constexpr std::size_t kHeader = 44;
constexpr std::int64_t kDay = 86'400;

std::int64_t big_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint64_t value = (static_cast<unsigned char>(bytes[at]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (int i = 0; i < count; ++i) {
    value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return static_cast<std::int64_t>(value);
}

/// The counts of a TZif header and the size of the data behind it, for times of `width` bytes.
struct Counts {
  std::size_t utc = 0, standard = 0, leap = 0, times = 0, types = 0, characters = 0;
  [[nodiscard]] std::size_t size(std::size_t width) const {
    return times * width + times + types * 6 + characters + leap * (width + 4) + standard + utc;
  }
};

std::optional<Counts> read_counts(std::string_view bytes, std::size_t at) {
  if (bytes.size() < at + kHeader || bytes.substr(at, 4) != "TZif") return std::nullopt;
  const auto count = [&](std::size_t index) {
    return static_cast<std::size_t>(big_endian(bytes, at + 20 + index * 4, 4));
  };
  const Counts counts{count(0), count(1), count(2), count(3), count(4), count(5)};
  const bool sane = counts.times < 100'000 && counts.types > 0 && counts.types < 256 && counts.leap < 1000 &&
                    counts.characters < 10'000 && counts.standard < 256 && counts.utc < 256;
  return sane ? std::optional(counts) : std::nullopt;
}

bool is_zone_name(const std::string& name) {
  if (name.empty() || name.size() > 64 || name.front() == '/' || name.find("..") != std::string::npos) return false;
  return std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '/' || c == '_' || c == '-' || c == '+';
  });
}

}  // namespace

/// Reads the POSIX text ("CET-1CEST,M3.5.0,M10.5.0/3", "<+0545>-5:45").
class TimeZone::RuleReader {
 public:
  explicit RuleReader(std::string_view text) : text_(text) {}
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool name() {
    const auto start = at_;
    if (take('<')) {
      while (!at_end() && text_[at_] != '>') ++at_;
      return take('>');
    }
    while (!at_end() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    return at_ - start >= 3;
  }
  std::optional<std::int64_t> number() {
    const auto start = at_;
    std::int64_t value = 0;
    while (!at_end() && std::isdigit(static_cast<unsigned char>(text_[at_])) != 0 && at_ - start < 6) {
      value = value * 10 + (text_[at_++] - '0');
    }
    return at_ > start ? std::optional(value) : std::nullopt;
  }
  /// [+-]hh[:mm[:ss]] in seconds.
  std::optional<std::int64_t> clock() {
    const bool negative = take('-');
    if (!negative) take('+');
    const auto hours = number();
    if (!hours) return std::nullopt;
    std::int64_t seconds = *hours * 3600;
    for (const std::int64_t unit : {60, 1}) {
      if (!take(':')) break;
      const auto part = number();
      if (!part) return std::nullopt;
      seconds += *part * unit;
    }
    return negative ? -seconds : seconds;
  }
  std::optional<RuleDate> date() {
    if (!take(',') || !take('M')) return std::nullopt;
    const auto month = number();
    const bool first_dot = take('.');
    const auto week = number();
    const bool second_dot = take('.');
    const auto weekday = number();
    if (!month || !week || !weekday || !first_dot || !second_dot) return std::nullopt;
    if (*month < 1 || *month > 12 || *week < 1 || *week > 5 || *weekday > 6) return std::nullopt;
    RuleDate date{static_cast<int>(*month), static_cast<int>(*week), static_cast<int>(*weekday), 7200};
    if (take('/')) {
      const auto seconds = clock();
      if (!seconds) return std::nullopt;
      date.seconds = *seconds;
    }
    return date;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<TimeZone::Rule> TimeZone::parse_rule(std::string_view text) {
  RuleReader reader(text);
  if (!reader.name()) return std::nullopt;
  const auto west = reader.clock();
  if (!west) return std::nullopt;
  Rule rule;
  rule.standard = -*west;
  if (reader.at_end()) return rule;
  if (!reader.name()) return std::nullopt;
  const auto summer_west = reader.clock();
  rule.summer = summer_west ? -*summer_west : rule.standard + 3600;
  const auto begins = reader.date();
  const auto ends = reader.date();
  if (!begins || !ends || !reader.at_end()) return std::nullopt;
  rule.begins = *begins;
  rule.ends = *ends;
  return rule;
}

std::optional<TimeZone> TimeZone::load(const std::string& name, const std::filesystem::path& folder) {
  if (name == "UTC") return TimeZone{};
  if (!is_zone_name(name)) return std::nullopt;
  const auto file = folder / name;
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return parse(bytes);
}

std::optional<TimeZone> TimeZone::parse(std::string_view bytes) {
  // Version 2 and later repeat everything with 64-bit times behind the 32-bit part, and end with the rule.
  const auto old_counts = read_counts(bytes, 0);
  if (!old_counts || bytes[4] < '2') return std::nullopt;
  const auto second = kHeader + old_counts->size(4);
  const auto counts = read_counts(bytes, second);
  if (!counts) return std::nullopt;
  const auto times = second + kHeader;
  const auto indices = times + counts->times * 8;
  const auto types = indices + counts->times;
  const auto end = times + counts->size(8);
  if (end > bytes.size()) return std::nullopt;

  TimeZone zone;
  const auto offset_of = [&](std::size_t type) { return big_endian(bytes, types + type * 6, 4); };
  zone.first_offset_ = offset_of(0);
  for (std::size_t i = 0; i < counts->times; ++i) {
    const auto type = static_cast<unsigned char>(bytes[indices + i]);
    if (type >= counts->types) return std::nullopt;
    zone.transitions_.push_back({big_endian(bytes, times + i * 8, 8), offset_of(type)});
  }
  auto footer = bytes.substr(end);
  if (footer.size() > 2 && footer.front() == '\n') {
    footer.remove_prefix(1);
    zone.rule_ = parse_rule(footer.substr(0, footer.find('\n')));
  }
  return zone;
}

TimeZone TimeZone::of_changes(std::int64_t first_offset,
                              const std::vector<std::pair<std::int64_t, std::int64_t>>& changes) {
  TimeZone zone;
  zone.first_offset_ = first_offset;
  for (const auto& [at, offset] : changes) zone.transitions_.push_back({at, offset});
  return zone;
}

std::int64_t TimeZone::rule_instant(const RuleDate& date, int year, std::int64_t offset) {
  using namespace std::chrono;
  const weekday wanted(static_cast<unsigned>(date.weekday));
  const auto in_month = std::chrono::year{year} / month(static_cast<unsigned>(date.month));
  const sys_days day = date.week == 5 ? sys_days(in_month / wanted[last])
                                      : sys_days(in_month / wanted[static_cast<unsigned>(date.week)]);
  return day.time_since_epoch().count() * kDay + date.seconds - offset;
}

std::int64_t TimeZone::offset_by_rule(std::int64_t seconds) const {
  if (!rule_) return transitions_.empty() ? first_offset_ : transitions_.back().offset;
  if (!rule_->summer) return rule_->standard;
  using namespace std::chrono;
  const auto day = floor<days>(sys_seconds(std::chrono::seconds(seconds + rule_->standard)));
  const int year = static_cast<int>(year_month_day(day).year());
  const auto begins = rule_instant(rule_->begins, year, rule_->standard);
  const auto ends = rule_instant(rule_->ends, year, *rule_->summer);
  const bool summer = begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends;
  return summer ? *rule_->summer : rule_->standard;
}

std::int64_t TimeZone::offset_at_seconds(std::int64_t seconds) const {
  if (transitions_.empty() || seconds >= transitions_.back().at) return offset_by_rule(seconds);
  const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), seconds,
                                      [](std::int64_t value, const Transition& t) { return value < t.at; });
  return after == transitions_.begin() ? first_offset_ : std::prev(after)->offset;
}

std::int64_t TimeZone::offset_at(UnixMs at) const { return offset_at_seconds(at >= 0 ? at / 1000 : (at - 999) / 1000); }

LocalSeconds TimeZone::to_local(UnixMs at) const { return (at >= 0 ? at / 1000 : (at - 999) / 1000) + offset_at(at); }

UnixMs TimeZone::to_unix(LocalSeconds local) const {
  // A zone is never more than a day from UTC: the offsets a day before and after are the only two that may hold.
  const auto before = offset_at_seconds(local - kDay);
  const auto after = offset_at_seconds(local + kDay);
  for (const auto offset : {before, after}) {
    if (offset_at_seconds(local - offset) == offset) return (local - offset) * 1000;
  }
  return (local - before) * 1000;
}

}  // namespace posterhall::tools
