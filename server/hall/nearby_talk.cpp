#include "hall/nearby_talk.hpp"

#include <algorithm>
#include <iterator>

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kKeepMs = 60'000;
constexpr std::size_t kKeepMost = 200;

notice::Nearby words_of(const RelayedTalk& talk) {
  return {talk.conversation, talk.visitor, talk.person, talk.text, talk.at, talk.client_id};
}

}  // namespace

void NearbyTalk::say(ConnectionSlot connection, std::uint32_t seq, const command::Say& say) {
  Guest& guest = core_.guests[core_.connections[connection].guest];
  if (guest.visitor == kNone) return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  if (say.text.empty()) return core_.connections.reject(connection, seq, RejectCode::text_empty);
  const Visitor& visitor = core_.visitors[guest.visitor];
  if (say.conversation != visitor.conversation) {
    return core_.connections.reject(connection, seq, RejectCode::moved_on);
  }
  if (visitor.conversation == 0 || conversations_.members(visitor.conversation).size() < 2) {
    return core_.connections.reject(connection, seq, RejectCode::nobody_near);
  }
  RelayedTalk talk;
  talk.conversation = visitor.conversation;
  talk.visitor = visitor.id;
  talk.person = visitor.person;
  talk.epoch = visitor.epoch.value;
  talk.counter = ++guest.talk_counter;
  talk.at = core_.ports.now();
  talk.client_id = say.client_id;
  talk.text = say.text;
  core_.connections.ack(connection, seq, 0, talk.at);
  core_.outbox.talk.push_back(talk);
  deliver(talk);
}

bool NearbyTalk::count(const RelayedTalk& talk) {
  const VisitorSlot slot = core_.visitors.find(talk.visitor);
  if (slot == kNone) return true;
  Visitor& speaker = core_.visitors[slot];
  const bool newer =
      talk.epoch > speaker.talk_epoch || (talk.epoch == speaker.talk_epoch && talk.counter > speaker.talk_counter);
  if (!newer) return false;
  speaker.talk_epoch = talk.epoch;
  speaker.talk_counter = talk.counter;
  return true;
}

void NearbyTalk::heard(const RelayedTalk& talk) {
  if (count(talk)) deliver(talk);
}

void NearbyTalk::deliver(const RelayedTalk& talk) {
  auto& kept = said_[talk.conversation];
  kept.push_back({core_.now_ms, words_of(talk)});
  if (kept.size() > kKeepMost) kept.pop_front();
  SharedBytes frame;
  for (const VisitorSlot slot : conversations_.members(talk.conversation)) {
    const GuestSlot guest = core_.visitors[slot].guest;
    if (guest == kNone || core_.blocks.apart(talk.person, core_.guests[guest].person)) continue;
    if (!frame) frame = core_.connections.encode(words_of(talk));
    core_.tell(guest, frame);
  }
}

void NearbyTalk::replay(ConnectionSlot connection, std::uint64_t since_ms) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  if (guest.visitor == kNone) return;
  const auto kept = said_.find(core_.visitors[guest.visitor].conversation);
  if (kept == said_.end()) return;
  for (const Said& said : kept->second) {
    if (core_.blocks.apart(guest.person, said.words.person)) continue;
    if (said.at_ms >= since_ms && core_.now_ms - said.at_ms <= kKeepMs) {
      core_.connections.send_event(connection, said.words);
    }
  }
}

std::vector<notice::Nearby> NearbyTalk::kept(domain::Conversation conversation) const {
  std::vector<notice::Nearby> words;
  const auto found = said_.find(conversation);
  if (found == said_.end()) return words;
  for (const Said& said : found->second) {
    if (core_.now_ms - said.at_ms <= kKeepMs) words.push_back(said.words);
  }
  return words;
}

void NearbyTalk::sweep() {
  for (auto it = said_.begin(); it != said_.end();) {
    auto& kept = it->second;
    while (!kept.empty() && core_.now_ms - kept.front().at_ms > kKeepMs) kept.pop_front();
    it = kept.empty() ? said_.erase(it) : std::next(it);
  }
}

void NearbyTalk::emote(ConnectionSlot connection, std::uint32_t seq, const command::Emote& emote) {
  const Guest& guest = core_.guests[core_.connections[connection].guest];
  if (guest.visitor == kNone) return core_.connections.reject(connection, seq, RejectCode::wrong_state);
  const Visitor& visitor = core_.visitors[guest.visitor];
  RelayedSignal signal;
  signal.kind = SignalKind::emote;
  signal.visitor = visitor.id;
  signal.person = visitor.person;
  signal.value = emote.emote;
  core_.outbox.signals.push_back(signal);
  show_emote(guest.visitor, emote.emote);
  core_.connections.ack(connection, seq);
}

void NearbyTalk::show_emote(VisitorSlot slot, std::uint32_t emote) {
  const Visitor& visitor = core_.visitors[slot];
  const SharedBytes frame = core_.connections.encode(notice::Emoted{visitor.id, emote});
  if (visitor.cell == kNone) {
    for (const VisitorSlot member : conversations_.members(visitor.conversation)) {
      if (core_.visitors[member].guest != kNone) core_.tell(core_.visitors[member].guest, frame);
    }
    return;
  }
  core_.floor.geometry().for_block(visitor.cell, [&](CellIndex cell) {
    core_.serving.for_viewers(core_.floor, cell,
                              [&](ConnectionSlot viewer) { core_.connections.send_event(viewer, frame); });
  });
}

void NearbyTalk::typing(ConnectionSlot connection, const command::Typing& typing) {
  const GuestSlot guest_slot = core_.connections[connection].guest;
  const Guest& guest = core_.guests[guest_slot];
  if (guest.visitor == kNone) return;
  const Visitor& visitor = core_.visitors[guest.visitor];
  RelayedSignal signal;
  signal.kind = SignalKind::typing;
  signal.visitor = visitor.id;
  signal.person = visitor.person;
  if (typing.nearby) {
    signal.conversation = visitor.conversation;
    if (signal.conversation == 0) return;
  } else {
    // Who types to everybody is nobody's news, and at a poster they may be about to ask without their name.
    const domain::ChannelKind kind = typing.channel.kind;
    if (kind == domain::ChannelKind::hall || kind == domain::ChannelKind::announce ||
        kind == domain::ChannelKind::poster) {
      return;
    }
    if (!gate_.may_read(guest_slot, typing.channel)) return;
    signal.channel = typing.channel;
  }
  core_.outbox.signals.push_back(signal);
  show_typing(guest.visitor, visitor.person, signal);
}

void NearbyTalk::show_typing(VisitorSlot visitor, PersonId person, const RelayedSignal& signal) {
  const bool nearby = signal.conversation != 0;
  const SharedBytes frame = core_.connections.encode(notice::TypingNow{nearby, signal.channel, person});
  if (nearby) {
    for (const VisitorSlot member : conversations_.members(signal.conversation)) {
      const GuestSlot guest = core_.visitors[member].guest;
      if (member == visitor || guest == kNone || core_.blocks.apart(person, core_.guests[guest].person)) continue;
      core_.tell(guest, frame);
    }
    return;
  }
  for (const ConnectionSlot watcher : channels_.watchers(signal.channel)) {
    const PersonId reader = core_.connections[watcher].person;
    if (reader != person && !core_.blocks.apart(person, reader)) core_.connections.send_event(watcher, frame);
  }
}

void NearbyTalk::seen(const RelayedSignal& signal) {
  const VisitorSlot visitor = core_.visitors.find(signal.visitor);
  if (signal.kind == SignalKind::emote && visitor != kNone) show_emote(visitor, signal.value);
  if (signal.kind == SignalKind::typing) show_typing(visitor, signal.person, signal);
}

}  // namespace posterhall::hall
