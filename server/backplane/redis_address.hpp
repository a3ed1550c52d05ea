// Where Redis is, as written: redis://[[user]:password@]host[:port][/db],
// unix://[[user]:password@]/path/of/socket[?db=N] (also redis+unix://),
// redis+sentinel://[[user]:password@]host[:port][,host[:port]…]/name[/db]. User and password may be percent-encoded.
// Runs on: any thread (values). Owns: its texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace posterhall::backplane {

struct RedisHost {
  std::string host;
  std::uint16_t port = 0;
  friend bool operator==(const RedisHost&, const RedisHost&) = default;
};

struct RedisAddress {
  enum class Kind : std::uint8_t { tcp, unix_socket, sentinel };
  Kind kind = Kind::tcp;
  std::vector<RedisHost> hosts;  ///< tcp: one; sentinel: the sentinels
  std::string path;              ///< unix_socket
  std::string master;            ///< sentinel: the name they know it by
  std::string user, password;
  std::uint32_t database = 0;
};

/// Nothing for what is not such an address.
[[nodiscard]] std::optional<RedisAddress> parse_redis_address(std::string_view text);
/// For logs and --print-config: without user and password.
[[nodiscard]] std::string without_password(const RedisAddress& address);

}  // namespace posterhall::backplane
