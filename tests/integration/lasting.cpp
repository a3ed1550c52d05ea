// What lasts: resumes, kill -9, slow readers, draining, and no ack before the disk has it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

class Lasting : public testing::Test {
 protected:
  DataFolder data_;
  std::vector<std::string> links_ = data_.links(12);

  Browser browser(const Server& server, std::size_t person) {
    Browser out(server.port(), server.origin());
    EXPECT_EQ(out.enter(links_.at(person)).status, 200);
    return out;
  }
  [[nodiscard]] int people_saved_at(std::uint32_t place) const;
};

/// Places are saved every few seconds: how many people the file has at this one.
int Lasting::people_saved_at(std::uint32_t place) const {
  const std::string query = "select count(*) from places where place >> 4 = " + std::to_string(place >> 4);
  const std::string command =
      "sqlite3 -readonly '" + (data_.path() / "places.sqlite").string() + "' '" + query + "' 2>&1";
  FILE* run = ::popen(command.c_str(), "r");
  char text[256] = {};
  const std::string said = std::fgets(text, sizeof text, run) != nullptr ? text : "";
  ::pclose(run);
  return std::atoi(said.c_str());
}

v1::ClientMessage stand_at(std::uint32_t booth) {
  v1::ClientMessage go;
  go.mutable_go()->set_booth(booth);
  go.mutable_go()->set_how(v1::GO_HOW_SET_DOWN);
  return go;
}

v1::ClientMessage watch(const std::string& channel) {
  v1::ClientMessage message;
  message.mutable_watch()->set_channel(channel);
  return message;
}

std::uint32_t send_and_ack(Tab& tab, const v1::ClientMessage& message) {
  const auto seq = tab.say(message);
  return tab.hear([&](const auto& heard) { return heard.has_ack() && heard.ack().in_reply_to() == seq; })
      .ack()
      .number();
}

TEST_F(Lasting, a_tab_that_was_away_hears_what_it_missed_and_nothing_twice) {
  Server server(data_);
  auto amara = browser(server, 0), bo = browser(server, 1);
  Tab b(bo);
  (void)b.enter();
  {
    Tab a(amara);
    (void)a.enter();
    a.say(watch("poster/1"));
    (void)a.hear([](const auto& heard) { return heard.has_watching(); });
    send_and_ack(b, send_message("poster/1", "one", 1, v1::EVENT_KIND_QUESTION));
    a.hear_until([&] { return a.events().size() == 1; });
    a.drop();
  }
  send_and_ack(b, send_message("poster/1", "two", 2, v1::EVENT_KIND_QUESTION));
  send_and_ack(b, send_message("poster/1", "three", 3, v1::EVENT_KIND_QUESTION));
  Tab again(amara);
  (void)again.enter({{"poster/1", 1}});
  const auto watching =
      again.hear([](const auto& heard) { return heard.has_watching() && heard.watching().channel() == "poster/1"; });
  EXPECT_EQ(watching.watching().resumed(), 2U);
  again.hear_until([&] { return again.events().size() >= 2; });
  send_and_ack(b, send_message("poster/1", "four", 4, v1::EVENT_KIND_QUESTION));
  again.hear_until([&] { return again.events().size() >= 3; });
  ASSERT_EQ(again.events().size(), 3U);
  for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(again.events()[static_cast<std::size_t>(i)].number(), i + 2);
}

TEST_F(Lasting, after_kill_9_nothing_acked_is_lost_and_cookies_still_open_the_hall) {
  auto server = std::make_unique<Server>(data_);
  auto amara = browser(*server, 0);
  std::uint32_t last = 0;
  {
    Tab a(amara);
    (void)a.enter();
    for (std::uint8_t i = 1; i <= 4; ++i) {
      last = send_and_ack(a, send_message("poster/2", "kept " + std::to_string(i), i, v1::EVENT_KIND_QUESTION));
    }
    server->kill();
  }
  server = std::make_unique<Server>(data_);
  amara.move_to(server->port(), server->origin());
  Tab again(amara);
  (void)again.enter({{"poster/2", 0}});
  again.hear_until([&] { return again.events().size() >= last; });
  ASSERT_EQ(again.events().size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(again.events()[i].text(), "kept " + std::to_string(i + 1));
  // The pending message is sent again with its id after a crash: it counts once.
  EXPECT_EQ(send_and_ack(again, send_message("poster/2", "kept 4", 4, v1::EVENT_KIND_QUESTION)), last);
}

TEST_F(Lasting, after_kill_9_people_stand_where_they_stood) {
  auto server = std::make_unique<Server>(data_);
  auto amara = browser(*server, 0);
  std::uint32_t place = 0;
  {
    Tab a(amara);
    (void)a.enter();
    a.say(stand_at(102));
    place = a.hear([](const auto& heard) { return heard.has_going(); }).going().place();
    a.hear_until([&] { return people_saved_at(place) == 1; });
    server->kill();
  }
  server = std::make_unique<Server>(data_);
  amara.move_to(server->port(), server->origin());
  Tab again(amara);
  EXPECT_EQ(again.enter().place() >> 4, place >> 4);
}

TEST_F(Lasting, after_kill_9_who_talked_at_a_booth_talks_there_again_whatever_shard_they_come_to) {
  const auto together = [](const v1::ServerMessage& heard) {
    return heard.has_conversation() && heard.conversation().members_size() == 2;
  };
  std::vector<Browser> browsers;
  {
    Server server(data_, {"--shards", "2"});
    browsers = {browser(server, 0), browser(server, 1)};
    Tab a(browsers[0]), b(browsers[1]);
    std::vector<std::uint32_t> places;
    for (auto* tab : {&a, &b}) {
      (void)tab->enter();
      tab->say(stand_at(102));
      places.push_back(tab->hear([](const auto& heard) { return heard.has_going(); }).going().place());
    }
    (void)a.hear(together);
    // Two shards may set them down on one tile, and each saves its own.
    const int there = places[0] >> 4 == places[1] >> 4 ? 2 : 1;
    a.hear_until([&] { return people_saved_at(places[0]) == there && people_saved_at(places[1]) == there; });
    server.kill();
  }
  Server server(data_, {"--shards", "2"});
  for (auto& each : browsers) each.move_to(server.port(), server.origin());
  Tab a(browsers[0]), b(browsers[1]);
  (void)a.enter();
  (void)b.enter();
  (void)a.hear(together);
  (void)b.hear(together);
}

TEST_F(Lasting, a_slow_reader_is_closed_and_the_others_hear_everything) {
  Server server(data_);
  auto slow_browser = browser(server, 0), listening_browser = browser(server, 1);
  auto slow = std::make_unique<Tab>(slow_browser, 4'096);
  Tab listening(listening_browser);
  for (auto* tab : {slow.get(), &listening}) {
    (void)tab->enter();
    tab->say(watch("poster/1"));
    (void)tab->hear([](const auto& heard) { return heard.has_watching(); });
  }
  // The slow one reads no more. Ten people say five times 16 KB each: more than kernels and the outbox keep.
  const std::string long_text = [] {
    std::string text;
    while (text.size() < 4 * 3'900) text += "\xF0\x9F\x98\x80";
    return text;
  }();
  std::uint32_t sent = 0;
  for (std::size_t person = 2; person < 12; ++person) {
    auto other = browser(server, person);
    Tab tab(other);
    (void)tab.enter();
    for (std::uint8_t i = 1; i <= 5; ++i) {
      sent = send_and_ack(tab, send_message("poster/1", long_text, i, v1::EVENT_KIND_QUESTION));
      listening.hear_what_is_there();
    }
    tab.drop();
  }
  EXPECT_EQ(sent, 50U);
  listening.hear_until([&] { return listening.events().size() >= sent; });
  for (std::uint32_t i = 0; i < sent; ++i) EXPECT_EQ(listening.events()[static_cast<std::size_t>(i)].number(), i + 1);
  const auto code = slow->hear_end();
  EXPECT_EQ(code, 4002);
  const auto had = static_cast<std::uint32_t>(slow->events().size());
  EXPECT_LT(had, sent);
  for (std::uint32_t i = 0; i < had; ++i) EXPECT_EQ(slow->events()[static_cast<std::size_t>(i)].number(), i + 1);
  slow.reset();
  Tab again(slow_browser);
  (void)again.enter({{"poster/1", had}});
  const auto watching =
      again.hear([](const auto& heard) { return heard.has_watching() && heard.watching().channel() == "poster/1"; })
          .watching();
  ASSERT_TRUE(watching.has_gap());  // too much for one answer: said so, and read in pages
  EXPECT_EQ(watching.gap().from(), had + 1);
  again.hear_until([&] { return !again.events().empty() && again.events().back().number() == sent; });
  EXPECT_EQ(again.events().front().number(), watching.gap().to() + 1);
  for (std::uint32_t before = watching.gap().to() + 1; before > had + 1;) {
    v1::ClientMessage wish;
    wish.mutable_history()->set_channel("poster/1");
    wish.mutable_history()->set_before(before);
    wish.mutable_history()->set_limit(100);
    const auto seq = again.say(wish);
    const auto page =
        again.hear([&](const auto& heard) { return heard.has_history() && heard.history().in_reply_to() == seq; })
            .history();
    ASSERT_GT(page.events_size(), 0);
    for (int i = page.events_size(); i-- > 0;) EXPECT_EQ(page.events(i).number(), --before);
    EXPECT_EQ(page.more(), before > 1);
  }
}

TEST_F(Lasting, a_stop_says_restart_to_everybody_and_exits_with_0) {
  Server server(data_);
  auto amara = browser(server, 0), bo = browser(server, 1);
  Tab a(amara), b(bo);
  (void)a.enter();
  (void)b.enter();
  send_and_ack(a, send_message("poster/3", "before the end", 1, v1::EVENT_KIND_QUESTION));
  server.signal(SIGTERM);
  const auto closing = a.hear([](const auto& heard) { return heard.has_closing(); }).closing();
  EXPECT_EQ(closing.reason(), v1::CLOSING_REASON_RESTART);
  EXPECT_LE(closing.retry_after_ms(), 1'000U);
  EXPECT_EQ(a.hear_end(), 1012);
  EXPECT_EQ(b.hear_end(), 1012);
  const auto finished = server.wait();
  EXPECT_EQ(finished.status, 0) << finished.output;
  for (const auto& secret : {amara.cookie(), links_[0], links_[1]}) {
    EXPECT_EQ(finished.output.find(secret.substr(secret.find('=') + 1)), std::string::npos) << "a secret is in the log";
  }
}

/// Where a line with all these parts is, from `from` on.
std::size_t find_line(const std::vector<std::string>& lines, std::size_t from, const std::vector<std::string>& parts) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    bool all = true;
    for (const auto& part : parts) all = all && lines[i].find(part) != std::string::npos;
    if (all) return i;
  }
  return lines.size();
}

std::string escaped_hex(const std::string& bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    out += "\\x";
    out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    out.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  return out;
}

TEST_F(Lasting, no_ack_is_written_before_the_disk_has_the_event) {
  const auto trace = data_.path() / "trace";
  {
    Server server(data_, {},
                  {"strace", "-D", "-f", "-xx", "-s", "256", "-o", trace.string(), "-e",
                   "trace=fdatasync,fsync,recvfrom,sendmsg,sendto", "-e", "signal=none"});
    auto amara = browser(server, 0);
    Tab a(amara);
    (void)a.enter();
    v1::ClientMessage last;
    for (std::uint8_t i = 0; i < 4; ++i)
      send_and_ack(a, send_message("poster/1", "x", static_cast<std::uint8_t>(0xd0 + i), v1::EVENT_KIND_QUESTION));
    server.signal(SIGTERM);
    (void)a.hear_end();
    (void)server.wait();
  }
  std::ifstream in(trace);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::size_t at = 0;
  for (std::uint8_t i = 0; i < 4; ++i) {
    // The client id comes in …
    const auto id = escaped_hex(std::string(16, static_cast<char>(0xd0 + i)));
    const auto received = find_line(lines, at, {"recvfrom", id});
    ASSERT_LT(received, lines.size()) << "message " << int{i};
    // … an ack {in_reply_to, number} goes out: ServerMessage field 4, first field 1 = the message's seq (Enter was 1).
    v1::ServerMessage ack;
    ack.mutable_ack()->set_in_reply_to(2U + i);
    ack.mutable_ack()->set_number(1U + i);
    const auto inner = ack.ack().SerializeAsString();
    const auto acked = find_line(lines, received, {"sendmsg", escaped_hex("\x22").substr(0, 4), escaped_hex(inner)});
    ASSERT_LT(acked, lines.size()) << "message " << int{i};
    // … and in between a sync of the write-ahead log has returned.
    bool synced = false;
    for (auto k = received; k < acked && !synced; ++k) {
      const bool sync = lines[k].find("fdatasync") != std::string::npos || lines[k].find("fsync") != std::string::npos;
      synced = sync && lines[k].find("= 0") != std::string::npos;
    }
    EXPECT_TRUE(synced) << "message " << int{i} << " was acked before a sync returned";
    at = acked;
  }
}

}  // namespace
}  // namespace posterhall::integration
