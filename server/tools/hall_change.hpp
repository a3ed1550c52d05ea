// What an import makes of the hall: which posters there are then, their topics, where they stand, what moved.
// Runs on: any thread (pure). Owns: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "tools/import/diff.hpp"

namespace posterhall::tools {

struct HallChangeOptions {
  bool remove = false;       ///< posters missing from the file go
  bool remove_used = false;  ///< … also those with people, questions or saves
  bool relayout = false;     ///< the hall is laid out anew
};

/// A poster that is missing from the file and stays, and why.
struct KeptPoster {
  std::string id;
  std::string reason;  ///< "2 people, 3 questions and 11 saves", or empty: --remove was not given
};

struct HallChange {
  ImportDiff diff;                      ///< removed: only what goes; moved: filled
  std::vector<KeptPoster> kept;         ///< missing from the file, and staying
  std::vector<domain::Poster> posters;  ///< afterwards, with keys, topics and booths; ordered by booth
  std::vector<domain::Topic> topics;
  domain::Layout layout;
  std::vector<std::string> notes;  ///< proposed merges of categories, in words
  [[nodiscard]] bool anything() const {
    return !diff.added.empty() || !diff.changed.empty() || !diff.removed.empty() || !diff.moved.empty();
  }
};

[[nodiscard]] HallChange plan_change(const store::CatalogueState& state, const ImportFile& file,
                                     const std::vector<store::PosterUse>& uses, const HallChangeOptions& options);

/// What hangs on a poster, in words; empty = nothing.
[[nodiscard]] std::string use_in_words(const store::PosterUse& use);

}  // namespace posterhall::tools
