// NearbyTalk: what is said in a conversation, for now and to who is in it. Kept 60 seconds for those whose connection
// broke. Also emotes and typing, which are not kept at all.
// Runs on: its shard's thread. Owns: the last minute of talk.
#pragma once

#include <deque>
#include <unordered_map>

#include "hall/channels.hpp"
#include "hall/conversations.hpp"
#include "hall/gate.hpp"

namespace posterhall::hall {

class NearbyTalk {
 public:
  NearbyTalk(Core& core, Conversations& conversations, Channels& channels, const Gate& gate)
      : core_(core), conversations_(conversations), channels_(channels), gate_(gate) {}

  void say(ConnectionSlot connection, std::uint32_t seq, const command::Say& say);
  void emote(ConnectionSlot connection, std::uint32_t seq, const command::Emote& emote);
  void typing(ConnectionSlot connection, const command::Typing& typing);

  /// From the relay: counts once.
  void heard(const RelayedTalk& talk);
  void seen(const RelayedSignal& signal);

  /// What was said in the guest's conversation since its connection broke.
  void replay(ConnectionSlot connection, std::uint64_t since_ms);
  void sweep();
  /// What was said there in the last minute, the oldest first.
  [[nodiscard]] std::vector<notice::Nearby> kept(domain::Conversation conversation) const;

 private:
  struct Said {
    std::uint64_t at_ms = 0;
    notice::Nearby words;
  };
  bool count(const RelayedTalk& talk);
  void deliver(const RelayedTalk& talk);
  void show_emote(VisitorSlot visitor, std::uint32_t emote);
  void show_typing(VisitorSlot visitor, PersonId person, const RelayedSignal& signal);

  Core& core_;
  Conversations& conversations_;
  Channels& channels_;
  const Gate& gate_;
  std::unordered_map<domain::Conversation, std::deque<Said>> said_;
};

}  // namespace posterhall::hall
