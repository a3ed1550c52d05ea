// Fence: a shard whose loop stood still for three seconds (stopped, a frozen machine) knows nothing of what happened
// meanwhile: the others took it for dead, its people may be controlled elsewhere. So it says and does nothing (commands
// and answers wait, nothing is published or served) until it has read again, from the store, the epochs of its people's
// avatars and what its channels hold; whose epoch is higher there is given up. A store that does not answer keeps
// nobody out: after five seconds it goes on with what it knows. While other processes are out of reach the epochs are
// looked at every second. Runs on: its shard's thread. Owns: nothing but where
// the reading is.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "hall/avatars.hpp"
#include "hall/channels.hpp"
#include "hall/tabs.hpp"

namespace posterhall::hall {

class Fence {
 public:
  Fence(Core& core, Avatars& avatars, Channels& channels, Tabs& tabs)
      : core_(core), avatars_(avatars), channels_(channels), tabs_(tabs) {}

  /// What happens when it is open again, before what waited is done.
  void on_open(std::function<void()> function) { opened_ = std::move(function); }

  /// The loop has stood still: closes, and asks.
  void slept();
  /// At each step while it is closed.
  void run_step();
  /// While the other processes are out of reach: whose avatar was claimed there is given up, as the store says.
  void look();

 private:
  void ask();
  void compare(const std::vector<PersonId>& persons, const std::vector<Epoch>& epochs);
  void give_up(VisitorSlot slot);
  void open();

  Core& core_;
  Avatars& avatars_;
  Channels& channels_;
  Tabs& tabs_;
  std::function<void()> opened_;
  std::uint32_t asked_ = 0;  ///< answers of earlier questions do not count
  std::uint64_t since_ms_ = 0;
  std::uint64_t ask_again_ms_ = 0;
  std::map<PersonId, Epoch> behind_;  ///< own avatars that were, at the last look; ours may have been on its way
  bool epochs_known_ = false;
  bool heads_known_ = false;
};

}  // namespace posterhall::hall
