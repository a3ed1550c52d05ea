// Facts: what everybody may know of the whole hall: visitors and lamp of each booth, people per cell, rooms, people
// here. One message, encoded once, at most once a second; all of it for newcomers, the changes for the rest.
// Runs on: its shard's thread. Owns: what was told last, and how long booths have been attended or lonely.
#pragma once

#include <map>
#include <vector>

#include "domain/booth_watch.hpp"
#include "hall/conversations.hpp"
#include "hall/rooms.hpp"

namespace posterhall::hall {

class Facts {
 public:
  Facts(Core& core, const Conversations& conversations, const Rooms& rooms)
      : core_(core), conversations_(conversations), rooms_(rooms) {}

  /// Once a second: looks, and tells everybody what changed.
  void tell();
  /// An author of ours who stood there awake dropped out: here and on all shards the lamp stays on for so long.
  void author_dropped(BoothNumber booth, std::uint64_t kept_ms);
  /// author_dropped from the relay.
  void received(const RelayedSignal& signal);
  /// Everything, as told last.
  void welcome(ConnectionSlot connection);
  [[nodiscard]] notice::HallFacts full() const;
  /// The plan changed: booths and cells are counted anew, everybody gets all of it.
  void reset();

 private:
  void look_at_booths(notice::HallFacts& delta);
  void look_at_cells(notice::HallFacts& delta);
  void look_at_rooms(notice::HallFacts& delta);

  Core& core_;
  const Conversations& conversations_;
  const Rooms& rooms_;
  std::map<BoothNumber, domain::BoothWatch> watches_;
  std::map<BoothNumber, std::uint64_t> kept_until_ms_;  ///< lamps of authors who dropped out
  std::map<BoothNumber, domain::BoothFacts> booths_;    ///< other than empty and dark
  std::map<std::uint32_t, std::uint32_t> cells_;        ///< wire key -> people, other than none
  std::vector<notice::RoomFact> told_rooms_;
  std::uint32_t people_ = 0;
  bool apart_ = false;  ///< the other processes are out of reach, as told
  std::uint32_t version_ = 0;
  SharedBytes full_frame_;  ///< of version_, made when first needed
};

}  // namespace posterhall::hall
