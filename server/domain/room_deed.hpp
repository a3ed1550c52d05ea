// What is done in a breakout, as the words of its stored events: EventKind::room_act, text = the deed's name and,
// behind a space, its words; ref = whom or what it is about (a person, a question's number, seats, minutes). Runs on:
// any thread (pure functions). Owns: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/permission.hpp"

namespace posterhall::domain {

/// Values are on the wire (proto/posterhall/v1/rooms.proto), names are stored: neither is ever changed.
enum class RoomDeed : std::uint8_t {
  raise_hand = 1,
  lower_hand,    ///< ref = whose; 0 = one's own, also gives the floor back
  give_floor,    ///< ref = to whom, 0 = taken back
  mute,          ///< ref = whom, 0 = everybody but who leads and who has the floor
  unmute,        ///< ref = whom, 0 = everybody again
  put_out,       ///< ref = whom; they do not come back into this session
  add_seats,     ///< ref = how many
  let_next_in,   ///< one seat more, for who has waited longest
  name_cohost,   ///< ref = whom
  drop_cohost,   ///< ref = whom
  show,          ///< ref = the poster, words = its page from 1; ref 0 = nothing
  set_link,      ///< words = the address of the meeting, empty = none
  ask,           ///< words = the question
  ask_unnamed,   ///< the same without a name
  approve,       ///< ref = the question: everybody reads it
  put_aside,     ///< ref = the question: nobody reads it but who leads and who asked
  answered,      ///< ref = the question, words = the answer, may be empty
  want,          ///< ref = the question
  unwant,        ///< ref = the question
  ask_for_more,  ///< five minutes more, of the organisers
  extend,        ///< ref = minutes
  step_in,       ///< who was asked leads in the host's place
  show_deck,     ///< rules 3; ref = slides of this session, words = their page from 1; ref 0 = nothing
  // By the hall itself:
  host_gone = 64,  ///< author = the host
  host_back,       ///< author = the host
  call_for_lead,   ///< ref = the co-host who is asked, 0 = the organisers on duty
  warn,            ///< five minutes left
  end_softly       ///< the stage is quiet, people may stay
};

inline constexpr std::uint8_t kLastRoomWish = static_cast<std::uint8_t>(RoomDeed::show_deck);

[[nodiscard]] std::string_view name_of(RoomDeed deed);
[[nodiscard]] std::string to_text(RoomDeed deed, std::string_view words);

struct RoomWords {
  RoomDeed deed = RoomDeed::raise_hand;
  std::string_view words;
};
/// nullopt for a text that is none.
[[nodiscard]] std::optional<RoomWords> parse_room_act(std::string_view text);

/// The act of the permission table that a person's deed is; own = leads there, for those only who leads may do.
[[nodiscard]] Act act_of(RoomDeed deed);
/// For who has a seat, else for who leads.
[[nodiscard]] bool is_member_deed(RoomDeed deed);

}  // namespace posterhall::domain
