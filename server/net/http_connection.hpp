// One HTTP/1.1 connection: read a head, judge it, read the body, answer, again; or become a WebSocket and leave.
// Never waits without a deadline; every fault gets an answer before the connection closes.
// Runs on: the front thread. Owns: the socket, until it is handed over.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>

#include "net/asio_types.hpp"
#include "net/connections.hpp"
#include "net/http_guard.hpp"
#include "net/http_handler.hpp"

namespace posterhall::net {

/// What every HTTP connection of a listener shares.
struct HttpHost {
  HttpHandler& handler;
  std::function<void(Handover)> hand_over;  ///< a socket that became a WebSocket
  std::vector<AddressRange> trusted_proxies;
  std::function<std::uint64_t()> steady_ms;
  std::function<std::int64_t()> unix_seconds;
};

class HttpConnection {
 public:
  HttpConnection(HttpHost& host, Socket socket);

  /// The whole life. Ends when the connection has ended or was handed over.
  Task<void> run();

  /// Four times a second: ends what took too long.
  void sweep(std::uint64_t now_ms);
  /// Ends the connection if it is between requests or has not sent one; false if it is busy.
  bool end_if_waiting();
  /// Who waits here: of somebody who has not signed in, for bytes of a request, or for the other side to take an
  /// answer.
  enum class Waiting : std::uint8_t { no, for_request, for_reader };
  [[nodiscard]] Waiting waiting() const { return ended_ || peer_.signed_in ? Waiting::no : waiting_; }
  /// Ends it at once, whatever is half said: its place is needed.
  void end();
  [[nodiscard]] const Peer& peer() const { return peer_; }
  /// Of the socket's other end, whatever a proxy forwards.
  [[nodiscard]] const std::string& connected_prefix() const { return connected_prefix_; }

 private:
  enum class Next : std::uint8_t { again, close, gone };

  Task<Next> serve_one();
  Task<bool> read_more();
  /// Reads until a head is judged. An empty verdict (need_more): the connection is over.
  Task<HeadVerdict> read_head();
  Task<Next> refuse(unsigned status, std::string_view because);
  Task<Next> read_and_answer(const HeadVerdict& head);
  Task<Next> write(HttpAnswer answer, bool keep_alive, bool without_body);
  Task<bool> write_all(std::string_view bytes);
  Task<bool> write_file(FileSlice file);
  Task<void> linger();
  Task<Next> become_websocket(HttpAnswer answer);
  void deadline_in(std::uint64_t ms);

  HttpHost& host_;
  Socket socket_;
  Peer peer_;
  boost::asio::ip::address connected_;
  std::string connected_prefix_;
  std::string unread_;
  std::uint64_t deadline_ms_ = 0;  ///< 0 = none
  bool timed_out_ = false;
  bool between_requests_ = true;
  Waiting waiting_ = Waiting::for_request;
  bool ended_ = false;
};

}  // namespace posterhall::net
