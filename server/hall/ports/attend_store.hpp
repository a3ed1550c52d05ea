// Port: what is kept of being at posters: who wants to be told when authors are back.
// Runs on: called from shard threads; answers come back there (Reply). Owns: nothing.
#pragma once

#include <vector>

#include "base/ids.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

class AttendStore {
 public:
  virtual ~AttendStore() = default;
  /// Posters the person asked about and was not told of yet, by key.
  virtual void load_wanted(PersonId person, Reply<std::vector<PosterKey>> reply) = 0;
  virtual void set_wanted(PersonId person, PosterKey poster, bool wanted, Reply<bool> reply) = 0;
};

}  // namespace posterhall::hall
