#include "hall/room_telling.hpp"

#include <algorithm>
#include <utility>

#include "domain/room_clock.hpp"

namespace posterhall::hall {
namespace {

constexpr std::size_t kMostHandsTold = 200;
constexpr std::size_t kMostWaitingTold = 50;
constexpr std::size_t kMostQuestionBytes = 96 * 1024;  // at once; the events that wait for one tab are bounded

notice::RoomQuestion told(const domain::RoomQuestion& question, PersonId to, bool all_of_it) {
  const bool mine = question.person == to;
  notice::RoomQuestion out;
  out.number = question.number;
  out.state = question.state;
  out.at = question.at;
  // To others one that was put aside is only gone.
  if (!question.open_to_all() && !all_of_it && !mine) {
    out.state = domain::RoomQuestion::State::aside;
    return out;
  }
  out.person = question.unnamed && !mine ? PersonId{} : question.person;
  out.text = question.text;
  out.answer = question.answer;
  out.wants = static_cast<std::uint32_t>(question.wants.size());
  out.wanted = question.wants.contains(to);
  out.mine = mine;
  return out;
}

}  // namespace

bool RoomTelling::may_host(PersonId person, RoomId room) const {
  const domain::Whose whose = gate_.hosts(person, room) ? domain::Whose::own : domain::Whose::other;
  return gate_.may(person, domain::Act::room_open, whose);
}

bool RoomTelling::listens(RoomId room, const Guest& guest) const {
  return reads_questions(room, guest) || may_host(guest.person, room);
}

bool RoomTelling::reads_questions(RoomId room, const Guest& guest) const {
  const domain::BreakoutRoom* state = core_.room(room);
  if (state == nullptr) return false;
  if (guest.visitor != kNone && core_.visitors[guest.visitor].room == room) return true;
  return state->waiting_place(guest.person) != 0 || gate_.leads(guest.person, room) ||
         gate_.may(guest.person, domain::Act::room_settle_question, domain::Whose::other);
}

void RoomTelling::tell_state(RoomId room, GuestSlot guest) {
  core_.tell(guest, core_.connections.encode(state_for(room, guest)));
}

void RoomTelling::tell_all(RoomId room, GuestSlot guest) {
  tell_state(room, guest);
  if (!reads_questions(room, core_.guests[guest])) return;
  core_.tell(guest, core_.connections.encode(questions_for(room, core_.guests[guest].person, nullptr)));
}

void RoomTelling::welcome(ConnectionSlot connection) {
  const GuestSlot guest = core_.connections[connection].guest;
  for (const auto& [id, state] : core_.rooms) {
    if (!listens(id, core_.guests[guest])) continue;
    core_.connections.send_event(connection, state_for(id, guest));
    if (state.open() && reads_questions(id, core_.guests[guest])) {
      core_.connections.send_event(connection, questions_for(id, core_.guests[guest].person, nullptr));
    }
  }
}

void RoomTelling::people_changed(const std::vector<PersonId>& different) {
  for (const auto& [id, room] : core_.rooms) {
    // Of who sits or waits there everybody may be told something else.
    const auto belongs = [&state = room](PersonId person) {
      return state.has(person) || state.waiting_place(person) != 0;
    };
    if (std::ranges::any_of(different, belongs)) changed(id);
    for (const PersonId person : different) {
      const GuestSlot guest = core_.guests.find(person);
      if (guest == kNone || core_.guests[guest].connections.empty()) continue;
      if (listens(id, core_.guests[guest])) tell_all(id, guest);
    }
  }
}

void RoomTelling::page_turned(RoomId room) {
  core_.guests.for_each([&](GuestSlot slot, const Guest& guest) {
    if (!guest.connections.empty() && listens(room, guest)) tell_state(room, slot);
  });
}

void RoomTelling::sweep() {
  for (const auto& [room, untold] : std::exchange(untold_, {})) {
    core_.guests.for_each([&, id = room, &what = untold](GuestSlot slot, const Guest& guest) {
      if (guest.connections.empty() || !listens(id, guest)) return;
      if (what.all_questions) return tell_all(id, slot);
      if (what.state) tell_state(id, slot);
      if (what.questions.empty() || !reads_questions(id, guest)) return;
      const notice::RoomQuestions changed = questions_for(id, guest.person, &what.questions);
      if (!changed.questions.empty()) core_.tell(slot, core_.connections.encode(changed));
    });
  }
}

notice::RoomQuestions RoomTelling::questions_for(RoomId room, PersonId person,
                                                 const std::set<std::uint32_t>* only) const {
  notice::RoomQuestions out{room, only == nullptr, {}};
  const domain::BreakoutRoom* state = core_.room(room);
  if (state == nullptr) return out;
  const bool all_of_it =
      gate_.leads(person, room) || gate_.may(person, domain::Act::room_settle_question, domain::Whose::other);
  std::size_t bytes = 0;
  const auto& questions = state->questions().all();
  for (auto it = questions.rbegin(); it != questions.rend() && bytes < kMostQuestionBytes; ++it) {
    if (only != nullptr && !only->contains(it->number)) continue;
    notice::RoomQuestion question = told(*it, person, all_of_it);
    if (only == nullptr && question.text.empty()) continue;
    bytes += question.text.size() + question.answer.size() + 32;
    out.questions.push_back(std::move(question));
  }
  std::ranges::reverse(out.questions);
  return out;
}

notice::RoomState RoomTelling::state_for(RoomId id, GuestSlot guest) const {
  const Guest& who = core_.guests[guest];
  static const domain::BreakoutRoom kNever;
  const domain::BreakoutRoom* known = core_.room(id);
  const domain::BreakoutRoom& room = known == nullptr ? kNever : *known;
  notice::RoomState state;
  state.room = id;
  state.open = room.open();
  state.inside = who.visitor != kNone && core_.visitors[who.visitor].room == id;
  state.may_host = may_host(who.person, id);
  state.leads = gate_.leads(who.person, id);
  state.members = static_cast<std::uint32_t>(room.seats().size());
  const auto& rooms = core_.catalogue().rooms;
  const auto defined = std::ranges::find(rooms, id, &domain::RoomDef::id);
  state.capacity = room.open() ? room.capacity() : defined == rooms.end() ? 0 : defined->capacity;
  const domain::Session* session = room.open() ? domain::find_session(core_.catalogue(), room.session())
                                               : domain::running_session(core_.catalogue(), id, core_.ports.now());
  state.session = session != nullptr ? session->id : room.open() ? room.session() : std::string();
  if (session != nullptr) {
    const UnixMs extension = room.open() ? room.stage().extension() : 0;
    state.times = domain::room_times(core_.catalogue(), *session, extension);
  }
  state.put_out = !state.session.empty() && state.session == room.session() && room.was_put_out(who.person);
  if (!room.open()) return state;
  add_waiting(state, room, who.person);
  if (session != nullptr) {
    for (const domain::BreakoutRoom::Seat& seat : room.seats()) {
      const domain::Person* person = core_.people.find(seat.person);
      if (person != nullptr && domain::hosts(*session, person->email)) state.hosts.push_back(seat.person);
    }
  }
  add_stage(state, room, who.person);
  if (state.inside || state.leads) add_people(state, id);
  return state;
}

void RoomTelling::add_people(notice::RoomState& state, RoomId id) const {
  const auto conversation = domain::make_conversation(domain::ConversationKind::room, id.value);
  for (const VisitorSlot slot : conversations_.members(conversation)) {
    state.people.push_back(conversations_.member_row(slot, std::nullopt));
    state.in_list_mode += core_.visitors[slot].list_mode() ? 1 : 0;
  }
}

void RoomTelling::add_stage(notice::RoomState& state, const domain::BreakoutRoom& room, PersonId person) const {
  const domain::RoomStage& stage = room.stage();
  state.hands.assign(stage.hands().begin(), stage.hands().begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                        kMostHandsTold, stage.hands().size())));
  state.hands_up = static_cast<std::uint32_t>(stage.hands().size());
  state.floor = stage.floor();
  state.quiet = stage.quiet();
  state.muted = stage.muted().contains(person);
  const bool sees_order = state.leads || gate_.may(person, domain::Act::room_mute, domain::Whose::other);
  if (sees_order) state.muted_persons.assign(stage.muted().begin(), stage.muted().end());
  state.cohosts.assign(stage.cohosts().begin(), stage.cohosts().end());
  state.lead = stage.lead();
  for (const auto& [host, since] : stage.hosts_gone()) {
    state.hosts_gone.push_back(host);
    state.floor_until = std::max(state.floor_until, since + domain::kFloorKeptMs);
  }
  const bool of_organisers = stage.calls_for_lead() && !stage.asked();
  state.asked =
      stage.calls_for_lead() &&
      (of_organisers ? gate_.may(person, domain::Act::room_step_in, domain::Whose::other) : stage.asked() == person);
  state.more_asked = stage.more_asked();
  state.warned = stage.warned();
  state.ended = stage.ended();
  state.shown_poster = PosterKey{stage.shown_poster()};
  state.shown_page = stage.shown_page();
  state.link = stage.link();
  add_slides(state, room, person);
}

void RoomTelling::add_slides(notice::RoomState& state, const domain::BreakoutRoom& room, PersonId person) const {
  const auto told_of = [](const domain::Deck* deck) {
    return deck == nullptr ? notice::RoomDeck{} : notice::RoomDeck{deck->id, deck->pages, deck->name, deck->list};
  };
  const auto& decks = core_.catalogue().decks;
  // Of one that is not read yet the number is told: the rest follows with the catalogue.
  state.shown_deck = told_of(domain::find_deck(decks, room.stage().shown_deck()));
  state.shown_deck.id = room.stage().shown_deck();
  const bool shows =
      state.leads || room.stage().floor() == person || gate_.may(person, domain::Act::room_show, domain::Whose::other);
  if (shows && room.rules() >= 3) state.ready_deck = told_of(domain::deck_of(decks, room.session()));
}

void RoomTelling::add_waiting(notice::RoomState& state, const domain::BreakoutRoom& room, PersonId person) const {
  state.waiting = static_cast<std::uint32_t>(room.waiting().size());
  state.waiting_place = room.waiting_place(person);
  if (!state.leads) return;
  for (const domain::BreakoutRoom::Seat& seat : room.waiting()) {
    if (state.waiting_persons.size() >= kMostWaitingTold) break;
    state.waiting_persons.push_back(seat.person);
  }
}

}  // namespace posterhall::hall
