#include "domain/event_life.hpp"

#include <algorithm>

namespace posterhall::domain {

EventTimes settled(EventTimes times) {
  if (times.closes != 0 && times.readable_until == 0) times.readable_until = times.closes + kReadableForMs;
  return times;
}

Phase phase_at(const EventTimes& written, const std::vector<Session>& sessions, UnixMs now) {
  const EventTimes times = settled(written);
  if (times.readable_until != 0 && now >= times.readable_until) return Phase::over;
  if (times.closes != 0 && now >= times.closes + kLastWordsMs) return Phase::closed;
  if (times.doors != 0 && now < times.doors) return Phase::before_doors;
  if (times.closes != 0 && now >= times.closes - kClosingNoticeMs) return Phase::closing;
  const bool runs = std::ranges::any_of(sessions, [now](const Session& session) {
    const bool idle = session.kind == SessionKind::lunch || session.kind == SessionKind::networking;
    return !idle && session.span.start <= now && now < session.span.end;
  });
  return runs ? Phase::open : Phase::between;
}

bool lets_in(Phase phase, Role role) {
  switch (phase) {
    case Phase::before_doors: return role != Role::attendee;
    case Phase::open:
    case Phase::between:
    case Phase::closing:
    case Phase::closed: return true;
    case Phase::over: return role == Role::organiser;
  }
  return false;
}

// clang-format off
bool stopped_by_close(Act act) {
  switch (act) {
    case Act::say: case Act::write_hall: case Act::write_room: case Act::write_direct: case Act::ask:
    case Act::answer: case Act::edit: case Act::typing: case Act::emote: case Act::invite: case Act::room_enter:
    case Act::room_open: case Act::call_authors: case Act::tell_when_back: case Act::raise_hand: case Act::give_floor:
    case Act::leave_card: case Act::want_answer: case Act::room_raise_hand: case Act::room_ask: case Act::room_want:
    case Act::room_give_floor: case Act::room_show: case Act::room_seats: case Act::room_cohost: case Act::room_link:
    case Act::room_ask_for_more: case Act::room_step_in: case Act::room_extend: case Act::propose_breakout: return true;
    case Act::enter: case Act::move: case Act::go: case Act::claim_control: case Act::leave: case Act::activity:
    case Act::see_people: case Act::write_help: case Act::announce: case Act::remove: case Act::read:
    case Act::mark_read: case Act::set_profile: case Act::save_poster: case Act::read_poster: case Act::room_leave:
    case Act::room_close: case Act::answer_invitation: case Act::ping: case Act::block: case Act::report:
    case Act::warn: case Act::mute: case Act::put_out: case Act::ban: case Act::lift: case Act::see_reports:
    case Act::settle_report: case Act::see_measure: case Act::answer_call: case Act::point: case Act::show_view:
    case Act::plan_shifts: case Act::see_coverage: case Act::see_figures: case Act::lower_hand: case Act::put_poster:
    case Act::write_poster_text: case Act::settle_poster: case Act::freeze_posters: case Act::keep_visited:
    case Act::see_cards: case Act::hide_question: case Act::show_question: case Act::change_programme:
    case Act::keep_programme: case Act::room_lower_hand: case Act::room_settle_question: case Act::room_mute:
    case Act::room_put_out: case Act::place_proposals: case Act::put_slides: return false;
  }
  return true;
}
// clang-format on

TimesFault judge_times(const EventTimes& written) {
  const EventTimes times = settled(written);
  if (times.doors != 0 && times.closes != 0 && times.closes <= times.doors) return TimesFault::closes_before_doors;
  if (times.readable_until != 0 && times.readable_until < std::max(times.closes + kLastWordsMs, times.doors)) {
    return TimesFault::ends_before_closing;
  }
  return TimesFault::none;
}

std::string_view name_of(Phase phase) {
  switch (phase) {
    case Phase::before_doors: return "before_doors";
    case Phase::open: return "open";
    case Phase::between: return "between";
    case Phase::closing: return "closing";
    case Phase::closed: return "closed";
    case Phase::over: return "over";
  }
  return "";
}

}  // namespace posterhall::domain
