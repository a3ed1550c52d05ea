#include "hall/pointing.hpp"

#include <algorithm>
#include <utility>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kTellMs = 50;
constexpr std::uint64_t kLingerMs = 10'000;  // who goes and comes back meanwhile must learn that nobody points any more
constexpr std::uint32_t kSayAgainSweeps = 5;
constexpr std::uint64_t kHeardForMs = 15'000;  // another shard's view, not heard of again by then: over

RelayedSignal signal_of(SignalKind kind, const Visitor& visitor, std::uint32_t place, std::uint32_t value) {
  RelayedSignal signal;
  signal.kind = kind;
  signal.visitor = visitor.id;
  signal.person = visitor.person;
  signal.conversation = visitor.conversation;
  signal.place = place;
  signal.value = value;
  return signal;
}

}  // namespace

domain::Conversation Pointing::standing_at(ConnectionSlot connection, std::uint32_t seq, BoothNumber booth) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  const auto conversation = domain::make_conversation(domain::ConversationKind::booth, booth.value);
  if (guest.visitor != kNone && core_.visitors[guest.visitor].conversation == conversation) return conversation;
  core_.connections.reject(connection, seq, guest.visitor == kNone ? RejectCode::wrong_state : RejectCode::moved_on);
  return 0;
}

void Pointing::point(ConnectionSlot connection, std::uint32_t seq, const command::Point& point) {
  const auto conversation = standing_at(connection, seq, point.booth);
  if (conversation == 0) return;
  const Visitor& visitor = core_.visitors[core_.guests[core_.connections[connection].guest].visitor];
  RelayedSignal signal = signal_of(SignalKind::point, visitor, point.place, point.gone ? 1 : 0);
  received(signal);
  core_.outbox.signals.push_back(signal);
  core_.connections.ack(connection, seq);
}

void Pointing::show_view(ConnectionSlot connection, std::uint32_t seq, const command::ShowView& view) {
  const auto conversation = standing_at(connection, seq, view.booth);
  if (conversation == 0) return;
  const Visitor& visitor = core_.visitors[core_.guests[core_.connections[connection].guest].visitor];
  if (view.extent != 0) {
    Board& board = boards_[conversation];
    board.changed |= board.state.show(visitor.person, {view.centre, view.extent}, core_.now_ms);
    shown_by_[visitor.person] = core_.connections[connection].id;
  } else if (const auto board = boards_.find(conversation); board != boards_.end()) {
    board->second.changed |= board->second.state.show_no_more(visitor.person);
    shown_by_.erase(visitor.person);
  }
  core_.outbox.signals.push_back(signal_of(SignalKind::show_view, visitor, view.centre, view.extent));
  core_.connections.ack(connection, seq);
}

void Pointing::received(const RelayedSignal& signal) {
  if (domain::kind_of(signal.conversation) != domain::ConversationKind::booth) return;
  const bool over = signal.kind == SignalKind::point ? signal.value != 0 : signal.value == 0;
  const auto known = boards_.find(signal.conversation);
  if (over && known == boards_.end()) return;
  Board& board = known == boards_.end() ? boards_[signal.conversation] : known->second;
  if (signal.kind == SignalKind::point) {
    board.changed |=
        over ? board.state.point_no_more(signal.person) : board.state.point(signal.person, signal.place, core_.now_ms);
  } else {
    board.changed |=
        over ? board.state.show_no_more(signal.person)
             : board.state.show(signal.person, {signal.place, signal.value}, core_.now_ms, core_.now_ms + kHeardForMs);
  }
}

bool Pointing::stays(PersonId person, domain::Conversation conversation) const {
  const VisitorSlot slot = core_.visitors.find(person);
  if (slot == kNone || core_.visitors[slot].conversation != conversation) return false;
  if (core_.book.muted(person, core_.ports.now()) != nullptr) return false;
  const Visitor& visitor = core_.visitors[slot];
  return !visitor.own || (visitor.guest != kNone && !core_.guests[visitor.guest].connections.empty());
}

void Pointing::look(domain::Conversation conversation, Board& board) {
  board.looked_ms = core_.now_ms;
  board.changed |= board.state.expire(core_.now_ms);
  board.changed |= board.state.keep([&](PersonId person) { return stays(person, conversation); });
  board.changed |= board.audience != conversations_.members(conversation);
}

void Pointing::run_step() {
  for (auto it = boards_.begin(); it != boards_.end();) {
    auto& [conversation, board] = *it;
    if (core_.now_ms - board.looked_ms >= kTellMs) {
      look(conversation, board);
      pay(conversation, board);
    }
    if (board.changed && core_.now_ms - board.told_ms >= kTellMs) tell(conversation, board);
    const bool told = !board.changed && board.owed.empty() && core_.now_ms - board.told_ms >= kLingerMs;
    const bool over = told && board.state.empty();
    it = over ? boards_.erase(it) : std::next(it);
  }
}

notice::Pointers Pointing::state_for(domain::Conversation conversation, const Board& board, PersonId reader) const {
  const auto presents = [&](PersonId person) { return conversations_.presents(conversation, person); };
  notice::Pointers state{BoothNumber{domain::index_of(conversation)}, {}, {}};
  for (const domain::Pointer& pointer : board.state.pointers(presents)) {
    if (!core_.blocks.apart(pointer.person, reader)) {
      state.pointers.push_back({pointer.person, pointer.place, pointer.presents});
    }
  }
  for (const domain::SharedView& shared : board.state.views(presents)) {
    if (!core_.blocks.apart(shared.person, reader)) {
      state.views.push_back({shared.person, shared.view.centre, shared.view.extent});
    }
  }
  return state;
}

void Pointing::send(domain::Conversation conversation, Board& board, ConnectionSlot slot, SharedBytes& shared) {
  const Connection& connection = core_.connections[slot];
  if (connection.hidden) return board.owed.push_back(connection.id);
  const PersonId reader = connection.person;
  const bool apart = board.state.any([&](PersonId person) { return core_.blocks.apart(person, reader); });
  SharedBytes own;
  SharedBytes& frame = apart ? own : shared;
  if (!frame) frame = core_.connections.encode(state_for(conversation, board, apart ? reader : PersonId{}));
  if (!core_.connections.send_state(slot, frame)) board.owed.push_back(connection.id);
}

void Pointing::tell(domain::Conversation conversation, Board& board) {
  board.told_ms = core_.now_ms;
  board.changed = false;
  board.owed.clear();
  board.audience = conversations_.members(conversation);
  SharedBytes shared;
  for (const VisitorSlot member : board.audience) {
    const GuestSlot guest = core_.visitors[member].guest;
    if (guest == kNone) continue;
    for (const ConnectionSlot slot : core_.guests[guest].connections) send(conversation, board, slot, shared);
  }
}

void Pointing::pay(domain::Conversation conversation, Board& board) {
  SharedBytes shared;
  for (const ConnectionId id : std::exchange(board.owed, {})) {
    const ConnectionSlot slot = core_.connections.find(id);
    if (slot == kNone || core_.connections[slot].guest == kNone) continue;
    const Guest& guest = core_.guests[core_.connections[slot].guest];
    const bool here = guest.visitor != kNone && core_.visitors[guest.visitor].conversation == conversation;
    if (here) send(conversation, board, slot, shared);
  }
}

void Pointing::welcome(ConnectionSlot connection) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  if (guest.visitor == kNone) return;
  const auto board = boards_.find(core_.visitors[guest.visitor].conversation);
  if (board != boards_.end()) board->second.owed.push_back(core_.connections[connection].id);
}

void Pointing::sweep() {
  const bool say_again = ++sweeps_ % kSayAgainSweeps == 0;
  std::erase_if(shown_by_, [&](const auto& one) {
    const auto& [person, tab] = one;
    const VisitorSlot slot = core_.visitors.find(person);
    if (slot == kNone) return true;
    const Visitor& visitor = core_.visitors[slot];
    const auto board = boards_.find(visitor.conversation);
    const domain::PosterView* view = board == boards_.end() ? nullptr : board->second.state.view_of(person);
    if (view == nullptr) return true;
    const bool tab_gone = core_.connections.find(tab) == kNone;
    if (tab_gone || say_again) {
      core_.outbox.signals.push_back(
          signal_of(SignalKind::show_view, visitor, view->centre, tab_gone ? 0 : view->extent));
    }
    if (tab_gone) board->second.changed |= board->second.state.show_no_more(person);
    return tab_gone;
  });
}

}  // namespace posterhall::hall
