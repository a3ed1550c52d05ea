// A programme as another program's file has it (frab, iCalendar): what its reader found, and what the event makes of
// it. Entries that are posters become posters, what they tend together becomes exhibition sessions, everything else a
// session of its own.
// Runs on: any thread. Owns: its values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/import/import_file.hpp"
#include "tools/import/moment.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {

/// Most sessions a programme may have, as in event.toml; posters are not counted.
inline constexpr std::size_t max_sessions = 500;

struct RawLink {
  Cell title;
  Cell address;
};

/// One entry, nothing checked yet but its times. A missing value is an empty one.
struct RawEntry {
  std::uint32_t line = 0;
  Cell id;    ///< the first of what the file has to know it by
  Cell guid;  ///< another of it, for entries that share the first
  Cell title;
  Cell subtitle;
  Cell type;
  Cell track;
  Cell room;
  Cell abstract;
  Cell description;
  std::vector<Cell> people;
  std::vector<RawLink> links;
  std::vector<RawLink> attachments;
  Cell stream;
  Cell recording;
  std::optional<Moment> start;  ///< without one the entry stands by its day
  std::optional<Moment> end;
  std::optional<UnixMs> duration;  ///< where the file says that instead of an end
  std::string day;                 ///< only without a start
};

struct RawRoom {
  std::string name;
  std::uint32_t capacity = 0;  ///< 0 = the file does not say
};

struct RawProgramme {
  Cell title;
  Cell time_zone;
  bool ours = false;  ///< written by `posterhall export`: says more than others' files can
  std::vector<std::string> days;
  std::vector<RawRoom> rooms;
  std::vector<RawEntry> entries;
};

/// Event, sessions, rooms and posters of the file. `fallback_zone` as in read_import.
void build_programme(RawProgramme programme, const std::string& fallback_zone, ImportFile& file, Faults& errors,
                     Faults& warnings);

/// "Poster", "Posters", "Poster presentation": the type or track of what hangs at a booth. "Poster session" is none.
[[nodiscard]] bool names_posters(std::string_view type_or_track);

/// "01:30" and "1:30:00" (hours, minutes, seconds), less than 10,000 hours.
[[nodiscard]] std::optional<UnixMs> clock_length(std::string_view text);

/// How our frab files call what the format has no word for.
inline constexpr std::string_view frab_generator = "Posterhall";
inline constexpr std::string_view frab_sponsor = "Sponsor: ";
inline constexpr std::string_view frab_stream = "Live stream";
inline constexpr std::string_view frab_public_stream = "Public live stream";
inline constexpr std::string_view frab_recording = "Recording";
inline constexpr std::string_view frab_no_room = "-";

}  // namespace posterhall::tools
