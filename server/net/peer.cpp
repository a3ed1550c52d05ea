#include "net/peer.hpp"

#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/url/parse.hpp>
#include <charconv>

#include "base/ascii.hpp"

namespace posterhall::net {
namespace ip = boost::asio::ip;

namespace {

ip::address plain(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

}  // namespace

std::string prefix_of(const ip::address& address) {
  const auto real = plain(address);
  if (real.is_v4()) return ip::make_network_v4(real.to_v4(), 24).canonical().to_string();
  auto v6 = real.to_v6();
  v6.scope_id(0);
  return ip::make_network_v6(v6, 64).canonical().to_string();
}

bool AddressRange::holds(const ip::address& address) const {
  const auto real = plain(address);
  if (real.is_v4() != first.is_v4()) return false;
  if (real.is_v4()) return ip::make_network_v4(real.to_v4(), static_cast<unsigned short>(bits)).network() == first;
  auto v6 = real.to_v6();
  v6.scope_id(0);
  return ip::make_network_v6(v6, static_cast<unsigned short>(bits)).network() == first;
}

std::string AddressRange::to_string() const {
  const bool one = bits == (first.is_v4() ? 32U : 128U);
  return one ? first.to_string() : first.to_string() + "/" + std::to_string(bits);
}

std::optional<AddressRange> parse_address_range(std::string_view text) {
  const auto slash = text.find('/');
  boost::system::error_code wrong;
  const auto address = plain(ip::make_address(std::string{text.substr(0, slash)}, wrong));
  if (wrong) return std::nullopt;
  const unsigned most = address.is_v4() ? 32 : 128;
  unsigned bits = most;
  if (slash != std::string_view::npos) {
    const auto digits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc{} || end != digits.data() + digits.size() || bits > most) return std::nullopt;
  }
  const auto length = static_cast<unsigned short>(bits);
  if (address.is_v4()) return AddressRange{ip::make_network_v4(address.to_v4(), length).network(), bits};
  return AddressRange{ip::make_network_v6(address.to_v6(), length).network(), bits};
}

ip::address forwarded_address(const ip::address& connected, std::string_view forwarded_for,
                              const std::vector<AddressRange>& proxies) {
  const auto is_proxy = [&](const ip::address& address) {
    return std::ranges::any_of(proxies, [&](const AddressRange& range) { return range.holds(address); });
  };
  auto peer = plain(connected);
  while (is_proxy(peer) && !forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    auto last = forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1);
    forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
    while (last.starts_with(' ')) last.remove_prefix(1);
    while (last.ends_with(' ')) last.remove_suffix(1);
    boost::system::error_code error;
    const auto address = ip::make_address(std::string{last}, error);
    if (error) break;
    peer = plain(address);
  }
  return peer;
}

std::vector<ip::address> own_addresses(const ip::address& listening) {
  if (!listening.is_unspecified()) return {listening};
  std::vector<ip::address> found;
  ifaddrs* first = nullptr;
  if (::getifaddrs(&first) != 0) return found;
  for (const auto* one = first; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_UP) == 0) continue;
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = one->ifa_addr->sa_family;
    if (family != AF_INET && (family != AF_INET6 || listening.is_v4())) continue;
    const auto length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    if (::getnameinfo(one->ifa_addr, static_cast<socklen_t>(length), text.data(), text.size(), nullptr, 0,
                      NI_NUMERICHOST) != 0) {
      continue;
    }
    boost::system::error_code error;
    const auto address = ip::make_address(text.data(), error);
    // A link-local address is written with its interface, which no browser's address bar takes.
    if (error || address.is_loopback() || (address.is_v6() && address.to_v6().is_link_local())) continue;
    found.push_back(address);
  }
  ::freeifaddrs(first);
  return found;
}

std::string http_address(const ip::address& address, std::uint16_t port) {
  const std::string host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
  return "http://" + host + ":" + std::to_string(port);
}

std::optional<std::string> origin_of(std::string_view address) {
  const auto url = boost::urls::parse_uri({address.data(), address.size()});
  if (!url || !url->has_authority() || url->host().empty() || url->has_userinfo()) return std::nullopt;
  const std::string scheme = ascii_lower(url->scheme());
  if (scheme != "http" && scheme != "https") return std::nullopt;
  std::string out = scheme + "://" + ascii_lower(std::string{url->encoded_host()});
  const std::string port{url->port()};
  if (!port.empty() && port != (scheme == "https" ? "443" : "80")) out += ":" + port;
  return out;
}

bool OriginRules::allows(std::string_view origin) const {
  return std::ranges::any_of(allowed_, [&](const std::string& one) { return one == origin; });
}

}  // namespace posterhall::net
