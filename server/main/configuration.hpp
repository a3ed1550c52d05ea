// The one typed configuration of `posterhall serve`: defaults < event.toml's [server] < environment < flags.
// Each value knows where it came from, so that a fault names its source and --print-config can show it.
// Runs on: the main thread. Owns: its values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backplane/redis_address.hpp"
#include "base/log.hpp"
#include "net/listener.hpp"
#include "net/peer.hpp"

namespace posterhall {

struct Configuration {
  net::ListenAddress listen{"127.0.0.1", 8080};
  std::filesystem::path data = "data";
  std::string database;  ///< a PostgreSQL address; empty: the file in `data`. May carry a password: never printed
  std::uint32_t shards = 1;
  std::string public_url;                            ///< empty: this machine only
  std::filesystem::path client;                      ///< the folder of the built client
  std::optional<net::ListenAddress> metrics_listen;  ///< empty: /metrics on the main address, from this machine
  std::vector<net::AddressRange> trusted_proxies;
  bool insecure_http = false;
  bool test_echo = false;
  std::uint32_t away_after_s = 300;
  std::optional<backplane::RedisAddress> redis;  ///< empty: this process alone carries the hall
  LogLevel log_level = LogLevel::info;
};

/// One source of settings: names without dashes ("public_url") and values as written.
struct ConfigurationLayer {
  std::string source;  ///< "event.toml", "environment", "flags": how a fault calls it
  std::vector<std::pair<std::string, std::string>> values;
};

struct ConfigurationOutcome {
  Configuration configuration;
  std::map<std::string, std::string> sources;  ///< setting → source of its value
  std::vector<std::string> faults;             ///< a sentence each
  /// Sound, but others could reach what is for this machine alone, or for a network one knows: the sentence.
  std::optional<std::string> closed;
  /// The same, allowed: what whoever starts it is warned of.
  std::optional<std::string> warning;
};

/// Later layers win. All faults are found, not only the first.
[[nodiscard]] ConfigurationOutcome configure(Configuration defaults, const std::vector<ConfigurationLayer>& layers);
/// POSTERHALL_LISTEN and so on; `get` is getenv.
[[nodiscard]] ConfigurationLayer environment_layer(const std::function<const char*(const char*)>& get);
/// The names `configure` knows, and what each means, for flags and messages.
struct SettingName {
  std::string_view name, help;
};
[[nodiscard]] const std::vector<SettingName>& setting_names();
/// "listen = 127.0.0.1:8080   # default", one a line.
[[nodiscard]] std::string print_configuration(const ConfigurationOutcome& outcome);

}  // namespace posterhall
