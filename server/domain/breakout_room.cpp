#include "domain/breakout_room.hpp"

#include <algorithm>

namespace posterhall::domain {

bool BreakoutRoom::apply(const Event& event) {
  if (event.number <= applied_) return false;
  applied_ = event.number;
  question_changed_ = 0;
  switch (event.kind) {
    case EventKind::room_opened: return open(event);
    case EventKind::room_closed: return close(event);
    case EventKind::room_joined: return join(event);
    case EventKind::room_left: return leave(event);
    case EventKind::room_act: return act(event);
    case EventKind::message:
    case EventKind::question:
    case EventKind::answer:
    case EventKind::edit:
    case EventKind::remove:
    case EventKind::announcement:
    case EventKind::imported:
    case EventKind::poster_put_up:
    case EventKind::poster_asked:
    case EventKind::poster_settled:
    case EventKind::question_unnamed:
    case EventKind::answer_unnamed:
    case EventKind::wanted:
    case EventKind::unwanted:
    case EventKind::hidden_by_author:
    case EventKind::hidden_by_order:
    case EventKind::shown_again:
    case EventKind::person_changed:
    case EventKind::measure:
    case EventKind::measure_lifted:
    case EventKind::measure_seen:
    case EventKind::report:
    case EventKind::report_settled:
    case EventKind::blocked:
    case EventKind::unblocked:
    case EventKind::announcement_planned:
    case EventKind::announcement_withdrawn:
    case EventKind::announcement_given: return false;
  }
  return false;
}

bool BreakoutRoom::open(const Event& event) {
  const std::uint32_t rules = event.ref >> 16;
  if (open_ || rules == 0 || rules > kRoomRules) return false;
  open_ = true;
  rules_ = rules;
  opened_ = event.number;
  // The same session again, closed by mistake: who led it, what was asked and who was put out stay.
  const bool again = session_ == event.text;
  session_ = event.text;
  capacity_ = event.ref & 0xffffU;
  if (again) return true;
  stage_.clear();
  questions_.clear();
  put_out_.clear();
  return true;
}

bool BreakoutRoom::close(const Event& event) {
  // A close that names a session closes only that one: a late proposal must not end the next session.
  if (!open_ || (!event.text.empty() && event.text != session_)) return false;
  open_ = false;
  capacity_ = 0;
  for (const Seat& seat : seats_) stage_.left(seat.person);
  seats_.clear();
  waiting_.clear();
  return true;
}

bool BreakoutRoom::join(const Event& event) {
  if (!open_ || has(event.author) || was_put_out(event.author) || waiting_place(event.author) != 0) return false;
  // Who leads always has a place (ref 1); nobody passes those who wait.
  const bool leads = rules_ >= 2 && event.ref == 1;
  if (leads || (!full() && waiting_.empty())) {
    seats_.push_back({event.author, event.number});
    return true;
  }
  if (rules_ < 2 || waiting_.size() >= kMostWaiting) return false;
  waiting_.push_back({event.author, event.number});
  return true;
}

bool BreakoutRoom::leave(const Event& event) {
  const auto theirs = [&](const Seat& seat) {
    // A leave that names a seat (ref) gives up only that one: who came back since keeps the new seat.
    return seat.person == event.author && (event.ref == 0 || event.ref == seat.joined);
  };
  if (std::ranges::none_of(seats_, theirs) && std::ranges::none_of(waiting_, theirs)) return false;
  return remove(event.author);
}

bool BreakoutRoom::remove(PersonId person) {
  const auto theirs = [person](const Seat& seat) { return seat.person == person; };
  const auto gone = std::erase_if(seats_, theirs) + std::erase_if(waiting_, theirs);
  stage_.left(person);
  seat_who_waits();
  return gone > 0;
}

void BreakoutRoom::seat_who_waits() {
  while (!waiting_.empty() && !full()) {
    seats_.push_back(waiting_.front());
    waiting_.erase(waiting_.begin());
  }
}

bool BreakoutRoom::add_seats(std::uint32_t count) {
  const std::uint32_t before = capacity_;
  capacity_ = std::min(kMostSeats, capacity_ + std::min(count, kMostSeats));
  seat_who_waits();
  return capacity_ != before;
}

bool BreakoutRoom::put_out(PersonId person) {
  if (!person || !put_out_.insert(person).second) return false;
  remove(person);
  return true;
}

bool BreakoutRoom::act(const Event& event) {
  const auto act = parse_room_act(event.text);
  if (!open_ || rules_ < 2 || !act) return false;
  switch (act->deed) {
    case RoomDeed::add_seats: return add_seats(event.ref);
    case RoomDeed::let_next_in:
      // Who leads may have come beyond the seats: they do not take the next one's.
      return !waiting_.empty() && add_seats(static_cast<std::uint32_t>(seats_.size()) + 1 - capacity_);
    case RoomDeed::put_out: return put_out(PersonId{event.ref});
    case RoomDeed::show_deck:
      if (rules_ < 3) return false;
      return stage_.show_deck(event.ref, act->words);
    case RoomDeed::ask:
    case RoomDeed::ask_unnamed:
      if (stage_.ended() || !stage_.may_be_heard(event.author)) return false;
      if (!has(event.author) && waiting_place(event.author) == 0) return false;
      [[fallthrough]];
    case RoomDeed::approve:
    case RoomDeed::put_aside:
    case RoomDeed::answered:
    case RoomDeed::want:
    case RoomDeed::unwant:
      question_changed_ = questions_.apply(*act, event.number, event.ref, event.author, event.at);
      return question_changed_ != 0;
    default:
      return stage_.apply(*act, event.ref, event.author, event.at, [this](PersonId person) { return has(person); });
  }
}

std::optional<BreakoutRoom::Seat> BreakoutRoom::seat_of(PersonId person) const {
  const auto seat = std::ranges::find(seats_, person, &Seat::person);
  return seat == seats_.end() ? std::nullopt : std::optional(*seat);
}

std::uint32_t BreakoutRoom::waiting_place(PersonId person) const {
  const auto place = std::ranges::find(waiting_, person, &Seat::person);
  return place == waiting_.end() ? 0 : static_cast<std::uint32_t>(place - waiting_.begin()) + 1;
}

std::uint64_t BreakoutRoom::state_hash() const {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
  const auto mix = [&hash](std::uint64_t value) {
    for (int i = 0; i < 8; ++i) {
      hash = (hash ^ ((value >> (8 * i)) & 0xffU)) * 1099511628211ULL;
    }
  };
  mix(open_ ? 1 : 0);
  mix(capacity_);
  for (const char c : open_ ? session_ : std::string()) mix(static_cast<unsigned char>(c));
  for (const Seat& seat : seats_) mix(std::uint64_t{seat.person.value} << 32 | seat.joined);
  if (rules_ < 2) return hash;
  for (const Seat& seat : waiting_) mix(std::uint64_t{seat.person.value} << 32 | seat.joined);
  for (const PersonId person : put_out_) mix(person.value);
  stage_.hash(mix);
  for (const RoomQuestion& question : questions_.all()) {
    mix(std::uint64_t{question.number} << 8 | static_cast<std::uint8_t>(question.state));
    mix(question.wants.size());
  }
  return hash;
}

}  // namespace posterhall::domain
