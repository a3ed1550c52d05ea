// Plain http beyond this machine: refused, allowed by name, and behind a proxy.
#include <gtest/gtest.h>

#include <csignal>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

Finished serve(const DataFolder& data, std::vector<std::string> more) {
  std::vector<std::string> all = {"serve", "--data", data.path().string(), "--client", data.client().string()};
  all.insert(all.end(), more.begin(), more.end());
  return run_posterhall(all);
}

TEST(OpeningToOthers, plain_http_is_refused_with_the_way_out) {
  const DataFolder data;
  for (const char* listen : {"0.0.0.0:0", "[::]:0", "192.0.2.7:8080"}) {
    const auto refused = serve(data, {"--listen", listen});
    EXPECT_EQ(refused.status, 2) << listen;
    for (const char* words : {"plain http", "deploy/run --domain", "--insecure-http"}) {
      EXPECT_NE(refused.output.find(words), std::string::npos) << refused.output;
    }
    EXPECT_EQ(refused.output.find('\n'), refused.output.size() - 1) << "one sentence: " << refused.output;
  }
}

TEST(OpeningToOthers, https_in_front_wants_its_proxy_by_name) {
  const DataFolder data;
  const std::vector<std::string> flags = {"--listen", "0.0.0.0:0", "--public-url", "https://hall.example.org"};
  const auto refused = serve(data, flags);
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.output.find("--trusted-proxy"), std::string::npos) << refused.output;
  auto named = flags;
  named.insert(named.end(), {"--trusted-proxy", "10.0.0.0/24", "--check-config"});
  EXPECT_EQ(serve(data, named).output, "The configuration is sound.\n");
  const auto wrong = serve(data, {"--trusted-proxy", "10.0.0.0/33", "--check-config"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_NE(wrong.output.find("--trusted-proxy: \"10.0.0.0/33\""), std::string::npos) << wrong.output;
}

TEST(OpeningToOthers, insecure_http_is_warned_about_and_takes_the_machines_addresses_as_its_own) {
  const DataFolder data;
  const auto links = data.links(1);
  Server server(data, {"--listen", "0.0.0.0:0", "--insecure-http"});
  // 127.0.0.1 stands for every address here; a foreign Origin stays foreign.
  Browser foreign(server.port(), "http://hall.example.org:" + std::to_string(server.port()));
  EXPECT_EQ(foreign.enter(links[0]).status, 403);
  Browser amara(server.port(), server.origin());
  const auto cookie = amara.enter(links[0]).header("set-cookie");
  EXPECT_TRUE(cookie.starts_with("posterhall-local=")) << cookie;
  Tab tab(amara);
  EXPECT_NE(tab.enter().visitor(), 0U);
  tab.drop();
  server.signal(SIGTERM);
  const auto said = server.wait().output;
  EXPECT_NE(said.find("Warning: --insecure-http: 0.0.0.0:0 "), std::string::npos) << said;
  EXPECT_NE(said.find("posterhall-local"), std::string::npos) << said;
  // Where the machine has an address of its own, it is printed, and its Origin counts.
  const std::string before = "On the network: ";
  const auto at = said.find(before);
  if (at == std::string::npos) return;
  const auto address = said.substr(at + before.size(), said.find('\n', at) - at - before.size());
  const std::string port = address.substr(address.rfind(':') + 1);
  const Server again(data, {"--listen", "0.0.0.0:" + port, "--insecure-http"});
  Browser phone(again.port(), address);
  EXPECT_EQ(phone.enter(links[0]).status, 200) << address;
}

}  // namespace
}  // namespace posterhall::integration
