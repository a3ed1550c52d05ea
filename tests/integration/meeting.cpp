// Two people in the real hall: they see each other, talk, ask; with one shard and with two.
#include <gtest/gtest.h>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

class Meeting : public testing::TestWithParam<int> {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(4);
  Server server_{data_, {"--shards", std::to_string(GetParam())}};

  Browser browser(std::size_t person) {
    Browser out(server_.port(), server_.origin());
    EXPECT_EQ(out.enter(links_.at(person)).status, 200);
    return out;
  }
};

v1::ClientMessage go_to_booth(std::uint32_t number) {
  v1::ClientMessage message;
  message.mutable_go()->set_booth(number);
  message.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  return message;
}

TEST_P(Meeting, people_see_each_other_come_move_and_leave) {
  auto amara = browser(0), bo = browser(1);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  const auto going = b.hear([](const auto& heard) { return heard.has_going(); }).going();
  EXPECT_TRUE(going.set_down());
  // Flags are the server's; where one stands is what both must agree on.
  const auto stands = [&] {
    const auto place = a.place_of(b.welcome().visitor());
    return place && (*place >> 4) == (going.place() >> 4);
  };
  a.hear_until(stands);
  v1::ClientMessage leave;
  leave.mutable_leave();
  b.say(leave);
  a.hear_until([&] { return !a.place_of(b.welcome().visitor()); });
  EXPECT_EQ(b.hear_end(), 4007);
}

TEST_P(Meeting, a_small_step_is_seen_and_a_leap_is_put_right) {
  auto amara = browser(0), bo = browser(1);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  const auto going = b.hear([](const auto& heard) { return heard.has_going(); }).going();
  b.hear_until([&] { return b.place_of(b.welcome().visitor()).has_value(); });
  v1::ClientMessage leap;
  leap.mutable_move()->set_sequence((going.sequence() + 1) & 0xff);
  leap.mutable_move()->set_place(3U << 18 | 3U << 4);  // the hall's corner: a wall, and far away
  b.say(leap);
  a.hear_until([&] { return a.place_of(b.welcome().visitor()).has_value(); });
  EXPECT_NE(a.place_of(b.welcome().visitor()).value_or(0) >> 4, (3U << 18 | 3U << 4) >> 4);
}

TEST_P(Meeting, a_question_is_stored_numbered_and_shown_to_who_watches) {
  auto amara = browser(0), bo = browser(1);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  v1::ClientMessage watch;
  watch.mutable_watch()->set_channel("poster/1");
  a.say(watch);
  EXPECT_EQ(a.hear([](const auto& heard) { return heard.has_watching(); }).watching().head(), 0U);
  const auto seq = b.say(send_message("poster/1", "How deep?", 1, v1::EVENT_KIND_QUESTION));
  const auto ack = b.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; }).ack();
  EXPECT_EQ(ack.number(), 1U);
  a.hear_until([&] { return !a.events().empty(); });
  EXPECT_EQ(a.events()[0].number(), 1U);
  EXPECT_EQ(a.events()[0].text(), "How deep?");
  EXPECT_EQ(a.events()[0].client_id(), std::string(16, '\x01'));
  EXPECT_EQ(a.events()[0].at_ms(), ack.at_ms());
  // Said again with the same id: the same number, and nobody sees it twice.
  const auto again = b.say(send_message("poster/1", "How deep?", 1, v1::EVENT_KIND_QUESTION));
  const auto second =
      b.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == again; }).ack();
  EXPECT_EQ(second.number(), 1U);
  b.say(send_message("poster/1", "And wide?", 2, v1::EVENT_KIND_QUESTION));
  a.hear_until([&] { return a.events().size() >= 2; });
  EXPECT_EQ(a.events().size(), 2U);
  EXPECT_EQ(a.events()[1].number(), 2U);
}

TEST_P(Meeting, nearby_talk_reaches_who_stands_at_the_same_booth) {
  auto amara = browser(0), bo = browser(1), ines = browser(2);
  Tab a(amara), b(bo), c(ines);
  for (auto* tab : {&a, &b, &c}) (void)tab->enter();
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  c.say(go_to_booth(102));
  constexpr std::uint32_t kBooth101 = (1U << 28) | 101;
  const auto together = [](const v1::ServerMessage& heard) {
    return heard.has_conversation() && heard.conversation().conversation() == kBooth101 &&
           heard.conversation().members_size() == 2;
  };
  (void)a.hear(together);
  (void)b.hear(together);
  v1::ClientMessage say;
  say.mutable_say()->set_client_id(std::string(16, 's'));
  say.mutable_say()->set_text("Hello at 101");
  say.mutable_say()->set_conversation(kBooth101);
  b.say(say);
  const auto nearby = a.hear([](const auto& heard) { return heard.has_nearby(); }).nearby();
  EXPECT_EQ(nearby.text(), "Hello at 101");
  EXPECT_EQ(nearby.visitor(), b.welcome().visitor());
  // Who stands elsewhere does not hear it: their own question, asked later, comes first.
  c.say(send_message("poster/2", "mine", 3, v1::EVENT_KIND_QUESTION));
  (void)c.hear([](const auto& heard) { return heard.has_ack(); });
  for (const auto& heard : c.heard()) EXPECT_FALSE(heard.has_nearby());
}

TEST_P(Meeting, a_direct_message_reaches_its_two_people_only) {
  auto amara = browser(0), bo = browser(1), ines = browser(2);
  Tab a(amara), b(bo), c(ines);
  for (auto* tab : {&a, &b, &c}) (void)tab->enter();
  const auto x = std::min(a.welcome().me().person(), b.welcome().me().person());
  const auto y = std::max(a.welcome().me().person(), b.welcome().me().person());
  const std::string channel = "dm/" + std::to_string(x) + "-" + std::to_string(y);
  b.say(send_message(channel, "just us", 5));
  (void)b.hear([](const auto& heard) { return heard.has_ack(); });
  a.hear_until([&] { return !a.events().empty(); });
  EXPECT_EQ(a.events()[0].text(), "just us");
  const auto seq = c.say(send_message(channel, "me too", 6));
  const auto refused =
      c.hear([&](const auto& heard) { return heard.has_reject() && heard.reject().in_reply_to() == seq; });
  EXPECT_EQ(refused.reject().code(), v1::REJECT_CODE_NOT_ALLOWED);
  EXPECT_TRUE(c.events().empty());
}

TEST_P(Meeting, a_breakout_keeps_its_capacity) {
  auto amara = browser(0), bo = browser(1), ines = browser(2);
  Tab a(amara), b(bo), c(ines);
  Browser wairimu(server_.port(), server_.origin());
  EXPECT_EQ(wairimu.enter(data_.organiser_link()).status, 200);
  Tab w(wairimu);
  v1::ClientMessage inside, open;
  inside.mutable_room_enter()->set_room(1);
  open.mutable_room_open()->set_room(1);
  for (auto* tab : {&a, &b, &c, &w}) (void)tab->enter();
  const auto answer = [](Tab& tab, const v1::ClientMessage& wish) {
    const auto seq = tab.say(wish);
    return tab.hear([&](const auto& heard) {
      return (heard.has_ack() && heard.ack().in_reply_to() == seq) ||
             (heard.has_reject() && heard.reject().in_reply_to() == seq);
    });
  };
  const auto opened = [](const auto& heard) {
    return heard.has_facts() && heard.facts().rooms_size() == 1 && heard.facts().rooms(0).open();
  };
  EXPECT_EQ(answer(a, inside).reject().code(), v1::REJECT_CODE_ROOM_CLOSED);
  EXPECT_EQ(answer(b, open).reject().code(), v1::REJECT_CODE_NOT_ALLOWED);
  EXPECT_TRUE(answer(w, open).has_ack());
  for (auto* tab : {&a, &b, &c}) (void)tab->hear(opened);
  EXPECT_TRUE(answer(a, inside).has_ack());
  EXPECT_TRUE(answer(b, inside).has_ack());
  EXPECT_TRUE(answer(c, inside).has_ack());  // into its waiting line
  const auto waits = c.hear([](const auto& heard) { return heard.has_room() && heard.room().waiting_place() == 1; });
  EXPECT_FALSE(waits.room().inside());
}

TEST_P(Meeting, what_is_no_message_is_refused_and_the_stubborn_are_closed) {
  auto amara = browser(0);
  Tab a(amara);
  (void)a.enter();
  a.send_bytes(masked_frame(0x82, "\xff\xff\xff"));
  EXPECT_EQ(a.hear([](const auto& heard) { return heard.has_reject(); }).reject().code(), v1::REJECT_CODE_MALFORMED);
  for (int i = 0; i < 40; ++i) a.send_bytes(masked_frame(0x82, "\xff\xff\xff"));
  EXPECT_EQ(a.hear_end(), 4005);
}

TEST_P(Meeting, frames_that_are_not_binary_and_whole_close_with_their_code) {
  const std::vector<std::pair<std::string, std::uint16_t>> cases = {
      {masked_frame(0x81, "text"), 1003},
      {masked_frame(0xC2, "reserved bit"), 1002},
      {std::string("\x82\x01x", 3), 1002},                  // not masked
      {masked_frame(0x82, std::string(5'000, 'x')), 1009},  // over 4 KiB before Enter
      {masked_frame(0x88, std::string("\x03\xe9", 2)), 1001},
  };
  for (const auto& [bytes, code] : cases) {
    Browser amara(server_.port(), server_.origin());  // the one before may not be gone yet: this one takes its place
    ASSERT_EQ(amara.enter(links_[0], true).status, 200);
    Tab tab(amara);
    tab.send_bytes(bytes);
    EXPECT_EQ(tab.hear_end(), code);
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, Meeting, testing::Values(1, 2), [](const auto& shards) {
  return shards.param == 1 ? std::string{"one_shard"} : std::string{"two_shards"};
});

}  // namespace
}  // namespace posterhall::integration
