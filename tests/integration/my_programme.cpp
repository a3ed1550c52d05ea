// A person's programme and calendars at the real server: one's own only, refused with words, addresses that end.
#include <gtest/gtest.h>

#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

constexpr std::string_view kMine = "/api/v1/my-programme", kCalendar = "/api/v1/my-calendar";

bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }

class MyProgramme : public testing::Test {
 protected:
  void SetUp() override {
    links_ = data_.links(2);
    server_ = std::make_unique<Server>(data_);
  }
  Browser come_in(const std::string& link) {
    Browser browser{server_->port(), server_->origin()};
    EXPECT_EQ(browser.enter(link).status, 200);
    return browser;
  }
  /// The id of the event's first session.
  std::string session(Browser& browser) {
    const auto event = browser.get("/api/v1/event").body;
    const auto from = event.find("\"id\":\"", event.find("\"sessions\":")) + 6;
    return event.substr(from, event.find('"', from) - from);
  }
  static std::string path_in(const Answer& answer) {
    const auto from = answer.body.find("/calendar/");
    return answer.body.substr(from, answer.body.find('"', from) - from);
  }

  DataFolder data_;
  std::vector<std::string> links_;
  std::unique_ptr<Server> server_;
};

TEST_F(MyProgramme, is_kept_for_one_person_and_refused_with_words) {
  auto one = come_in(links_[0]);
  auto other = come_in(links_[1]);
  const auto id = session(one);
  ASSERT_EQ(one.post(std::string(kMine), R"({"session":")" + id + R"(","on":true})").status, 200);
  EXPECT_TRUE(has(one.get(std::string(kMine)), "\"sessions\":[\"" + id + "\"]"));
  EXPECT_TRUE(has(other.get(std::string(kMine)), "\"sessions\":[]"));
  const auto unknown = one.post(std::string(kMine), R"({"session":"no such","on":true})");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_TRUE(has(unknown, "\"code\":\"no_session\"")) << unknown.body;
  EXPECT_EQ(one.post(std::string(kMine), R"({"session":"no such"})").status, 200) << "what is gone can be taken out";
  EXPECT_EQ(one.post(std::string(kMine), "{}").status, 400);
  server_->kill();
  server_ = std::make_unique<Server>(data_);
  one.move_to(server_->port(), server_->origin());
  EXPECT_TRUE(has(one.get(std::string(kMine)), "\"sessions\":[\"" + id + "\"]"));
  Browser nobody{server_->port(), server_->origin()};
  EXPECT_EQ(nobody.get(std::string(kMine)).status, 401);
  EXPECT_EQ(nobody.post(std::string(kCalendar), "{}").status, 401);
  const std::string evil = "Origin: http://evil.example\r\nCookie: " + one.cookie() + "\r\n";
  EXPECT_EQ(post(server_->port(), std::string(kMine), R"({"session":"x"})", evil).status, 403);
}

TEST_F(MyProgramme, a_calendar_is_read_without_a_cookie_until_its_address_is_replaced) {
  auto one = come_in(links_[0]);
  const auto id = session(one);
  Browser nobody{server_->port(), server_->origin()};
  const auto unknown = nobody.get("/calendar/AAAAAAAAAAAAAAAAAAAAAA.ics");
  EXPECT_EQ(unknown.status, 404);
  const auto first = path_in(one.post(std::string(kCalendar), "{}"));
  ASSERT_GE(first.size(), std::string("/calendar/.ics").size() + 22) << "128 bits at least";
  const auto empty = nobody.get(first);
  ASSERT_EQ(empty.status, 200);
  EXPECT_TRUE(has(empty, "BEGIN:VCALENDAR"));
  EXPECT_FALSE(has(empty, "BEGIN:VEVENT"));
  ASSERT_EQ(one.post(std::string(kMine), R"({"session":")" + id + R"(","on":true})").status, 200);
  EXPECT_TRUE(has(nobody.get(first), "BEGIN:VEVENT"));
  const auto second = path_in(one.post(std::string(kCalendar), "{}"));
  EXPECT_NE(first, second);
  const auto old = nobody.get(first);
  EXPECT_EQ(old.status, 404);
  EXPECT_EQ(old.body, unknown.body) << "nobody learns that it was one";
  EXPECT_EQ(nobody.get(second).status, 200);
  EXPECT_EQ(one.post(std::string(kCalendar), R"({"end":true})").status, 200);
  EXPECT_EQ(nobody.get(second).status, 404);
  server_->signal(15);
  const auto said = server_->wait().output;
  for (const auto& path : {first, second}) EXPECT_EQ(said.find(path.substr(10, 22)), std::string::npos) << "in the log";
}

TEST_F(MyProgramme, the_calendar_of_all_is_asked_again_cheaply) {
  const auto port = server_->port();
  const auto feed = get(port, "/calendar/programme.ics");
  ASSERT_EQ(feed.status, 200);
  EXPECT_TRUE(has(feed, "BEGIN:VEVENT"));
  EXPECT_EQ(feed.header("content-type"), "text/calendar; charset=utf-8");
  const auto etag = feed.header("etag");
  ASSERT_FALSE(etag.empty());
  EXPECT_EQ(get(port, "/calendar/programme.ics", "If-None-Match: " + etag + "\r\n").status, 304);
  EXPECT_EQ(get(port, "/calendar/programme.ics").body, feed.body) << "the same bytes, the same UIDs";
  EXPECT_EQ(get(port, "/calendar/").status, 404);
  EXPECT_EQ(get(port, "/calendar/.ics").status, 404);
}

}  // namespace
}  // namespace posterhall::integration
