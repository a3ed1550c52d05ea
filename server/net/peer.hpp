// Who is on the other side, and which addresses and origins count as what.
// Runs on: the front thread (values and pure functions). Owns: its texts.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>
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

/// "10.0.0.0/8", "2001:db8::/32", or one address.
struct AddressRange {
  boost::asio::ip::address first;
  unsigned bits = 0;
  [[nodiscard]] bool holds(const boost::asio::ip::address& address) const;
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const AddressRange&, const AddressRange&) = default;
};
/// ADDRESS[/BITS]; nullopt when it is neither. Bits behind the prefix are dropped.
[[nodiscard]] std::optional<AddressRange> parse_address_range(std::string_view text);

/// The peer behind trusted proxies: the last address of X-Forwarded-For that is no proxy itself, when `connected` is
/// one. What stands before it anybody may have written. `Forwarded` does not count: proxies hand on what a browser
/// says there.
[[nodiscard]] boost::asio::ip::address forwarded_address(const boost::asio::ip::address& connected,
                                                         std::string_view forwarded_for,
                                                         const std::vector<AddressRange>& proxies);

/// The addresses other machines may reach this one by; of the listening address's family, or of both for "::".
[[nodiscard]] std::vector<boost::asio::ip::address> own_addresses(const boost::asio::ip::address& listening);

/// "http://192.0.2.7:8080", with brackets around an IPv6 address.
[[nodiscard]] std::string http_address(const boost::asio::ip::address& address, std::uint16_t port);

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
