// frab's schedule as JSON, as pretalx exports it: {"schedule": {"conference": {"title", "days": [{"rooms": {…}}]}}}.
// Runs on: any thread. Owns: nothing.
#pragma once

#include <boost/json/object.hpp>

#include "tools/import/json_lines.hpp"
#include "tools/import/programme.hpp"

namespace posterhall::tools {

/// `root` is the whole file, whose "schedule" is an object.
[[nodiscard]] RawProgramme read_frab_json(const boost::json::object& root, const JsonLines& lines, Faults& errors);

/// What the date, start and duration of a frab event say; anything that says nothing is a fault. `day`: the one it
/// stands under, if known.
struct FrabTimes {
  Cell date;
  Cell start;
  Cell duration;
  Cell end;
  std::string day;
};
void settle_frab_times(const FrabTimes& times, bool ours, RawEntry& entry, Faults& errors);

}  // namespace posterhall::tools
