// The event's life at the real server: who comes in before the doors, what stops when the hall has closed, and an
// organiser's hand on it while people are in.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "integration/support/moments.hpp"
#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::system_clock;

/// Doors and closing, from now.
std::string hours_of(minutes doors, minutes closes) {
  const auto now = system_clock::now();
  return "doors = " + toml_time(now + doors) + "\ncloses = " + toml_time(now + closes) + "\n";
}

std::string author_link(const DataFolder& data) {
  const auto invited = run_posterhall(
      {"invite", "--data", data.path().string(), "--name", "Davit", "--email", "davit@example.org", "--poster", "one"});
  const auto from = invited.output.find("/join#") + 6;
  return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
}

v1::ClientMessage question(const std::string& text, char id) {
  v1::ClientMessage message;
  auto& send = *message.mutable_send();
  send.set_channel("poster/1");
  send.set_client_id(std::string(16, id));
  send.set_kind(v1::EVENT_KIND_QUESTION);
  send.set_text(text);
  return message;
}

v1::ServerMessage answer_to(Tab& tab, std::uint32_t seq) {
  return tab.hear([seq](const v1::ServerMessage& message) {
    return (message.has_ack() && message.ack().in_reply_to() == seq) ||
           (message.has_reject() && message.reject().in_reply_to() == seq);
  });
}

bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }

TEST(EventLife, before_the_doors_authors_set_up_and_an_organiser_opens_them_early) {
  DataFolder data(hours_of(hours(2), hours(9)));
  const auto links = data.links(1);
  const auto author_key = author_link(data), organiser_key = data.organiser_link();
  Server server(data);
  Browser author{server.port(), server.origin()};
  ASSERT_EQ(author.enter(author_key).status, 200);
  Tab booth(author);
  (void)booth.enter();
  Browser visitor{server.port(), server.origin()};
  ASSERT_EQ(visitor.enter(links[0]).status, 200) << "the link works: posters and programme are there";
  const auto refused = visitor.post("/api/v1/ticket", "{}");
  EXPECT_EQ(refused.status, 403);
  EXPECT_TRUE(has(refused, "before_doors")) << refused.body;
  EXPECT_TRUE(has(visitor.get("/api/v1/event"), "\"doorsMs\":1"));
  EXPECT_EQ(visitor.get("/api/v1/posters").status, 200);

  Browser organiser{server.port(), server.origin()};
  ASSERT_EQ(organiser.enter(organiser_key).status, 200);
  const auto now = system_clock::now();
  const std::string open_now =
      "{\"doorsMs\":" + ms(now - minutes(1)) + ",\"closesMs\":" + ms(now + hours(9)) + ",\"after\":0}";
  EXPECT_EQ(visitor.post("/api/v1/programme/times", open_now).status, 403) << "an organiser's";
  EXPECT_EQ(author.post("/api/v1/programme/times", open_now).status, 403);
  ASSERT_EQ(organiser.post("/api/v1/programme/times", open_now).status, 200);
  EXPECT_EQ(organiser.post("/api/v1/programme/times", open_now).status, 409) << "seen before that change";
  const auto give_up = give_up_at();
  while (visitor.post("/api/v1/ticket", "{}").status != 200) ASSERT_LT(std::chrono::steady_clock::now(), give_up);
  Tab tab(visitor);
  (void)tab.enter();
}

TEST(EventLife, when_the_hall_has_closed_all_is_read_nobody_talks_and_nobody_is_put_out) {
  DataFolder data(hours_of(-hours(9), minutes(60)));
  const auto links = data.links(2);
  const auto organiser_key = data.organiser_link();
  Server server(data);
  Browser browser{server.port(), server.origin()};
  ASSERT_EQ(browser.enter(links[0]).status, 200);
  Tab tab(browser);
  (void)tab.enter();
  EXPECT_TRUE(answer_to(tab, tab.say(question("Before the close?", 'a'))).has_ack());
  Browser organiser{server.port(), server.origin()};
  ASSERT_EQ(organiser.enter(organiser_key).status, 200);
  const auto now = system_clock::now();
  std::size_t heard = 0;
  const auto close_at = [&](system_clock::time_point at, int after) {
    ASSERT_EQ(organiser
                  .post("/api/v1/programme/times", "{\"doorsMs\":" + ms(now - hours(9)) + ",\"closesMs\":" + ms(at) +
                                                       ",\"after\":" + std::to_string(after) + "}")
                  .status,
              200);
    ++heard;
    const auto is_change = [](const v1::ServerMessage& message) { return message.has_catalogue_changed(); };
    (void)tab.hear([&](const v1::ServerMessage&) {
      return static_cast<std::size_t>(std::ranges::count_if(tab.heard(), is_change)) >= heard;
    });
  };
  // A minute ago: last words are still said.
  close_at(now - minutes(1), 0);
  EXPECT_TRUE(answer_to(tab, tab.say(question("One more?", 'b'))).has_ack());
  close_at(now - minutes(3), 1);
  EXPECT_EQ(answer_to(tab, tab.say(question("Anybody?", 'c'))).reject().code(), v1::REJECT_CODE_EVENT_CLOSED);
  v1::ClientMessage history;
  history.mutable_history()->set_channel("poster/1");
  history.mutable_history()->set_limit(10);
  (void)tab.say(history);
  const auto page = tab.hear([](const v1::ServerMessage& message) { return message.has_history(); });
  EXPECT_EQ(page.history().events_size(), 2) << "what was asked is still read";
  EXPECT_EQ(browser.post("/api/v1/posters/one/card", "{}").status, 403);
  Browser later{server.port(), server.origin()};
  ASSERT_EQ(later.enter(links[1]).status, 200) << "the same link opens it";
  Tab reader(later);
  (void)reader.enter();
  EXPECT_TRUE(answer_to(reader, reader.say(question("Hello?", 'z'))).has_reject());

  // Extended: they go on.
  close_at(now + hours(1), 2);
  EXPECT_TRUE(answer_to(tab, tab.say(question("And now?", 'd'))).has_ack());
}

TEST(EventLife, after_its_last_day_only_an_organiser_still_looks) {
  DataFolder data("doors = 2021-04-21T07:00:00Z\ncloses = 2021-04-21T19:00:00Z\n");
  const auto links = data.links(1);
  const auto organiser_key = data.organiser_link();
  Server server(data);
  Browser browser{server.port(), server.origin()};
  ASSERT_EQ(browser.enter(links[0]).status, 200);
  const auto refused = browser.post("/api/v1/ticket", "{}");
  EXPECT_EQ(refused.status, 403);
  EXPECT_TRUE(has(refused, "event_over")) << refused.body;
  Browser organiser{server.port(), server.origin()};
  ASSERT_EQ(organiser.enter(organiser_key).status, 200);
  Tab desk(organiser);
  (void)desk.enter();
}

TEST(EventLife, a_session_is_changed_for_everybody_within_two_seconds) {
  DataFolder data;
  const auto links = data.links(1);
  const auto organiser_key = data.organiser_link();
  Server server(data);
  Browser browser{server.port(), server.origin()};
  ASSERT_EQ(browser.enter(links[0]).status, 200);
  Tab tab(browser);
  (void)tab.enter();
  Browser organiser{server.port(), server.origin()};
  ASSERT_EQ(organiser.enter(organiser_key).status, 200);
  const auto now = system_clock::now();
  const std::string wanted =
      R"({"session":{"title":"A panel, added <b>live</b>","kind":"SESSION_KIND_PANEL","place":"Stage","day":"2026-04-21","span":{"startMs":)" +
      ms(now) + R"(,"endMs":)" + ms(now + hours(1)) + "}}}";
  EXPECT_EQ(browser.post("/api/v1/programme/session", wanted).status, 403);
  EXPECT_EQ(
      organiser.post("/api/v1/programme/session", R"({"session":{"title":" ","kind":"SESSION_KIND_PANEL"}})").status,
      400);
  EXPECT_EQ(organiser
                .post("/api/v1/programme/session",
                      R"({"session":{"title":"x","kind":"SESSION_KIND_PANEL","day":"tomorrow"}})")
                .status,
            400);
  EXPECT_EQ(organiser
                .post("/api/v1/programme/session",
                      R"({"session":{"id":"none","title":"x","kind":"SESSION_KIND_PANEL","day":"2026-04-21"}})")
                .status,
            404);
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(organiser.post("/api/v1/programme/session", wanted).status, 200);
  (void)tab.hear([](const v1::ServerMessage& message) { return message.has_catalogue_changed(); });
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
  EXPECT_TRUE(has(browser.get("/api/v1/event"), "A panel, added <b>live</b>") ||
              has(browser.get("/api/v1/event"), "added \\u003cb"));
}

}  // namespace
}  // namespace posterhall::integration
