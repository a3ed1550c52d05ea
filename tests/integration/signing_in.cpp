// Links, cookies, tickets and Origins at the real server.
#include <gtest/gtest.h>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

class SigningIn : public testing::Test {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(3);
  Server server_{data_};
  Browser browser() const { return {server_.port(), server_.origin()}; }
};

int upgrade(std::uint16_t port, const std::string& origin, const std::string& protocols) {
  return fetch(port, upgrade_request(origin, protocols)).status;
}

TEST_F(SigningIn, a_ticket_opens_one_connection_and_no_second) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const auto protocols = "posterhall.v1, ticket." + amara.ticket();
  EXPECT_EQ(upgrade(amara.port(), amara.origin(), protocols), 101);
  EXPECT_EQ(upgrade(amara.port(), amara.origin(), protocols), 401);
}

TEST_F(SigningIn, a_ticket_belongs_to_its_origin_and_is_used_up_by_a_wrong_one) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const std::string other = "http://127.0.0.1:" + std::to_string(amara.port());  // allowed, but not where it was given
  const auto protocols = "posterhall.v1, ticket." + amara.ticket();
  EXPECT_EQ(upgrade(amara.port(), other, protocols), 401);
  EXPECT_EQ(upgrade(amara.port(), amara.origin(), protocols), 401);
}

TEST_F(SigningIn, other_origins_neither_upgrade_nor_change_anything) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const auto protocols = "posterhall.v1, ticket." + amara.ticket();
  const std::string port = std::to_string(amara.port());
  for (const std::string& origin :
       {std::string{}, std::string{"null"}, std::string{"http://evil.example"}, "https://localhost:" + port,
        "http://localhost:" + port + ".evil.example", std::string{"http://localhost"}, "http://LOCALHOST:" + port,
        "http://localhost:" + port + "/", "http://localhost:1" + port}) {
    EXPECT_EQ(upgrade(amara.port(), origin, protocols), 403) << origin;
    const std::string headers =
        (origin.empty() ? "" : "Origin: " + origin + "\r\n") + "Cookie: " + amara.cookie() + "\r\n";
    for (const char* path :
         {"/api/v1/ticket", "/api/v1/leave", "/api/v1/not-me", "/api/v1/enter", "/api/v1/invitation"}) {
      EXPECT_EQ(post(amara.port(), path, "{}", headers).status, 403) << path << " from " << origin;
    }
  }
  EXPECT_EQ(upgrade(amara.port(), amara.origin(), protocols), 101);  // still good: nobody else came through
}

TEST_F(SigningIn, reading_a_link_changes_nothing) {
  const std::string body = "{\"token\":\"" + links_[0] + "\"}";
  auto anyone = browser();
  for (int i = 0; i < 3; ++i) {
    const auto seen = anyone.post("/api/v1/invitation", body);
    EXPECT_EQ(seen.status, 200);
    EXPECT_EQ(json_text(seen.body, "name"), "Bot 1");
    EXPECT_EQ(seen.header("set-cookie"), "");
  }
  EXPECT_EQ(get(server_.port(), "/join").status, 200);
  EXPECT_EQ(fetch(server_.port(), "HEAD /join HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
  EXPECT_EQ(anyone.get("/api/v1/session").status, 401);
}

TEST_F(SigningIn, unknown_revoked_and_nonsense_links_get_the_same_answer) {
  ASSERT_EQ(run_posterhall({"invite", "--data", data_.path().string(), "--revoke", "bot-2@bots.invalid"}).status, 0);
  auto anyone = browser();
  const auto with = [&](const std::string& token) {
    return anyone.post("/api/v1/invitation", "{\"token\":\"" + token + "\"}");
  };
  const auto unknown = with("AAAAAAAAAAAAAAAAAAAAAA");
  const auto revoked = with(links_[1]);
  const auto nonsense = with("x");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(revoked.status, 404);
  EXPECT_EQ(nonsense.status, 404);
  EXPECT_EQ(unknown.body, revoked.body);
  EXPECT_EQ(unknown.body, nonsense.body);
  EXPECT_EQ(anyone.enter(links_[1]).body, unknown.body);
}

TEST_F(SigningIn, wrong_guesses_do_not_lock_out_who_is_signed_in) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  for (int i = 0; i < 15; ++i) (void)browser().post("/api/v1/invitation", "{\"token\":\"wrong\"}");
  EXPECT_FALSE(amara.ticket().empty());
  Tab tab(amara);
  EXPECT_NE(tab.enter().visitor(), 0U);
  auto late = browser();
  EXPECT_EQ(late.enter(links_[2]).status, 200);  // slowed, and let in
}

TEST_F(SigningIn, the_cookie_is_strict_and_unread_by_pages) {
  auto amara = browser();
  const auto cookie = amara.enter(links_[0]).header("set-cookie");
  EXPECT_TRUE(cookie.starts_with("posterhall-local="));
  for (const char* part : {"HttpOnly", "SameSite=Strict", "Path=/"}) EXPECT_NE(cookie.find(part), std::string::npos);
  EXPECT_EQ(cookie.find("Secure"), std::string::npos);
}

TEST(SigningInBehindAProxy, the_cookie_is_bound_to_its_host_and_https) {
  const DataFolder data;
  const auto links = data.links(1);
  const Server server(data, {"--public-url", "https://hall.example.org", "--trusted-proxy", "127.0.0.1"});
  Browser amara(server.port(), "https://hall.example.org");
  const auto cookie = amara.enter(links[0]).header("set-cookie");
  EXPECT_TRUE(cookie.starts_with("__Host-posterhall=")) << cookie;
  for (const char* part : {"HttpOnly", "SameSite=Strict", "Path=/", "; Secure"}) {
    EXPECT_NE(cookie.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(cookie.find("Domain"), std::string::npos);
  Tab tab(amara);
  EXPECT_NE(tab.enter().visitor(), 0U);
  Browser local(server.port(), "http://localhost:" + std::to_string(server.port()));
  EXPECT_EQ(local.enter(links[0]).status, 403);  // only the public address counts now
}

TEST_F(SigningIn, leaving_ends_the_session_and_its_connections) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  Tab tab(amara);
  (void)tab.enter();
  EXPECT_EQ(amara.get("/api/v1/session").status, 200);
  const auto left = amara.post("/api/v1/leave", "{}");
  EXPECT_EQ(left.status, 200);
  EXPECT_NE(left.header("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(tab.hear_end(), 4004);
  EXPECT_EQ(amara.get("/api/v1/session").status, 401);
  EXPECT_TRUE(amara.ticket().empty());
}

TEST_F(SigningIn, another_device_asks_first_and_not_me_ends_both) {
  auto laptop = browser();
  ASSERT_EQ(laptop.enter(links_[0]).status, 200);
  Tab first(laptop);
  (void)first.enter();
  auto phone = browser();
  const auto asked = phone.enter(links_[0]);
  EXPECT_NE(asked.body.find("\"askTakeOver\":true"), std::string::npos);
  EXPECT_EQ(phone.cookie(), "");
  ASSERT_EQ(phone.enter(links_[0], true).status, 200);
  Tab second(phone);
  EXPECT_TRUE(second.enter().in_control());
  const auto told = first.hear([](const auto& heard) { return heard.has_control(); }).control();
  EXPECT_FALSE(told.in_control());
  EXPECT_TRUE(told.other_device());
  EXPECT_EQ(laptop.post("/api/v1/not-me", "{}").status, 200);
  EXPECT_EQ(first.hear_end(), 4004);
  EXPECT_EQ(second.hear_end(), 4004);
  EXPECT_EQ(phone.get("/api/v1/session").status, 401);
}

TEST_F(SigningIn, the_same_browser_enters_again_as_the_same_device) {
  auto laptop = browser();
  ASSERT_EQ(laptop.enter(links_[0]).status, 200);
  Tab first(laptop);
  (void)first.enter();
  const auto again = laptop.enter(links_[0]);
  EXPECT_EQ(again.status, 200);
  EXPECT_NE(again.body.find("\"askTakeOver\":false"), std::string::npos);
}

TEST_F(SigningIn, a_revoked_person_is_out_within_moments) {
  auto bo = browser();
  ASSERT_EQ(bo.enter(links_[1]).status, 200);
  Tab tab(bo);
  (void)tab.enter();
  ASSERT_EQ(run_posterhall({"invite", "--data", data_.path().string(), "--revoke", "bot-2@bots.invalid"}).status, 0);
  EXPECT_EQ(tab.hear_end(), 4004);
  EXPECT_EQ(bo.get("/api/v1/session").status, 401);
}

}  // namespace
}  // namespace posterhall::integration
