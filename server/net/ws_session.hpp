// One browser tab on its shard: frames in, commands to the hall; what the hall says, out. Lives from the hand-over of
// its socket until the connection is buried by Connections.
//
//   joining --Enter--> live --close()/fault--> closing --peer closes or 2 s--> dead
//      └──────────────── 10 s without Enter ──────┘
//
// Runs on: its shard's thread. Owns: the socket, what is unread and unsent.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "hall/ports/outlet.hpp"
#include "net/descriptor.hpp"
#include "net/hall_door.hpp"
#include "net/outbox.hpp"
#include "net/poller.hpp"
#include "net/ws_reader.hpp"

namespace posterhall::net {

class Connections;

class WsSession final : public hall::Outlet, private WsReader::Sink {
 public:
  WsSession(Connections& home, Descriptor socket, const hall::Arrival& arrival);
  ~WsSession() override;

  /// Attaches to the hall and reads what came behind the upgrade request.
  void open(std::span<std::uint8_t> leftover);
  void on_ready(Ready ready);
  /// Twice a second: pings, and the fates of the silent, the slow and those who never entered.
  void sweep(std::uint64_t now_ms);
  /// The hall need not be told any more (the process goes down).
  void forget_hall() { hall_knows_ = false; }
  /// Tells the hall, once; after that nothing comes from it.
  void leave_hall();

  // hall::Outlet
  void send_now(SharedBytes frame) override;
  void queue_event(SharedBytes frame) override;
  bool flush(SharedBytes state) override;
  void close(hall::CloseReason reason, std::uint32_t retry_after_ms) override;

  [[nodiscard]] bool dead() const { return state_ == State::dead; }
  [[nodiscard]] int socket() const { return socket_.get(); }
  [[nodiscard]] const hall::Arrival& arrival() const { return arrival_; }
  [[nodiscard]] std::size_t place() const { return place_; }
  void set_place(std::size_t place) { place_ = place; }
  [[nodiscard]] bool listed() const { return listed_; }
  void set_listed(bool listed) { listed_ = listed; }

 private:
  enum class State : std::uint8_t { joining, live, closing, dead };

  // WsReader::Sink
  bool on_message(std::span<const std::uint8_t> message) override;
  bool on_ping(std::string_view payload) override;
  bool on_pong() override;
  bool on_close(std::uint16_t code) override;

  void read();
  void feed(std::span<std::uint8_t> bytes);
  void send_control(wire::Opcode opcode, std::string_view payload);
  void settle(Outbox::Outcome outcome);
  /// A fault of this side of the wire: Closing, close frame, and the hall is told when it is safe.
  void fail(hall::CloseReason reason, WsClose code);
  void begin_closing(hall::CloseReason reason, std::uint32_t retry_after_ms, std::uint16_t code);
  void die();
  void arm_write();
  [[nodiscard]] bool open_for_hall() const { return state_ == State::joining || state_ == State::live; }

  Connections& home_;
  Descriptor socket_;
  hall::Arrival arrival_;
  ConnectionId connection_;
  WsReader reader_;
  Outbox outbox_;
  std::size_t place_ = 0;  ///< index in Connections
  std::uint64_t last_heard_ms_ = 0;
  std::uint64_t silent_ms_ = 0;  ///< when it was given up for its silence: how long that was
  std::uint64_t last_progress_ms_ = 0;
  std::uint64_t progress_mark_ = 0;  ///< bytes_sent at last_progress_ms_
  std::uint64_t deadline_ms_ = 0;    ///< joining: Enter by then; closing: gone by then
  std::uint32_t messages_ = 0;       ///< since the last sweep
  std::uint16_t malformed_ = 0;
  State state_ = State::joining;
  bool hall_knows_ = false;
  bool write_armed_ = false;
  bool pinged_ = false;
  bool listed_ = false;  ///< Connections will see to it
};

}  // namespace posterhall::net
