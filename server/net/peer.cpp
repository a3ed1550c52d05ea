#include "net/peer.hpp"

#include <algorithm>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/url/parse.hpp>

namespace posterhall::net {
namespace ip = boost::asio::ip;

namespace {

ip::address plain(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

}  // namespace

std::string prefix_of(const ip::address& address) {
  const auto real = plain(address);
  if (real.is_v4()) return ip::make_network_v4(real.to_v4(), 24).canonical().to_string();
  auto v6 = real.to_v6();
  v6.scope_id(0);
  return ip::make_network_v6(v6, 64).canonical().to_string();
}

ip::address forwarded_address(const ip::address& connected, std::string_view forwarded_for,
                              const std::vector<ip::address>& proxies) {
  const auto real = plain(connected);
  const bool trusted = std::ranges::any_of(proxies, [&](const ip::address& proxy) { return plain(proxy) == real; });
  if (!trusted || forwarded_for.empty()) return real;
  const auto comma = forwarded_for.rfind(',');
  auto last = forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1);
  while (last.starts_with(' ')) last.remove_prefix(1);
  while (last.ends_with(' ')) last.remove_suffix(1);
  boost::system::error_code error;
  const auto address = ip::make_address(std::string{last}, error);
  return error ? real : plain(address);
}

std::optional<std::string> origin_of(std::string_view address) {
  const auto url = boost::urls::parse_uri({address.data(), address.size()});
  if (!url || !url->has_authority() || url->host().empty() || url->has_userinfo()) return std::nullopt;
  const std::string scheme = lower(url->scheme());
  if (scheme != "http" && scheme != "https") return std::nullopt;
  std::string out = scheme + "://" + lower(std::string{url->encoded_host()});
  const std::string port{url->port()};
  if (!port.empty() && port != (scheme == "https" ? "443" : "80")) out += ":" + port;
  return out;
}

bool OriginRules::allows(std::string_view origin) const {
  return std::ranges::any_of(allowed_, [&](const std::string& one) { return one == origin; });
}

}  // namespace posterhall::net
