// Who is on the other side, and which addresses and origins count as what.
// Runs on: the front thread (values and pure functions). Owns: its texts.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace posterhall::net {

struct Peer {
  boost::asio::ip::address address;
  std::string prefix;      ///< its /24 or /64: what limits and slowing go by
  bool loopback = false;   ///< the connection itself came from this machine, whatever it forwards
  bool signed_in = false;  ///< a request with a living session came over this connection
};

/// "192.0.2.0/24" or "2001:db8:1:2::/64"; addresses mapped into IPv6 count as IPv4.
[[nodiscard]] std::string prefix_of(const boost::asio::ip::address& address);

/// The peer behind a trusted proxy: the last address of X-Forwarded-For, when `connected` is one of the proxies.
[[nodiscard]] boost::asio::ip::address forwarded_address(const boost::asio::ip::address& connected,
                                                         std::string_view forwarded_for,
                                                         const std::vector<boost::asio::ip::address>& proxies);

/// "https://hall.example.org:8443" of an address, lower case, without a default port; nullopt when there is none.
[[nodiscard]] std::optional<std::string> origin_of(std::string_view address);

/// The Origins that may upgrade and change things: exact matches only.
class OriginRules {
 public:
  explicit OriginRules(std::vector<std::string> allowed) : allowed_(std::move(allowed)) {}
  /// `origin` as the header says it; empty and "null" are not allowed.
  [[nodiscard]] bool allows(std::string_view origin) const;

 private:
  std::vector<std::string> allowed_;
};

}  // namespace posterhall::net
