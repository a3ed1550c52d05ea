#include "main/configuration.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include "main/configuration_rules.hpp"
#include "net/peer.hpp"
#include "store/database_address.hpp"

namespace posterhall {
namespace {

/// Takes a value into the configuration; a sentence's end when it cannot.
using Take = std::optional<std::string> (*)(Configuration&, const std::string&);
using Print = std::string (*)(const Configuration&);

struct Setting {
  std::string_view name, help;
  Take take;
  Print print;
  bool secret = false;  ///< never said again as it was written
};

std::optional<net::ListenAddress> parse_listen(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string host{text.substr(0, colon)};
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  const auto digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  boost::system::error_code wrong;
  if (host != "localhost") boost::asio::ip::make_address(host, wrong);
  if (wrong) return std::nullopt;
  return net::ListenAddress{host, port};
}

std::optional<bool> parse_bool(const std::string& text) {
  if (text == "true" || text == "1" || text == "yes") return true;
  if (text == "false" || text == "0" || text == "no") return false;
  return std::nullopt;
}

constexpr const char* kListenForm = "is not an address and port; write it like 127.0.0.1:8080 or [::1]:8080.";

std::optional<std::string> take_listen(Configuration& to, const std::string& text) {
  const auto address = parse_listen(text);
  if (!address) return kListenForm;
  to.listen = *address;
  return std::nullopt;
}

std::optional<std::string> take_metrics_listen(Configuration& to, const std::string& text) {
  const auto address = parse_listen(text);
  if (!address) return kListenForm;
  to.metrics_listen = *address;
  return std::nullopt;
}

std::optional<std::string> take_shards(Configuration& to, const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > 64) {
    return "is not a number of shards; give 1 to 64, one for each core at most.";
  }
  to.shards = value;
  return std::nullopt;
}

std::optional<std::string> take_away_after(Configuration& to, const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > 3600) {
    return "is not a number of seconds; give 1 to 3600.";
  }
  to.away_after_s = value;
  return std::nullopt;
}

std::optional<std::string> take_public_url(Configuration& to, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (!net::origin_of(text)) return "is not an http or https address; write it like https://hall.example.org.";
  if (text.find_first_of("?#") != std::string::npos || text.find('/', text.find("//") + 2) < text.size() - 1) {
    return "has more than a host in it; the hall must stand at the root, like https://hall.example.org.";
  }
  to.public_url = text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
  return std::nullopt;
}

std::optional<std::string> take_proxies(Configuration& to, const std::string& text) {
  std::vector<net::AddressRange> proxies;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto first = part.find_first_not_of(' ');
    const auto last = part.find_last_not_of(' ');
    if (first == std::string::npos) continue;
    const auto range = net::parse_address_range(std::string_view{part}.substr(first, last - first + 1));
    if (!range) return "is not a list of addresses; write it like 127.0.0.1 or 10.0.0.0/24,2001:db8::7.";
    proxies.push_back(*range);
  }
  to.trusted_proxies = std::move(proxies);
  return std::nullopt;
}

std::optional<std::string> take_bool(bool& to, const std::string& text) {
  const auto value = parse_bool(text);
  if (!value) return "is neither true nor false.";
  to = *value;
  return std::nullopt;
}

std::optional<std::string> take_insecure(Configuration& to, const std::string& text) {
  return take_bool(to.insecure_http, text);
}

std::optional<std::string> take_test_echo(Configuration& to, const std::string& text) {
  return take_bool(to.test_echo, text);
}

std::optional<std::string> take_redis(Configuration& to, const std::string& text) {
  if (text.empty()) {
    to.redis.reset();
    return std::nullopt;
  }
  to.redis = backplane::parse_redis_address(text);
  if (to.redis) return std::nullopt;
  return "is not the address of a Redis; write it like redis://[user:password@]host:6379/0, unix:///path/of/socket or "
         "redis+sentinel://host:26379,host:26379/name.";
}

constexpr std::array<std::pair<std::string_view, LogLevel>, 4> kLevels = {
    {{"debug", LogLevel::debug}, {"info", LogLevel::info}, {"warning", LogLevel::warning}, {"error", LogLevel::error}}};

std::optional<std::string> take_level(Configuration& to, const std::string& text) {
  const auto* level = std::ranges::find(kLevels, text, &std::pair<std::string_view, LogLevel>::first);
  if (level == kLevels.end()) return "is not a level; one of debug, info, warning, error.";
  to.log_level = level->second;
  return std::nullopt;
}

std::string print_level(const Configuration& from) {
  return std::string{std::ranges::find(kLevels, from.log_level, &std::pair<std::string_view, LogLevel>::second)->first};
}

std::optional<std::string> take_data(Configuration& to, const std::string& text) {
  if (text.empty()) return "is empty; name a directory.";
  to.data = text;
  return std::nullopt;
}

std::optional<std::string> take_database(Configuration& to, const std::string& text) {
  if (auto fault = text.empty() ? std::nullopt : store::judge_database_address(text)) return fault;
  to.database = text;
  return std::nullopt;
}

std::string print_database(const Configuration& from) {
  return from.database.empty() ? std::string() : store::address_without_secrets(from.database);
}

std::optional<std::string> take_client(Configuration& to, const std::string& text) {
  to.client = text;
  return std::nullopt;
}

std::string print_proxies(const Configuration& from) {
  std::string out;
  for (const auto& proxy : from.trusted_proxies) out += (out.empty() ? "" : ",") + proxy.to_string();
  return out;
}

const std::array kSettings = {
    Setting{"listen", "address and port to serve on (port 0: any free one)", take_listen,
            [](const Configuration& c) { return print_listen(c.listen); }},
    Setting{"data", "data directory; made if it is not there", take_data,
            [](const Configuration& c) { return c.data.string(); }},
    Setting{"database",
            "PostgreSQL for several machines, postgresql://USER@HOST/NAME (default: a file in the data directory)",
            take_database, print_database, true},
    Setting{"shards", "threads that carry the hall, one for each core at most", take_shards,
            [](const Configuration& c) { return std::to_string(c.shards); }},
    Setting{"public_url", "the address people use, as in https://hall.example.org", take_public_url,
            [](const Configuration& c) { return c.public_url; }},
    Setting{"client", "folder of the built browser client (default: client beside the program)", take_client,
            [](const Configuration& c) { return c.client.string(); }},
    Setting{"metrics_listen", "another address and port for /metrics, open to whoever reaches it", take_metrics_listen,
            [](const Configuration& c) { return c.metrics_listen ? print_listen(*c.metrics_listen) : std::string{}; }},
    Setting{"trusted_proxy", "ADDRESS[/BITS] of proxies whose X-Forwarded-For counts, separated by commas",
            take_proxies, print_proxies},
    Setting{"insecure_http", "serve other machines over plain http: for a trial on a network you know", take_insecure,
            [](const Configuration& c) { return std::string{c.insecure_http ? "true" : "false"}; }},
    Setting{"test_echo", "say back what comes to /echo: for tests of the protocols, on this machine alone",
            take_test_echo, [](const Configuration& c) { return std::string{c.test_echo ? "true" : "false"}; }},
    Setting{"away_after_s", "seconds without input until somebody is away, and an author at their poster is asked",
            take_away_after, [](const Configuration& c) { return std::to_string(c.away_after_s); }},
    Setting{"redis", "several processes carry one hall and meet at this Redis: redis://host:port/db, unix:///path, …",
            take_redis, [](const Configuration& c) { return c.redis ? without_password(*c.redis) : std::string{}; },
            true},
    Setting{"log_level", "debug, info, warning or error", take_level, print_level},
};

std::string environment_name(std::string_view setting) {
  std::string out = "POSTERHALL_";
  for (const char c : setting) out.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  return out;
}

/// The setting as whoever wrote it knows it: --public-url, POSTERHALL_PUBLIC_URL, "DIR/event.toml: public_url".
std::string name_in(const ConfigurationLayer& layer, std::string_view setting) {
  if (layer.source == "environment") return environment_name(setting);
  if (layer.source != "flags") return layer.source + ": " + std::string{setting};
  std::string out = "--";
  for (const char c : setting) out.push_back(c == '_' ? '-' : c);
  return out;
}

}  // namespace

ConfigurationOutcome configure(Configuration defaults, const std::vector<ConfigurationLayer>& layers) {
  ConfigurationOutcome outcome;
  outcome.configuration = std::move(defaults);
  for (const auto& setting : kSettings) outcome.sources.emplace(setting.name, "default");
  for (const auto& layer : layers) {
    for (const auto& [name, value] : layer.values) {
      const auto* setting = std::ranges::find(kSettings, name, &Setting::name);
      if (setting == kSettings.end()) {
        outcome.faults.push_back(name_in(layer, name) + ": there is no such setting.");
        continue;
      }
      if (const auto fault = setting->take(outcome.configuration, value)) {
        // What is wrong in an address may stand beside its password.
        const std::string said = setting->secret ? "what it says" : "\"" + value + "\"";
        outcome.faults.push_back(name_in(layer, name) + ": " + said + " " + *fault);
        continue;
      }
      outcome.sources[name] = layer.source;
    }
  }
  judge(outcome);
  return outcome;
}

ConfigurationLayer environment_layer(const std::function<const char*(const char*)>& get) {
  ConfigurationLayer layer{"environment", {}};
  for (const auto& setting : kSettings) {
    if (const char* value = get(environment_name(setting.name).c_str())) layer.values.emplace_back(setting.name, value);
  }
  return layer;
}

const std::vector<SettingName>& setting_names() {
  static const std::vector<SettingName> names = [] {
    std::vector<SettingName> out;
    for (const auto& setting : kSettings) out.push_back({setting.name, setting.help});
    return out;
  }();
  return names;
}

std::string print_configuration(const ConfigurationOutcome& outcome) {
  std::string out;
  for (const auto& setting : kSettings) {
    std::string line = std::string{setting.name} + " = " + setting.print(outcome.configuration);
    line.resize(std::max<std::size_t>(line.size(), 48), ' ');
    out += line + "  # " + outcome.sources.at(std::string{setting.name}) + "\n";
  }
  return out;
}

}  // namespace posterhall
