// BackCalls: who asked to be told when the authors of a poster are back hears it once, wherever they are by then: when
// one of them attends it, or on coming in while one does.
// Runs on: its shard's thread. Owns: what its guests asked for, as the store has it.
#pragma once

#include <unordered_map>
#include <vector>

#include "hall/conversations.hpp"

namespace posterhall::hall {

class BackCalls {
 public:
  BackCalls(Core& core, const Conversations& conversations) : core_(core), conversations_(conversations) {}

  void want(ConnectionSlot connection, std::uint32_t seq, const command::TellWhenBack& wish);
  /// Once a second: who attends what somebody waits for.
  void sweep();
  void welcome(ConnectionSlot connection);

 private:
  void loaded(PersonId person, const std::vector<PosterKey>& posters);
  void change(PersonId person, PosterKey poster, bool wanted);
  void tell_wanted(PersonId person);
  /// An author who attends that poster and whom `person` may hear of; none: nobody.
  [[nodiscard]] PersonId attending(const domain::Booth& booth, PersonId person) const;

  Core& core_;
  const Conversations& conversations_;
  std::unordered_map<PersonId, std::vector<PosterKey>> wanted_;  ///< of this shard's guests; empty lists too: loaded
};

}  // namespace posterhall::hall
