// When a frab event is: "date" with an offset from UTC, else the day it stands under with "start"; "duration", else
// "end".
#include "text/text.hpp"
#include "tools/import/frab_json.hpp"

namespace posterhall::tools {

void settle_frab_times(const FrabTimes& times, bool ours, RawEntry& entry, Faults& errors) {
  const std::string date(text::trim(times.date.text));
  const std::string start(text::trim(times.start.text));
  entry.day = day_of(date).value_or(date.empty() ? times.day : "");
  entry.start = moment_of(date);
  if (!entry.start && !date.empty() && entry.day.empty()) {
    errors.add(times.date.line, "date", in_quotes(date) + " is not a day and time",
               "write it like 2021-04-21T08:00:00-07:00");
    entry.day = times.day;
    return;
  }
  const std::string duration(text::trim(times.duration.text));
  if (!duration.empty()) {
    entry.duration = clock_length(duration);
    if (!entry.duration) {
      errors.add(times.duration.line, "duration", in_quotes(duration) + " is not a length of time",
                 "write hours and minutes like 00:40");
    }
  }
  if (!entry.start && !start.empty() && !(ours && entry.duration == 0)) {
    entry.start = moment_of(entry.day + "T" + (start.size() == 4 ? "0" + start : start));
    if (!entry.start) {
      errors.add(times.start.line, "start", in_quotes(start) + " is not a time of day", "write it like 09:00");
    }
  }
  const std::string end(text::trim(times.end.text));
  if (!entry.duration && !end.empty()) {
    entry.end = moment_of(end);
    if (!entry.end) {
      errors.add(times.end.line, "end", in_quotes(end) + " is not a day and time",
                 "write it like 2021-04-21T09:00:00-07:00");
    }
  }
}

}  // namespace posterhall::tools
