// One WebSocket on its shard, whatever is said over it: frames in and out, pings answered, the closing handshake, the
// fate of who reads too slowly. What messages mean is its heir's: WsSession, EchoSession. Lives from the hand-over of
// its socket until it is buried by Connections.
//
//   open --begin_closing(), fail(), peer closes--> closing --both have closed, or 2 s--> dead
//     └── peer breaks off ────────────────────────────────────────────────────────────────┘
//
// Runs on: its shard's thread. Owns: the socket, what is unread and unsent.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "hall/ports/outlet.hpp"
#include "hall/shard.hpp"
#include "net/descriptor.hpp"
#include "net/outbox.hpp"
#include "net/poller.hpp"
#include "net/ws_reader.hpp"

namespace posterhall::net {

class Connections;

class WsLink : private WsReader::Sink {
 public:
  WsLink(Connections& home, Descriptor socket, WsReader reader, std::size_t max_waiting);
  ~WsLink() override;
  WsLink(const WsLink&) = delete;
  WsLink& operator=(const WsLink&) = delete;

  /// Begins, with what came behind the upgrade request.
  void open(std::span<std::uint8_t> leftover);
  void on_ready(Ready ready);
  /// Twice a second: the fates of the silent and the slow.
  void sweep(std::uint64_t now_ms);
  /// The process goes down: nobody is told any more.
  virtual void forget_hall() {}
  /// Tells whom it concerns that this ends, once.
  virtual void leave_hall() {}
  /// Whose it is; null for an echo.
  [[nodiscard]] virtual const hall::Arrival* arrival() const { return nullptr; }

  [[nodiscard]] bool dead() const { return phase_ == Phase::dead; }
  [[nodiscard]] int socket() const { return socket_.get(); }
  [[nodiscard]] std::size_t place() const { return place_; }
  void set_place(std::size_t place) { place_ = place; }
  [[nodiscard]] bool listed() const { return listed_; }
  void set_listed(bool listed) { listed_ = listed; }

 protected:
  // What the heir says.
  virtual void opened() {}
  /// A message; false: read no more.
  virtual bool heard(std::span<const std::uint8_t> message) = 0;
  virtual bool heard_text(std::string_view message);
  /// Twice a second while it is open.
  virtual void look(std::uint64_t now_ms) = 0;
  /// What is said before the close frame; null: nothing.
  virtual SharedBytes farewell(hall::CloseReason reason, std::uint32_t retry_after_ms);

  // What the heir may do.
  [[nodiscard]] bool is_open() const { return phase_ == Phase::open; }
  [[nodiscard]] Connections& home() { return home_; }
  [[nodiscard]] Outbox& outbox() { return outbox_; }
  [[nodiscard]] WsReader& reader() { return reader_; }
  [[nodiscard]] std::uint64_t silent_for(std::uint64_t now_ms) const { return now_ms - last_heard_ms_; }
  void send(SharedBytes frame);
  void send_control(wire::Opcode opcode, std::string_view payload);
  void settle(Outbox::Outcome outcome);
  /// A fault of this side of the wire: what has not begun to go out is forgotten, then farewell and close frame.
  void fail(hall::CloseReason reason, WsClose code);
  void begin_closing(hall::CloseReason reason, std::uint32_t retry_after_ms, std::uint16_t code);
  void die();

 private:
  enum class Phase : std::uint8_t { open, closing, dead };
  /// When everything is out: wait for the other's close frame, say that nothing more comes, or be done.
  enum class AfterClose : std::uint8_t { wait, half_close, hang_up };

  // WsReader::Sink
  bool on_message(std::span<const std::uint8_t> message) override;
  bool on_text(std::string_view message) override;
  bool on_ping(std::string_view payload) override;
  bool on_pong() override;
  bool on_close(std::uint16_t code) override;

  void read();
  void feed(std::span<std::uint8_t> bytes);
  void arm_write();
  void end_when_out();

  Connections& home_;
  Descriptor socket_;
  WsReader reader_;
  Outbox outbox_;
  std::size_t place_ = 0;  ///< index in Connections
  std::uint64_t last_heard_ms_ = 0;
  std::uint64_t last_progress_ms_ = 0;
  std::uint64_t progress_mark_ = 0;  ///< bytes_sent at last_progress_ms_
  std::uint64_t deadline_ms_ = 0;    ///< closing: gone by then
  Phase phase_ = Phase::open;
  AfterClose after_close_ = AfterClose::wait;
  bool write_armed_ = false;
  bool listed_ = false;  ///< Connections will see to it
};

/// The close code that says this reason.
[[nodiscard]] WsClose close_code(hall::CloseReason reason);

}  // namespace posterhall::net
