// One browser tab on its shard: messages in, commands to the hall; what the hall says, out.
//
//   joining --Enter--> live --close()/fault--> (WsLink: closing, dead)
//      └──────────────── 10 s without Enter ──────┘
//
// Runs on: its shard's thread. Owns: what it knows of its tab; the rest is WsLink's.
#pragma once

#include "net/hall_door.hpp"
#include "net/ws_link.hpp"

namespace posterhall::net {

class WsSession final : public hall::Outlet, public WsLink {
 public:
  WsSession(Connections& home, Descriptor socket, const hall::Arrival& arrival);
  ~WsSession() override;

  // hall::Outlet
  void send_now(SharedBytes frame) override;
  void queue_event(SharedBytes frame) override;
  bool flush(SharedBytes state) override;
  bool send_state(SharedBytes frame) override;
  void close(hall::CloseReason reason, std::uint32_t retry_after_ms) override;

  // WsLink
  void forget_hall() override { hall_knows_ = false; }
  void leave_hall() override;
  [[nodiscard]] const hall::Arrival* arrival() const override { return &arrival_; }

 private:
  void opened() override;
  bool heard(std::span<const std::uint8_t> message) override;
  void look(std::uint64_t now_ms) override;
  SharedBytes farewell(hall::CloseReason reason, std::uint32_t retry_after_ms) override;

  hall::Arrival arrival_;
  ConnectionId connection_;
  std::uint64_t silent_ms_ = 0;    ///< when it was given up for its silence: how long that was
  std::uint64_t enter_by_ms_ = 0;  ///< 0: it has entered
  std::uint32_t messages_ = 0;     ///< since the last sweep
  std::uint16_t malformed_ = 0;
  bool hall_knows_ = false;
  bool pinged_ = false;
};

}  // namespace posterhall::net
