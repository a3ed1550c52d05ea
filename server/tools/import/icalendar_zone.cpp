#include "tools/import/icalendar_zone.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace posterhall::tools {
namespace {

constexpr int first_year = 1970;
constexpr int last_year = 2100;
constexpr std::size_t max_changes = 20'000;

using Changes = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// "+0200" or "-073000", in seconds.
std::optional<std::int64_t> offset_of(std::string_view text) {
  if ((text.size() != 5 && text.size() != 7) || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  if (!std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  const auto pair = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const std::int64_t seconds = pair(1) * 3600 + pair(3) * 60 + (text.size() == 7 ? pair(5) : 0);
  if (seconds > 15 * 3600) return std::nullopt;
  return text[0] == '-' ? -seconds : seconds;
}

const ContentLine* line_of(const Observance& observance, std::string_view name) {
  const auto found = std::ranges::find(observance, name, &ContentLine::name);
  return found == observance.end() ? nullptr : &*found;
}

/// The one kind of rule zones are written with: yearly, in a month, on the n-th (or last) weekday or a day of the
/// month.
struct YearlyRule {
  int month = 0;
  int week = 0;  ///< 1 to 5, or -1 to -5; 0 = by day of the month
  unsigned weekday = 0;
  unsigned day = 0;
  std::optional<std::int64_t> until;  ///< Unix seconds
};

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool take_weekday(std::string_view text, YearlyRule& rule) {
  constexpr std::string_view names = "SUMOTUWETHFRSA";
  if (text.size() < 3) return false;
  const auto at = names.find(text.substr(text.size() - 2));
  if (at == std::string_view::npos || at % 2 != 0) return false;
  auto count = text.substr(0, text.size() - 2);
  if (count.starts_with('+')) count.remove_prefix(1);
  const auto week = number_of(count);
  if (!week || *week == 0 || *week < -5 || *week > 5) return false;
  rule.week = *week;
  rule.weekday = static_cast<unsigned>(at / 2);
  return true;
}

std::optional<YearlyRule> rule_of(std::string_view text, const std::chrono::year_month_day& first) {
  YearlyRule rule{static_cast<int>(static_cast<unsigned>(first.month())), 0, 0, static_cast<unsigned>(first.day()), {}};
  bool yearly = false;
  while (!text.empty()) {
    const auto part = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const auto name = part.substr(0, part.find('='));
    const auto value = part.substr(std::min(name.size() + 1, part.size()));
    if (name == "FREQ") {
      yearly = value == "YEARLY";
    } else if (name == "BYMONTH") {
      rule.month = number_of(value).value_or(0);
    } else if (name == "BYDAY") {
      if (!take_weekday(value, rule)) return std::nullopt;
    } else if (name == "UNTIL") {
      const auto until = calendar_time(value);
      if (!until) return std::nullopt;
      rule.until = until->moment.at ? *until->moment.at / 1000 : until->moment.local;
    } else if (name != "WKST" && !(name == "INTERVAL" && value == "1")) {
      return std::nullopt;
    }
  }
  return yearly && rule.month >= 1 && rule.month <= 12 ? std::optional(rule) : std::nullopt;
}

std::optional<std::chrono::sys_days> day_in(const YearlyRule& rule, int year) {
  using namespace std::chrono;
  const auto in = std::chrono::year{year} / month(static_cast<unsigned>(rule.month));
  if (rule.week == 0) {
    const year_month_day day = in / std::chrono::day{rule.day};
    return day.ok() ? std::optional(sys_days(day)) : std::nullopt;
  }
  const weekday wanted(rule.weekday);
  sys_days found = rule.week > 0 ? sys_days(in / wanted[1]) + days{7 * (rule.week - 1)}
                                 : sys_days(in / wanted[last]) + days{7 * (rule.week + 1)};
  return year_month_day(found).month() == in.month() ? std::optional(found) : std::nullopt;
}

/// The instants at which one observance begins. False: written in a way nobody here reads.
bool add_changes(const Observance& observance, Changes& changes, std::optional<std::int64_t>& first_offset,
                 std::int64_t& earliest) {
  const auto* start = line_of(observance, "DTSTART");
  const auto* from = line_of(observance, "TZOFFSETFROM");
  const auto* to = line_of(observance, "TZOFFSETTO");
  if (start == nullptr || from == nullptr || to == nullptr) return false;
  const auto begins = calendar_time(start->value);
  const auto before = offset_of(from->value);
  const auto after = offset_of(to->value);
  if (!begins || begins->day_only || !before || !after) return false;
  const auto add = [&](LocalSeconds local) {
    const auto at = local - *before;
    if (!first_offset || at < earliest) {
      earliest = at;
      first_offset = *before;
    }
    changes.emplace_back(at, *after);
  };
  add(begins->moment.local);
  for (const auto& line : observance) {
    if (line.name == "RDATE") {
      const auto also = calendar_time(line.value);
      if (!also || also->day_only) return false;
      add(also->moment.local);
    } else if (line.name == "RRULE") {
      using namespace std::chrono;
      const auto day = floor<days>(sys_seconds(seconds(begins->moment.local)));
      const auto rule = rule_of(line.value, year_month_day(day));
      if (!rule) return false;
      const auto time_of_day = begins->moment.local - sys_seconds(day).time_since_epoch().count();
      for (int year = std::max(first_year, static_cast<int>(year_month_day(day).year())); year <= last_year; ++year) {
        const auto found = day_in(*rule, year);
        if (!found) continue;
        const auto local = sys_seconds(*found).time_since_epoch().count() + time_of_day;
        if (rule->until && local - *before > *rule->until) break;
        if (local > begins->moment.local) add(local);
      }
    }
    if (changes.size() > max_changes) return false;
  }
  return true;
}

}  // namespace

std::string CalendarZones::iana_name(const std::string& id) {
  if (id.size() > 255) return {};
  for (std::size_t at = 0; at != std::string::npos && at < id.size();) {
    const std::size_t begin = id[at] == '/' ? at + 1 : at;
    auto name = id.substr(begin);
    if (TimeZone::load(name)) return name;
    at = id.find('/', begin);
  }
  return {};
}

void CalendarZones::add(const std::string& id, std::uint32_t line, std::vector<Observance> observances) {
  spelled_.try_emplace(id, Spelled{line, std::move(observances)});
}

std::optional<TimeZone> CalendarZones::spelled_out(const Spelled& zone) {
  Changes changes;
  std::optional<std::int64_t> first_offset;
  std::int64_t earliest = 0;
  bool sound = !zone.observances.empty();
  for (const auto& observance : zone.observances)
    sound = sound && add_changes(observance, changes, first_offset, earliest);
  if (!sound || !first_offset) {
    errors_.add(zone.line, "VTIMEZONE", "this time zone is spelled out in a way that is not read",
                "give it an IANA name as TZID, like Europe/Berlin");
    return std::nullopt;
  }
  std::ranges::sort(changes);
  return TimeZone::of_changes(*first_offset, changes);
}

const TimeZone* CalendarZones::find(const std::string& id, std::uint32_t line) {
  auto known = known_.find(id);
  if (known == known_.end()) {
    std::optional<TimeZone> zone;
    const auto name = iana_name(id);
    const auto spelled = spelled_.find(id);
    if (!name.empty()) {
      zone = TimeZone::load(name);
    } else if (spelled != spelled_.end()) {
      zone = spelled_out(spelled->second);
    } else {
      errors_.add(line, "TZID", in_quotes(id) + " is not a time zone that this machine knows",
                  "write an IANA name like Europe/Berlin, or its VTIMEZONE into the file");
    }
    known = known_.emplace(id, std::move(zone)).first;
  }
  return known->second ? &*known->second : nullptr;
}

}  // namespace posterhall::tools
