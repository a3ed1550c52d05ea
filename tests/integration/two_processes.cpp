// Two real processes on one machine with one directory and one Redis: one hall. Whoever of the three dies.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

#include "contract/redis_server.hpp"
#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

using std::chrono::steady_clock;

const std::string kOrigin = "http://hall.test";

class TwoProcesses : public testing::Test {
 protected:
  void SetUp() override {
    for (const Server* server : {a_.get(), b_.get()}) {
      ASSERT_TRUE(wait_until([&] { return linked(*server); })) << "no way to Redis";
    }
  }
  [[nodiscard]] std::unique_ptr<Server> start() {
    return std::make_unique<Server>(
        data_, std::vector<std::string>{"--redis", redis_.address(), "--public-url", kOrigin, "--shards", "2"});
  }
  [[nodiscard]] static bool linked(const Server& server) {
    return get(server.port(), "/metrics").body.find("\nposterhall_redis_linked 1") != std::string::npos;
  }
  /// Reads what comes to the tabs meanwhile.
  template <class Holds>
  [[nodiscard]] static bool wait_until(Holds holds, std::vector<Tab*> tabs = {}) {
    const auto until = give_up_at();
    while (!holds()) {
      if (steady_clock::now() > until) return false;
      for (Tab* tab : tabs) tab->hear_what_is_there();
      std::this_thread::sleep_for(std::chrono::milliseconds(5));  // polls a state of other processes
    }
    return true;
  }
  [[nodiscard]] static Browser browser(const Server& server, const std::string& link, bool take_over = false) {
    Browser out(server.port(), kOrigin);
    EXPECT_EQ(out.enter(link, take_over).status, 200);
    return out;
  }

  tests::RedisServer redis_;
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(6);
  std::string organiser_ = data_.organiser_link();
  std::unique_ptr<Server> a_ = start(), b_ = start();
};

v1::ClientMessage go_to_booth(std::uint32_t number) {
  v1::ClientMessage message;
  message.mutable_go()->set_booth(number);
  message.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  return message;
}

v1::ClientMessage watch(const std::string& channel) {
  v1::ClientMessage message;
  message.mutable_watch()->set_channel(channel);
  return message;
}

constexpr std::uint32_t kBooth101 = (1U << 28) | 101;

v1::ClientMessage say_nearby(const std::string& text, char id) {
  v1::ClientMessage say;
  say.mutable_say()->set_client_id(std::string(16, id));
  say.mutable_say()->set_text(text);
  say.mutable_say()->set_conversation(kBooth101);
  return say;
}

std::uint32_t acked(Tab& tab, const v1::ClientMessage& message) {
  const auto seq = tab.say(message);
  return tab.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; })
      .ack()
      .number();
}

bool together(const v1::ServerMessage& heard) {
  return heard.has_conversation() && heard.conversation().conversation() == kBooth101 &&
         heard.conversation().members_size() == 2;
}

bool apart(const v1::ServerMessage& heard) { return heard.has_facts() && heard.facts().apart(); }

TEST_F(TwoProcesses, people_see_each_other_talk_nearby_and_leave) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  EXPECT_NE(a.welcome().visitor() >> 14, b.welcome().visitor() >> 14) << "each shard has a number of its own";
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  (void)a.hear(together);
  (void)b.hear(together);
  const auto going = b.hear([](const auto& heard) { return heard.has_going(); }).going();
  const auto stands = [&] {
    const auto place = a.place_of(b.welcome().visitor());
    return place && (*place >> 4) == (going.place() >> 4);
  };
  EXPECT_TRUE(wait_until(stands, {&a, &b}));
  b.say(say_nearby("Hello from the other machine", 's'));
  const auto nearby = a.hear([](const auto& heard) { return heard.has_nearby(); }).nearby();
  EXPECT_EQ(nearby.text(), "Hello from the other machine");
  EXPECT_EQ(nearby.visitor(), b.welcome().visitor());
  v1::ClientMessage leave;
  leave.mutable_leave();
  b.say(leave);
  EXPECT_TRUE(wait_until([&] { return !a.place_of(b.welcome().visitor()); }, {&a}));
}

TEST_F(TwoProcesses, questions_have_one_order_everywhere) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  for (Tab* tab : {&a, &b}) {
    tab->say(watch("poster/1"));
    (void)tab->hear([](const auto& heard) { return heard.has_watching(); });
  }
  constexpr std::uint8_t kEach = 4;  // as many at once as anybody may ask
  for (std::uint8_t i = 0; i < kEach; ++i) {
    a.say(send_message("poster/1", "a" + std::to_string(i), static_cast<std::uint8_t>(i + 1), v1::EVENT_KIND_QUESTION));
    b.say(
        send_message("poster/1", "b" + std::to_string(i), static_cast<std::uint8_t>(i + 101), v1::EVENT_KIND_QUESTION));
  }
  const auto all = [&] { return a.events().size() >= 2 * kEach && b.events().size() >= 2 * kEach; };
  EXPECT_TRUE(wait_until(all, {&a, &b})) << a.events().size() << " " << b.events().size();
  ASSERT_EQ(a.events().size(), b.events().size());
  for (std::size_t i = 0; i < a.events().size(); ++i) {
    EXPECT_EQ(a.events()[i].number(), i + 1);
    EXPECT_EQ(a.events()[i].text(), b.events()[i].text());
  }
}

TEST_F(TwoProcesses, the_device_that_came_last_has_the_avatar) {
  auto here = browser(*a_, links_[0]);
  Tab first(here);
  (void)first.enter();
  auto there = browser(*b_, links_[0], true);
  Tab second(there);
  EXPECT_TRUE(second.enter().in_control());
  const auto control = first.hear([](const auto& heard) { return heard.has_control(); }).control();
  EXPECT_FALSE(control.in_control());
  // There is one of them, not two.
  EXPECT_TRUE(wait_until([&] { return first.place_of(second.welcome().visitor()).has_value(); }, {&first, &second}));
  EXPECT_TRUE(wait_until([&] { return !first.place_of(first.welcome().visitor()); }, {&first, &second}));
}

TEST_F(TwoProcesses, a_ban_acts_on_the_other_within_two_seconds) {
  auto wairimu = browser(*a_, organiser_), bo = browser(*b_, links_[1]);
  Tab organiser(wairimu), b(bo);
  (void)organiser.enter();
  const auto person = b.enter().me().person();
  v1::ClientMessage ban;
  ban.mutable_measure()->set_client_id(std::string(16, 'm'));
  ban.mutable_measure()->set_person(person);
  ban.mutable_measure()->set_kind(v1::MEASURE_KIND_BAN);
  ban.mutable_measure()->set_minutes(60);
  ban.mutable_measure()->set_reason("advertising");
  EXPECT_NE(acked(organiser, ban), 0U);
  const auto told = steady_clock::now();
  EXPECT_EQ(b.hear_end(), 4009);
  EXPECT_LE(steady_clock::now() - told, std::chrono::seconds(2));
  EXPECT_EQ(bo.post("/api/v1/ticket", "{}").status, 403);
}

TEST_F(TwoProcesses, a_ticket_opens_one_of_them_once) {
  auto amara = browser(*a_, links_[0]);
  for (int round = 0; round < 20; ++round) {
    const std::string request = upgrade_request(kOrigin, "posterhall.v1, ticket." + amara.ticket());
    RawSocket at_a(a_->port()), at_b(b_->port());
    ASSERT_TRUE(at_a.send(request));
    ASSERT_TRUE(at_b.send(request));
    int opened = 0;
    for (RawSocket* socket : {&at_a, &at_b}) {
      std::string said;
      while (said.find("\r\n\r\n") == std::string::npos && socket->receive(said)) {
      }
      if (said.starts_with("HTTP/1.1 101")) ++opened;
    }
    EXPECT_EQ(opened, 1) << round;
  }
}

TEST_F(TwoProcesses, who_was_on_a_killed_process_is_gone_within_six_seconds) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  const auto sees = [&] { return b.place_of(a.welcome().visitor()).has_value(); };
  ASSERT_TRUE(wait_until(sees, {&a, &b}));
  const auto killed = steady_clock::now();
  a_->kill();
  EXPECT_TRUE(wait_until([&] { return !sees(); }, {&b}));
  EXPECT_LE(steady_clock::now() - killed, std::chrono::seconds(6));
  const auto keys = [&] { return redis_.cli("--scan --pattern 'ph:*:process:*'"); };
  EXPECT_TRUE(wait_until([&] { return std::ranges::count(keys(), '\n') == 1; }, {&b})) << keys();
  // Another one comes in its place, with numbers of its own, and everybody is there again.
  a_ = start();
  amara.move_to(a_->port(), kOrigin);
  Tab again(amara);
  (void)again.enter();
  EXPECT_TRUE(wait_until([&] { return b.place_of(again.welcome().visitor()).has_value(); }, {&again, &b}));
  EXPECT_TRUE(wait_until([&] { return again.place_of(b.welcome().visitor()).has_value(); }, {&again, &b}));
}

TEST_F(TwoProcesses, redis_goes_and_comes_and_nothing_said_is_lost) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  for (Tab* tab : {&a, &b}) {
    tab->say(watch("poster/1"));
    (void)tab->hear([](const auto& heard) { return heard.has_watching(); });
    tab->say(go_to_booth(101));
  }
  (void)a.hear(together);
  (void)b.hear(together);
  redis_.kill();
  (void)a.hear(apart);
  (void)b.hear(apart);
  EXPECT_EQ(acked(a, send_message("poster/1", "while it is away", 1, v1::EVENT_KIND_QUESTION)), 1U);
  EXPECT_TRUE(wait_until([&] { return b.events().size() == 1; }, {&a, &b})) << "read from the store";
  EXPECT_TRUE(wait_until([&] { return !a.place_of(b.welcome().visitor()); }, {&a, &b}));
  EXPECT_EQ(get(a_->port(), "/readyz").status, 200);
  redis_.start();
  const auto back = steady_clock::now();
  const auto see = [&] {
    return a.place_of(b.welcome().visitor()) && b.place_of(a.welcome().visitor()) && linked(*a_) && linked(*b_);
  };
  EXPECT_TRUE(wait_until(see, {&a, &b}));
  EXPECT_LE(steady_clock::now() - back, std::chrono::seconds(5));
  (void)a.hear([](const auto& heard) { return heard.has_facts() && !heard.facts().apart(); });
  EXPECT_EQ(acked(b, send_message("poster/1", "back", 2, v1::EVENT_KIND_QUESTION)), 2U);
  EXPECT_TRUE(wait_until([&] { return a.events().size() == 2 && b.events().size() == 2; }, {&a, &b}));
  (void)a.hear(together);
  b.say(say_nearby("and nearby too", 'n'));
  (void)a.hear([](const auto& heard) { return heard.has_nearby() && heard.nearby().text() == "and nearby too"; });
}

TEST_F(TwoProcesses, a_redis_that_forgot_everything_is_told_again) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  const auto at_101 = [&] {
    const auto lines = tests::RedisServer::shell("for key in $(redis-cli -s '" + redis_.socket() +
                                                 "' --scan --pattern 'ph:*:here:*'); do redis-cli -s '" +
                                                 redis_.socket() + "' hvals \"$key\"; done | grep '\"booth\":101,'");
    return std::ranges::count(lines, '\n');
  };
  ASSERT_TRUE(wait_until([&] { return at_101() == 2; }, {&a, &b}));
  (void)redis_.cli("flushall");
  const auto flushed = steady_clock::now();
  EXPECT_TRUE(wait_until([&] { return at_101() == 2; }, {&a, &b}));
  EXPECT_LE(steady_clock::now() - flushed, std::chrono::seconds(5));
  EXPECT_TRUE(a.place_of(b.welcome().visitor()));
}

TEST_F(TwoProcesses, sessions_ended_on_one_are_ended_on_the_other) {
  auto here = browser(*a_, links_[0]);
  auto there = browser(*b_, links_[0], true);
  Tab tab(there);
  (void)tab.enter();
  EXPECT_EQ(here.post("/api/v1/not-me", "{}").status, 200);
  EXPECT_NE(tab.hear_end(), 0);
}

TEST_F(TwoProcesses, one_that_is_asked_to_end_leaves_no_trace) {
  b_->signal(SIGTERM);
  const auto finished = b_->wait();
  EXPECT_EQ(finished.status, 0) << finished.output;
  EXPECT_EQ(std::ranges::count(redis_.cli("--scan --pattern 'ph:*:process:*'"), '\n'), 1);
  EXPECT_EQ(finished.output.find("sock?"), std::string::npos);
  b_ = start();
}

}  // namespace
}  // namespace posterhall::integration
