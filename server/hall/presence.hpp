// Presence: who is away, who is gone. One sweep a second over last-seen stamps: a broken connection's avatar stays four
// seconds for who comes right back; five minutes without input is away; places of those who moved are saved.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <functional>

#include "hall/tabs.hpp"

namespace posterhall::hall {

class Presence {
 public:
  Presence(Core& core, Avatars& avatars, Tabs& tabs) : core_(core), avatars_(avatars), tabs_(tabs) {}

  void activity(ConnectionSlot connection, const command::Activity& activity);
  /// The person did something in some tab.
  void input(GuestSlot guest);
  void leave(ConnectionSlot connection);
  /// The connection is gone by itself, and was silent for `silent_ms` before.
  void lost(ConnectionSlot connection, std::uint64_t silent_ms);
  void end_sessions(PersonId person, std::uint32_t device);
  /// Closes the person's connections, entered or not, that `which` says; without any left the avatar is gone at once.
  void end(PersonId person, CloseReason reason, const std::function<bool(const Connection&)>& which);
  void sweep();
  /// Everybody's place, before the shard ends.
  void save_all();

 private:
  void gone(GuestSlot guest);

  Core& core_;
  Avatars& avatars_;
  Tabs& tabs_;
  std::uint32_t sweeps_ = 0;
};

}  // namespace posterhall::hall
