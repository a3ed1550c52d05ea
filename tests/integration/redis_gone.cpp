// Two processes while Redis is gone, and after: the store says what happened, nobody is sent out, nothing is lost.
#include <fstream>
#include <sstream>

#include "integration/support/two_processes.hpp"

namespace posterhall::integration {
namespace {

class RedisGone : public TwoProcesses {
 protected:
  /// The line of docs/operating.md that says who is at a poster, for another poster and the test's Redis.
  [[nodiscard]] std::string documented_line(std::uint32_t booth) const {
    std::stringstream text;
    text << std::ifstream(std::string(POSTERHALL_SOURCE_DIR) + "/docs/operating.md").rdbuf();
    std::string line;
    while (std::getline(text, line) && !line.starts_with("for key in $(redis-cli")) {
    }
    EXPECT_FALSE(line.empty()) << "docs/operating.md says it no more";
    const auto change = [&line](const std::string& from, const std::string& to) {
      for (auto at = line.find(from); at != std::string::npos; at = line.find(from, at + to.size())) {
        line.replace(at, from.size(), to);
      }
    };
    change("redis-cli", "redis-cli -s '" + redis_.socket() + "'");
    change("312", std::to_string(booth));
    return line;
  }
};

TEST_F(RedisGone, redis_goes_and_comes_and_nothing_said_is_lost) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  enter_and_watch({&a, &b});
  for (Tab* tab : {&a, &b}) tab->say(go_to_booth(101));
  ASSERT_TRUE(wait_until([&] { return is_together(a) && is_together(b); }, {&a, &b}));
  redis_goes(a, b);
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
  EXPECT_TRUE(wait_until([&] { return !is_apart(a) && !is_apart(b); }, {&a, &b}));
  EXPECT_EQ(acked(b, send_message("poster/1", "back", 2, v1::EVENT_KIND_QUESTION)), 2U);
  EXPECT_TRUE(wait_until([&] { return a.events().size() == 2 && b.events().size() == 2; }, {&a, &b}));
  EXPECT_TRUE(wait_until([&] { return is_together(a) && is_together(b); }, {&a, &b}));
  b.say(say_nearby("and nearby too", 'n'));
  (void)a.hear([](const auto& heard) { return heard.has_nearby() && heard.nearby().text() == "and nearby too"; });
}

TEST_F(RedisGone, a_redis_that_forgot_everything_is_told_again) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  const auto at_101 = [&] { return std::ranges::count(tests::RedisServer::shell(documented_line(101)), '\n'); };
  ASSERT_TRUE(wait_until([&] { return at_101() == 2; }, {&a, &b}));
  (void)redis_.cli("flushall");
  const auto flushed = steady_clock::now();
  EXPECT_TRUE(wait_until([&] { return at_101() == 2; }, {&a, &b}));
  EXPECT_LE(steady_clock::now() - flushed, std::chrono::seconds(5));
  EXPECT_TRUE(a.place_of(b.welcome().visitor()));
}

TEST_F(RedisGone, sessions_ended_on_one_are_ended_on_the_other_within_five_seconds) {
  auto here = browser(*a_, links_[0]), other = browser(*a_, links_[1]);
  auto there = browser(*b_, links_[0], true);
  Tab bystander(other), tab(there);
  (void)bystander.enter();
  (void)tab.enter();
  redis_goes(bystander, tab);
  EXPECT_EQ(here.post("/api/v1/not-me", "{}").status, 200);
  const auto ended = steady_clock::now();
  EXPECT_NE(tab.hear_end(), 0);
  EXPECT_LE(steady_clock::now() - ended, std::chrono::seconds(5));
  EXPECT_EQ(there.post("/api/v1/ticket", "{}").status, 401);
}

TEST_F(RedisGone, a_ban_and_a_takeover_act_on_the_other_within_five_seconds) {
  auto wairimu = browser(*a_, organiser_), bo = browser(*b_, links_[1]), ines = browser(*b_, links_[2]);
  Tab organiser(wairimu), b(bo), c(ines);
  (void)organiser.enter();
  const auto person = b.enter().me().person();
  (void)c.enter();
  redis_goes(organiser, b);
  auto elsewhere = browser(*a_, links_[2], true);
  Tab taken(elsewhere);
  EXPECT_TRUE(taken.enter().in_control());
  EXPECT_NE(acked(organiser, measure(v1::MEASURE_KIND_BAN, person, 60)), 0U);
  const auto stored = steady_clock::now();
  EXPECT_EQ(b.hear_end(), 4009);
  EXPECT_NE(c.hear_end(), 0);
  EXPECT_LE(steady_clock::now() - stored, std::chrono::seconds(5));
}

}  // namespace
}  // namespace posterhall::integration
