#include "hall/room_acts.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "domain/room_clock.hpp"
#include "hall/storing.hpp"

namespace posterhall::hall {

using domain::RoomDeed;

void RoomActs::act(ConnectionSlot connection, std::uint32_t seq, command::RoomDo wish) {
  const PersonId person = core_.connections[connection].person;
  const domain::BreakoutRoom* room = core_.room(wish.room);
  if (room == nullptr) return core_.connections.reject(connection, seq, RejectCode::not_found);
  if (!room->open() || room->rules() < 2) {
    return core_.connections.reject(connection, seq, RejectCode::room_closed);
  }
  if (const auto why = judge(*room, person, wish)) return core_.connections.reject(connection, seq, *why);
  domain::NewEvent event{domain::Channel::room(wish.room), wish.client_id, person,
                         domain::EventKind::room_act,      wish.ref,       domain::to_text(wish.deed, wish.text)};
  store_and_show(core_, channels_, core_.connections[connection].id, seq, std::move(event));
}

bool RoomActs::extendable(const domain::BreakoutRoom& room) const {
  const domain::Session* session = domain::find_session(core_.catalogue(), room.session());
  return session != nullptr && domain::room_times(core_.catalogue(), *session, room.stage().extension()).extendable;
}

std::optional<RejectCode> RoomActs::judge_question(const domain::BreakoutRoom& room, PersonId person,
                                                   const command::RoomDo& wish) const {
  const domain::RoomQuestion* question = room.questions().find(wish.ref);
  if (question == nullptr) return RejectCode::not_found;
  const bool turns = wish.deed == RoomDeed::want || wish.deed == RoomDeed::unwant;
  if (!turns) return std::nullopt;
  if (!question->open_to_all()) return RejectCode::not_found;
  if (question->person == person) return RejectCode::wrong_state;
  return std::nullopt;
}

std::optional<RejectCode> RoomActs::judge_deck(const domain::BreakoutRoom& room, const command::RoomDo& wish) const {
  if (room.rules() < 3) return RejectCode::wrong_state;  // opened by a program that does not know slides
  if (wish.ref == 0) return std::nullopt;
  const domain::Deck* deck = domain::find_deck(core_.catalogue().decks, wish.ref);
  const bool there = deck != nullptr && deck->session == room.session() && !deck->list.empty();
  std::uint32_t page = 0;
  std::from_chars(wish.text.data(), wish.text.data() + wish.text.size(), page);
  return there && page >= 1 && page <= deck->pages ? std::nullopt : std::optional(RejectCode::not_found);
}

std::optional<RejectCode> RoomActs::judge(const domain::BreakoutRoom& room, PersonId person,
                                          const command::RoomDo& wish) const {
  const domain::RoomStage& stage = room.stage();
  const PersonId about{wish.ref};
  const auto if_not = [](bool holds, RejectCode code) { return holds ? std::nullopt : std::optional(code); };
  const bool there = room.has(about) || room.waiting_place(about) != 0;
  switch (wish.deed) {
    case RoomDeed::raise_hand:
      if (stage.muted().contains(person)) return RejectCode::room_quiet;
      return if_not(!stage.ended(), RejectCode::wrong_state);
    case RoomDeed::give_floor:
      if (about && !room.has(about)) return RejectCode::not_found;
      return if_not(!stage.ended() && !stage.muted().contains(about), RejectCode::wrong_state);
    case RoomDeed::mute:
    case RoomDeed::put_out:
    case RoomDeed::name_cohost: return if_not(!about || there, RejectCode::not_found);
    case RoomDeed::let_next_in: return if_not(!room.waiting().empty(), RejectCode::wrong_state);
    case RoomDeed::show: {
      const auto& posters = core_.catalogue().posters;
      const auto of_key = [&](const auto& poster) { return poster.key.value == wish.ref; };
      return if_not(wish.ref == 0 || std::ranges::any_of(posters, of_key), RejectCode::not_found);
    }
    case RoomDeed::show_deck: return judge_deck(room, wish);
    case RoomDeed::ask:
    case RoomDeed::ask_unnamed:
      if (!stage.may_be_heard(person)) return RejectCode::room_quiet;  // the room itself judges by no more
      return if_not(!stage.ended() && room.questions().may_ask(person), RejectCode::wrong_state);
    case RoomDeed::approve:
    case RoomDeed::put_aside:
    case RoomDeed::answered:
    case RoomDeed::want:
    case RoomDeed::unwant: return judge_question(room, person, wish);
    case RoomDeed::extend: return if_not(extendable(room), RejectCode::room_taken);
    case RoomDeed::step_in: return if_not(!stage.hosts_gone().empty(), RejectCode::wrong_state);
    case RoomDeed::ask_for_more: return if_not(!stage.ended(), RejectCode::wrong_state);
    default: return std::nullopt;
  }
}

}  // namespace posterhall::hall
