#include "backplane/redis_address.hpp"

#include <algorithm>
#include <charconv>

namespace posterhall::backplane {
namespace {

constexpr std::uint16_t kRedisPort = 6379, kSentinelPort = 26379;
constexpr std::uint32_t kMostDatabases = 1024;
constexpr std::size_t kMostSentinels = 16;

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
    if (error != std::errc{} || end != text.data() + i + 3) return std::nullopt;
    out.push_back(static_cast<char>(value));
    i += 2;
  }
  return out;
}

/// Takes "user:password@" off the front.
bool take_credentials(std::string_view& rest, RedisAddress& to) {
  const auto at = rest.substr(0, rest.find('/')).rfind('@');
  if (at == std::string_view::npos) return true;
  const auto credentials = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  const auto colon = credentials.find(':');
  if (colon == std::string_view::npos) return false;
  const auto user = percent_decoded(credentials.substr(0, colon));
  const auto password = percent_decoded(credentials.substr(colon + 1));
  if (!user || !password || password->empty()) return false;
  to.user = *user;
  to.password = *password;
  return true;
}

std::optional<RedisHost> parse_host(std::string_view text, std::uint16_t default_port) {
  RedisHost host{{}, default_port};
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    host.host = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
  } else {
    const auto end = std::min(text.find(':'), text.size());
    host.host = text.substr(0, end);
    text.remove_prefix(end);
  }
  const bool odd =
      std::ranges::any_of(host.host, [](unsigned char c) { return c <= ' ' || c >= 0x7f || c == '@' || c == ','; });
  if (host.host.empty() || odd) return std::nullopt;
  if (text.empty()) return host;
  const auto port = text.front() == ':' ? parse_number<std::uint16_t>(text.substr(1)) : std::nullopt;
  if (!port || *port == 0) return std::nullopt;
  host.port = *port;
  return host;
}

bool take_database(std::string_view text, RedisAddress& to) {
  if (text.empty()) return true;
  const auto number = parse_number<std::uint32_t>(text);
  if (!number || *number >= kMostDatabases) return false;
  to.database = *number;
  return true;
}

bool take_tcp(std::string_view rest, RedisAddress& to) {
  to.kind = RedisAddress::Kind::tcp;
  const auto slash = std::min(rest.find('/'), rest.size());
  const auto host = parse_host(rest.substr(0, slash), kRedisPort);
  if (!host) return false;
  to.hosts = {*host};
  return take_database(slash < rest.size() ? rest.substr(slash + 1) : std::string_view{}, to);
}

bool take_unix(std::string_view rest, RedisAddress& to) {
  constexpr std::size_t kMostPath = 107;  // sun_path
  constexpr std::string_view kDatabase = "?db=";
  to.kind = RedisAddress::Kind::unix_socket;
  const auto question = std::min(rest.find('?'), rest.size());
  to.path = rest.substr(0, question);
  rest.remove_prefix(question);
  if (!to.path.starts_with('/') || to.path.size() > kMostPath) return false;
  if (rest.empty()) return true;
  return rest.starts_with(kDatabase) && rest.size() > kDatabase.size() && take_database(rest.substr(4), to);
}

bool take_sentinel(std::string_view rest, RedisAddress& to) {
  to.kind = RedisAddress::Kind::sentinel;
  const auto slash = rest.find('/');
  if (slash == std::string_view::npos) return false;
  auto list = rest.substr(0, slash);
  rest.remove_prefix(slash + 1);
  for (;;) {
    const auto comma = std::min(list.find(','), list.size());
    const auto host = parse_host(list.substr(0, comma), kSentinelPort);
    if (!host || to.hosts.size() >= kMostSentinels) return false;
    to.hosts.push_back(*host);
    if (comma == list.size()) break;
    list.remove_prefix(comma + 1);
  }
  const auto second = std::min(rest.find('/'), rest.size());
  to.master = rest.substr(0, second);
  const bool odd = std::ranges::any_of(to.master, [](unsigned char c) { return c <= ' ' || c >= 0x7f; });
  if (to.master.empty() || odd) return false;
  return take_database(second < rest.size() ? rest.substr(second + 1) : std::string_view{}, to);
}

}  // namespace

std::optional<RedisAddress> parse_redis_address(std::string_view text) {
  RedisAddress address;
  const auto colon = text.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  const auto scheme = text.substr(0, colon);
  auto rest = text.substr(colon + 3);
  if (!take_credentials(rest, address)) return std::nullopt;
  bool sound = false;
  if (scheme == "redis") sound = take_tcp(rest, address);
  if (scheme == "unix" || scheme == "redis+unix") sound = take_unix(rest, address);
  if (scheme == "redis+sentinel") sound = take_sentinel(rest, address);
  if (!sound) return std::nullopt;
  return address;
}

std::string without_password(const RedisAddress& address) {
  const std::string database = std::to_string(address.database);
  if (address.kind == RedisAddress::Kind::unix_socket) {
    return "unix://" + address.path + (address.database == 0 ? "" : "?db=" + database);
  }
  std::string hosts;
  for (const RedisHost& host : address.hosts) {
    const bool v6 = host.host.find(':') != std::string::npos;
    hosts += (hosts.empty() ? "" : ",") + (v6 ? "[" + host.host + "]" : host.host) + ":" + std::to_string(host.port);
  }
  if (address.kind == RedisAddress::Kind::sentinel) {
    return "redis+sentinel://" + hosts + "/" + address.master + "/" + database;
  }
  return "redis://" + hosts + "/" + database;
}

}  // namespace posterhall::backplane
