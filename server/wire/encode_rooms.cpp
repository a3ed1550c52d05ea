#include "wire/encode_rooms.hpp"

#include <algorithm>

#include "posterhall/v1/rooms.pb.h"
#include "posterhall/v1/server.pb.h"

namespace posterhall::wire {
namespace {

namespace notice = hall::notice;

void fill_deck(v1::RoomDeck& out, const notice::RoomDeck& deck) {
  out.set_deck(deck.id);
  out.set_pages(deck.pages);
  out.set_name(deck.name);
  out.set_list(deck.list);
}

void fill_stage(v1::RoomState& out, const notice::RoomState& room) {
  for (const auto& hand : room.hands) {
    out.add_hands(hand.person.value);
    out.add_hands_s(static_cast<std::uint32_t>(std::max<UnixMs>(0, hand.since - room.times.start) / 1000));
  }
  out.set_hands_up(room.hands_up);
  out.set_floor(room.floor.value);
  out.set_quiet(room.quiet);
  out.set_muted(room.muted);
  for (const PersonId person : room.muted_persons) out.add_muted_persons(person.value);
  for (const PersonId person : room.hosts) out.add_hosts(person.value);
  for (const PersonId person : room.cohosts) out.add_cohosts(person.value);
  out.set_lead(room.lead.value);
  for (const PersonId person : room.hosts_gone) out.add_hosts_gone(person.value);
  out.set_floor_until_ms(static_cast<double>(room.floor_until));
  out.set_asked(room.asked);
  out.set_more_asked(room.more_asked);
  out.set_warned(room.warned);
  out.set_ended(room.ended);
  out.set_shown_poster(room.shown_poster.value);
  out.set_shown_page(room.shown_page);
  out.set_link(room.link);
  if (room.shown_deck.id != 0) fill_deck(*out.mutable_shown_deck(), room.shown_deck);
  if (room.ready_deck.id != 0) fill_deck(*out.mutable_ready_deck(), room.ready_deck);
}

}  // namespace

void fill_room(v1::RoomState& out, const notice::RoomState& room) {
  out.set_room(room.room.value);
  out.set_open(room.open);
  out.set_inside(room.inside);
  out.set_may_host(room.may_host);
  out.set_members(room.members);
  out.set_capacity(room.capacity);
  out.set_session(room.session);
  out.set_start_ms(static_cast<double>(room.times.start));
  out.set_end_ms(static_cast<double>(room.times.end));
  out.set_close_ms(static_cast<double>(room.times.close));
  out.set_extendable(room.times.extendable);
  out.set_leads(room.leads);
  fill_stage(out, room);
  out.set_waiting(room.waiting);
  out.set_waiting_place(room.waiting_place);
  for (const PersonId person : room.waiting_persons) out.add_waiting_persons(person.value);
  out.set_in_list_mode(room.in_list_mode);
  out.set_put_out(room.put_out);
}

void fill_room_questions(v1::RoomQuestions& out, const notice::RoomQuestions& questions) {
  out.set_room(questions.room.value);
  out.set_full(questions.full);
  for (const notice::RoomQuestion& question : questions.questions) {
    auto& to = *out.add_questions();
    to.set_number(question.number);
    to.set_person(question.person.value);
    to.set_text(question.text);
    to.set_answer(question.answer);
    to.set_state(static_cast<v1::RoomQuestionState>(question.state));
    to.set_wants(question.wants);
    to.set_wanted(question.wanted);
    to.set_mine(question.mine);
    to.set_at_ms(static_cast<double>(question.at));
  }
}

}  // namespace posterhall::wire
