// Questions that stay, over real sockets: asked without a name (looked for in the raw frames of everybody else),
// wanted, hidden and shown again; what is there after the server was started again.
#include <gtest/gtest.h>

#include <algorithm>

#include "integration/support/hall_test.hpp"

namespace posterhall::integration {
namespace {

class Questions : public HallTest {
 protected:
  Questions() : HallTest(4) {}

  static void watch(Tab& tab) {
    v1::ClientMessage watch;
    watch.mutable_watch()->set_channel("poster/1");
    tab.say(watch);
    (void)tab.hear([](const auto& heard) { return heard.has_watching(); });
  }
  static v1::HistoryPage history(Tab& tab) {
    v1::ClientMessage ask;
    ask.mutable_history()->set_channel("poster/1");
    ask.mutable_history()->set_limit(100);
    const auto seq = tab.say(ask);
    return tab.hear([&](const auto& heard) { return heard.has_history() && heard.history().in_reply_to() == seq; })
        .history();
  }
  static std::uint32_t done(Tab& tab, std::uint32_t seq) {
    return tab.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; })
        .ack()
        .number();
  }
  static v1::ClientMessage want(std::uint32_t question, bool on = true) {
    v1::ClientMessage message;
    message.mutable_want_answer()->set_poster(1);
    message.mutable_want_answer()->set_question(question);
    message.mutable_want_answer()->set_on(on);
    return message;
  }
  static v1::ClientMessage hide(std::uint32_t question, char id) {
    v1::ClientMessage message;
    message.mutable_hide_question()->set_client_id(std::string(16, id));
    message.mutable_hide_question()->set_poster(1);
    message.mutable_hide_question()->set_question(question);
    message.mutable_hide_question()->set_reason("insulting");
    return message;
  }
};

/// Every event this tab was ever sent, in whatever message.
std::vector<v1::Event> events_of(const Tab& tab) {
  std::vector<v1::Event> all = tab.events();
  for (const auto& message : tab.heard()) {
    for (const auto& event : message.history().events()) all.push_back(event);
  }
  return all;
}

TEST_P(Questions, no_frame_of_anybody_else_says_who_asked_without_a_name_or_wants_it) {
  auto amara = browser(links_[0]), bo = browser(links_[1]), ines = browser(links_[2]), mod = browser(organiser_);
  Tab a(amara), second(amara), b(bo), c(ines), m(mod);
  (void)a.enter();
  (void)second.enter({}, true);
  for (Tab* tab : {&b, &c, &m}) (void)tab->enter();
  for (Tab* tab : {&a, &second, &b, &c, &m}) watch(*tab);
  const auto asker = a.welcome().me().person();
  const auto reader = b.welcome().me().person();
  const auto number = done(a, a.say(send_message("poster/1", "Why?", 1, v1::EVENT_KIND_QUESTION_UNNAMED)));
  v1::ClientMessage edit;
  edit.mutable_edit()->set_channel("poster/1");
  edit.mutable_edit()->set_client_id(std::string(16, 'e'));
  edit.mutable_edit()->set_ref(number);
  edit.mutable_edit()->set_text("Why so?");
  (void)done(a, a.say(edit));
  (void)done(b, b.say(want(number)));
  (void)done(b, b.say(want(number)));  // the same again counts once
  auto answer = send_message("poster/1", "In panel 3, I mean", 2, v1::EVENT_KIND_ANSWER);
  answer.mutable_send()->set_ref(number);
  const auto last = done(a, a.say(answer));
  EXPECT_EQ(last, number + 3);
  for (Tab* tab : {&a, &second, &b, &c, &m}) {
    tab->hear_until([&] { return !tab->events().empty() && tab->events().back().number() == last; });
    (void)history(*tab);
  }
  for (Tab* other : {&b, &c, &m}) {
    for (const auto& event : events_of(*other)) {
      EXPECT_NE(event.author(), asker) << event.ShortDebugString();
      EXPECT_FALSE(event.author_of_poster());
    }
  }
  for (Tab* other : {&a, &second, &c, &m}) {
    for (const auto& event : events_of(*other)) {
      EXPECT_NE(event.author(), reader) << event.ShortDebugString();
      if (event.kind() == v1::EVENT_KIND_WANTED) {
        EXPECT_EQ(event.client_id(), std::string(16, '\0'));
      }
    }
  }
  // To all tabs of who asked, and wants, it is theirs.
  for (Tab* own : {&a, &second}) {
    for (const auto& event : events_of(*own)) {
      if (event.number() == number) {
        EXPECT_EQ(event.author(), asker);
      }
    }
  }
  const auto mine = events_of(b);
  EXPECT_EQ(std::ranges::count_if(mine, [&](const auto& event) { return event.author() == reader; }), 2)
      << "live, and in history";
}

TEST_P(Questions, hidden_words_are_sent_to_nobody_else_and_come_back_when_shown_again) {
  auto amara = browser(links_[0]), bo = browser(links_[1]), mod = browser(organiser_);
  {
    Tab a(amara), m(mod);
    (void)a.enter();
    (void)m.enter();
    watch(m);
    EXPECT_EQ(done(a, a.say(send_message("poster/1", "xyzzy rude", 1, v1::EVENT_KIND_QUESTION))), 1U);
    (void)done(m, m.say(hide(1, 'h')));
    Tab b(bo);
    (void)b.enter();
    const auto refused = b.say(hide(1, 'x'));
    EXPECT_EQ(b.hear([&](const auto& heard) { return heard.has_reject() && heard.reject().in_reply_to() == refused; })
                  .reject()
                  .code(),
              v1::REJECT_CODE_NOT_ALLOWED);
  }
  server_.reset();
  server_.emplace(data_, arguments());
  for (Browser* each : {&amara, &bo, &mod}) each->move_to(server_->port(), server_->origin());
  Tab a(amara), b(bo), m(mod);
  for (Tab* tab : {&a, &b, &m}) {
    (void)tab->enter();
    watch(*tab);
    (void)history(*tab);
    tab->hear_until([&] { return tab->events().size() >= 2; });
  }
  for (Tab* other : {&b, &m}) {
    for (const auto& message : other->heard()) {
      EXPECT_EQ(message.SerializeAsString().find("xyzzy"), std::string::npos) << message.ShortDebugString();
    }
    EXPECT_EQ(other->events()[1].kind(), v1::EVENT_KIND_HIDDEN_BY_ORDER);
    EXPECT_EQ(other->events()[1].text(), "insulting");
  }
  EXPECT_EQ(b.events()[1].author(), 0U) << "by a moderator, whoever it was";
  EXPECT_EQ(a.events()[0].text(), "xyzzy rude");
  v1::ClientMessage show;
  show.mutable_show_question()->set_client_id(std::string(16, 's'));
  show.mutable_show_question()->set_poster(1);
  show.mutable_show_question()->set_question(1);
  (void)done(m, m.say(show));
  b.hear_until([&] { return b.events().size() >= 3; });
  EXPECT_EQ(history(b).events(0).text(), "xyzzy rude");
}

INSTANTIATE_TEST_SUITE_P(Shards, Questions, testing::Values(1, 2), [](const auto& shards) {
  return std::to_string(shards.param) + (shards.param == 1 ? "_shard" : "_shards");
});

}  // namespace
}  // namespace posterhall::integration
