// RoomTelling: what is told of a breakout, at most once a second but for turned pages: its state to who is inside,
// waits for a seat, leads or may host it; the questions that changed to who may read them. Runs on: its shard's thread.
// Owns: what is not told yet.
#pragma once

#include <map>
#include <set>

#include "hall/conversations.hpp"
#include "hall/gate.hpp"

namespace posterhall::hall {

class RoomTelling {
 public:
  RoomTelling(Core& core, const Conversations& conversations, const Gate& gate)
      : core_(core), conversations_(conversations), gate_(gate) {}

  void changed(RoomId room) { untold_[room].state = true; }
  void question_changed(RoomId room, std::uint32_t number) { untold_[room].questions.insert(number); }
  /// Opened for another session, or made anew: all questions are told again.
  void all_changed(RoomId room) { untold_[room] = {true, true, {}}; }
  /// Told at once: people look at the same page.
  void page_turned(RoomId room);
  /// Now, to one guest: the state, and all questions to who may read them.
  void tell_state(RoomId room, GuestSlot guest);
  void tell_all(RoomId room, GuestSlot guest);
  void welcome(ConnectionSlot connection);
  /// What these may, and whether they host, may be something else now.
  void people_changed(const std::vector<PersonId>& different);
  /// Once a second.
  void sweep();

 private:
  struct Untold {
    bool state = false;
    bool all_questions = false;
    std::set<std::uint32_t> questions;
  };
  [[nodiscard]] notice::RoomState state_for(RoomId room, GuestSlot guest) const;
  void add_people(notice::RoomState& state, RoomId room) const;
  void add_stage(notice::RoomState& state, const domain::BreakoutRoom& room, PersonId person) const;
  void add_slides(notice::RoomState& state, const domain::BreakoutRoom& room, PersonId person) const;
  void add_waiting(notice::RoomState& state, const domain::BreakoutRoom& room, PersonId person) const;
  [[nodiscard]] notice::RoomQuestions questions_for(RoomId room, PersonId person,
                                                    const std::set<std::uint32_t>* only) const;
  [[nodiscard]] bool listens(RoomId room, const Guest& guest) const;
  [[nodiscard]] bool reads_questions(RoomId room, const Guest& guest) const;
  [[nodiscard]] bool may_host(PersonId person, RoomId room) const;

  Core& core_;
  const Conversations& conversations_;
  const Gate& gate_;
  std::map<RoomId, Untold> untold_;
};

}  // namespace posterhall::hall
