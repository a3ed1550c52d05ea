// Moving: wishes of where somebody is now; the last one counts. Speed and walls are checked here.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include "hall/avatars.hpp"

namespace posterhall::hall {

class Moving {
 public:
  Moving(Core& core, Avatars& avatars) : core_(core), avatars_(avatars) {}

  /// Applied at once, so that bunched wishes are checked along the way that was walked, not across its corners; the
  /// step stamps and relays only the last. A refused wish stamps the record: the mover is put right.
  void move(ConnectionSlot connection, const command::Move& wish);

 private:
  Core& core_;
  Avatars& avatars_;
};

}  // namespace posterhall::hall
