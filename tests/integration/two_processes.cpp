// Two processes, one hall: people meet, have one order and one avatar, and are sent out of both. Whoever dies.
#include <filesystem>
#include <set>

#include "integration/support/two_processes.hpp"
#include "store/sqlite.hpp"
#include "wire/backplane_message.hpp"

namespace posterhall::integration {
namespace {

TEST_F(TwoProcesses, people_see_each_other_talk_nearby_and_leave) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  EXPECT_NE(a.welcome().visitor() >> 14, b.welcome().visitor() >> 14) << "each shard has a number of its own";
  a.say(go_to_booth(101));
  b.say(go_to_booth(101));
  const auto going = b.hear([](const auto& heard) { return heard.has_going(); }).going();
  EXPECT_TRUE(wait_until([&] { return is_together(a) && is_together(b); }, {&a, &b}));
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
  enter_and_watch({&a, &b});
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
  EXPECT_NE(acked(organiser, measure(v1::MEASURE_KIND_BAN, person, 60)), 0U);
  const auto told = steady_clock::now();
  EXPECT_EQ(b.hear_end(), 4009);
  EXPECT_LE(steady_clock::now() - told, std::chrono::seconds(2));
  EXPECT_EQ(bo.post("/api/v1/ticket", "{}").status, 403);
}

TEST_F(TwoProcesses, a_ticket_opens_one_of_them_once) {
  auto amara = browser(*a_, links_[0]);
  for (int round = 0; round < 1'000; ++round) {
    const std::string request = upgrade_request(hall_origin(), "posterhall.v1, ticket." + amara.ticket());
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
  a_ = while_reading({&b}, [this] { return start(); });
  amara.move_to(a_->port(), hall_origin());
  Tab again(amara);
  (void)again.enter();
  EXPECT_TRUE(wait_until([&] { return b.place_of(again.welcome().visitor()).has_value(); }, {&again, &b}));
  EXPECT_TRUE(wait_until([&] { return again.place_of(b.welcome().visitor()).has_value(); }, {&again, &b}));
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

TEST_F(TwoProcesses, a_role_taken_away_is_gone_on_the_other_within_two_seconds) {
  const auto invite = [this](const std::string& role) {
    return run_posterhall({"invite", "--data", data_.path().string(), "--name", "Oluwaseun Adeyemi", "--email",
                           "seun@example.org", "--role", role});
  };
  const auto invited = invite("moderator");
  const auto from = invited.output.find("/join#") + 6;
  const auto link = invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  auto seun = browser(*b_, link);
  Tab moderator(seun);
  (void)moderator.enter();
  const auto code = [&moderator] {
    v1::ClientMessage lift;  // of a measure there is not
    lift.mutable_lift()->set_client_id(std::string(16, 'l'));
    lift.mutable_lift()->set_measure(999);
    const auto seq = moderator.say(lift);
    return moderator.hear([&](const auto& heard) { return heard.has_reject() && heard.reject().in_reply_to() == seq; })
        .reject()
        .code();
  };
  EXPECT_EQ(code(), v1::REJECT_CODE_NOT_FOUND);
  ASSERT_EQ(while_reading({&moderator}, [&] { return invite("attendee"); }).status, 0);
  const auto stored = steady_clock::now();
  const auto not_allowed = [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));  // not more often than anybody may try
    return code() == v1::REJECT_CODE_NOT_ALLOWED;
  };
  EXPECT_TRUE(wait_until(not_allowed, {&moderator}));
  EXPECT_LE(steady_clock::now() - stored, std::chrono::seconds(2));
}

/// Two places: one is taken, three want the other, and the process of two of the four is killed meanwhile.
TEST_F(TwoProcesses, the_last_seat_is_given_once_though_a_process_is_killed_in_the_middle) {
  auto amara = browser(*a_, links_[0]), bo = browser(*a_, links_[1]);
  auto ines = browser(*b_, links_[2]), dan = browser(*b_, links_[3]), wei = browser(*b_, organiser_);
  Tab a(amara), b(bo), c(ines), d(dan), w(wei);
  for (Tab* tab : {&a, &b, &c, &d, &w}) (void)tab->enter();
  v1::ClientMessage open;
  open.mutable_room_open()->set_room(1);
  (void)acked(w, open);
  const auto is_open = [](const auto& heard) {
    return heard.facts().rooms_size() == 1 && heard.facts().rooms(0).open();
  };
  for (Tab* tab : {&a, &b, &c, &d}) (void)tab->hear(is_open);
  (void)acked(a, going_in());
  (void)w.hear(
      [](const auto& heard) { return heard.facts().rooms_size() == 1 && heard.facts().rooms(0).members() == 1; });
  b.say(going_in());
  c.say(going_in());
  d.say(going_in());
  a_->kill();
  const auto full = [](const auto& heard) {
    return heard.facts().rooms_size() == 1 && heard.facts().rooms(0).members() == 2;
  };
  (void)w.hear(full);
  const auto waits_or_sits = [](const auto& heard) {
    return heard.has_room() && (heard.room().inside() || heard.room().waiting_place() > 0);
  };
  const bool c_sits = c.hear(waits_or_sits).room().inside(), d_sits = d.hear(waits_or_sits).room().inside();
  EXPECT_FALSE(c_sits && d_sits);
  a_ = while_reading({&c, &d, &w}, [this] { return start(); });
  amara.move_to(a_->port(), hall_origin());
  Tab again(amara);
  (void)again.enter();
  (void)again.hear(full);
  for (Tab* tab : {&w, &c, &d, &again}) {
    tab->hear_what_is_there();
    for (const auto& heard : tab->heard()) {
      for (const auto& room : heard.facts().rooms()) EXPECT_LE(room.members(), 2U);
    }
  }
  const auto last_fact = [](const Tab& tab) {
    std::pair<std::uint32_t, std::uint32_t> last;
    for (const auto& heard : tab.heard()) {
      for (const auto& room : heard.facts().rooms()) last = {room.members(), room.waiting()};
    }
    return last;
  };
  EXPECT_TRUE(wait_until([&] { return last_fact(w) == last_fact(again); }, {&w, &c, &d, &again}));

  // Who waits, wherever, waits in one order.
  bo.move_to(a_->port(), hall_origin());
  Tab back(bo);
  (void)while_reading({&w, &c, &d, &again}, [&back] { return back.enter(); });
  back.say(going_in());
  const auto waiting = [&] {
    std::multiset<std::uint32_t> places;
    for (const Tab* tab : {&c, &d, &back}) {
      std::uint32_t last = 0;
      for (const auto& heard : tab->heard()) {
        if (heard.has_room()) last = heard.room().waiting_place();
      }
      if (last != 0) places.insert(last);
    }
    return places;
  };
  const std::multiset<std::uint32_t> one_order{1, 2};
  EXPECT_TRUE(wait_until([&] { return waiting() == one_order; }, {&w, &c, &d, &back, &again}));

  // And every shard has come to the same state as every other: each has compared hashes since, and none had to begin
  // anew.
  const auto of = [](const Server& server, const std::string& name, const std::string& shard) {
    return std::stoul(figure(server, name + "{shard=\"" + shard + "\"}"));
  };
  for (const Server* server : {a_.get(), b_.get()}) {
    for (const std::string shard : {"0", "1"}) {
      const auto before = of(*server, "posterhall_rooms_equal_total", shard);
      const auto compared = [&] { return of(*server, "posterhall_rooms_equal_total", shard) >= before + 6; };
      EXPECT_TRUE(wait_until(compared, {&w, &c, &d, &back, &again})) << "shard " << shard;
      EXPECT_EQ(of(*server, "posterhall_rooms_rebuilt_total", shard), 0U);
    }
  }
}

TEST_F(TwoProcesses, who_is_sent_from_one_that_ends_stands_in_the_same_place_by_the_other) {
  auto amara = browser(*a_, links_[0]), bo = browser(*b_, links_[1]);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  b.say(go_to_booth(101));
  const auto place = b.hear([](const auto& heard) { return heard.has_going(); }).going().place() >> 4;
  const auto stands = [&](const Tab& tab) {
    const auto now = a.place_of(tab.welcome().visitor());
    return now && (*now >> 4) == place;
  };
  ASSERT_TRUE(wait_until([&] { return stands(b); }, {&a, &b}));
  b_->signal(SIGTERM);
  EXPECT_LE(b.hear([](const auto& heard) { return heard.has_closing(); }).closing().retry_after_ms(), 1000U);
  EXPECT_EQ(b.hear_end(), 1012);
  const auto sent = steady_clock::now();
  bo.move_to(a_->port(), hall_origin());
  Tab again(bo);
  (void)again.enter();
  EXPECT_LE(steady_clock::now() - sent, std::chrono::seconds(3));
  EXPECT_TRUE(wait_until([&] { return stands(again); }, {&a, &again}));
  EXPECT_EQ(b_->wait().status, 0);
  b_ = start();
}

TEST_F(TwoProcesses, what_they_must_have_in_common_is_looked_at_before_one_opens) {
  const auto refused = [this] {
    return run_posterhall({"serve", "--data", data_.path().string(), "--listen", "127.0.0.1:0", "--redis",
                           redis_.address(), "--client", data_.client().string()});
  };
  const auto mark = [this] {
    for (const auto& entry : std::filesystem::directory_iterator(data_.path() / "files")) {
      if (entry.path().filename().string().starts_with(".shared-")) return entry.path();
    }
    return std::filesystem::path();
  };
  const auto before = mark();
  ASSERT_FALSE(before.empty());
  std::filesystem::rename(before, data_.path() / "elsewhere");
  const auto no_folder = refused();
  EXPECT_EQ(no_folder.status, 1) << no_folder.output;
  EXPECT_NE(no_folder.output.find("is not the folder of poster files"), std::string::npos) << no_folder.output;
  EXPECT_TRUE(mark().empty()) << "who may not run leaves nothing";
  std::filesystem::rename(data_.path() / "elsewhere", before);
  {
    store::Sqlite db(data_.path() / "posterhall.sqlite", store::Durability::full);
    db.run("update hall_name set version = 99");
  }
  const auto other_version = refused();
  EXPECT_EQ(other_version.status, 1) << other_version.output;
  const std::string ours = "this program speaks version " + std::to_string(wire::kBackplaneVersion);
  EXPECT_NE(other_version.output.find("speak version 99 to each other; " + ours), std::string::npos)
      << other_version.output;
  EXPECT_TRUE(linked(*a_) && linked(*b_)) << "those that run are not disturbed";
}

}  // namespace
}  // namespace posterhall::integration
