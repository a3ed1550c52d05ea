// Accepts connections on one address and lets each live as a coroutine. Of connections that have not signed in, a
// network prefix keeps a bounded number, and all together at most half of the descriptors the process may have: the one
// that has been waited for longest makes room, so that nobody is locked out. Survives running out of descriptors, too.
// Runs on: the front thread. Owns: the acceptor and the list of its connections.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/log.hpp"
#include "base/metrics.hpp"
#include "net/http_connection.hpp"

namespace posterhall::net {

struct ListenAddress {
  std::string host;  ///< an IP address, or "localhost"
  std::uint16_t port = 0;
};

class Listener {
 public:
  static constexpr std::size_t kMaxUnauthenticated = 512;  ///< a prefix; fewer where descriptors are few

  struct Figures {
    Counter& accepted;
    Counter& evicted;
    Counter& out_of_descriptors;
  };

  /// Opens the address; throws boost::system::system_error.
  Listener(asio::io_context& loop, const ListenAddress& address, HttpHost& host, Log& log, Figures figures);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void start();
  /// No new connections; those between requests end, the others after their answer is out or 2 s.
  void stop();
  [[nodiscard]] asio::ip::tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }
  [[nodiscard]] std::size_t connections() const { return connections_.size(); }

 private:
  using Connections = std::list<std::shared_ptr<HttpConnection>>;
  Task<void> accept_loop();
  Task<void> out_of_descriptors();
  void adopt(Socket socket);
  void forget(Connections::iterator connection, const std::string& prefix);
  /// Ends the connection that was waited for longest, of this prefix or (null) of any, when more than `most` of them
  /// have not signed in. False: there was none to end.
  bool make_room(const std::string* prefix, std::size_t most);
  void tick();

  asio::io_context& loop_;
  Acceptor acceptor_;
  HttpHost& host_;
  Log& log_;
  Figures figures_;
  Timer sweep_timer_;
  Timer pause_timer_;
  std::size_t most_of_prefix_;
  std::size_t most_;
  Descriptor reserve_;  ///< given up to accept and close one connection when there are no descriptors
  Connections connections_;
  std::unordered_map<std::string, std::size_t> by_prefix_;
  bool stopped_ = false;
};

}  // namespace posterhall::net
