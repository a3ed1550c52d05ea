#include "hall/relay_traffic.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

namespace posterhall::hall {
namespace {

constexpr std::uint32_t kPublishSteps = 2;  // a publication has costs of its own, in each that hears it
constexpr std::uint64_t kHeartbeatMs = 1000;
constexpr std::uint64_t kSilentMs = 5000;
constexpr std::uint32_t kHealSteps = 220;  // all within 4.4 seconds; what is left of five is for the way
// Who stands still is told of together: one at a time would be a publication of its own for each.
constexpr std::uint32_t kHealEvery = 20;

}  // namespace

RelayedVisitor RelayTraffic::describe(VisitorSlot slot) const {
  const Visitor& visitor = core_.visitors[slot];
  const bool chosen = visitor.guest != kNone && core_.guests[visitor.guest].chosen.arrived;
  return {visitor.id,    visitor.person,       visitor.epoch, visitor.word0,
          visitor.word1, visitor.conversation, visitor.room,  chosen};
}

void RelayTraffic::heal() {
  const auto& live = core_.visitors.live();
  if (live.empty()) return;
  if (++heal_turn_ % kHealEvery != 0) return;
  heal_debt_ += static_cast<std::uint32_t>(live.size()) * kHealEvery;
  for (; heal_debt_ >= kHealSteps; heal_debt_ -= kHealSteps) {
    healed_ = (healed_ + 1) % live.size();
    core_.relay(live[healed_]);
  }
}

void RelayTraffic::publish_all() {
  for (const VisitorSlot slot : core_.visitors.live()) core_.relay(slot);
}

void RelayTraffic::woke() {
  for (auto& [shard, heard] : heard_ms_) heard = core_.now_ms;
  publish_all();
}

void RelayTraffic::run_step() {
  // What somebody says or points at goes with the next step, whoever moves.
  const RelayOutbox& outbox = core_.outbox;
  const bool said = !outbox.talk.empty() || !outbox.signals.empty() || !outbox.events.empty();
  if (!said && core_.step - published_step_ < kPublishSteps) return;
  published_step_ = core_.step;
  publish();
}

void RelayTraffic::publish() {
  RelayOutbox& outbox = core_.outbox;
  const bool linked = core_.ports.relay.linked();
  if (!linked) core_.unlinked_ms = core_.now_ms;
  core_.unlinked_since_ms = linked ? 0 : core_.unlinked_since_ms == 0 ? core_.now_ms : core_.unlinked_since_ms;
  if (heard_ms_.empty() && !core_.ports.relay.wants_everything()) {
    // Nobody listens: whoever comes is told everything then.
    for (const VisitorSlot slot : outbox.changed) core_.visitors[slot].relay_due = RelayDue::nothing;
    outbox.changed.clear();
    outbox.departed.clear();
    outbox.talk.clear();
    outbox.signals.clear();
    complete_ = false;
  } else {
    heal();
  }
  const bool empty = outbox.changed.empty() && outbox.departed.empty() && outbox.talk.empty() &&
                     outbox.signals.empty() && outbox.events.empty() && !complete_;
  if (empty && core_.now_ms - published_ms_ < kHeartbeatMs && published_ms_ != 0) return;
  published_ms_ = core_.now_ms;
  auto batch = batches_.take();
  batch->clear_but_moves();
  batch->from = core_.number;
  batch->step = core_.step;
  batch->heartbeat_only = empty;
  batch->complete = std::exchange(complete_, false);
  take_changed(*batch);
  batch->departed = std::exchange(outbox.departed, {});
  batch->talk = std::exchange(outbox.talk, {});
  batch->signals = std::exchange(outbox.signals, {});
  batch->events = std::exchange(outbox.events, {});
  batch->rooms = parts_.rooms.due();
  core_.ports.relay.publish(std::move(batch));
}

/// Hundreds each time, nearly all of them moves: they are written one behind the other.
void RelayTraffic::take_changed(RelayBatch& batch) {
  auto& changed = core_.outbox.changed;
  const std::span<Visitor> visitors = core_.visitors.all();
  batch.moves.resize(changed.size());
  RelayedMove* at = batch.moves.data();
  for (const VisitorSlot slot : changed) {
    Visitor& visitor = visitors[slot];
    const RelayDue due = std::exchange(visitor.relay_due, RelayDue::nothing);
    *at = {visitor.word0, visitor.word1};
    if (due == RelayDue::move) {
      ++at;
    } else {
      batch.records.push_back(describe(slot));
    }
  }
  batch.moves.resize(static_cast<std::size_t>(at - batch.moves.data()));
  changed.clear();
}

void RelayTraffic::receive(const RelayBatch& batch) {
  if (batch.from == core_.number) return;
  if (batch.tell_all) {
    publish_all();
    complete_ = true;
    return;
  }
  const bool newcomer = !heard_ms_.contains(batch.from);
  heard_ms_[batch.from] = core_.now_ms;
  if (newcomer) publish_all();
  for (const VisitorId id : batch.departed) {
    const VisitorSlot slot = core_.visitors.find(id);
    if (slot != kNone && !core_.visitors[slot].own) parts_.avatars.vanish(slot);
  }
  for (const RelayedVisitor& relayed : batch.records) take(relayed, batch.from);
  parts_.avatars.move_ghosts(batch.from, batch.moves);
  for (const RelayedTalk& talk : batch.talk) parts_.talk.heard(talk);
  if (batch.complete) forget_unnamed(batch);
  for (const RelayedSignal& signal : batch.signals) act(signal);
  for (const domain::Event& event : batch.events) parts_.channels.received(event);
  parts_.rooms.compare(batch.from, batch.rooms);
}

void RelayTraffic::act(const RelayedSignal& signal) {
  switch (signal.kind) {
    case SignalKind::emote:
    case SignalKind::typing: return parts_.talk.seen(signal);
    case SignalKind::invite:
    case SignalKind::invite_answer: return parts_.invitations.received(signal);
    case SignalKind::author_call: return parts_.calls.received(signal);
    case SignalKind::organisers_call: return parts_.calls.received_wish(signal);
    case SignalKind::author_dropped: return parts_.facts.received(signal);
    case SignalKind::point:
    case SignalKind::show_view: return parts_.pointing.received(signal);
    case SignalKind::hand:
    case SignalKind::floor: return parts_.hands.received(signal);
    case SignalKind::profile_changed: return;  // the shared list of people is replaced for all shards at once
    case SignalKind::sessions_ended: return parts_.presence.end_sessions(signal.person, signal.value);
  }
}

void RelayTraffic::forget_unnamed(const RelayBatch& complete) {
  std::unordered_set<VisitorId> named;
  for (const RelayedVisitor& relayed : complete.records) named.insert(relayed.id);
  const std::vector<VisitorSlot> live = core_.visitors.live();
  for (const VisitorSlot slot : live) {
    const Visitor& visitor = core_.visitors[slot];
    if (!visitor.own && visitor.home == complete.from && !named.contains(visitor.id)) parts_.avatars.vanish(slot);
  }
}

void RelayTraffic::take(const RelayedVisitor& relayed, ShardNumber from) {
  const VisitorSlot same = core_.visitors.find(relayed.id);
  if (same != kNone && core_.visitors[same].person == relayed.person && !core_.visitors[same].own) {
    return parts_.avatars.update_ghost(same, relayed);  // nearly always
  }
  const VisitorSlot known = core_.visitors.find(relayed.person);
  if (known != kNone && core_.visitors[known].id != relayed.id) {
    const Visitor& visitor = core_.visitors[known];
    // Two avatars of one person: the higher epoch is theirs; the same epoch cannot be, but must have one answer.
    const bool theirs = relayed.epoch > visitor.epoch || (relayed.epoch == visitor.epoch && relayed.id > visitor.id);
    if (!theirs) {
      if (visitor.own) core_.relay(known);  // so that the other one learns it
      return;
    }
    const GuestSlot guest = visitor.guest;
    parts_.avatars.vanish(known);
    const VisitorSlot slot = parts_.avatars.ghost(relayed, from);
    if (guest != kNone) {
      core_.visitors[slot].guest = guest;
      core_.guests[guest].visitor = slot;
      parts_.avatars.follow(guest);
      parts_.tabs.lose_control(guest, relayed.epoch);
    }
    return;
  }
  if (known == kNone) parts_.avatars.ghost(relayed, from);
}

void RelayTraffic::sweep() {
  std::vector<ShardNumber> silent;
  for (const auto& [shard, heard] : heard_ms_) {
    if (core_.now_ms - heard >= kSilentMs) silent.push_back(shard);
  }
  for (const ShardNumber shard : silent) {
    heard_ms_.erase(shard);
    const std::vector<VisitorSlot> live = core_.visitors.live();
    for (const VisitorSlot slot : live) {
      if (!core_.visitors[slot].own && core_.visitors[slot].home == shard) parts_.avatars.vanish(slot);
    }
  }
}

}  // namespace posterhall::hall
