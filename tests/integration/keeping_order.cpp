// Keeping order at the real server: on the other shard, on all tabs, at the door, after kill -9, and in the audit log.
#include <gtest/gtest.h>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "store/sqlite.hpp"

namespace posterhall::integration {
namespace {

class KeepingOrder : public testing::Test {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(3);

  Browser browser(const Server& server, const std::string& link) {
    Browser out(server.port(), server.origin());
    EXPECT_EQ(out.enter(link).status, 200);
    return out;
  }
  [[nodiscard]] std::string moderator_link() const {
    const auto invited = run_posterhall({"invite", "--data", data_.path().string(), "--name", "Oluwaseun Adeyemi",
                                         "--email", "seun@example.org", "--role", "moderator"});
    const auto from = invited.output.find("/join#") + 6;
    return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  }
};

v1::ClientMessage measure(v1::MeasureKind kind, std::uint32_t person, std::uint32_t minutes, char id) {
  v1::ClientMessage message;
  auto& out = *message.mutable_measure();
  out.set_client_id(std::string(16, id));
  out.set_person(person);
  out.set_kind(kind);
  out.set_minutes(minutes);
  out.set_reason("advertising");
  return message;
}

std::uint32_t acked(Tab& tab, const v1::ClientMessage& message) {
  const auto seq = tab.say(message);
  return tab.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; })
      .ack()
      .number();
}

v1::Reject refused(Tab& tab, const v1::ClientMessage& message) {
  const auto seq = tab.say(message);
  return tab.hear([&](const auto& heard) { return heard.has_reject() && heard.reject().in_reply_to() == seq; })
      .reject();
}

TEST_F(KeepingOrder, a_moderator_mutes_and_lifts_somebody_on_the_other_shard) {
  const auto moderator_token = moderator_link();
  Server server(data_, {"--shards", "2"});
  auto seun = browser(server, moderator_token), bo = browser(server, links_[1]);
  Tab moderator(seun), b(bo);
  (void)moderator.enter();
  const auto person = b.enter().me().person();
  const auto number = acked(moderator, measure(v1::MEASURE_KIND_MUTE, person, 30, 'm'));
  const auto told = b.hear([](const auto& heard) { return heard.has_my_measure(); }).my_measure();
  EXPECT_EQ(told.measure(), number);
  EXPECT_EQ(told.kind(), v1::MEASURE_KIND_MUTE);
  EXPECT_EQ(told.reason(), "advertising");
  EXPECT_EQ(told.until_ms(), told.at_ms() + 30 * 60'000);
  const auto reject = refused(b, send_message("hall", "hello", 1));
  EXPECT_EQ(reject.code(), v1::REJECT_CODE_MUTED);
  EXPECT_EQ(reject.reason(), "advertising");
  EXPECT_EQ(reject.until_ms(), told.until_ms());
  v1::ClientMessage lift;
  lift.mutable_lift()->set_client_id(std::string(16, 'l'));
  lift.mutable_lift()->set_measure(number);
  acked(moderator, lift);
  (void)b.hear([](const auto& heard) { return heard.has_my_measure() && heard.my_measure().lifted(); });
  EXPECT_NE(acked(b, send_message("hall", "thanks", 2)), 0U);
}

TEST_F(KeepingOrder, who_is_banned_is_closed_on_all_tabs_and_refused_at_the_door_after_kill_9_too) {
  const auto moderator_token = moderator_link();
  auto server = std::make_unique<Server>(data_, std::vector<std::string>{"--shards", "2"});
  auto seun = browser(*server, moderator_token), bo = browser(*server, links_[1]), amara = browser(*server, links_[0]);
  {
    Tab moderator(seun), one(bo), two(bo), a(amara);
    (void)moderator.enter();
    const auto person = one.enter().me().person();
    (void)two.enter();
    (void)a.enter();
    const std::string ticket = bo.ticket();
    ASSERT_FALSE(ticket.empty());
    acked(moderator, measure(v1::MEASURE_KIND_BAN, person, 60, 'b'));
    for (Tab* tab : {&one, &two}) {
      EXPECT_EQ(tab->hear([](const auto& heard) { return heard.has_my_measure(); }).my_measure().reason(),
                "advertising");
      EXPECT_EQ(tab->hear_end(), 4009);
    }
    // At the door from this moment on: with the cookie, with the link, in another browser.
    const auto no_ticket = bo.post("/api/v1/ticket", "{}");
    EXPECT_EQ(no_ticket.status, 403);
    EXPECT_NE(no_ticket.body.find("\"banned\""), std::string::npos) << no_ticket.body;
    EXPECT_NE(no_ticket.body.find("advertising"), std::string::npos);
    EXPECT_NE(no_ticket.body.find("untilMs"), std::string::npos);
    Browser other(server->port(), server->origin());
    EXPECT_EQ(other.enter(links_[1], true).status, 403);
    // A ticket from before the ban opens a connection, which is told and closed.
    Browser late(server->port(), server->origin());
    EXPECT_EQ(fetch(bo.port(), upgrade_request(bo.origin(), "posterhall.v1, ticket." + ticket)).status, 101);
    EXPECT_NE(acked(a, send_message("hall", "still here", 1)), 0U);
    server->kill();
  }
  server = std::make_unique<Server>(data_, std::vector<std::string>{"--shards", "2"});
  bo.move_to(server->port(), server->origin());
  EXPECT_EQ(bo.enter(links_[1]).status, 403);
  EXPECT_EQ(bo.post("/api/v1/ticket", "{}").status, 403);
  amara.move_to(server->port(), server->origin());
  Tab a(amara);
  (void)a.enter();
}

TEST_F(KeepingOrder, the_audit_log_is_in_order_beside_the_server_and_a_flipped_byte_is_named) {
  const auto moderator_token = moderator_link();
  {
    Server server(data_);
    auto seun = browser(server, moderator_token), bo = browser(server, links_[1]);
    Tab moderator(seun), b(bo);
    (void)moderator.enter();
    acked(moderator, measure(v1::MEASURE_KIND_WARN, b.enter().me().person(), 0, 'w'));
    const auto verified = run_posterhall({"audit", "verify", "--data", data_.path().string()});
    EXPECT_EQ(verified.status, 0) << verified.output;
    EXPECT_NE(verified.output.find("all in order"), std::string::npos);
    server.kill();
  }
  const auto after = run_posterhall({"audit", "verify", "--data", data_.path().string()});
  EXPECT_EQ(after.status, 0) << after.output;
  const int entries = std::stoi(after.output);
  {
    store::Sqlite db(data_.path() / "posterhall.sqlite", store::Durability::full);
    db.run("drop trigger audit_stays; update audit set words = replace(words, 'advertising', 'advertisinf')");
    ASSERT_FALSE(db.failed()) << db.error_text();
  }
  const auto flipped = run_posterhall({"audit", "verify", "--data", data_.path().string()});
  EXPECT_EQ(flipped.status, 1);
  EXPECT_NE(flipped.output.find("entry " + std::to_string(entries) + " of the audit log does not fit"),
            std::string::npos)
      << flipped.output;
}

TEST_F(KeepingOrder, a_report_reaches_the_moderator_and_a_block_holds_between_two_shards) {
  const auto moderator_token = moderator_link();
  Server server(data_, {"--shards", "2"});
  auto seun = browser(server, moderator_token), bo = browser(server, links_[1]), amara = browser(server, links_[0]);
  Tab moderator(seun), b(bo), a(amara);
  (void)moderator.enter();
  const auto bo_id = b.enter().me().person();
  const auto amara_id = a.enter().me().person();
  const std::string direct =
      "dm/" + std::to_string(std::min(bo_id, amara_id)) + "-" + std::to_string(std::max(bo_id, amara_id));
  const auto number = acked(b, send_message(direct, "buy this", 1));
  v1::ClientMessage report;
  report.mutable_report()->set_client_id(std::string(16, 'r'));
  report.mutable_report()->set_person(bo_id);
  report.mutable_report()->set_channel(direct);
  report.mutable_report()->set_number(number);
  report.mutable_report()->set_reason("spam");
  const auto filed = acked(a, report);
  (void)moderator.hear(
      [](const auto& heard) { return heard.has_order_changed() && heard.order_changed().open_reports() == 1; });
  v1::ClientMessage queue;
  queue.mutable_order_queue();
  moderator.say(queue);
  const auto page = moderator.hear([](const auto& heard) { return heard.has_order_queue(); }).order_queue();
  ASSERT_EQ(page.reports_size(), 1);
  EXPECT_EQ(page.reports(0).report(), filed);
  EXPECT_EQ(page.reports(0).message(), "buy this");
  v1::ClientMessage block;
  block.mutable_block()->set_person(bo_id);
  acked(a, block);
  (void)a.hear(
      [](const auto& heard) { return heard.has_blocked_people() && heard.blocked_people().persons_size() == 1; });
  EXPECT_EQ(refused(a, send_message(direct, "no", 2)).code(), v1::REJECT_CODE_UNDELIVERABLE);
  // Search finds who it is, to take the block back, and no more where they are.
  const auto search = amara.get("/api/v1/search?q=Bot&kinds=people");
  const auto row = search.body.find("\"person\":" + std::to_string(bo_id) + ",");
  ASSERT_NE(row, std::string::npos) << search.body;
  const auto at = search.body.find("\"at\":", row);
  EXPECT_EQ(search.body.substr(at, 7), "\"at\":{}") << search.body;
}

}  // namespace
}  // namespace posterhall::integration
