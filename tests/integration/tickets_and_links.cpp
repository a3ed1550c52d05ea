// Tickets, links and guesses in numbers: replayed a thousand times, tried a hundred thousand times, ended, renewed,
// expired; and that no secret is left anywhere it could be read.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <thread>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "store/sqlite.hpp"

namespace posterhall::integration {
namespace {

using Clock = std::chrono::steady_clock;

class TicketsAndLinks : public testing::Test {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(4);
  std::unique_ptr<Server> server_ = std::make_unique<Server>(data_);

  [[nodiscard]] Browser browser() const { return {server_->port(), server_->origin()}; }
  [[nodiscard]] std::string tool(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin() + 1, {"--data", data_.path().string()});
    const auto finished = run_posterhall(arguments);
    EXPECT_EQ(finished.status, 0) << finished.output;
    return finished.output;
  }
  void in_store(const std::string& sql) const {
    store::Sqlite db(data_.path() / "posterhall.sqlite", store::Durability::full);
    db.run(sql);
    ASSERT_FALSE(db.failed()) << db.error_text();
  }
};

std::string upgrade_with(const Browser& browser, const std::string& ticket) {
  return upgrade_request(browser.origin(), "posterhall.v1, ticket." + ticket);
}

TEST_F(TicketsAndLinks, a_ticket_replayed_a_thousand_times_opens_one_connection) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const auto ticket = amara.ticket();
  int opened = 0;
  std::vector<RawSocket> kept;
  std::optional<RawSocket> socket(std::in_place, server_->port());
  std::string rest;
  for (int i = 0; i < 1'000; ++i) {
    ASSERT_TRUE(socket->send(upgrade_with(amara, ticket)));
    const auto status = read_answer(*socket, rest).status;
    if (status == 101) {
      ++opened;
      kept.push_back(std::move(*socket));
      socket.emplace(server_->port());
    } else {
      ASSERT_EQ(status, 401);
    }
  }
  EXPECT_EQ(opened, 1);
}

TEST_F(TicketsAndLinks, a_ticket_replayed_from_ten_sides_at_once_opens_one_connection) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  for (int round = 0; round < 5; ++round) {
    const auto request = upgrade_with(amara, amara.ticket());
    std::atomic<int> opened = 0, refused = 0;
    std::vector<std::thread> sides;
    for (int side = 0; side < 10; ++side) {
      sides.emplace_back([&] {
        for (int i = 0; i < 20; ++i) {
          const int status = fetch(server_->port(), request).status;
          if (status == 101) ++opened;
          if (status == 401) ++refused;
        }
      });
    }
    for (auto& side : sides) side.join();
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(refused, 199);
  }
}

TEST_F(TicketsAndLinks, a_ticket_ends_after_its_time_and_with_its_session) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const auto late = amara.ticket();
  in_store("update tickets set expires = expires - 30000");
  EXPECT_EQ(fetch(server_->port(), upgrade_with(amara, late)).status, 401);
  const auto left = amara.ticket();
  EXPECT_EQ(amara.post("/api/v1/leave", "{}").status, 200);
  EXPECT_EQ(fetch(server_->port(), upgrade_with(amara, left)).status, 401);
}

TEST_F(TicketsAndLinks, an_expired_link_is_answered_as_one_that_never_was_and_ends_no_session) {
  auto amara = browser(), other = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  in_store("update invitations set expires = 1");
  const auto expired = other.enter(links_[0]);
  const auto unknown = other.enter("AAAAAAAAAAAAAAAAAAAAAA");
  EXPECT_EQ(expired.status, 404);
  EXPECT_EQ(expired.body, unknown.body);
  EXPECT_EQ(amara.get("/api/v1/session").status, 200);
  in_store("update sessions set expires = 1");
  EXPECT_EQ(amara.get("/api/v1/session").status, 401);
  EXPECT_TRUE(amara.ticket().empty());
}

TEST_F(TicketsAndLinks, a_lost_link_is_renewed_the_old_one_ends_and_who_is_in_stays) {
  auto amara = browser(), finder = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  Tab tab(amara);
  (void)tab.enter();
  const auto said = tool({"invite", "--renew", "bot-1@bots.invalid"});
  const auto from = said.find("/join#") + 6;
  const auto renewed = said.substr(from, said.find_first_of(" \n\"", from) - from);
  EXPECT_EQ(finder.enter(links_[0]).status, 404);
  EXPECT_EQ(amara.get("/api/v1/session").status, 200);
  auto phone = browser();
  const auto asked = phone.enter(renewed);
  EXPECT_NE(asked.body.find("\"askTakeOver\":true"), std::string::npos) << asked.body;
  EXPECT_EQ(phone.enter(renewed, true).status, 200);
}

/// The front looks at the store once a second; nobody is sent away for being quicker than that.
TEST_F(TicketsAndLinks, who_was_invited_this_second_is_let_in) {
  for (int i = 0; i < 4; ++i) {
    const std::string email = "late-" + std::to_string(i) + "@bots.invalid";
    const auto said = tool({"invite", "--email", email, "--name", "Late " + std::to_string(i)});
    const auto from = said.find("/join#") + 6;
    auto late = browser();
    ASSERT_EQ(late.enter(said.substr(from, said.find_first_of(" \n\"", from) - from)).status, 200) << said;
    EXPECT_EQ(late.get("/api/v1/session").status, 200);
    Tab tab(late);
    (void)tab.enter();
  }
}

/// A forwarded link: who got it is in by it, is told to whom it belongs, and "Not you?" from the owner ends both.
TEST_F(TicketsAndLinks, a_forwarded_link_is_found_out_and_ended_by_its_owner) {
  auto owner = browser(), other = browser();
  ASSERT_EQ(owner.enter(links_[0]).status, 200);
  Tab first(owner);
  (void)first.enter();
  EXPECT_EQ(json_text(other.post("/api/v1/invitation", "{\"token\":\"" + links_[0] + "\"}").body, "name"), "Bot 1");
  ASSERT_EQ(other.enter(links_[0], true).status, 200);
  Tab second(other);
  EXPECT_TRUE(second.enter().in_control());
  EXPECT_TRUE(first.hear([](const auto& heard) { return heard.has_control(); }).control().other_device());
  EXPECT_EQ(owner.post("/api/v1/not-me", "{}").status, 200);
  EXPECT_EQ(first.hear_end(), 4004);
  EXPECT_EQ(second.hear_end(), 4004);
  EXPECT_EQ(other.post("/api/v1/ticket", "{}").status, 401);
}

TEST_F(TicketsAndLinks, a_fourth_tab_of_a_browser_closes_its_oldest) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  Tab one(amara), two(amara), three(amara), four(amara);
  for (Tab* tab : {&one, &two, &three, &four}) EXPECT_TRUE(tab->enter().in_control());
  EXPECT_EQ(one.hear_end(), 4003);
  v1::ClientMessage ping;
  ping.mutable_ping();
  for (Tab* tab : {&two, &three, &four}) {
    tab->say(ping);
    EXPECT_TRUE(tab->hear([](const auto& heard) { return heard.has_pong(); }).has_pong());
  }
}

/// The sessions of one person can be told apart from those of all others, whatever cookie is made up.
TEST_F(TicketsAndLinks, a_cookie_that_was_made_up_is_nobodys) {
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const auto value = amara.cookie().substr(amara.cookie().find('=') + 1);
  auto changed = value;
  changed.back() = changed.back() == 'A' ? 'B' : 'A';
  for (const std::string& wrong : {std::string{}, std::string{"x"}, changed, value + "A", value.substr(1),
                                   value + value, std::string(4'000, 'A'), links_[0]}) {
    const auto headers = "Origin: " + server_->origin() + "\r\nCookie: posterhall-local=" + wrong + "\r\n";
    EXPECT_EQ(get(server_->port(), "/api/v1/session", headers).status, 401) << wrong;
    EXPECT_EQ(post(server_->port(), "/api/v1/ticket", "{}", headers).status, 401) << wrong;
  }
}

/// Guesses from many connections of one network, until so many were answered.
class Guessers {
 public:
  Guessers(std::uint16_t port, const std::string& origin, int wanted) : wanted_(wanted) {
    for (int thread = 0; thread < 2; ++thread) {
      threads_.emplace_back([this, port, origin, thread] { guess(port, origin, thread); });
    }
  }
  ~Guessers() { finish(); }
  Guessers(const Guessers&) = delete;
  Guessers& operator=(const Guessers&) = delete;
  void finish() {
    for (auto& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }
  [[nodiscard]] int answered() const { return not_found_ + slowed_; }
  std::atomic<int> not_found_{0}, slowed_{0}, other_{0};

 private:
  /// Some connections wait for their slow "no"; the one that is answered at once goes on.
  void guess(std::uint16_t port, const std::string& origin, int thread) {
    std::vector<std::pair<RawSocket, std::string>> sockets;
    for (int i = 0; i < 50; ++i) sockets.emplace_back(RawSocket(port), "");
    const auto send_one = [&](RawSocket& socket, int number) {
      const std::string token = "guess" + std::to_string(thread) + "x" + std::to_string(number) + "AAAAAAAA";
      const std::string body = "{\"token\":\"" + token + "\"}";
      (void)socket.send("POST /api/v1/invitation HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin +
                        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                        "\r\n\r\n" + body);
    };
    int number = 0;
    for (auto& each : sockets) send_one(each.first, ++number);
    while (answered() < wanted_) {
      for (auto& [socket, rest] : sockets) {
        for (int burst = 0; burst < 50 && socket.readable(0); ++burst) {
          const auto status = read_answer(socket, rest).status;
          ++(status == 404 ? not_found_ : status == 429 ? slowed_ : other_);
          if (status == 0) return;
          send_one(socket, ++number);
          if (!socket.readable(1)) break;
        }
      }
    }
  }

  int wanted_;
  std::vector<std::thread> threads_;
};

/// Somebody who is inside meanwhile: reads what comes and says that they are there, as a browser does.
void stay_inside(Tab& tab, const std::function<bool()>& meanwhile) {
  v1::ClientMessage ping;
  ping.mutable_ping();
  auto pinged = Clock::now();
  while (meanwhile()) {
    if (tab.socket().readable(100)) tab.hear_what_is_there();
    if (Clock::now() - pinged < std::chrono::seconds(2)) continue;
    pinged = Clock::now();
    tab.say(ping);
  }
}

TEST_F(TicketsAndLinks, a_hundred_thousand_guesses_find_nothing_and_keep_nobody_out) {
  const char* mode = std::getenv("POSTERHALL_MODE");
  const int wanted = mode != nullptr && std::string_view{mode} == "long" ? 100'000 : 4'000;
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  Tab inside(amara);
  (void)inside.enter();
  Guessers guessers(server_->port(), server_->origin(), wanted);
  stay_inside(inside, [&] { return guessers.answered() < wanted / 10; });
  // From the same address, with the right link, while it goes on.
  for (std::size_t person = 1; person < 4; ++person) {
    const auto begun = Clock::now();
    auto late = browser();
    EXPECT_EQ(late.enter(links_[person]).status, 200);
    Tab tab(late);
    EXPECT_NE(tab.enter().visitor(), 0U);
    EXPECT_LE(Clock::now() - begun, std::chrono::seconds(2));
  }
  EXPECT_FALSE(amara.ticket().empty());
  stay_inside(inside, [&] { return guessers.answered() < wanted && guessers.other_ == 0; });
  guessers.finish();
  EXPECT_GE(guessers.answered(), wanted);
  EXPECT_EQ(guessers.other_, 0);
  EXPECT_GT(guessers.slowed_, guessers.not_found_) << "most were told to slow down";
  v1::ClientMessage ping;
  ping.mutable_ping();
  inside.say(ping);
  EXPECT_TRUE(inside.hear([](const auto& heard) { return heard.has_pong(); }).has_pong());
}

std::string all_files_of(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

TEST_F(TicketsAndLinks, no_secret_is_in_a_log_a_file_a_figure_or_an_answer_to_somebody_else) {
  server_ = std::make_unique<Server>(data_, std::vector<std::string>{"--log-level", "debug"});
  auto amara = browser();
  ASSERT_EQ(amara.enter(links_[0]).status, 200);
  const auto ticket = amara.ticket(), unused = amara.ticket();
  const auto cookie = amara.cookie().substr(amara.cookie().find('=') + 1);
  RawSocket socket(server_->port());
  ASSERT_TRUE(socket.send(upgrade_with(amara, ticket)));
  std::string rest;
  EXPECT_EQ(read_answer(socket, rest).status, 101);
  // What people and programs get wrong: secrets where none belong, in forms that are refused.
  std::string answers;
  const auto ask = [&](const std::string& request) {
    const auto answer = fetch(server_->port(), request);
    answers += answer.body;
    for (const auto& [name, value] : answer.headers) answers += value + "\n";
  };
  for (const auto& secret : {links_[0], cookie, unused}) {
    for (const std::string& line :
         {"GET /join?token=" + secret + " HTTP/1.1", "GET /join/" + secret + " HTTP/1.1",
          "GET /p/" + secret + " HTTP/1.1", "GET /api/v1/posters/" + secret + " HTTP/1.1",
          "GET /files/" + secret + " HTTP/1.1", "GET /ws?ticket=" + secret + " HTTP/1.1",
          "BREW /" + secret + " HTTP/1.1", "GET /" + secret + "%zz HTTP/1.1", "GET /" + secret}) {
      ask(line + "\r\nHost: localhost\r\nReferer: http://localhost/join#" + secret + "\r\n\r\n");
    }
    ask("POST /api/v1/enter HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nContent-Length: 3\r\n\r\n" +
        secret);
    (void)amara.post("/api/v1/invitation", "{\"token\":\"" + secret + "x\"}");
    (void)amara.post("/api/v1/invitation", secret);
    answers += amara.post("/api/v1/invitation", "{\"token\":[\"" + secret + "\"]}").body;
  }
  answers += get(server_->port(), "/metrics").body;
  server_->signal(SIGTERM);
  const auto log = server_->wait().output;
  EXPECT_NE(log.find("session.opened"), std::string::npos) << "there is a log to look at";
  const auto files = all_files_of(data_.path());
  for (const auto& [what, secret] :
       {std::pair{"link", links_[0]}, {"cookie", cookie}, {"ticket", ticket}, {"unused ticket", unused}}) {
    ASSERT_GE(secret.size(), 22U) << what;
    EXPECT_EQ(log.find(secret), std::string::npos) << what << " in the log";
    EXPECT_EQ(files.find(secret), std::string::npos) << what << " on the disk";
    EXPECT_EQ(answers.find(secret), std::string::npos) << what << " said again";
  }
}

}  // namespace
}  // namespace posterhall::integration
