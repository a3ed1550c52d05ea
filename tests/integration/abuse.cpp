// Floods before sign-in, on a server with few descriptors and on one with many: people inside do not notice, and who
// comes with a link is in within two seconds.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

milliseconds since(Clock::time_point begun) { return std::chrono::duration_cast<milliseconds>(Clock::now() - begun); }

/// As many descriptors as this process may have.
std::size_t take_all_descriptors() {
  rlimit limit{};
  (void)::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
  return static_cast<std::size_t>(limit.rlim_cur);
}

/// Two who are inside: one takes a small step, the other sees it, again and again on a thread of their own.
class Insiders {
 public:
  Insiders(Browser& walks, Browser& sees) : walker_(walks), watcher_(sees) {
    for (Tab* tab : {&walker_, &watcher_}) {
      (void)tab->enter();
      v1::ClientMessage go;
      go.mutable_go()->set_booth(101);
      go.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
      tab->say(go);
    }
    const auto going = walker_.hear([](const auto& heard) { return heard.has_going(); }).going();
    sequence_ = going.sequence();
    place_ = going.place();
    thread_ = std::thread([this] {
      try {
        while (!stop_) step();
      } catch (const std::exception& failure) {
        const std::lock_guard lock(mutex_);
        failure_ = failure.what();
      }
    });
  }
  ~Insiders() { (void)finish(); }
  Insiders(const Insiders&) = delete;
  Insiders& operator=(const Insiders&) = delete;

  /// How long a step took at most to be seen; throws when something else went wrong.
  milliseconds finish() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    return slowest_;
  }
  [[nodiscard]] std::string failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
  }
  [[nodiscard]] int steps() const { return steps_; }

 private:
  void step() {
    const auto begun = Clock::now();
    const std::uint32_t facing = (++sequence_ & 1U) << 2;  // they turn where they stand
    v1::ClientMessage move;
    move.mutable_move()->set_sequence(sequence_ & 0xff);
    move.mutable_move()->set_place((place_ & ~0xfU) | facing);
    walker_.say(move);
    watcher_.hear_until([&] {
      walker_.hear_what_is_there();
      const auto seen = watcher_.place_of(walker_.welcome().visitor());
      return seen && (*seen & 0x4U) == facing;
    });
    slowest_ = std::max(slowest_, since(begun));
    ++steps_;
    std::this_thread::sleep_until(begun + milliseconds(60));  // the rate of moves, not a wait
  }

  Tab walker_, watcher_;
  std::uint32_t sequence_ = 0, place_ = 0;
  std::atomic<bool> stop_{false};
  milliseconds slowest_{0};
  mutable std::mutex mutex_;
  std::string failure_;
  std::atomic<int> steps_{0};
  std::thread thread_;
};

/// Connections that never say a whole request: all at once, then those that are closed come again, five hundred a
/// second (what outruns the accepting thread itself is for whoever carries the line). With `drip` each says a bit more
/// of an endless head now and then.
class Flood {
 public:
  Flood(std::uint16_t port, std::size_t count, std::string first, bool drip)
      : port_(port), first_(std::move(first)), drip_(drip), sockets_(count) {
    thread_ = std::thread([this] {
      while (!stop_) round();
    });
  }
  ~Flood() {
    stop_ = true;
    thread_.join();
  }
  Flood(const Flood&) = delete;
  Flood& operator=(const Flood&) = delete;

  /// All of them have been there at least once.
  void wait_until_it_is_on() const {
    while (rounds_ < 1) std::this_thread::yield();
  }
  [[nodiscard]] std::size_t opened() const { return opened_; }

 private:
  static constexpr std::size_t kAgainPerSecond = 500;

  void round() {
    for (auto& socket : sockets_) {
      if (stop_) return;
      const auto again = static_cast<std::size_t>(since(begun_).count()) * kAgainPerSecond / 1'000;
      std::string nothing;
      if (socket && socket->readable(0)) socket.reset();  // it was answered or closed
      if (socket && drip_) (void)socket->send("X-a: b\r\n");
      if (socket || (rounds_ > 0 && opened_ >= sockets_.size() + again)) continue;
      try {
        socket.emplace(port_);
      } catch (const std::exception&) {
        continue;
      }
      (void)socket->send(first_);
      ++opened_;
    }
    ++rounds_;
  }

  std::uint16_t port_;
  std::string first_;
  bool drip_;
  Clock::time_point begun_ = Clock::now();
  std::vector<std::optional<RawSocket>> sockets_;
  std::atomic<bool> stop_{false};
  std::atomic<std::size_t> rounds_{0}, opened_{0};
  std::thread thread_;
};

class Abuse : public testing::Test {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(8);

  Browser inside(const Server& server, std::size_t person) {
    Browser out(server.port(), server.origin());
    EXPECT_EQ(out.enter(links_.at(person)).status, 200);
    return out;
  }

  /// From the page to the Welcome.
  void expect_newcomers_are_in(const Server& server) {
    for (std::size_t person = 2; person < 6; ++person) {
      const auto begun = Clock::now();
      EXPECT_EQ(get(server.port(), "/join").status, 200);
      Browser browser(server.port(), server.origin());
      EXPECT_EQ(browser.enter(links_[person]).status, 200);
      Tab tab(browser);
      EXPECT_NE(tab.enter().visitor(), 0U);
      EXPECT_LE(since(begun), milliseconds(2'000)) << "newcomer " << person;
    }
  }

  void expect_nobody_notices(Insiders& insiders) {
    while (insiders.steps() < 20 && insiders.failure().empty()) std::this_thread::yield();
    EXPECT_LE(insiders.finish(), milliseconds(1'000));
    EXPECT_EQ(insiders.failure(), "");
  }
};

const std::vector<std::string> kFew = {"prlimit", "--nofile=256:256"};

TEST_F(Abuse, five_thousand_idle_connections_on_256_descriptors) {
  const auto most = take_all_descriptors();
  const Server server(data_, {}, kFew);
  auto amara = inside(server, 0), bo = inside(server, 1);
  Insiders insiders(amara, bo);
  const Flood flood(server.port(), std::min<std::size_t>(5'000, most - 200), "", false);
  flood.wait_until_it_is_on();
  expect_newcomers_are_in(server);
  expect_nobody_notices(insiders);
  EXPECT_EQ(get(server.port(), "/readyz").status, 200);
}

TEST_F(Abuse, heads_that_never_end_on_256_descriptors) {
  (void)take_all_descriptors();
  const Server server(data_, {}, kFew);
  auto amara = inside(server, 0), bo = inside(server, 1);
  Insiders insiders(amara, bo);
  const Flood flood(server.port(), 1'000, "GET / HTTP/1.1\r\nHost: localhost\r\n", true);
  flood.wait_until_it_is_on();
  expect_newcomers_are_in(server);
  expect_nobody_notices(insiders);
}

TEST_F(Abuse, bodies_that_never_come_and_answers_nobody_reads) {
  (void)take_all_descriptors();
  data_.write("client/assets/large.js", std::string(8 << 20, ' '));
  const Server server(data_);
  auto amara = inside(server, 0), bo = inside(server, 1);
  Insiders insiders(amara, bo);
  const Flood bodies(server.port(), 1'000,
                     "POST /api/v1/enter HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n{", false);
  std::vector<RawSocket> deaf;
  for (int i = 0; i < 200; ++i) {
    deaf.emplace_back(server.port(), 4'096);
    (void)deaf.back().send("GET /assets/large.js HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  bodies.wait_until_it_is_on();
  expect_newcomers_are_in(server);
  expect_nobody_notices(insiders);
}

/// Who is signed in keeps an idle connection through it all: only those nobody knows make room.
TEST_F(Abuse, who_is_signed_in_keeps_the_connection_they_have) {
  (void)take_all_descriptors();
  const Server server(data_, {}, kFew);
  auto amara = inside(server, 0);
  RawSocket kept(server.port());
  const std::string ask = "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nCookie: " + amara.cookie() + "\r\n\r\n";
  std::string rest;
  ASSERT_TRUE(kept.send(ask));
  EXPECT_EQ(read_answer(kept, rest).status, 200);
  const Flood flood(server.port(), 1'000, "", false);
  flood.wait_until_it_is_on();
  ASSERT_TRUE(kept.send(ask));
  EXPECT_EQ(read_answer(kept, rest).status, 200);
}

/// WebSockets that were opened and never say a word are in nobody's way.
TEST_F(Abuse, sockets_that_never_enter_take_nobodys_place) {
  const Server server(data_);
  auto amara = inside(server, 0);
  std::vector<Tab> idle;
  for (int i = 0; i < 20; ++i) idle.emplace_back(amara);
  expect_newcomers_are_in(server);
  EXPECT_FALSE(amara.ticket().empty());
}

}  // namespace
}  // namespace posterhall::integration
