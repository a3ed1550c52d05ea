// What an import would change in the programme: sessions added, changed, removed, by their ids.
// Runs on: any thread (pure). Owns: its values.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"
#include "tools/event_file.hpp"
#include "tools/import/import_file.hpp"

namespace posterhall::tools {

struct SessionChange {
  std::string id;
  std::string title;
  std::string when;                      ///< "2026-04-21 09:00" in the event's zone, or the day alone
  std::vector<std::string_view> fields;  ///< only of changed ones
};

struct ProgrammeDiff {
  std::vector<SessionChange> added;
  std::vector<SessionChange> changed;
  std::vector<SessionChange> removed;

  [[nodiscard]] bool anything() const { return !added.empty() || !changed.empty() || !removed.empty(); }
  /// "3 added, 1 changed, 0 removed".
  [[nodiscard]] std::string counts() const;
};

[[nodiscard]] ProgrammeDiff diff_programme(const store::EventSetting& before, const store::EventSetting& after);
/// A line for each, at most 200 of a kind; "" if nothing changes. `live`: it has changed.
[[nodiscard]] std::string programme_text(const ProgrammeDiff& diff, bool live);
/// {"added":[id],"changed":[{"id","fields"}],"removed":[id]}
[[nodiscard]] boost::json::object programme_json(const ProgrammeDiff& diff);

/// What earlier imports said of the event, with a programme laid over it: its sessions and rooms replace theirs, and of
/// the event itself whatever it says.
[[nodiscard]] store::EventSetting programme_over(const store::EventSetting& before, const ImportFile& file);

/// Warns if event.toml has a programme of its own, which then counts instead of the file's.
void judge_programme(ImportFile& file, const EventFile& event);

}  // namespace posterhall::tools
