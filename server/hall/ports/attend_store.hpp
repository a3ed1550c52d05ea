// Port: what is kept of being at posters: who wants to be told when authors are back, and figures.
// Runs on: called from shard threads; answers come back there (Reply). Owns: nothing.
#pragma once

#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

/// One thing to be counted in a poster's figures (domain/figures.hpp).
struct FigureCount {
  enum class What : std::uint8_t { visit, read, stay, attended };
  What what = What::visit;
  PosterKey poster;
  PersonId person;  ///< visit: kept as a keyed hash only
  UnixMs at = 0;
  std::uint32_t amount = 0;  ///< stay: seconds; attended: milliseconds
};

class AttendStore {
 public:
  virtual ~AttendStore() = default;
  /// Posters the person asked about and was not told of yet, by key.
  virtual void load_wanted(PersonId person, Reply<std::vector<PosterKey>> reply) = 0;
  virtual void set_wanted(PersonId person, PosterKey poster, bool wanted, Reply<bool> reply) = 0;
  /// Nobody waits for it; what fails is a number less in the figures afterwards.
  virtual void count(std::vector<FigureCount> counts) = 0;
};

}  // namespace posterhall::hall
