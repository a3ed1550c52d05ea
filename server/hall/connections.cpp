#include "hall/connections.hpp"

#include <utility>

namespace posterhall::hall {
namespace {

constexpr unsigned kSlotBits = 22;
constexpr unsigned kShardBits = 10;

}  // namespace

ConnectionSlot Connections::open(Outlet& outlet, PersonId person, std::uint32_t device) {
  ConnectionSlot slot = 0;
  if (free_.empty()) {
    slot = static_cast<ConnectionSlot>(connections_.size());
    connections_.emplace_back();
  } else {
    slot = free_.back();
    free_.pop_back();
  }
  Connection& connection = connections_[slot];
  connection = Connection{};
  ++generation_;
  connection.id = ConnectionId{((generation_ << kShardBits | shard_) << kSlotBits) | slot};
  connection.outlet = &outlet;
  connection.state = ConnectionState::connected;
  connection.person = person;
  connection.device = device;
  ++count_;
  return slot;
}

void Connections::release(ConnectionSlot slot) {
  connections_[slot] = Connection{};
  free_.push_back(slot);
  --count_;
}

ConnectionSlot Connections::find(ConnectionId id) const {
  const auto slot = static_cast<ConnectionSlot>(id.value & ((1U << kSlotBits) - 1));
  return slot < connections_.size() && connections_[slot].id == id && id ? slot : kNone;
}

void Connections::send_now(ConnectionSlot slot, const SharedBytes& frame) {
  if (Outlet* outlet = connections_[slot].outlet) outlet->send_now(frame);
}

void Connections::send_event(ConnectionSlot slot, const SharedBytes& frame) {
  Connection& connection = connections_[slot];
  if (connection.outlet == nullptr) return;
  if (!connection.events_waiting) {
    connection.events_waiting = true;
    if (connection.group == kNone) quiet_.push_back(slot);
  }
  connection.outlet->queue_event(frame);
}

bool Connections::send_state(ConnectionSlot slot, const SharedBytes& frame) {
  Outlet* outlet = connections_[slot].outlet;
  return outlet == nullptr || outlet->send_state(frame);
}

void Connections::ack(ConnectionSlot slot, std::uint32_t seq, std::uint32_t number, UnixMs at) {
  if (seq != 0) send_now(slot, notice::Ack{seq, number, at});
}

void Connections::reject(ConnectionSlot slot, std::uint32_t seq, RejectCode code, std::uint32_t retry_after_ms) {
  if (seq != 0) send_now(slot, notice::Reject{seq, code, retry_after_ms});
}

void Connections::close(ConnectionSlot slot, CloseReason reason, std::uint32_t retry_after_ms) {
  Outlet* outlet = std::exchange(connections_[slot].outlet, nullptr);
  if (outlet == nullptr) return;
  outlet->close(reason, retry_after_ms);
}

void Connections::flush_quiet() {
  // Sending may end a connection but opens none: the list does not grow meanwhile.
  for (const ConnectionSlot slot : quiet_) {
    Connection& connection = connections_[slot];
    if (connection.group != kNone || !connection.events_waiting) continue;
    connection.events_waiting = false;
    if (connection.outlet != nullptr) connection.outlet->flush(nullptr);
  }
  quiet_.clear();
}

}  // namespace posterhall::hall
