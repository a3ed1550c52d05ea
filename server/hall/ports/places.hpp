// Port: last places, so that everybody stands where they stood after a crash. State, not truth: a few seconds may miss.
// Runs on: called from shard threads; answers come back there (Reply). Owns: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "hall/ports/reply.hpp"

namespace posterhall::hall {

struct LastPlace {
  PersonId person;
  std::uint32_t place = 0;  ///< a record's second word: x 14 | y 14 | facing 2 | flags 2
  RoomId room;              ///< in a breakout, 0 = on the floor
  UnixMs at = 0;
  bool chosen_booth = false;
};

class Places {
 public:
  virtual ~Places() = default;
  virtual void save(std::vector<LastPlace> moved) = 0;  ///< <= 200 rows a commit; best effort
  virtual void load(PersonId person, Reply<std::optional<LastPlace>> reply) = 0;
};

}  // namespace posterhall::hall
