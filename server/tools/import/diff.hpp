// What an import would change: the posters there are against those of a file. Pure; the hall's own say (who moves,
// what may be removed) is filled in by the caller.
// Runs on: any thread. Owns: its values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"
#include "tools/import/import_file.hpp"

namespace posterhall::tools {

struct PosterChange {
  std::string id;
  PosterFields fields;
  friend bool operator==(const PosterChange&, const PosterChange&) = default;
};

struct PosterMove {
  std::string id;
  BoothNumber from;
  BoothNumber to;
  friend bool operator==(const PosterMove&, const PosterMove&) = default;
};

struct ImportDiff {
  std::vector<std::string> added;     ///< ids, in the file's order
  std::vector<PosterChange> changed;  ///< in the file's order
  std::vector<std::string> removed;   ///< in the hall but not in the file, in the hall's order
  std::vector<PosterMove> moved;      ///< filled by the caller, once the hall is laid out
  std::size_t unchanged = 0;

  /// Added, changed and removed together.
  [[nodiscard]] std::size_t size() const { return added.size() + changed.size() + removed.size(); }
};

/// Compares by id. A field of which the file does not speak (file.fields) is never changed.
[[nodiscard]] ImportDiff diff_import(const std::vector<domain::Poster>& current, const ImportFile& file);

/// Which of the fields differ.
[[nodiscard]] PosterFields differing(const domain::Poster& current, const domain::Poster& other, PosterFields fields);

/// The current poster with the file's say in those fields; key, booth, topic and picture stay.
[[nodiscard]] domain::Poster updated(domain::Poster current, const domain::Poster& other, PosterFields fields);

/// {"added":[id],"changed":[{"id","fields"}],"removed":[id],"moved":[{"id","from","to"}],"warnings":[…],"errors":[…]},
/// a warning or an error being {"file","line","column","message"}. One line of JSON.
[[nodiscard]] std::string diff_json(const ImportDiff& diff, const ImportFile& file);

/// How the text speaks of the change.
enum class DiffMood : std::uint8_t {
  would,  ///< a dry run: "23 posters would change"
  live    ///< done: "21 changes are live"
};

struct DiffView {
  DiffMood mood = DiffMood::would;
  bool removing = false;        ///< --remove was given: posters missing from the file go (or went)
  bool programme = false;       ///< sessions change too, which is said elsewhere
  std::size_t most_rows = 200;  ///< of each kind; what is left out is counted
};

/// The change in words: a heading, a line or two for each poster, what stays. `current` is the state before it;
/// `laid_out` the posters after it with their booths, to say where added ones stand (may be empty).
[[nodiscard]] std::string diff_text(const ImportDiff& diff, const ImportFile& file,
                                    const std::vector<domain::Poster>& current,
                                    const std::vector<domain::Poster>& laid_out, const DiffView& view);

/// The warnings and errors of a file, a line each: "FILE:LINE: COLUMN: what; what to do".
[[nodiscard]] std::string faults_text(const ImportFile& file);

}  // namespace posterhall::tools
