// The one permission table: role x act x own/other. Every command of a browser is an act and has a row here; a new act
// without a row does not build (the switch has no default).
// Runs on: any thread (pure functions). Owns: nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/person.hpp"

namespace posterhall::domain {

enum class Act : std::uint8_t {
  enter,
  move,
  go,
  claim_control,
  leave,
  activity,
  see_people,
  say,
  write_hall,    ///< a message to everyone in the hall
  write_room,    ///< own = a breakout one is in; other = one is not in
  write_direct,  ///< own = a channel one is part of
  write_help,    ///< to the organisers; own = what one asks oneself; other = what somebody else asked
  ask,           ///< a question at a poster; own = one's own poster
  answer,        ///< own = at one's own poster
  announce,
  edit,    ///< own = one's own event
  remove,  ///< own = one's own event
  typing,  ///< own = in a channel one may read
  read,    ///< watch and history; own = a direct channel one is part of, a breakout one is in, any public one,
           ///< one's own help; whoever may answer help reads all of it
  mark_read,
  emote,
  set_profile,
  save_poster,
  read_poster,
  room_enter,
  room_leave,
  room_open,   ///< own = one hosts the session that runs there
  room_close,  ///< own = one hosts the session that runs there
  invite,
  answer_invitation,
  ping,
  block,   ///< own = one's own list
  report,  ///< own = in one's own name
  warn,    ///< this and the next four: own = somebody who keeps no order; other = a moderator or organiser
  mute,
  put_out,
  ban,
  lift,
  see_reports,
  settle_report,         ///< own = about somebody who keeps no order; other = about a moderator or organiser
  see_measure,           ///< own = one that was taken on oneself
  answer_call,           ///< own = a call to one's own booth
  tell_when_back,        ///< when an author is back at a poster
  point,                 ///< on the poster of the booth one stands at
  show_view,             ///< own = of one's own poster, where one presents it
  plan_shifts,           ///< own = a poster one presents
  see_coverage,          ///< who is planned, here and missing
  call_authors,          ///< to booths that nobody attends
  see_figures,           ///< own = of a poster one presents
  raise_hand,            ///< at the booth one stands at
  lower_hand,            ///< one's own; also gives the floor back
  give_floor,            ///< own = at one's own poster
  put_poster,            ///< upload a file, put it up, see and bring back versions; own = one's own poster
  write_poster_text,     ///< the text view; own = one's own poster's
  settle_poster,         ///< say whether a file that came after the freeze time goes up
  freeze_posters,        ///< set that time
  keep_visited,          ///< own = one's own visits
  leave_card,            ///< own = at one's own poster
  see_cards,             ///< those left at a poster; own = one's own poster
  want_answer,           ///< want a question answered; own = at one's own poster
  hide_question,         ///< with a reason; own = at one's own poster
  show_question,         ///< a hidden one again; own = at one's own poster, what an author of it hid
  change_programme,      ///< while the event runs: its times, its sessions
  keep_programme,        ///< sessions one chose and the address of one's calendar; own = one's own
  room_raise_hand,       ///< in the breakout one has a seat in
  room_lower_hand,       ///< own = one's own hand, or in a breakout one leads
  room_ask,              ///< a question, in the breakout one has a seat in or waits for
  room_want,             ///< want a question answered, there
  room_settle_question,  ///< show it to all, put it aside, call it answered; own, here and below = one leads
  room_give_floor,       ///< and take it back
  room_mute,             ///< somebody in the breakout, or all of them
  room_put_out,          ///< of the breakout, for this session
  room_seats,            ///< more of them, or the next of the waiting line in
  room_cohost,           ///< name one, or take it back
  room_show,             ///< a poster or slides, by page, in step for all; own, for slides: one has the floor, too
  room_link,             ///< the address of a meeting
  room_ask_for_more,     ///< minutes, of the organisers
  room_step_in,          ///< lead in the host's place; own = one was named co-host
  room_extend,           ///< by five minutes
  propose_breakout,      ///< own = of a poster one presents
  place_proposals,       ///< into rooms and slots, or decline them
  put_slides             ///< upload them, put them up, take them away; own = of a session one hosts
};

inline constexpr std::size_t kActs = static_cast<std::size_t>(Act::put_slides) + 1;

enum class Whose : std::uint8_t { own, other };

/// May somebody with this role do it, to what is theirs or to what is another's?
[[nodiscard]] bool may(Role role, Act act, Whose whose);

[[nodiscard]] std::string_view name_of(Act act);

/// For Welcome: the names of all acts the role allows on its own ("announce", "room_open"), and with "_any" behind
/// those it allows on others' ("remove_any", "room_open_any").
[[nodiscard]] std::vector<std::string> allowed_names(Role role);

}  // namespace posterhall::domain
