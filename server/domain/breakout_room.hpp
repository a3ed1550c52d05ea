// BreakoutRoom: who is in a breakout, who waits for a seat, and what is done there. The same object everywhere: every
// replica applies the room's events in number order, from the first; numbers decide who got the last seat. No clock:
// the times are in the events (when something is due: domain/room_clock.hpp). Runs on: any thread (a value). Owns: its
// members.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/event.hpp"
#include "domain/room_questions.hpp"
#include "domain/room_stage.hpp"

namespace posterhall::domain {

/// The version of these rules; the opening event names it (ref = version << 16 | capacity), and a room opened under
/// rules one does not know stays closed here. 1: seats only. 2: the waiting line, and all that is done. 3: slides.
inline constexpr std::uint32_t kRoomRules = 3;
inline constexpr std::size_t kMostWaiting = 1000;
inline constexpr std::uint32_t kMostSeats = 0xffff;

[[nodiscard]] constexpr std::uint32_t opening_ref(std::uint32_t capacity, std::uint32_t rules = kRoomRules) {
  return rules << 16 | (capacity > kMostSeats ? kMostSeats : capacity);
}

class BreakoutRoom {
 public:
  struct Seat {
    PersonId person;
    std::uint32_t joined = 0;  ///< the number of the event by which they came, into the line or at once
    friend bool operator==(const Seat&, const Seat&) = default;
  };

  /// True when it changed something. Events must come in number order; one that came before is ignored.
  bool apply(const Event& event);

  [[nodiscard]] std::uint32_t applied() const { return applied_; }  ///< the highest number seen
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] std::uint32_t rules() const { return rules_; }           ///< that it was opened under
  [[nodiscard]] std::uint32_t opened() const { return opened_; }         ///< the number of the event that opened it
  [[nodiscard]] const std::string& session() const { return session_; }  ///< that it was opened for; empty = closed
  [[nodiscard]] std::uint32_t capacity() const { return capacity_; }     ///< 0 while closed
  [[nodiscard]] bool full() const { return open_ && seats_.size() >= capacity_; }
  [[nodiscard]] const std::vector<Seat>& seats() const { return seats_; }      ///< in the order they got them
  [[nodiscard]] const std::vector<Seat>& waiting() const { return waiting_; }  ///< in the order they came
  [[nodiscard]] bool has(PersonId person) const { return seat_of(person).has_value(); }
  [[nodiscard]] std::optional<Seat> seat_of(PersonId person) const;
  /// From 1; 0 = does not wait.
  [[nodiscard]] std::uint32_t waiting_place(PersonId person) const;
  /// Were put out of this session.
  [[nodiscard]] bool was_put_out(PersonId person) const { return put_out_.contains(person); }
  [[nodiscard]] const RoomStage& stage() const { return stage_; }
  /// Kept until the room is opened again.
  [[nodiscard]] const RoomQuestions& questions() const { return questions_; }
  /// The question the last event changed; 0 = none.
  [[nodiscard]] std::uint32_t question_changed() const { return question_changed_; }
  /// Over all of it: replicas that differ have a fault.
  [[nodiscard]] std::uint64_t state_hash() const;

 private:
  bool open(const Event& event);
  bool close(const Event& event);
  bool join(const Event& event);
  bool leave(const Event& event);
  bool act(const Event& event);
  bool put_out(PersonId person);
  bool add_seats(std::uint32_t count);
  bool remove(PersonId person);
  void seat_who_waits();

  std::uint32_t applied_ = 0;
  bool open_ = false;
  std::uint32_t rules_ = 0;
  std::uint32_t opened_ = 0;
  std::string session_;
  std::uint32_t capacity_ = 0;
  std::vector<Seat> seats_;
  std::vector<Seat> waiting_;
  std::set<PersonId> put_out_;
  RoomStage stage_;
  RoomQuestions questions_;
  std::uint32_t question_changed_ = 0;
};

}  // namespace posterhall::domain
