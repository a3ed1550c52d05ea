// Proposed breakouts at the real server: by people on a poster, placed and declined by organisers, told to who proposed
// them within two seconds, and nobody's address in any answer.
#include <gtest/gtest.h>

#include <chrono>

#include "integration/support/moments.hpp"
#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

using std::chrono::system_clock;

const std::string kProposals = "/api/v1/proposals";

bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }

class Proposals : public testing::Test {
 protected:
  void SetUp() override {
    attendee_ = data_.links(1)[0];
    organiser_ = data_.organiser_link();
    author_ = author_link("davit@example.org", "one");
    other_ = author_link("bo@example.org", "two");
    server_ = std::make_unique<Server>(data_);
  }
  std::string author_link(const std::string& email, const std::string& poster) const {
    const auto invited = run_posterhall(
        {"invite", "--data", data_.path().string(), "--name", "Davit " + poster, "--email", email, "--poster", poster});
    const auto from = invited.output.find("/join#") + 6;
    return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  }
  Browser come_in(const std::string& link) {
    Browser browser{server_->port(), server_->origin()};
    EXPECT_EQ(browser.enter(link).status, 200);
    return browser;
  }
  std::string wish(int poster, const std::string& title = "Reproducible by default") const {
    return R"({"poster":)" + std::to_string(poster) + R"(,"kind":"PROPOSAL_KIND_DEMO","title":")" + title +
           R"(","summary":"Bring a notebook.","wantedMs":[)" + ms(start_) + "]}";
  }

  /// One room, two slots that begin in two hours; tables of event.toml behind the event's own lines.
  system_clock::time_point start_ =
      std::chrono::floor<std::chrono::minutes>(system_clock::now()) + std::chrono::hours(2);
  DataFolder data_{"\n[breakouts]\n[[breakouts.span]]\nstart = " + toml_time(start_) +
                   "\nend = " + toml_time(start_ + std::chrono::minutes(85)) + "\n"};
  std::string attendee_, organiser_, author_, other_;
  std::unique_ptr<Server> server_;
};

TEST_F(Proposals, are_for_people_on_a_poster_and_ones_own) {
  auto attendee = come_in(attendee_);
  auto author = come_in(author_);
  auto other = come_in(other_);
  EXPECT_EQ(attendee.get(kProposals).status, 403);
  EXPECT_EQ(attendee.post(kProposals, wish(1)).status, 403);
  EXPECT_EQ(author.post(kProposals, wish(2)).status, 403) << "another's poster";
  EXPECT_EQ(author.post(kProposals, "{}").status, 400);
  EXPECT_EQ(author.post(kProposals, wish(1, "")).status, 400);
  ASSERT_EQ(author.post(kProposals, wish(1)).status, 200);
  EXPECT_TRUE(has(author.get(kProposals), "Reproducible by default"));
  EXPECT_TRUE(has(author.get(kProposals), "\"slots\":[{\"startMs\":" + ms(start_)));
  EXPECT_FALSE(has(other.get(kProposals), "Reproducible by default"));
  EXPECT_EQ(other.post(kProposals + "/1", wish(2)).status, 404) << "nothing is told of others'";
  EXPECT_EQ(other.post(kProposals + "/1/withdraw", R"({"after":1})").status, 404);
  for (const auto* step : {"place", "take-down", "decline"}) {
    EXPECT_EQ(author.post(kProposals + "/1/" + step, R"({"after":1,"room":1})").status, 403) << step;
  }
  EXPECT_EQ(author.post(kProposals + "/1/praise", "{}").status, 404);
  Browser nobody{server_->port(), server_->origin()};
  EXPECT_EQ(nobody.get(kProposals).status, 401);
  const std::string evil = "Origin: http://evil.example\r\nCookie: " + author.cookie() + "\r\n";
  EXPECT_EQ(post(server_->port(), kProposals, wish(1), evil).status, 403);
  ASSERT_EQ(author.post(kProposals, wish(1, "Second")).status, 200);
  ASSERT_EQ(author.post(kProposals, wish(1, "Third")).status, 200);
  EXPECT_TRUE(has(author.post(kProposals, wish(1, "Fourth")), "\"code\":\"too_many_open\""));
}

TEST_F(Proposals, placed_they_are_in_the_programme_and_their_proposer_is_told) {
  auto author = come_in(author_);
  auto organiser = come_in(organiser_);
  Tab tab(author);
  (void)tab.enter();
  ASSERT_EQ(author.post(kProposals, wish(1)).status, 200);
  const auto all = organiser.get(kProposals);
  EXPECT_TRUE(has(all, "Davit one"));
  EXPECT_FALSE(has(all, "davit@example.org"));
  const std::string place = R"({"after":1,"room":1,"slotMs":)" + ms(start_) + "}";
  EXPECT_TRUE(has(organiser.post(kProposals + "/1/place", R"({"after":1,"room":1,"slotMs":60000})"), "no_such_slot"));
  EXPECT_TRUE(has(organiser.post(kProposals + "/1/place", R"({"after":1,"room":9,"slotMs":)" + ms(start_) + "}"),
                  "no_such_room"));
  ASSERT_EQ(organiser.post(kProposals + "/1/place", place).status, 200);
  EXPECT_TRUE(has(organiser.post(kProposals + "/1/place", place), "moved_on"));
  const auto told = tab.hear([](const v1::ServerMessage& message) {
    return message.has_poster_desk() && message.poster_desk().decisions_size() > 0;
  });
  EXPECT_EQ(told.poster_desk().decisions(0).state(), v1::PROPOSAL_STATE_PLACED);
  const auto event = author.get("/api/v1/event");
  EXPECT_TRUE(has(event, "proposal-1"));
  EXPECT_FALSE(has(event, "davit@example.org"));
  EXPECT_TRUE(has(author.get("/api/v1/my-programme"), "\"hosting\":[\"proposal-1\"]"));
  EXPECT_EQ(author.post(kProposals + "/1/seen", "{}").status, 200);
  (void)tab.hear([](const v1::ServerMessage& message) {
    return message.has_poster_desk() && message.poster_desk().decisions_size() == 0;
  });
  EXPECT_EQ(author.post(kProposals + "/1/withdraw", R"({"after":2})").status, 200);
  while (has(author.get("/api/v1/event"), "proposal-1")) {
    (void)tab.hear([](const v1::ServerMessage& message) { return message.has_catalogue_changed(); });
  }
}

}  // namespace
}  // namespace posterhall::integration
