#include "hall/tabs.hpp"

#include <algorithm>

#include "domain/wakefulness.hpp"

namespace posterhall::hall {
namespace {

constexpr std::size_t kTabsOfDevice = 3;

}  // namespace

void Tabs::add(GuestSlot guest, ConnectionSlot connection) {
  Guest& who = core_.guests[guest];
  const Connection& added = core_.connections[connection];
  const std::vector<ConnectionSlot> before = who.connections;
  std::size_t of_device = 0;
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
    const Connection& other = core_.connections[*it];
    const bool same_tab = other.tab == added.tab && other.device == added.device && added.tab != Connection{}.tab;
    if (!same_tab && other.device == added.device) ++of_device;
    if (same_tab || (other.device == added.device && of_device >= kTabsOfDevice)) close(*it, CloseReason::replaced);
  }
  who.connections.push_back(connection);
  who.lost_ms = 0;
}

bool Tabs::must_ask(GuestSlot guest, ConnectionSlot connection) const {
  const Guest& who = core_.guests[guest];
  const Connection& tab = core_.connections[connection];
  return tab.asks_first && who.controller != kNone && core_.connections[who.controller].device != tab.device &&
         who.chosen_device != tab.device;
}

void Tabs::take_control(GuestSlot guest, ConnectionSlot connection) {
  Guest& who = core_.guests[guest];
  const ConnectionSlot before = who.controller;
  who.controller = connection;
  who.chosen_device = core_.connections[connection].device;
  show_flags(guest);
  if (before == kNone || before == connection) return;
  const Epoch epoch = who.visitor == kNone ? Epoch{} : core_.visitors[who.visitor].epoch;
  const bool other = core_.connections[before].device != core_.connections[connection].device;
  core_.connections.send_now(before, notice::Control{false, epoch, other});
}

void Tabs::claim(ConnectionSlot connection, std::uint32_t seq) {
  const Connection& tab = core_.connections[connection];
  const auto answer = [this, id = tab.id, seq](Result<Epoch> epoch) { claimed(id, seq, epoch); };
  core_.ports.people.claim(tab.person, core_.reply<Epoch>(answer));
}

void Tabs::claimed(ConnectionId connection, std::uint32_t seq, const Result<Epoch>& epoch) {
  const ConnectionSlot slot = core_.connections.find(connection);
  if (slot == kNone || core_.connections[slot].state != ConnectionState::live) return;
  const GuestSlot guest = core_.connections[slot].guest;
  const VisitorSlot visitor = core_.guests[guest].visitor;
  // A store that cannot write stops nobody from walking: here the newest tab controls either way.
  const bool here = visitor != kNone && core_.visitors[visitor].own;
  if (!epoch && !here) return core_.connections.reject(slot, seq, RejectCode::store_unavailable, 2000);
  if (here) {
    if (epoch) avatars_.claim(visitor, *epoch);
  } else {
    const auto last = avatars_.last_known(core_.guests[guest].person, std::nullopt);
    const domain::Position fallback = last ? avatars_.stand_near(last->place) : avatars_.spawn();
    const std::uint32_t place = visitor == kNone ? domain::pack_position(fallback) : core_.visitors[visitor].word1;
    const RoomId room = visitor == kNone ? RoomId{} : core_.visitors[visitor].room;
    avatars_.appear(guest, *epoch, place, room, false);
  }
  take_control(guest, slot);
  core_.connections.ack(slot, seq);
  const Visitor& own = core_.visitors[core_.guests[guest].visitor];
  core_.connections.send_now(slot, notice::Control{true, own.epoch, false});
}

void Tabs::lose_control(GuestSlot guest, Epoch epoch) {
  Guest& who = core_.guests[guest];
  if (who.controller == kNone) return;
  who.controller = kNone;
  core_.tell_now(guest, core_.connections.encode(notice::Control{false, epoch, false}));
}

bool Tabs::remove(ConnectionSlot connection) {
  const GuestSlot guest = core_.connections[connection].guest;
  core_.serving.look_at(core_.floor, connection, kNone);
  channels_.unwatch_all(connection);
  core_.connections.release(connection);
  if (guest == kNone) return true;
  Guest& who = core_.guests[guest];
  std::erase(who.connections, connection);
  if (who.controller == connection) {
    who.controller = kNone;
    const bool own = who.visitor != kNone && core_.visitors[who.visitor].own;
    if (own && !who.connections.empty()) {
      who.controller = who.connections.back();
      const Epoch epoch = core_.visitors[who.visitor].epoch;
      core_.connections.send_now(who.controller, notice::Control{true, epoch, false});
      show_flags(guest);
    }
  }
  return !who.connections.empty();
}

void Tabs::close(ConnectionSlot connection, CloseReason reason, std::uint32_t retry_after_ms) {
  core_.connections.close(connection, reason, retry_after_ms);
  const GuestSlot guest = core_.connections[connection].guest;
  if (!remove(connection) && guest != kNone && core_.guests[guest].lost_ms == 0) {
    core_.guests[guest].lost_ms = core_.now_ms;
  }
}

void Tabs::show_flags(GuestSlot guest) {
  const Guest& who = core_.guests[guest];
  if (who.visitor == kNone || !core_.visitors[who.visitor].own) return;
  const auto awake = domain::wakefulness(core_.now_ms - who.last_input_ms, core_.attends(core_.visitors[who.visitor]),
                                         core_.ports.away_after_ms);
  const bool idle = awake == domain::Wakefulness::away;
  // Somebody is there as long as one tab of theirs is looked at.
  const bool hidden =
      !who.connections.empty() && std::all_of(who.connections.begin(), who.connections.end(),
                                              [this](ConnectionSlot tab) { return core_.connections[tab].hidden; });
  const bool list = who.controller == kNone ? core_.visitors[who.visitor].list_mode()
                                            : core_.connections[who.controller].view == View::list;
  avatars_.flag(who.visitor, who.says_away || idle || hidden, list);
}

}  // namespace posterhall::hall
