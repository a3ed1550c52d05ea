// Announcing over real sockets, on one shard and on two: at once and at a time, to a breakout, and through a server
// that is killed before it was due.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "integration/support/hall_test.hpp"

namespace posterhall::integration {
namespace {

using std::chrono::system_clock;

class Announcing : public HallTest {
 protected:
  Announcing() : HallTest(2) {}

  v1::ClientMessage plan(v1::Audience to, const std::string& text, double due_ms = 0, std::uint32_t room = 0) {
    v1::ClientMessage message;
    auto& out = *message.mutable_plan_announcement();
    out.set_client_id(next_client_id());
    out.set_to(to);
    out.set_room(room);
    out.set_due_ms(due_ms);
    out.set_text(text);
    return message;
  }
  /// In whatever order announcements come: two shards give them.
  static void read(Tab& tab, const std::string& channel, const std::string& text) {
    const auto has = [&](const auto& heard) {
      return std::ranges::any_of(heard.events().events(), [&](const auto& event) {
        return event.channel() == channel && event.text() == text && event.kind() == v1::EVENT_KIND_ANNOUNCEMENT;
      });
    };
    tab.hear_until([&] { return std::ranges::any_of(tab.heard(), has); });
  }
  static std::size_t times_read(const Tab& tab, const std::string& text) {
    std::size_t times = 0;
    for (const auto& heard : tab.heard()) {
      times += static_cast<std::size_t>(
          std::ranges::count_if(heard.events().events(), [&](const auto& event) { return event.text() == text; }));
    }
    return times;
  }
  static double ms_from_now(std::chrono::milliseconds wait) {
    const auto at = system_clock::now().time_since_epoch() + wait;
    return static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(at).count());
  }
};

TEST_P(Announcing, at_once_to_all_and_to_a_breakout_and_by_organisers_alone) {
  auto amara = browser(links_[0]), bo = browser(links_[1]), wei = browser(organiser_);
  Tab a(amara), b(bo), w(wei);
  for (Tab* tab : {&a, &b, &w}) (void)tab->enter();
  EXPECT_EQ(answer(a, plan(v1::AUDIENCE_EVERYBODY, "Hear me")).reject().code(), v1::REJECT_CODE_NOT_ALLOWED);
  v1::ClientMessage follow;
  follow.mutable_follow_announcements()->set_on(true);
  EXPECT_TRUE(answer(w, follow).has_ack());
  open_for(w, {&a});
  done(a, going_in());
  v1::ClientMessage watch;
  watch.mutable_watch()->set_channel("talk/1");
  EXPECT_TRUE(answer(a, watch).has_ack());
  EXPECT_TRUE(answer(w, plan(v1::AUDIENCE_ROOM, "Please come to an end", 0, 1)).has_ack());
  EXPECT_TRUE(answer(w, plan(v1::AUDIENCE_EVERYBODY, "Lunch is at the stage")).has_ack());
  read(a, "talk/1", "Please come to an end");
  for (Tab* tab : {&a, &b}) read(*tab, "announce", "Lunch is at the stage");
  EXPECT_EQ(times_read(b, "Please come to an end"), 0U);
  const auto told = w.hear([](const auto& heard) {
    const auto& all = heard.planned_announcements().announcements();
    return all.size() == 2 &&
           std::ranges::all_of(all, [](const auto& each) { return each.state() == v1::ANNOUNCEMENT_STATE_GIVEN; });
  });
  EXPECT_EQ(told.planned_announcements().announcements(0).name(), w.welcome().me().name());
}

TEST_P(Announcing, what_was_planned_is_given_once_though_the_server_was_killed_before) {
  const double due = ms_from_now(std::chrono::seconds(4));
  {
    auto wei = browser(organiser_);
    Tab w(wei);
    (void)w.enter();
    EXPECT_TRUE(answer(w, plan(v1::AUDIENCE_EVERYBODY, "Doors close soon", due)).has_ack());
    server_->kill();
  }
  for (int start = 0; start < 2; ++start) {
    server_.emplace(data_, arguments());
    auto wei = browser(organiser_);
    Tab w(wei);
    (void)w.enter();
    v1::ClientMessage follow;
    follow.mutable_follow_announcements()->set_on(true);
    (void)w.say(follow);
    (void)w.hear([](const auto& heard) {
      const auto& all = heard.planned_announcements().announcements();
      return all.size() == 1 && all.Get(0).state() == v1::ANNOUNCEMENT_STATE_GIVEN;
    });
    v1::ClientMessage history;
    history.mutable_history()->set_channel("announce");
    history.mutable_history()->set_limit(50);
    const auto seq = w.say(history);
    const auto page =
        w.hear([&](const auto& heard) { return heard.has_history() && heard.history().in_reply_to() == seq; });
    EXPECT_EQ(page.history().events_size(), 1);
    EXPECT_EQ(page.history().events(0).text(), "Doors close soon");
    server_->kill();  // and once more: what was given stays given
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, Announcing, testing::Values(1, 2));

}  // namespace
}  // namespace posterhall::integration
