// Makes sessions, rooms and posters of a programme's raw entries; private to build_programme.
// Runs on: any thread. Owns: what it has made so far, until it is in the ImportFile.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/poster_rows.hpp"
#include "tools/import/programme.hpp"
#include "tools/time_zone.hpp"

namespace posterhall::tools {

class ProgrammeBuilder {
 public:
  ProgrammeBuilder(ImportFile& file, Faults& errors, Faults& warnings)
      : file_(file), errors_(errors), warnings_(warnings), collector_(errors, warnings) {}

  void build(const RawProgramme& programme, const std::string& fallback_zone);

 private:
  /// When an entry is: its day, and its hours if they are known.
  struct Hours {
    std::string day;
    domain::TimeSpan span;
  };

  // The event (programme_build.cpp).
  void take_event(const RawProgramme& programme, const std::string& fallback_zone);
  void take_zone(const Cell& name, const std::string& fallback_zone);
  void settle_days();

  // Sessions (programme_build.cpp).
  void add_session(const RawEntry& entry, bool ours);
  void take_links(const RawEntry& entry, domain::Session& session);
  [[nodiscard]] std::string id_of(const RawEntry& entry, const Hours& hours);
  [[nodiscard]] std::optional<Hours> hours_of(const RawEntry& entry, bool ours);
  [[nodiscard]] std::string line_of(const Cell& cell, std::string_view name, std::size_t limit);
  [[nodiscard]] std::string summary_of(const RawEntry& entry, bool with_subtitle);
  [[nodiscard]] std::string address_of(const Cell& cell, std::string_view name);
  [[nodiscard]] std::string place_of(const RawEntry& entry);

  // Posters and rooms (programme_posters.cpp).
  void add_poster(const RawEntry& entry, bool ours);
  void finish_posters();
  void make_exhibitions();
  [[nodiscard]] std::string exhibition_of(const std::string& place, const Hours& hours);
  void take_rooms(const std::vector<RawRoom>& rooms);
  void warn_of_overlaps();

  ImportFile& file_;
  Faults& errors_;
  Faults& warnings_;
  PosterCollector collector_;
  std::optional<TimeZone> zone_;
  std::map<std::string, std::uint32_t> id_lines_;  ///< of sessions
  std::vector<std::uint32_t> session_lines_;

  struct PosterSlot {
    std::string place;
    Hours hours;
    std::string session;
  };
  std::vector<RawPoster> posters_;
  std::vector<std::vector<PosterSlot>> slots_;  ///< of each of posters_
  std::map<std::string, std::size_t> poster_of_id_;
};

}  // namespace posterhall::tools
