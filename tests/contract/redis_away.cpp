// What only a way over Redis can meet: it is away, it forgets, it says nonsense, it does not answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

#include "contract/relay_nets.hpp"

namespace posterhall::tests {
namespace {

hall::RelayBatch visitor_of(hall::ShardNumber from, std::uint32_t person, std::uint32_t booth) {
  const VisitorId visitor{from << 14 | person};
  hall::RelayBatch batch;
  batch.from = from;
  batch.records.push_back({visitor, PersonId{person}, Epoch{1}, domain::pack_identity(visitor, 1), 2,
                           domain::make_conversation(domain::ConversationKind::booth, booth), RoomId{}, false});
  return batch;
}

TEST(RedisAway, killed_and_back_everybody_is_asked_for_everything) {
  LinkedPair pair;
  auto& [net, a, b] = pair;
  say(net.relay(0), talk_of(0, 1));
  ASSERT_TRUE(b.wait_for(heard(0, 1)));
  net.redis().kill();
  ASSERT_TRUE(net.wait_linked(false));
  say(net.relay(0), talk_of(0, 2));  // is not said later: it was for then
  const std::size_t before = a.wishes();
  net.redis().start();
  ASSERT_TRUE(net.wait_linked(true));
  say(net.relay(0), talk_of(0, 3));
  ASSERT_TRUE(b.wait_for(heard(0, 3)));
  say(net.relay(1), talk_of(1, 4));  // carries the wish
  EXPECT_TRUE(a.wait_for_wishes(before + 1));
  EXPECT_FALSE(heard(0, 2)(b.batches()));
}

TEST(RedisAway, not_there_at_first_it_is_found_later) {
  RedisNet net(2);
  net.listen(0);
  Listener& b = net.listen(1);
  b.start();
  net.redis().kill();
  net.begin();
  say(net.relay(0), talk_of(0, 1));
  EXPECT_FALSE(net.relay(0).linked());
  net.redis().start();
  ASSERT_TRUE(net.wait_linked(true));
  say(net.relay(0), talk_of(0, 2));
  EXPECT_TRUE(b.wait_for(heard(0, 2)));
}

TEST(RedisAway, one_that_stands_still_is_given_up_within_seconds_and_found_again) {
  LinkedPair pair;
  RedisNet& net = pair.net;
  net.redis().signal(SIGSTOP);
  say(net.relay(0), talk_of(0, 1));
  say(net.relay(1), talk_of(1, 1));
  EXPECT_TRUE(net.wait_linked(false));
  net.redis().signal(SIGCONT);
  ASSERT_TRUE(net.wait_linked(true));
  EXPECT_TRUE(pair.hear_each_other(2));
}

TEST(RedisAway, a_publication_that_did_not_come_is_noticed) {
  LinkedPair pair;
  auto& [net, a, b] = pair;
  say(net.relay(0), talk_of(0, 1));
  ASSERT_TRUE(b.wait_for(heard(0, 1)));
  // Only the way of the second is cut: it does not know what was said meanwhile.
  const std::size_t before = a.wishes();
  const auto id = net.redis().cli("client list type pubsub | grep -o '^id=[0-9]*' | head -1 | cut -d= -f2");
  (void)net.redis().cli("client kill id " + id.substr(0, id.find('\n')));
  ASSERT_TRUE(RedisNet::wait_until([&] { return net.figures(0).lost.value() + net.figures(1).lost.value() > 0; }));
  ASSERT_TRUE(net.wait_linked(true));
  ASSERT_TRUE(RedisNet::wait_until([&] {
    say(net.relay(0), talk_of(0, 2));
    say(net.relay(1), talk_of(1, 2));
    return a.wishes() > before;
  }));
}

TEST(RedisAway, a_process_hears_all_numbers_but_its_own_and_one_word_to_itself) {
  RedisNet net(2);
  net.connect();
  const auto hear = [&](const std::string& channel) {
    const std::string said = net.redis().cli("pubsub numsub 'ph:{test}:" + channel + "'");
    return said.substr(said.find('\n') + 1);
  };
  EXPECT_EQ(hear("relay:0"), "1\n");  // the second process
  EXPECT_EQ(hear("relay:1"), "1\n");  // the first
  EXPECT_EQ(hear("relay:2"), "2\n");  // whoever comes
  EXPECT_EQ(hear("relay:1023"), "2\n");
  EXPECT_EQ(hear("relay:1024"), "0\n");
  const std::string ways = net.redis().cli("pubsub channels 'ph:{test}:way:*'");
  EXPECT_EQ(std::ranges::count(ways, '\n'), 2) << ways;
}

TEST(RedisAway, nonsense_is_refused_and_harms_nobody) {
  RedisNet net(2);
  net.listen(0);
  Listener& b = net.listen(1);
  b.start();
  net.connect();
  for (const std::string payload : {"''", "hello", "'\\x0d\\x01\\x00\\x00\\x00'", "'\\x0d\\x02\\x00\\x00\\x00'"}) {
    (void)net.redis().cli("-x publish 'ph:{test}:relay:9' < /dev/null");
    (void)RedisServer::shell("printf " + payload + " | redis-cli -s '" + net.redis().socket() +
                             "' -x publish 'ph:{test}:relay:9'");
  }
  EXPECT_TRUE(RedisNet::wait_until([&] { return net.figures(1).refused.value() >= 8; }));
  say(net.relay(0), talk_of(0, 1));
  ASSERT_TRUE(b.wait_for(heard(0, 1)));
  EXPECT_EQ(b.batches().size(), 1U);
}

TEST(RedisAway, who_speaks_for_our_own_shards_is_refused) {
  RedisNet net(2);
  net.listen(0);
  Listener& b = net.listen(1);
  b.start();
  net.connect();
  say(net.relay(0), talk_of(1, 1));  // the second process's number
  EXPECT_TRUE(RedisNet::wait_until([&] { return net.figures(1).refused.value() == 1; }));
  EXPECT_TRUE(b.batches().empty());
}

TEST(RedisAway, a_password_is_said_and_a_wrong_one_is_no_end) {
  RedisNet right(1, {"--requirepass", "open sesame"}, ":open%20sesame@");
  right.connect();
  RedisNet wrong(1, {"--requirepass", "open sesame"}, ":sesame@");
  wrong.begin();
  EXPECT_TRUE(right.relay(0).linked());
  // Refused again and again, not untried.
  const auto tried = [&] { return wrong.redis().cli("-a 'open sesame' info errorstats"); };
  EXPECT_TRUE(RedisNet::wait_until([&] { return tried().find("errorstat_WRONGPASS") != std::string::npos; }))
      << tried();
  EXPECT_FALSE(wrong.relay(0).linked());
}

TEST(RedisAway, a_subscription_that_gives_nothing_back_is_opened_anew) {
  RedisNet net(2);
  net.listen(0).start();
  Listener& b = net.listen(1);
  b.start();
  net.connect();
  // Nobody is thrown out by it: both connections stay, only what is published goes nowhere.
  (void)net.redis().cli("acl setuser default -publish");
  EXPECT_TRUE(RedisNet::wait_until([&] { return net.figures(0).lost.value() > 0 && net.figures(1).lost.value() > 0; }));
  const auto wishes = b.wishes();
  (void)net.redis().cli("acl setuser default +publish");
  // Linked again, everybody is asked, and what is said is heard.
  EXPECT_TRUE(b.wait_for_wishes(wishes + 1));
  EXPECT_TRUE(RedisNet::wait_until([&] {
    say(net.relay(0), talk_of(0, 1));
    const auto talk = all_talk(b.batches());
    return std::find(talk.begin(), talk.end(), std::pair{hall::ShardNumber{0}, 1U}) != talk.end();
  }));
}

TEST(RedisAway, who_is_where_is_told_and_told_again_after_flushall) {
  RedisNet net(1);
  net.listen(0);
  net.connect();
  auto batch = visitor_of(0, 7, 312);
  const auto hidden = visitor_of(0, 8, 312);
  batch.records.push_back(hidden.records[0]);
  say(net.relay(0), batch);
  const auto at_312 = [&] {
    return RedisServer::shell("for key in $(redis-cli -s '" + net.redis().socket() +
                              "' --scan --pattern 'ph:{test}:here:*'); do redis-cli -s '" + net.redis().socket() +
                              "' hvals \"$key\"; done | grep '\"booth\":312,'");
  };
  const std::string there =
      "{\"person\":7,\"name\":\"Person 7\",\"hall\":\"floor\",\"booth\":312,"
      "\"process\":\"0000000000000001\",\"since\":1776000000000}\n";
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312() == there; })) << at_312();
  (void)net.redis().cli("flushall");
  EXPECT_EQ(at_312(), "");
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312() == there; })) << "told again after FLUSHALL";
  EXPECT_NE(net.redis().cli("get 'ph:{test}:process:0000000000000001'").find("\"people\":2"), std::string::npos);
  // Who does not want to be located any more need not move for it.
  net.hide(true);
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312().empty(); })) << at_312();
  net.hide(false);
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312() == there; })) << at_312();
  // From booth to booth and back.
  say(net.relay(0), visitor_of(0, 7, 313));
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312().empty(); })) << at_312();
  say(net.relay(0), visitor_of(0, 7, 312));
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312() == there; })) << at_312();
  hall::RelayBatch gone;
  gone.departed = {VisitorId{7}};
  say(net.relay(0), gone);
  EXPECT_TRUE(RedisNet::wait_until([&] { return at_312().empty(); }));
  const auto lasts = std::stol(net.redis().cli("pttl 'ph:{test}:process:0000000000000001'"));
  EXPECT_GT(lasts, 0);
  EXPECT_LE(lasts, 5000);
}

}  // namespace
}  // namespace posterhall::tests
