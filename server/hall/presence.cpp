#include "hall/presence.hpp"

#include <algorithm>

#include "domain/wakefulness.hpp"

namespace posterhall::hall {
namespace {

constexpr std::uint64_t kLingerMs = 4000;

}  // namespace

void Presence::activity(ConnectionSlot slot, const command::Activity& activity) {
  Connection& connection = core_.connections[slot];
  const GuestSlot guest = connection.guest;
  const bool shown_again = connection.hidden && !activity.hidden;
  connection.hidden = activity.hidden;
  connection.view = activity.view;
  avatars_.follow(guest);
  if (shown_again) connection.snapshot_due = true;
  if (activity.input) input(guest);
  tabs_.show_flags(guest);
}

void Presence::input(GuestSlot guest) {
  Guest& who = core_.guests[guest];
  who.last_input_ms = core_.now_ms;
  if (who.visitor != kNone && core_.visitors[who.visitor].away()) tabs_.show_flags(guest);
}

void Presence::leave(ConnectionSlot slot) {
  const GuestSlot guest = core_.connections[slot].guest;
  const std::vector<ConnectionSlot> tabs = core_.guests[guest].connections;
  for (const ConnectionSlot tab : tabs) tabs_.close(tab, CloseReason::left);
  gone(guest);
}

void Presence::lost(ConnectionSlot slot, std::uint64_t silent_ms) {
  const GuestSlot guest = core_.connections[slot].guest;
  if (tabs_.remove(slot) || guest == kNone) return;
  core_.guests[guest].lost_ms = std::max<std::uint64_t>(1, core_.now_ms - std::min(core_.now_ms, silent_ms));
  if (silent_ms >= kLingerMs) dropped(guest);
}

void Presence::dropped(GuestSlot guest) {
  const Guest& who = core_.guests[guest];
  const std::uint64_t lost_for_ms = core_.now_ms - who.lost_ms;
  const Visitor* visitor = who.visitor == kNone ? nullptr : &core_.visitors[who.visitor];
  const bool lit = visitor != nullptr && visitor->own && !visitor->away() && core_.attends(*visitor);
  if (lit && lost_for_ms < domain::kLampKeptMs) {
    dropped_(BoothNumber{domain::index_of(visitor->conversation)}, domain::kLampKeptMs - lost_for_ms);
  }
  gone(guest);
}

void Presence::gone(GuestSlot guest) {
  const VisitorSlot visitor = core_.guests[guest].visitor;
  if (visitor != kNone) {
    if (core_.visitors[visitor].own) {
      avatars_.vanish(visitor);
    } else {
      core_.visitors[visitor].guest = kNone;
    }
  }
  core_.guests.erase(guest);
}

void Presence::end_sessions(PersonId person, std::uint32_t device) {
  end(person, CloseReason::session_ended,
      [device](const Connection& connection) { return device == 0 || connection.device == device; });
}

void Presence::end(PersonId person, CloseReason reason, const std::function<bool(const Connection&)>& which) {
  const GuestSlot guest = core_.guests.find(person);
  // Also those that have not entered yet.
  for (ConnectionSlot slot = 0; slot < core_.connections.capacity(); ++slot) {
    const Connection& connection = core_.connections[slot];
    if (connection.state == ConnectionState::free || connection.person != person) continue;
    if (which(connection)) tabs_.close(slot, reason);
  }
  if (guest != kNone && core_.guests[guest].connections.empty()) gone(guest);
}

void Presence::sweep() {
  std::vector<GuestSlot> left;
  core_.guests.for_each([&](GuestSlot slot, Guest& guest) {
    if (guest.connections.empty() && guest.lost_ms != 0 && core_.now_ms - guest.lost_ms >= kLingerMs) {
      left.push_back(slot);
    } else if (guest.visitor == kNone && !guest.connections.empty() && core_.hears_everybody()) {
      tabs_.claim(guest.connections.back(), 0);  // the process that had the avatar is gone: it stands here again
    } else {
      tabs_.show_flags(slot);
    }
  });
  for (const GuestSlot slot : left) dropped(slot);
  avatars_.save_places();
  avatars_.sweep();
}

}  // namespace posterhall::hall
