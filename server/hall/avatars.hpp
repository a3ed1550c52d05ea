// Avatars: this shard's own visitors coming, standing, moving and going: the only place where their records change.
// Runs on: its shard's thread. Owns: nothing (Core has the data).
#pragma once

#include <optional>
#include <span>
#include <unordered_map>

#include "hall/conversations.hpp"
#include "hall/core.hpp"

namespace posterhall::hall {

/// Where somebody was when they left, kept a while for who comes back.
struct LeftBehind {
  LastPlace place;
  domain::Conversation conversation = 0;
  std::uint64_t lost_ms = 0;  ///< when the connection broke
};

class Avatars {
 public:
  Avatars(Core& core, Conversations& conversations) : core_(core), conversations_(conversations) {}

  /// A new own visitor for the guest, at `word1` or in `room`; takes over from a ghost of the same person.
  VisitorSlot appear(GuestSlot guest, Epoch epoch, std::uint32_t word1, RoomId room, bool chosen_booth);
  /// Gone from the hall: own or ghost. Its place is kept (own).
  void vanish(VisitorSlot slot);
  /// An own visitor that is controlled elsewhere meanwhile: gone here without a word of where it stood.
  void give_up(VisitorSlot slot);
  /// New place and sequence of an own visitor.
  void stand(VisitorSlot slot, const domain::Position& position, std::uint32_t sequence);
  /// The record as it is, stamped again: a refused wish is put right.
  void stamp(VisitorSlot slot);
  /// Away and list-mode flags.
  void flag(VisitorSlot slot, bool away, bool list_mode);
  /// Set down elsewhere: moves under way are void (the sequence jumps by 64); answers the new sequence.
  std::uint32_t set_down(VisitorSlot slot, const domain::Position& position);
  void claim(VisitorSlot slot, Epoch epoch);
  void into_room(VisitorSlot slot, RoomId room);
  void out_of_room(VisitorSlot slot, const domain::Position& position);
  /// Connections of the guest look where they should: at the avatar's cell, or at nothing.
  void follow(GuestSlot guest);

  /// Once a second: places of those who left, of those who moved and stand since the last call, and of a fifth of those
  /// still under way; in batches of 200.
  void save_places();
  /// Everybody's, now.
  void save_all_places();
  /// Where the person was last: as remembered here, else as stored, if it is of today.
  [[nodiscard]] std::optional<LastPlace> last_known(PersonId person, std::optional<LastPlace> stored) const;
  /// Somewhere to stand for who has no last place: spread over the entrances.
  [[nodiscard]] domain::Position spawn() const;
  /// A stored place, or the nearest one where one can stand today.
  [[nodiscard]] domain::Position stand_near(std::uint32_t word1) const;
  [[nodiscard]] const LeftBehind* left_behind(PersonId person) const;
  /// Forgets who left long ago.
  void sweep();

  /// Ghosts: what the relay says.
  VisitorSlot ghost(const RelayedVisitor& relayed, ShardNumber home);
  void update_ghost(VisitorSlot slot, const RelayedVisitor& relayed);
  /// `moves` are of that shard's visitors. Who is not known is left out: told of in full within 4.4 seconds, or when
  /// what was lost is asked for.
  void move_ghosts(ShardNumber home, std::span<const RelayedMove> moves);

 private:
  [[nodiscard]] VisitorId new_id();
  [[nodiscard]] LastPlace last_place(const Visitor& visitor) const;
  void changed(VisitorSlot slot);
  void put(VisitorSlot slot);
  /// Of those who left, and of the guests who are `due`.
  template <class Due>
  void save_places_of(Due due);

  Core& core_;
  Conversations& conversations_;
  std::unordered_map<PersonId, LeftBehind> left_;
  std::vector<LastPlace> unsaved_;  ///< of who left
  Floor::Moved moved_;              ///< of the last move_ghosts()
  std::uint32_t saves_ = 0;
  std::uint32_t counter_ = 0;
};

}  // namespace posterhall::hall
