// Two real processes on one machine with one directory and one Redis: one hall.
// Runs on: the test's thread. Owns: the processes, the Redis, the directory.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <future>
#include <initializer_list>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "contract/redis_server.hpp"
#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {

using std::chrono::steady_clock;

/// What browsers call it, whichever process they are sent to.
inline std::string hall_origin() { return "http://hall.test"; }

inline v1::ClientMessage go_to_booth(std::uint32_t number) {
  v1::ClientMessage message;
  message.mutable_go()->set_booth(number);
  message.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  return message;
}

inline v1::ClientMessage watch(const std::string& channel) {
  v1::ClientMessage message;
  message.mutable_watch()->set_channel(channel);
  return message;
}

inline constexpr std::uint32_t kBooth101 = (1U << 28) | 101;

inline v1::ClientMessage say_nearby(const std::string& text, char id) {
  v1::ClientMessage say;
  say.mutable_say()->set_client_id(std::string(16, id));
  say.mutable_say()->set_text(text);
  say.mutable_say()->set_conversation(kBooth101);
  return say;
}

inline v1::ClientMessage measure(v1::MeasureKind kind, std::uint32_t person, std::uint32_t minutes) {
  v1::ClientMessage message;
  message.mutable_measure()->set_client_id(std::string(16, 'm'));
  message.mutable_measure()->set_person(person);
  message.mutable_measure()->set_kind(kind);
  message.mutable_measure()->set_minutes(minutes);
  message.mutable_measure()->set_reason("advertising");
  return message;
}

inline v1::ClientMessage going_in() {
  v1::ClientMessage message;
  message.mutable_room_enter()->set_room(1);
  return message;
}

inline std::uint32_t acked(Tab& tab, const v1::ClientMessage& message) {
  const auto seq = tab.say(message);
  return tab.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; })
      .ack()
      .number();
}

inline bool together(const v1::ServerMessage& heard) {
  return heard.has_conversation() && heard.conversation().conversation() == kBooth101 &&
         heard.conversation().members_size() == 2;
}

inline bool apart(const v1::ServerMessage& heard) { return heard.has_facts() && heard.facts().apart(); }

/// As the tab was told last.
inline bool is_together(const Tab& tab) {
  const auto heard =
      std::find_if(tab.heard().rbegin(), tab.heard().rend(), [](const auto& each) { return each.has_conversation(); });
  return heard != tab.heard().rend() && together(*heard);
}
inline bool is_apart(const Tab& tab) {
  const auto heard =
      std::find_if(tab.heard().rbegin(), tab.heard().rend(), [](const auto& each) { return each.has_facts(); });
  return heard != tab.heard().rend() && apart(*heard);
}

/// A directory, a Redis, and processes when a test wants them.
class SharedHall : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Server> start() {
    return std::make_unique<Server>(
        data_, std::vector<std::string>{"--redis", redis_.address(), "--public-url", hall_origin(), "--shards", "2"});
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
  /// Tabs that nobody reads for five seconds are given up: they are read while something takes its time.
  template <class Work>
  [[nodiscard]] static auto while_reading(const std::vector<Tab*>& tabs, Work work) {
    auto done = std::async(std::launch::async, std::move(work));
    while (done.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready) {
      for (Tab* tab : tabs) tab->hear_what_is_there();
    }
    return done.get();
  }
  /// What a figure of a process stands at.
  [[nodiscard]] static std::string figure(const Server& server, const std::string& name) {
    const std::string body = get(server.port(), "/metrics").body;
    const auto at = body.find("\n" + name + " ");
    return at == std::string::npos ? ""
                                   : body.substr(at + name.size() + 2, body.find('\n', at + 1) - at - name.size() - 2);
  }
  [[nodiscard]] static Browser browser(const Server& server, const std::string& link, bool take_over = false) {
    Browser out(server.port(), hall_origin());
    EXPECT_EQ(out.enter(link, take_over).status, 200);
    return out;
  }

  tests::RedisServer redis_;
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(6);
  std::string organiser_ = data_.organiser_link();
};

class TwoProcesses : public SharedHall {
 protected:
  static void enter_and_watch(std::initializer_list<Tab*> tabs) {
    for (Tab* tab : tabs) {
      (void)tab->enter();
      tab->say(watch("poster/1"));
      (void)tab->hear([](const auto& heard) { return heard.has_watching(); });
    }
  }
  void SetUp() override {
    for (const Server* server : {a_.get(), b_.get()}) {
      ASSERT_TRUE(wait_until([&] { return linked(*server); })) << "no way to Redis";
    }
  }
  /// Both know that they are alone.
  void redis_goes(Tab& a, Tab& b) {
    redis_.kill();
    (void)a.hear(apart);
    (void)b.hear(apart);
  }

  std::unique_ptr<Server> a_ = start(), b_ = start();
};

}  // namespace posterhall::integration
