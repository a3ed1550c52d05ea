// Pointing: pointers on the poster of a booth and its presenters' views, among those who stand there. Each shard tells
// the others what its own people do and keeps what it hears of theirs; everybody at the booth gets all of it as one
// state, at most every 50 ms, the same bytes for all who are apart from nobody.
// Runs on: its shard's thread. Owns: the boards of the booths where somebody points or shows.
#pragma once

#include <unordered_map>
#include <vector>

#include "domain/pointing.hpp"
#include "hall/conversations.hpp"

namespace posterhall::hall {

class Pointing {
 public:
  Pointing(Core& core, const Conversations& conversations) : core_(core), conversations_(conversations) {}

  void point(ConnectionSlot connection, std::uint32_t seq, const command::Point& point);
  void show_view(ConnectionSlot connection, std::uint32_t seq, const command::ShowView& view);
  /// point and show_view from the relay.
  void received(const RelayedSignal& signal);
  /// A tab that is new knows nothing.
  void welcome(ConnectionSlot connection);
  /// At the end of each step: tells what changed.
  void run_step();
  /// Once a second: views are said again, a signal may have been lost.
  void sweep();

 private:
  struct Board {
    domain::PointerBoard state;
    std::uint64_t told_ms = 0;
    std::uint64_t looked_ms = 0;
    bool changed = false;
    std::vector<VisitorSlot> audience;  ///< who was there when it was told
    std::vector<ConnectionId> owed;     ///< were slow or hidden then
  };

  /// The booth's conversation if the tab's person stands there, else 0, having refused.
  domain::Conversation standing_at(ConnectionSlot connection, std::uint32_t seq, BoothNumber booth);
  [[nodiscard]] bool stays(PersonId person, domain::Conversation conversation) const;
  void look(domain::Conversation conversation, Board& board);
  void tell(domain::Conversation conversation, Board& board);
  void pay(domain::Conversation conversation, Board& board);
  void send(domain::Conversation conversation, Board& board, ConnectionSlot connection, SharedBytes& shared);
  [[nodiscard]] notice::Pointers state_for(domain::Conversation conversation, const Board& board,
                                           PersonId reader) const;

  Core& core_;
  const Conversations& conversations_;
  std::unordered_map<domain::Conversation, Board> boards_;
  std::unordered_map<PersonId, ConnectionId> shown_by_;  ///< the tab whose view it is, of this shard's guests
  std::uint32_t sweeps_ = 0;
};

}  // namespace posterhall::hall
