// Invitations: asking somebody to talk (a circle forms where the one who asked stands) or to walk along. They can be
// accepted later; nothing happens to anybody who did not agree.
// Runs on: its shard's thread. Owns: nothing (guests hold theirs).
#pragma once

#include "hall/conversations.hpp"
#include "hall/going.hpp"

namespace posterhall::hall {

class Invitations {
 public:
  Invitations(Core& core, Conversations& conversations, Going& going)
      : core_(core), conversations_(conversations), going_(going) {}

  void invite(ConnectionSlot connection, std::uint32_t seq, const command::InvitePerson& wish);
  void answer(ConnectionSlot connection, std::uint32_t seq, const command::AnswerInvitation& answer);
  /// invite and invite_answer from the relay.
  void received(const RelayedSignal& signal);
  /// Somebody who came back finds what waits for them.
  void welcome(ConnectionSlot connection);

 private:
  void deliver(const RelayedSignal& signal);
  void answered(const RelayedSignal& signal);
  /// Where the two talk: the inviter's conversation, or a new circle around them.
  [[nodiscard]] RelayedSignal agree(GuestSlot guest, std::uint32_t seq, const PendingInvitation& invitation);

  Core& core_;
  Conversations& conversations_;
  Going& going_;
  std::uint32_t made_ = 0;
};

}  // namespace posterhall::hall
