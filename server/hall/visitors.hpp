// VisitorTable: everybody in the hall as this shard knows them: its own visitors and ghosts of the other shards'.
// Runs on: its shard's thread. Owns: the visitors.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "base/ids.hpp"
#include "domain/conversation.hpp"
#include "domain/record.hpp"
#include "hall/ports/relay.hpp"
#include "hall/slots.hpp"

namespace posterhall::hall {

/// What the other shards have not been told of an own visitor.
enum class RelayDue : std::uint8_t { nothing, move, everything };

struct Visitor {
  VisitorId id;
  PersonId person;
  Epoch epoch;
  ShardNumber home = 0;
  std::uint32_t word0 = 0;  ///< the record
  std::uint32_t word1 = 0;
  domain::Conversation conversation = 0;
  RoomId room;
  CellIndex cell = kNone;  ///< kNone: in a breakout, off the floor
  std::uint32_t in_cell = 0;
  std::uint32_t in_conversation = 0;
  bool own = false;  ///< this shard decides for it; else a ghost
  bool chosen_booth = false;
  RelayDue relay_due = RelayDue::nothing;
  GuestSlot guest = kNone;                         ///< connections of this shard that control or watch it
  std::uint32_t talk_epoch = 0, talk_counter = 0;  ///< the last nearby talk heard of it
  std::uint32_t in_live = 0;

  [[nodiscard]] domain::Position position() const { return domain::unpack_position(word1); }
  [[nodiscard]] bool away() const { return (word1 & 2U) != 0; }
  [[nodiscard]] bool list_mode() const { return (word1 & 1U) != 0; }
};
static_assert(sizeof(Visitor) == 64, "a line of the cache for each, and a shift finds it");

class VisitorTable {
 public:
  VisitorSlot add(Visitor visitor);
  void erase(VisitorSlot slot);

  Visitor& operator[](VisitorSlot slot) { return visitors_[slot]; }
  const Visitor& operator[](VisitorSlot slot) const { return visitors_[slot]; }
  /// By slot; those that are free among them.
  [[nodiscard]] std::span<Visitor> all() { return visitors_; }
  /// kNone when not here.
  [[nodiscard]] VisitorSlot find(VisitorId id) const {
    if (shard_of(id) >= by_id_.size()) return kNone;
    const auto& counters = by_id_[shard_of(id)];
    return counter_of(id) < counters.size() ? counters[counter_of(id)] : kNone;
  }
  /// By counter, those of one shard; kNone where nobody is. Lives until somebody comes or goes.
  [[nodiscard]] std::span<const VisitorSlot> of_shard(ShardNumber shard) const {
    if (shard >= by_id_.size()) return {};
    return by_id_[shard];
  }
  /// The one avatar of a person, own or ghost.
  [[nodiscard]] VisitorSlot find(PersonId person) const;
  /// Slots of everybody, in no order; changes with add and erase.
  [[nodiscard]] const std::vector<VisitorSlot>& live() const { return live_; }
  [[nodiscard]] std::size_t own() const { return own_; }

 private:
  /// That visitor is there from now on; kNone: nowhere.
  void name(VisitorId id, VisitorSlot slot);

  std::vector<Visitor> visitors_;
  std::vector<VisitorSlot> free_;
  std::vector<VisitorSlot> live_;
  std::size_t own_ = 0;
  /// By shard, then by counter: what is relayed asks this for each record, so it is two arrays and no hash.
  std::vector<std::vector<VisitorSlot>> by_id_;
  std::unordered_map<PersonId, VisitorSlot> by_person_;
};

}  // namespace posterhall::hall
