#include "main/configuration_rules.hpp"

#include <boost/asio/ip/address.hpp>

#include "store/database_address.hpp"

namespace posterhall {
namespace {

bool is_loopback(const net::ListenAddress& address) {
  if (address.host == "localhost") return true;
  boost::system::error_code wrong;
  const auto ip = boost::asio::ip::make_address(address.host, wrong);
  return !wrong && ip.is_loopback();
}

/// Plain http to other machines: only by --insecure-http, or to a named proxy that speaks https to everybody else.
void judge_openness(ConfigurationOutcome& outcome) {
  const auto& made = outcome.configuration;
  if (is_loopback(made.listen)) return;
  const std::string listen = print_listen(made.listen);
  const bool https = made.public_url.starts_with("https://");
  if (https && !made.trusted_proxies.empty()) return;
  if (made.insecure_http) {
    outcome.warning =
        "Warning: --insecure-http: " + listen +
        " serves other machines over plain http. Whoever is on the network in between can read along and "
        "take over a visit, and browsers allow no microphone, camera or clipboard there. For a trial on a "
        "network you know; its cookie is called posterhall-local.";
  } else if (https) {
    outcome.closed = listen + " is open to other machines over plain http. Name the proxy that speaks https for " +
                     made.public_url +
                     " with --trusted-proxy ADDRESS, or, if it runs on this machine, listen for it "
                     "alone: --listen 127.0.0.1:" +
                     std::to_string(made.listen.port) + ".";
  } else {
    outcome.closed =
        listen +
        " is open to other machines, and plain http lets everybody in between read along. Put a proxy with "
        "https in front: deploy/run --domain hall.example.org does. For a trial on a network you know, say "
        "--insecure-http.";
  }
}

/// The echo asks nobody who they are: only where this machine alone can come.
void judge_echo(ConfigurationOutcome& outcome) {
  const auto& made = outcome.configuration;
  if (!made.test_echo || outcome.closed) return;
  if (!is_loopback(made.listen) || !made.trusted_proxies.empty() || !made.public_url.empty()) {
    outcome.closed =
        "--test-echo answers anybody who can reach it, so it is for this machine alone: --listen 127.0.0.1:" +
        std::to_string(made.listen.port) + ", without --public-url and --trusted-proxy.";
    return;
  }
  outcome.warning =
      "Warning: --test-echo: /echo, and what is posted to /, is said back to any program on this machine, up to 16 MiB "
      "a "
      "WebSocket message. For tests only.";
}

/// What a program is started with can be read by everybody on the machine.
void judge_passwords(ConfigurationOutcome& outcome) {
  const auto warn = [&outcome](const std::string& flag, const std::string& instead) {
    const std::string words = "Warning: " + flag +
                              " carries a password, which everybody on this machine can read in the list of programs. "
                              "Give the address by " +
                              instead + ".";
    outcome.warning = outcome.warning ? *outcome.warning + "\n" + words : words;
  };
  const Configuration& made = outcome.configuration;
  if (outcome.sources["database"] == "flags" && store::has_password(made.database)) {
    warn("--database", "POSTERHALL_DATABASE, or leave the password to a file: PGPASSFILE");
  }
  if (outcome.sources["redis"] == "flags" && made.redis && !made.redis->password.empty()) {
    warn("--redis", "POSTERHALL_REDIS");
  }
}

}  // namespace

std::string print_listen(const net::ListenAddress& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  return (v6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

void judge(ConfigurationOutcome& outcome) {
  judge_openness(outcome);
  judge_echo(outcome);
  judge_passwords(outcome);
}

}  // namespace posterhall
