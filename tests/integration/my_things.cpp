// A person's own things at the real server: visits that nobody else reads, cards for a poster's authors alone, posters
// that are alike.
#include <gtest/gtest.h>

#include <thread>

#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"
#include "store/sqlite.hpp"

namespace posterhall::integration {
namespace {

class MyThings : public testing::Test {
 protected:
  void SetUp() override {
    organiser_link_ = data_.organiser_link();
    author_link_ = invite("davit@example.org", {"--poster", "one"});
    visitor_link_ = invite("amara@example.org", {});
    server_ = std::make_unique<Server>(data_);
  }
  std::string invite(const std::string& email, const std::vector<std::string>& more) {
    std::vector<std::string> words{"invite",  "--data", data_.path().string(), "--name", "Of " + email,
                                   "--email", email};
    words.insert(words.end(), more.begin(), more.end());
    const auto invited = run_posterhall(words);
    const auto from = invited.output.find("/join#") + 6;
    return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  }
  Browser come_in(const std::string& link) {
    Browser browser{server_->port(), server_->origin()};
    EXPECT_EQ(browser.enter(link).status, 200);
    return browser;
  }
  static bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }

  DataFolder data_;
  std::string organiser_link_, author_link_, visitor_link_;
  std::unique_ptr<Server> server_;
};

TEST_F(MyThings, a_card_is_given_as_shown_to_the_authors_alone_and_taken_back) {
  auto visitor = come_in(visitor_link_);
  auto author = come_in(author_link_);
  auto organiser = come_in(organiser_link_);
  EXPECT_TRUE(has(visitor.get("/api/v1/my-card"), "\"email\":\"amara@example.org\""));
  const auto left = visitor.post("/api/v1/posters/one/card", "{\"note\":\"Talk?\",\"withEmail\":true}");
  ASSERT_EQ(left.status, 200) << left.body;
  const auto cards = author.get("/api/v1/posters/one/cards");
  ASSERT_EQ(cards.status, 200);
  EXPECT_TRUE(has(cards, "\"note\":\"Talk?\""));
  EXPECT_TRUE(has(cards, "\"email\":\"amara@example.org\""));
  EXPECT_EQ(author.get("/api/v1/posters/two/cards").status, 403) << "another's poster";
  EXPECT_EQ(visitor.get("/api/v1/posters/one/cards").status, 403);
  EXPECT_EQ(organiser.get("/api/v1/posters/one/cards").status, 403) << "given to the authors, not to organisers";
  EXPECT_EQ(visitor.post("/api/v1/posters/one/card", "{\"note\":\"" + std::string(301, 'x') + "\"}").status, 400);
  EXPECT_EQ(visitor.post("/api/v1/posters/nobody/card", "{}").status, 404);
  ASSERT_EQ(visitor.post("/api/v1/posters/one/card/back", "{}").status, 200);
  EXPECT_FALSE(has(author.get("/api/v1/posters/one/cards"), "Talk?"));
  EXPECT_FALSE(has(visitor.get("/api/v1/my-card"), "Talk?"));
  Browser nobody{server_->port(), server_->origin()};
  EXPECT_EQ(nobody.get("/api/v1/my-card").status, 401);
  EXPECT_EQ(nobody.post("/api/v1/posters/one/card", "{}").status, 401);
  const std::string evil = "Origin: http://evil.example\r\nCookie: " + visitor.cookie() + "\r\n";
  EXPECT_EQ(post(server_->port(), "/api/v1/posters/one/card", "{}", evil).status, 403);
}

TEST_F(MyThings, whom_an_author_blocked_hands_them_no_card) {
  auto visitor = come_in(visitor_link_);
  auto author = come_in(author_link_);
  ASSERT_EQ(visitor.post("/api/v1/posters/one/card", "{\"note\":\"Talk?\"}").status, 200);
  ASSERT_TRUE(has(author.get("/api/v1/posters/one/cards"), "Talk?"));
  Tab of_visitor(visitor), of_author(author);
  const auto whom = of_visitor.enter().me().person();
  of_author.enter();
  v1::ClientMessage block;
  block.mutable_block()->set_person(whom);
  of_author.say(block);
  of_author.hear(
      [](const auto& heard) { return heard.has_blocked_people() && heard.blocked_people().persons_size() == 1; });
  const auto give_up = give_up_at();
  while (has(author.get("/api/v1/posters/one/cards"), "Talk?") && std::chrono::steady_clock::now() < give_up)
    std::this_thread::yield();
  EXPECT_FALSE(has(author.get("/api/v1/posters/one/cards"), "Talk?"));
}

TEST_F(MyThings, visits_are_the_visitors_own_and_outlive_the_server) {
  auto visitor = come_in(visitor_link_);
  EXPECT_TRUE(has(visitor.get("/api/v1/visited"), "\"posters\":[]"));
  EXPECT_EQ(visitor.post("/api/v1/visited", "{\"poster\":1}").status, 200);
  EXPECT_EQ(visitor.post("/api/v1/visited", "{}").status, 400);
  server_->kill();
  server_ = std::make_unique<Server>(data_);
  visitor.move_to(server_->port(), server_->origin());
  EXPECT_TRUE(has(visitor.get("/api/v1/visited"), "\"posters\":[1]"));
  EXPECT_TRUE(has(come_in(author_link_).get("/api/v1/visited"), "\"posters\":[]"));
  Browser nobody{server_->port(), server_->origin()};
  EXPECT_EQ(nobody.get("/api/v1/visited").status, 401);
}

TEST_F(MyThings, who_may_see_posters_reads_which_are_alike) {
  Browser nobody{server_->port(), server_->origin()};
  const auto similar = nobody.get("/api/v1/posters/one/similar");
  ASSERT_EQ(similar.status, 200) << similar.body;
  EXPECT_TRUE(has(similar, "\"posters\":["));
  EXPECT_EQ(nobody.get("/api/v1/posters/nobody/similar").status, 404);
}

std::int64_t rows_of(const DataFolder& data, const std::string& table) {
  store::Sqlite db(data.path() / "posterhall.sqlite", store::Durability::full);
  store::Query row(db, "select count(*) from " + table);
  return row.next() ? row.int64(0) : -1;
}

TEST(Figures, the_server_itself_destroys_their_keys_when_the_event_is_over) {
  DataFolder data;
  constexpr std::string_view kFirstCount =
      "insert into figure_steps (poster, start, visits, reads, attended_ms) values (1, ";
  const auto begin = [&](const std::string& day, std::string_view counted_at) {
    data.write("event.toml",
               "[event]\nname = \"Then\"\ntime_zone = \"UTC\"\ncontact = \"x@example.org\"\ndays = [" + day + "]\n");
    ASSERT_EQ(run_posterhall({"import", (data.path() / "posters.csv").string(), "--data", data.path().string()}).status,
              0);
    store::Sqlite db(data.path() / "posterhall.sqlite", store::Durability::full);
    db.run("delete from figure_steps; insert or replace into figure_keys (poster, key) values (1, x'00ff');" +
           std::string(kFirstCount) + std::string(counted_at) + ", 1, 0, 0)");
    ASSERT_FALSE(db.failed()) << db.error_text();
  };
  // Days long past with which something was only tried out in 2030: left alone. Then what was counted on the day.
  begin("2021-04-21", "1900000000000");
  {
    Server server(data);
    Browser browser{server.port(), server.origin()};
    EXPECT_EQ(browser.enter(data.organiser_link()).status, 200);  // stored after it was looked
    EXPECT_EQ(rows_of(data, "figure_keys"), 1);
  }
  begin("2021-04-21", "1619013600000");
  Server server(data);
  const auto give_up = give_up_at();
  while (rows_of(data, "figure_keys") > 0 && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
  EXPECT_EQ(rows_of(data, "figure_keys"), 0);
  EXPECT_EQ(rows_of(data, "figure_closed"), 1);
}

}  // namespace
}  // namespace posterhall::integration
