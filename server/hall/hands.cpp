#include "hall/hands.hpp"

#include <iterator>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kTellMs = 250;
constexpr std::uint64_t kLingerMs = 10'000;  // who goes and comes back meanwhile must learn that all hands are down
constexpr std::uint32_t kSayAgainSweeps = 5;
constexpr std::uint64_t kHeardForMs = 15'000;

domain::Conversation at_booth(BoothNumber booth) {
  return domain::make_conversation(domain::ConversationKind::booth, booth.value);
}

RelayedSignal signal_of(SignalKind kind, domain::Conversation conversation, PersonId person, UnixMs at, bool up) {
  RelayedSignal signal;
  signal.kind = kind;
  signal.conversation = conversation;
  signal.person = person;
  signal.at = at;
  signal.value = up ? 1 : 0;
  return signal;
}

}  // namespace

bool Hands::stands_at(ConnectionSlot connection, std::uint32_t seq, domain::Conversation conversation) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  if (guest.visitor != kNone && core_.visitors[guest.visitor].conversation == conversation) return true;
  core_.connections.reject(connection, seq, RejectCode::moved_on);
  return false;
}

void Hands::raise(ConnectionSlot connection, std::uint32_t seq, const command::RaiseHand& hand) {
  const domain::Conversation conversation = at_booth(hand.booth);
  if (!stands_at(connection, seq, conversation)) return;
  const PersonId person = core_.connections[connection].person;
  const auto queue = queues_.find(conversation);
  const bool has_floor = queue != queues_.end() && queue->second.state.floor() == person;
  if (hand.down && has_floor) {
    say(signal_of(SignalKind::floor, conversation, {}, core_.ports.now(), false));
  } else {
    say(signal_of(SignalKind::hand, conversation, person, core_.ports.now(), !hand.down));
  }
  core_.connections.ack(connection, seq);
}

void Hands::give(ConnectionSlot connection, std::uint32_t seq, const command::GiveFloor& floor) {
  const domain::Conversation conversation = at_booth(floor.booth);
  if (!stands_at(connection, seq, conversation)) return;
  const VisitorSlot to = floor.person ? core_.visitors.find(floor.person) : kNone;
  const bool stands_there = to != kNone && core_.visitors[to].conversation == conversation;
  const bool apart = core_.blocks.apart(core_.connections[connection].person, floor.person);
  if (floor.person && (!stands_there || apart)) {
    return core_.connections.reject(connection, seq, RejectCode::not_found);
  }
  say(signal_of(SignalKind::floor, conversation, floor.person, core_.ports.now(), true));
  core_.connections.ack(connection, seq);
}

void Hands::say(const RelayedSignal& signal) {
  received(signal);
  core_.outbox.signals.push_back(signal);
}

void Hands::received(const RelayedSignal& signal) {
  if (domain::kind_of(signal.conversation) != domain::ConversationKind::booth) return;
  const bool hand = signal.kind == SignalKind::hand;
  const bool down = hand ? signal.value == 0 : !signal.person;
  const auto known = queues_.find(signal.conversation);
  if (down && known == queues_.end()) return;
  Queue& queue = known == queues_.end() ? queues_[signal.conversation] : known->second;
  if (signal.person) queue.heard_ms[signal.person] = core_.now_ms;
  if (!hand) {
    queue.changed |= queue.state.give(signal.person, signal.at);
  } else if (down) {
    queue.changed |= queue.state.lower(signal.person);
  } else {
    queue.changed |= queue.state.raise(signal.person, signal.at);
  }
}

bool Hands::stays(PersonId person, domain::Conversation conversation, const Queue& queue) const {
  const VisitorSlot slot = core_.visitors.find(person);
  if (slot == kNone || core_.visitors[slot].conversation != conversation) return false;
  if (core_.book.muted(person, core_.ports.now()) != nullptr) return false;
  if (core_.visitors[slot].own) return true;
  const auto heard = queue.heard_ms.find(person);
  return heard != queue.heard_ms.end() && core_.now_ms - heard->second < kHeardForMs;
}

notice::Hands Hands::state_of(domain::Conversation conversation, const Queue& queue) const {
  return {BoothNumber{domain::index_of(conversation)}, queue.state.order(), queue.state.floor()};
}

void Hands::tell() {
  for (auto it = queues_.begin(); it != queues_.end();) {
    const domain::Conversation conversation = it->first;
    Queue& queue = it->second;
    queue.changed |= queue.state.keep([&](PersonId person) { return stays(person, conversation, queue); });
    queue.changed |= queue.audience != conversations_.members(conversation);
    if (queue.changed && core_.now_ms - queue.told_ms >= kTellMs) tell_all(conversation, queue);
    const bool over = !queue.changed && queue.state.empty() && core_.now_ms - queue.told_ms >= kLingerMs;
    it = over ? queues_.erase(it) : std::next(it);
  }
}

void Hands::tell_all(domain::Conversation conversation, Queue& queue) {
  queue.told_ms = core_.now_ms;
  queue.changed = false;
  queue.audience = conversations_.members(conversation);
  std::erase_if(queue.heard_ms, [&](const auto& heard) { return core_.now_ms - heard.second >= kHeardForMs; });
  const SharedBytes frame = core_.connections.encode(state_of(conversation, queue));
  for (const VisitorSlot member : queue.audience) {
    if (core_.visitors[member].guest != kNone) core_.tell(core_.visitors[member].guest, frame);
  }
}

void Hands::welcome(ConnectionSlot connection) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  if (guest.visitor == kNone) return;
  const domain::Conversation conversation = core_.visitors[guest.visitor].conversation;
  const auto queue = queues_.find(conversation);
  if (queue != queues_.end()) core_.connections.send_event(connection, state_of(conversation, queue->second));
}

void Hands::say_again(domain::Conversation conversation, const Queue& queue, PersonId person) {
  const VisitorSlot slot = core_.visitors.find(person);
  if (slot == kNone || !core_.visitors[slot].own) return;
  const bool floor = queue.state.floor() == person;
  const UnixMs at = floor ? queue.state.floor_since() : queue.state.up_since(person);
  core_.outbox.signals.push_back(
      signal_of(floor ? SignalKind::floor : SignalKind::hand, conversation, person, at, true));
}

void Hands::sweep() {
  if (++sweeps_ % kSayAgainSweeps != 0) return;
  for (const auto& [conversation, queue] : queues_) {
    for (const PersonId person : queue.state.order()) say_again(conversation, queue, person);
    if (queue.state.floor()) say_again(conversation, queue, queue.state.floor());
  }
}

}  // namespace posterhall::hall
