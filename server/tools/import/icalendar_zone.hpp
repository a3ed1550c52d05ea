// Time zones of an iCalendar file: by the IANA name in their TZID, else as their VTIMEZONE spells them out.
// Runs on: any thread (reads zone files). Owns: what it has read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tools/import/icalendar_lines.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {

/// STANDARD or DAYLIGHT of a VTIMEZONE.
using Observance = std::vector<ContentLine>;

class CalendarZones {
 public:
  explicit CalendarZones(Faults& errors) : errors_(errors) {}

  void add(const std::string& id, std::uint32_t line, std::vector<Observance> observances);

  /// Nothing, and an error said once, for a zone nobody knows. `line`: where it is named.
  [[nodiscard]] const TimeZone* find(const std::string& id, std::uint32_t line);

  /// The IANA name in it: "Europe/Berlin" of "/example.org/2021/Europe/Berlin"; "" if there is none.
  [[nodiscard]] static std::string iana_name(const std::string& id);

 private:
  struct Spelled {
    std::uint32_t line = 0;
    std::vector<Observance> observances;
  };
  [[nodiscard]] std::optional<TimeZone> spelled_out(const Spelled& zone);

  Faults& errors_;
  std::map<std::string, Spelled> spelled_;
  std::map<std::string, std::optional<TimeZone>> known_;
};

}  // namespace posterhall::tools
