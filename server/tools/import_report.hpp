// What an import says: words for people, one JSON object for programs.
// Runs on: any thread (pure). Owns: nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/event_file.hpp"
#include "tools/hall_change.hpp"
#include "tools/import/diff.hpp"
#include "tools/programme_diff.hpp"

namespace posterhall::tools {

struct ImportReport {
  ImportFile file;  ///< with its warnings and errors
  EventFile event;  ///< with its warnings and faults
  std::string event_path;
  HallChange change;
  std::vector<domain::Poster> before;
  std::vector<std::string> pictures;  ///< ids of posters that get a new picture
  std::vector<std::string> picture_warnings;
  bool event_changed = false;
  ProgrammeDiff programme;
  bool removing = false;
  DiffMood mood = DiffMood::would;

  [[nodiscard]] bool sound() const { return file.sound() && event.faults.empty(); }
};

/// The shape and, beside it, "missing": ids that are not in the file and stay, and
/// "sessions": {"added":[id],"changed":[{"id","fields"}],"removed":[id]}.
[[nodiscard]] std::string report_json(const ImportReport& report);
/// What changes, in words; faults are apart (report_faults).
[[nodiscard]] std::string report_text(const ImportReport& report);
/// Faults and warnings, one line each.
[[nodiscard]] std::string report_faults(const ImportReport& report);

}  // namespace posterhall::tools
