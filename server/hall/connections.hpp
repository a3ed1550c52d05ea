// Connections: the tabs of this shard: who is behind each, what it watches, and the ways to send to it.
// Runs on: its shard's thread. Owns: the connections' state, not their outlets.
#pragma once

#include <array>
#include <vector>

#include "domain/channel.hpp"
#include "hall/command.hpp"
#include "hall/notice.hpp"
#include "hall/ports/outlet.hpp"
#include "hall/ports/relay.hpp"
#include "hall/slots.hpp"

namespace posterhall::hall {

/// connected --Enter--> entering --store answered--> live; free again when it is gone.
enum class ConnectionState : std::uint8_t { free, connected, entering, live };

struct Connection {
  ConnectionId id;
  Outlet* outlet = nullptr;  ///< null: gone, not yet tidied away
  ConnectionState state = ConnectionState::free;
  View view = View::hall;
  bool hidden = false;
  bool events_waiting = false;
  bool snapshot_due = false;
  PersonId person;
  std::uint32_t device = 0;
  bool asks_first = false;  ///< takes nothing from another device before it claims
  GuestSlot guest = kNone;
  GroupIndex group = kNone;  ///< of Serving, with the place in it; kNone: sees no floor now
  std::uint32_t in_group = 0;
  std::array<std::uint8_t, 16> tab{};
  UnixMs welcomed_at = 0;  ///< 0 = not yet
  std::vector<domain::Channel> watched;
};

class Connections {
 public:
  Connections(ShardNumber shard, Encoder& encoder) : shard_(shard), encoder_(encoder) {}

  ConnectionSlot open(Outlet& outlet, PersonId person, std::uint32_t device);
  void release(ConnectionSlot slot);
  /// kNone for an id that is not (any more) here.
  [[nodiscard]] ConnectionSlot find(ConnectionId id) const;

  Connection& operator[](ConnectionSlot slot) { return connections_[slot]; }
  const Connection& operator[](ConnectionSlot slot) const { return connections_[slot]; }

  [[nodiscard]] SharedBytes encode(const Notice& notice) { return encoder_.notice(notice); }
  /// At once.
  void send_now(ConnectionSlot slot, const Notice& notice) { send_now(slot, encode(notice)); }
  void send_now(ConnectionSlot slot, const SharedBytes& frame);
  /// In order, with the connection's slot.
  void send_event(ConnectionSlot slot, const Notice& notice) { send_event(slot, encode(notice)); }
  void send_event(ConnectionSlot slot, const SharedBytes& frame);
  /// At once or not at all. False: the connection is slow and did not get it.
  bool send_state(ConnectionSlot slot, const SharedBytes& frame);
  void ack(ConnectionSlot slot, std::uint32_t seq, std::uint32_t number = 0, UnixMs at = 0);
  void reject(ConnectionSlot slot, std::uint32_t seq, RejectCode code, std::uint32_t retry_after_ms = 0);
  /// Closes (the outlet tells why) and never touches the outlet again.
  void close(ConnectionSlot slot, CloseReason reason, std::uint32_t retry_after_ms = 0);

  /// Sends what waits to connections that stand in no group (hidden, in a breakout).
  void flush_quiet();

  template <class Visit>
  void for_live(Visit visit) {
    for (ConnectionSlot slot = 0; slot < connections_.size(); ++slot) {
      if (connections_[slot].state == ConnectionState::live && connections_[slot].outlet != nullptr) visit(slot);
    }
  }
  [[nodiscard]] std::size_t capacity() const { return connections_.size(); }
  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  ShardNumber shard_;
  Encoder& encoder_;
  std::vector<Connection> connections_;
  std::vector<ConnectionSlot> free_;
  std::vector<ConnectionSlot> quiet_;
  std::uint64_t generation_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace posterhall::hall
