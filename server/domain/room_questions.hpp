// RoomQuestions: what is asked in a breakout: waits for who leads, is shown to all, wanted by others, answered or put
// aside. The same object everywhere; events come in number order (BreakoutRoom).
// Runs on: any thread (a value). Owns: the questions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "domain/room_deed.hpp"

namespace posterhall::domain {

inline constexpr std::size_t kMostRoomQuestions = 500;  ///< in one session
inline constexpr std::size_t kMostOpenOfOne = 10;       ///< not answered and not put aside, of one person

struct RoomQuestion {
  /// Values are on the wire (rooms.proto).
  enum class State : std::uint8_t { asked = 1, shown, answered, aside };
  std::uint32_t number = 0;  ///< of the event that asked it
  PersonId person;
  bool unnamed = false;
  std::string text;
  std::string answer;
  State state = State::asked;
  std::set<PersonId> wants;  ///< never who asked
  UnixMs at = 0;
  /// Everybody in the room reads it.
  [[nodiscard]] bool open_to_all() const { return state == State::shown || state == State::answered; }
};

class RoomQuestions {
 public:
  /// The number of the question that changed; 0 = none did.
  std::uint32_t apply(const RoomWords& act, std::uint32_t number, std::uint32_t ref, PersonId author, UnixMs at);
  void clear() { all_.clear(); }
  [[nodiscard]] const std::vector<RoomQuestion>& all() const { return all_; }  ///< as asked
  [[nodiscard]] const RoomQuestion* find(std::uint32_t number) const;
  [[nodiscard]] bool may_ask(PersonId person) const;

 private:
  std::uint32_t settle(RoomQuestion& question, const RoomWords& act, PersonId author);
  std::vector<RoomQuestion> all_;
};

}  // namespace posterhall::domain
