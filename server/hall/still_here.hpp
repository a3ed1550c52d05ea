// StillHere: an author who stands at their booth and touches no tab is asked whether they are still there, on all tabs,
// before the lamp goes off; and told that it is off, until there is input again.
// Runs on: its shard's thread. Owns: what each was told last.
#pragma once

#include <unordered_map>

#include "domain/wakefulness.hpp"
#include "hall/core.hpp"

namespace posterhall::hall {

class StillHere {
 public:
  explicit StillHere(Core& core) : core_(core) {}

  /// Once a second, and when somebody touched a tab.
  void sweep();
  void input(GuestSlot guest);
  /// A tab that is new knows nothing.
  void welcome(ConnectionSlot connection);

 private:
  [[nodiscard]] notice::StillHere state_of(const Guest& guest) const;
  void tell(GuestSlot slot, const Guest& guest);

  Core& core_;
  std::unordered_map<PersonId, domain::Wakefulness> told_;  ///< other than awake
};

}  // namespace posterhall::hall
