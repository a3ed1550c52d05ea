// Conversations: who is in which, by place, by choice, by agreement or by room. Each shard decides for its own
// visitors and learns the others' from the relay. Members are told at most once a second.
// Runs on: its shard's thread. Owns: the members of each conversation and the circles.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hall/core.hpp"

namespace posterhall::hall {

class Conversations {
 public:
  explicit Conversations(Core& core) : core_(core) {}

  /// Works out an own visitor's conversation from where it stands.
  void decide(VisitorSlot slot);
  /// What the relay says of a ghost (or decide() of one's own).
  void set(VisitorSlot slot, domain::Conversation conversation);
  /// A member's flags changed.
  void touch(VisitorSlot slot) { changed_.insert(core_.visitors[slot].conversation); }
  [[nodiscard]] const std::vector<VisitorSlot>& members(domain::Conversation conversation) const;
  [[nodiscard]] const std::unordered_map<domain::Conversation, std::vector<VisitorSlot>>& all() const {
    return members_;
  }
  /// Who presents in a conversation: authors of the booth's poster.
  [[nodiscard]] bool presents(domain::Conversation conversation, PersonId person) const;
  /// Of a booth's conversation; nothing of another one.
  [[nodiscard]] std::optional<PosterKey> poster_of(domain::Conversation conversation) const;
  [[nodiscard]] notice::Member member_row(VisitorSlot slot, std::optional<PosterKey> poster) const;

  /// A circle everybody may learn of: its centre as a record's second word.
  void know_circle(domain::Conversation circle, std::uint32_t centre);
  [[nodiscard]] domain::Conversation new_circle();
  [[nodiscard]] std::uint32_t centre_of(domain::Conversation circle) const;
  /// The guest agreed to talk there: belongs to it when it stands (or arrives) in it.
  void take_seat(GuestSlot guest, domain::Conversation circle, std::uint64_t arrive_by_ms);

  /// Every 100 ms: ConversationState to those whose conversation changed.
  void tell();
  /// The guest needs its conversation told (just came in).
  void tell_soon(GuestSlot guest);
  /// A tab of the guest's is new and knows nothing: told also when the guest is in no conversation.
  void tell_newcomer(GuestSlot guest);
  /// Once a second: circles of fewer than two dissolve.
  void dissolve_circles();
  /// The plan changed.
  void decide_all();

 private:
  struct Circle {
    std::uint32_t centre = 0;
    std::uint64_t lonely_since_ms = 0;  ///< 0 = two or more
    bool met = false;                   ///< there were two
  };
  [[nodiscard]] domain::Conversation by_choice(Guest& guest, domain::Tile tile);
  [[nodiscard]] domain::Conversation by_circle(Guest& guest, const domain::Position& position);
  SharedBytes encode_state(domain::Conversation conversation);
  void untold(VisitorSlot slot);

  Core& core_;
  std::unordered_map<domain::Conversation, std::vector<VisitorSlot>> members_;
  std::unordered_map<domain::Conversation, Circle> circles_;
  std::unordered_map<domain::Conversation, std::uint64_t> told_ms_;
  std::unordered_set<domain::Conversation> changed_;
  std::vector<GuestSlot> untold_;
  std::uint32_t circles_made_ = 0;
};

}  // namespace posterhall::hall
