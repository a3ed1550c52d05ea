// A browser and its tabs: signs in by a link, opens a WebSocket, says and hears the protocol's messages.
// Runs on: the test's thread. Owns: its sockets and what it has heard.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "integration/support/http.hpp"
#include "posterhall/v1/client.pb.h"
#include "posterhall/v1/server.pb.h"

namespace posterhall::integration {

/// One device: a cookie.
class Browser {
 public:
  Browser(std::uint16_t port, std::string origin) : port_(port), origin_(std::move(origin)) {}

  /// Redeems the link and keeps the cookie; the answer's body.
  Answer enter(const std::string& token, bool take_over = false);
  Answer post(const std::string& path, const std::string& json);
  Answer get(const std::string& path);
  /// A fresh ticket; empty when there is none to be had.
  [[nodiscard]] std::string ticket();
  /// The same device at a server that was started again on another port.
  void move_to(std::uint16_t port, std::string origin);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const std::string& origin() const { return origin_; }
  [[nodiscard]] const std::string& cookie() const { return cookie_; }

 private:
  [[nodiscard]] std::string own_headers() const;
  std::uint16_t port_;
  std::string origin_;
  std::string cookie_;
};

/// The upgrade request as a browser writes it.
[[nodiscard]] std::string upgrade_request(const std::string& origin, const std::string& protocols);

/// A masked frame, as browsers send them.
[[nodiscard]] std::string masked_frame(std::uint8_t first_byte, const std::string& payload);

class Tab {
 public:
  /// Opens the WebSocket with a fresh ticket; throws when the upgrade is refused.
  explicit Tab(Browser& browser, int receive_buffer = 0);

  /// Enter, and Welcome back. `resume`: channel and the highest number this tab has.
  const v1::Welcome& enter(const std::vector<std::pair<std::string, std::uint32_t>>& resume = {},
                           bool watch_only = false);
  /// Sends with the next seq, which it answers.
  std::uint32_t say(v1::ClientMessage message);
  void send_bytes(const std::string& bytes) { (void)socket_.send(bytes); }
  /// Hears until one fits, which stays heard; throws when none comes.
  v1::ServerMessage hear(const std::function<bool(const v1::ServerMessage&)>& fits);
  /// Hears until the connection has ended; the close frame's code, 0 without one.
  std::uint16_t hear_end();
  /// Hears what is there already.
  void hear_what_is_there();
  /// The record's second word of a visitor, as last seen.
  [[nodiscard]] std::optional<std::uint32_t> place_of(std::uint32_t visitor) const;
  /// Hears until the records say so.
  void hear_until(const std::function<bool()>& holds);

  void drop() { socket_.close(); }
  [[nodiscard]] const v1::Welcome& welcome() const { return welcome_; }
  [[nodiscard]] const std::vector<v1::Event>& events() const { return events_; }
  [[nodiscard]] const std::vector<v1::ServerMessage>& heard() const { return heard_; }
  [[nodiscard]] RawSocket& socket() { return socket_; }

 private:
  bool receive();
  bool take_frame();
  void take_message(const std::string& payload);

  std::string unread_;
  RawSocket socket_;
  std::vector<v1::ServerMessage> heard_;  ///< all but state frames
  std::vector<v1::Event> events_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  ///< visitor, second word
  v1::Welcome welcome_;
  std::uint32_t seq_ = 0;
  std::uint16_t close_code_ = 0;
  std::size_t looked_at_ = 0;  ///< heard_ that hear() has passed by
};

/// An event of a channel with a client id made of `n`.
[[nodiscard]] v1::ClientMessage send_message(const std::string& channel, const std::string& text, std::uint8_t n,
                                             v1::EventKind kind = v1::EVENT_KIND_MESSAGE);

}  // namespace posterhall::integration
