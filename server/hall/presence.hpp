// Presence: who is away, who is gone. One sweep a second over last-seen stamps: a broken connection's avatar stays four
// seconds for who comes right back; five minutes without input is away; places of those who moved are saved.
// Runs on: its shard's thread. Owns: nothing.
#pragma once

#include <functional>
#include <utility>

#include "hall/tabs.hpp"

namespace posterhall::hall {

class Presence {
 public:
  Presence(Core& core, Avatars& avatars, Tabs& tabs) : core_(core), avatars_(avatars), tabs_(tabs) {}

  /// An author who stood awake at that booth is gone by a broken connection: the lamp stays so much longer.
  void on_dropped(std::function<void(BoothNumber, std::uint64_t kept_ms)> dropped) { dropped_ = std::move(dropped); }
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

 private:
  void gone(GuestSlot guest);
  /// The same, by a connection that broke.
  void dropped(GuestSlot guest);

  Core& core_;
  Avatars& avatars_;
  Tabs& tabs_;
  std::function<void(BoothNumber, std::uint64_t)> dropped_;
};

}  // namespace posterhall::hall
