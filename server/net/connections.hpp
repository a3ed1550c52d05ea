// The WebSocket connections of one shard: takes over sockets, polls them, sweeps them, buries them.
// Runs on: its shard's thread, but post_adopt (any thread). Owns: the sessions and the buffer they read into.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/metrics.hpp"
#include "net/hall_door.hpp"
#include "net/poller.hpp"
#include "net/ws_link.hpp"

namespace posterhall::net {

/// A connection whose upgrade was answered, on its way from the front to a shard.
struct Handover {
  Descriptor socket;
  std::string leftover;                  ///< bytes that came behind the request
  std::optional<hall::Arrival> arrival;  ///< nobody's: an echo
};

struct ConnectionFigures {
  Counter& messages_in;
  Counter& bytes_in;
  Counter& bytes_out;
  Counter& frames_skipped;
  Counter& closed_slow;
  Counter& closed_silent;
  Counter& closed_protocol;
};

class Connections {
 public:
  using Gone = std::function<void(const hall::Arrival&)>;

  Connections(boost::asio::io_context& loop, HallDoor& hall, hall::Encoder& encoder, ConnectionFigures figures,
              Gone gone);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  void start();
  /// Closes everything at once, without a word to anybody (the hall drained before).
  void stop();
  void adopt(Handover handover);
  /// Crossing: from the front to this shard.
  void post_adopt(Handover handover);
  [[nodiscard]] std::size_t size() const { return sessions_.size(); }

  // For its sessions.
  [[nodiscard]] HallDoor& hall() { return hall_; }
  [[nodiscard]] hall::Encoder& encoder() { return encoder_; }
  [[nodiscard]] Poller& poller() { return poller_; }
  [[nodiscard]] ConnectionFigures& figures() { return figures_; }
  /// Milliseconds, as of the current round.
  [[nodiscard]] std::uint64_t now_ms() const { return now_ms_; }
  [[nodiscard]] std::span<std::uint8_t> shared_buffer() { return buffer_; }
  /// Looks at this session after the current call is over: tells the hall, buries it when it is dead.
  void see_to(WsLink& session);

 private:
  using Timer =
      boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>,
                                        boost::asio::io_context::executor_type>;
  void tick();
  void see_to_all();
  void bury(WsLink& session);
  void read_clock();

  boost::asio::io_context& loop_;
  HallDoor& hall_;
  hall::Encoder& encoder_;
  ConnectionFigures figures_;
  Gone gone_;
  Poller poller_;
  Timer sweep_timer_;
  std::vector<std::uint8_t> buffer_;
  std::vector<std::unique_ptr<WsLink>> sessions_;
  std::vector<WsLink*> to_see_;
  std::uint64_t now_ms_ = 0;
  bool seeing_posted_ = false;
  bool stopped_ = false;
};

}  // namespace posterhall::net
