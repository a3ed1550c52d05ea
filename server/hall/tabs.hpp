// Tabs: the connections of one person: the newest controls the avatar quietly, up to three of one device; another
// device that takes it is told to the older one. The store's epoch decides between processes. Runs on: its shard's
// thread. Owns: nothing.
#pragma once

#include "hall/avatars.hpp"
#include "hall/channels.hpp"

namespace posterhall::hall {

class Tabs {
 public:
  Tabs(Core& core, Avatars& avatars, Channels& channels) : core_(core), avatars_(avatars), channels_(channels) {}

  /// A live tab of the guest; its own old connection and the fourth tab of a device are closed.
  void add(GuestSlot guest, ConnectionSlot connection);
  /// Another device controls the avatar, and this tab came without anybody agreeing to take it: it watches.
  [[nodiscard]] bool must_ask(GuestSlot guest, ConnectionSlot connection) const;
  /// The tab controls the avatar from now on; the one that did is told.
  void take_control(GuestSlot guest, ConnectionSlot connection);
  /// ClaimControl: answered when the store has raised the epoch.
  void claim(ConnectionSlot connection, std::uint32_t seq);
  /// Another process has a higher epoch: all tabs here only watch.
  void lose_control(GuestSlot guest, Epoch epoch);
  /// The tab is gone; control passes to the newest that is left. Answers whether another tab is left.
  bool remove(ConnectionSlot connection);
  /// Closes a tab and removes it as if it had gone by itself.
  void close(ConnectionSlot connection, CloseReason reason, std::uint32_t retry_after_ms = 0);
  /// Away: said so, five minutes without input (domain/wakefulness.hpp), or every tab hidden. The controlling tab's
  /// view is the list-mode flag.
  void show_flags(GuestSlot guest);

 private:
  void claimed(ConnectionId connection, std::uint32_t seq, const Result<Epoch>& epoch);

  Core& core_;
  Avatars& avatars_;
  Channels& channels_;
};

}  // namespace posterhall::hall
