#include "domain/room_questions.hpp"

#include <algorithm>

namespace posterhall::domain {

using State = RoomQuestion::State;

const RoomQuestion* RoomQuestions::find(std::uint32_t number) const {
  const auto it = std::ranges::lower_bound(all_, number, {}, &RoomQuestion::number);
  return it == all_.end() || it->number != number ? nullptr : &*it;
}

bool RoomQuestions::may_ask(PersonId person) const {
  if (all_.size() >= kMostRoomQuestions) return false;
  const auto open = std::ranges::count_if(all_, [person](const RoomQuestion& question) {
    return question.person == person && (question.state == State::asked || question.state == State::shown);
  });
  return static_cast<std::size_t>(open) < kMostOpenOfOne;
}

std::uint32_t RoomQuestions::apply(const RoomWords& act, std::uint32_t number, std::uint32_t ref, PersonId author,
                                   UnixMs at) {
  if (act.deed == RoomDeed::ask || act.deed == RoomDeed::ask_unnamed) {
    if (act.words.empty() || !may_ask(author)) return 0;
    RoomQuestion asked;
    asked.number = number;
    asked.person = author;
    asked.unnamed = act.deed == RoomDeed::ask_unnamed;
    asked.text = std::string(act.words);
    asked.at = at;
    all_.push_back(std::move(asked));
    return number;
  }
  const auto it = std::ranges::lower_bound(all_, ref, {}, &RoomQuestion::number);
  if (it == all_.end() || it->number != ref) return 0;
  return settle(*it, act, author);
}

std::uint32_t RoomQuestions::settle(RoomQuestion& question, const RoomWords& act, PersonId author) {
  const auto becomes = [&question](State state) {
    if (question.state == state) return 0U;
    question.state = state;
    return question.number;
  };
  switch (act.deed) {
    case RoomDeed::approve: return becomes(State::shown);
    case RoomDeed::put_aside: return becomes(State::aside);
    case RoomDeed::answered:
      // Said once more, it has the newer words.
      if (question.state == State::answered && question.answer == act.words) return 0;
      question.answer = std::string(act.words);
      question.state = State::answered;
      return question.number;
    case RoomDeed::want:
      if (!question.open_to_all() || question.person == author) return 0;
      return question.wants.insert(author).second ? question.number : 0;
    case RoomDeed::unwant: return question.wants.erase(author) > 0 ? question.number : 0;
    default: return 0;
  }
}

}  // namespace posterhall::domain
