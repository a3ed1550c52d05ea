// A time zone by its IANA name, read from the system's zone files (TZif, RFC 8536): wall-clock times of event.toml to
// Unix time and back. Our own small reader because g++ 12 has no time zones in <chrono> and localtime() with TZ is
// neither thread-safe nor about a second zone (docs/decisions/0012).
// Runs on: any thread (immutable once loaded). Owns: the zone's transitions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.hpp"

namespace posterhall::tools {

/// A wall-clock time somewhere: seconds since 1970-01-01T00:00:00 as if that place were at UTC.
using LocalSeconds = std::int64_t;

class TimeZone {
 public:
  /// nullopt: no such zone on this machine, or not a name of one ("../x", "").
  [[nodiscard]] static std::optional<TimeZone> load(const std::string& name,
                                                    const std::filesystem::path& folder = "/usr/share/zoneinfo");
  /// The bytes of a zone file.
  [[nodiscard]] static std::optional<TimeZone> parse(std::string_view bytes);

  /// A zone that a file spells out: each instant (Unix seconds, ascending) with the offset from then on.
  [[nodiscard]] static TimeZone of_changes(std::int64_t first_offset,
                                           const std::vector<std::pair<std::int64_t, std::int64_t>>& changes);

  /// Seconds east of UTC at that instant.
  [[nodiscard]] std::int64_t offset_at(UnixMs at) const;
  /// The instant of a wall-clock time. Twice there (clocks go back): the earlier one. Never there (clocks go forward):
  /// as if they had not yet gone forward.
  [[nodiscard]] UnixMs to_unix(LocalSeconds local) const;
  [[nodiscard]] LocalSeconds to_local(UnixMs at) const;

 private:
  struct Transition {
    std::int64_t at = 0;  ///< Unix seconds
    std::int64_t offset = 0;
  };
  /// One end of summer time as in "M3.2.0/2": month, week (5 = last), weekday (0 = Sunday), seconds after midnight.
  struct RuleDate {
    int month = 0, week = 0, weekday = 0;
    std::int64_t seconds = 7200;
  };
  /// What holds after the last transition: the POSIX text at the file's end.
  struct Rule {
    std::int64_t standard = 0;
    std::optional<std::int64_t> summer;
    RuleDate begins, ends;
  };
  class RuleReader;

  [[nodiscard]] static std::optional<Rule> parse_rule(std::string_view text);
  [[nodiscard]] static std::int64_t rule_instant(const RuleDate& date, int year, std::int64_t offset);
  [[nodiscard]] std::int64_t offset_by_rule(std::int64_t seconds) const;
  [[nodiscard]] std::int64_t offset_at_seconds(std::int64_t seconds) const;

  std::int64_t first_offset_ = 0;
  std::vector<Transition> transitions_;  ///< ascending
  std::optional<Rule> rule_;
};

}  // namespace posterhall::tools
