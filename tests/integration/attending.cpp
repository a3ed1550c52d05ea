// Shifts and coverage at the real server: who may, what is refused, and that lamp times follow.
#include <gtest/gtest.h>

#include <thread>

#include "integration/support/patience.hpp"
#include "integration/support/server.hpp"
#include "integration/support/tab.hpp"

namespace posterhall::integration {
namespace {

const std::string kProgramme =
    "[[session]]\nid = \"morning\"\ntitle = \"Morning\"\nkind = \"exhibition\"\nstart = 2026-05-14T09:00:00\nend = "
    "2026-05-14T13:00:00\n"
    "[[session]]\nid = \"lunch\"\ntitle = \"Lunch\"\nkind = \"lunch\"\nstart = 2026-05-14T13:00:00\nend = "
    "2026-05-14T14:00:00\n";

std::string value_of(const std::string& json, const std::string& key) {
  const auto at = json.find("\"" + key + "\":");
  if (at == std::string::npos) return {};
  const auto from = at + key.size() + 3;
  return json.substr(from, json.find_first_of(",}]", from) - from);
}

class AttendingOverHttp : public testing::Test {
 protected:
  std::string invite(const std::string& email, const std::string& poster) {
    const auto invited = run_posterhall({"invite", "--data", data_.path().string(), "--name", "Author " + poster,
                                         "--email", email, "--poster", poster});
    const auto from = invited.output.find("/join#") + 6;
    return invited.output.substr(from, invited.output.find_first_of(" \n\"", from) - from);
  }
  Browser come_in(const std::string& link) {
    Browser browser{server_.port(), server_.origin()};
    EXPECT_EQ(browser.enter(link).status, 200);
    return browser;
  }
  static bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }
  /// A piece of the morning, minutes from its start.
  static std::string plan(const Answer& shifts, std::uint32_t number, int from, int to,
                          const std::string& person = "") {
    const auto start = std::stod(value_of(shifts.body, "startMs"));
    const auto who = person.empty() ? value_of(shifts.body, "person") : person;
    return "{\"session\":\"morning\",\"number\":" + std::to_string(number) + ",\"pieces\":[{\"person\":" + who +
           ",\"startMs\":" + std::to_string(static_cast<long long>(start) + from * 60'000LL) +
           ",\"endMs\":" + std::to_string(static_cast<long long>(start) + to * 60'000LL) + "}]}";
  }

  DataFolder data_{kProgramme};
  std::string organiser_link_ = data_.organiser_link();
  std::string author_link_ = invite("amara@example.org", "one");
  std::string other_link_ = invite("davit@example.org", "two");
  Server server_{data_};
};

TEST_F(AttendingOverHttp, an_author_takes_a_shift_and_everybody_reads_its_times) {
  auto author = come_in(author_link_);
  auto other = come_in(other_link_);
  Tab tab(other);
  (void)tab.enter();
  const auto before = author.get("/api/v1/shifts/one");
  ASSERT_EQ(before.status, 200) << before.body;
  EXPECT_TRUE(has(before, "\"session\":\"morning\"")) << before.body;
  EXPECT_FALSE(has(before, "\"session\":\"lunch\"")) << "only exhibitions are tended";
  EXPECT_TRUE(has(before, "\"you\":true"));
  const auto taken = author.post("/api/v1/shifts/one", plan(before, 0, 0, 240));
  ASSERT_EQ(taken.status, 200) << taken.body;
  EXPECT_TRUE(has(taken, "\"number\":1")) << taken.body;
  (void)tab.hear([](const v1::ServerMessage& message) { return message.has_catalogue_changed(); });
  EXPECT_TRUE(has(author.get("/api/v1/shifts/one"), "\"number\":1"));
  EXPECT_EQ(author.post("/api/v1/shifts/one", plan(before, 0, 0, 60)).status, 409) << "of what is not there any more";
}

TEST_F(AttendingOverHttp, what_is_no_shift_is_refused_with_its_reason) {
  auto author = come_in(author_link_);
  const auto now = author.get("/api/v1/shifts/one");
  const auto refused = [&](const std::string& body, const std::string& code) {
    const auto answer = author.post("/api/v1/shifts/one", body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_TRUE(has(answer, "\"code\":\"" + code + "\"")) << answer.body;
  };
  refused(plan(now, 0, -10, 60), "outside");
  refused(plan(now, 0, 200, 250), "outside");
  refused(plan(now, 0, 0, 4), "too_short");
  refused(plan(now, 0, 0, 60, "4000000000"), "not_author");
  refused("{\"session\":\"lunch\",\"pieces\":[]}", "malformed");
  refused("{\"session\":\"none\"}", "malformed");
  refused("nonsense", "malformed");
  EXPECT_EQ(author.get("/api/v1/shifts/none").status, 404);
}

TEST_F(AttendingOverHttp, only_its_authors_and_organisers_may) {
  auto other = come_in(other_link_);
  auto organiser = come_in(organiser_link_);
  EXPECT_EQ(other.get("/api/v1/shifts/one").status, 403);
  EXPECT_EQ(other.post("/api/v1/shifts/one", "{\"session\":\"morning\"}").status, 403);
  EXPECT_EQ(other.get("/api/v1/coverage").status, 403);
  Browser stranger{server_.port(), server_.origin()};
  EXPECT_EQ(stranger.get("/api/v1/shifts/one").status, 401);
  EXPECT_EQ(stranger.get("/api/v1/coverage").status, 401);
  const auto seen = organiser.get("/api/v1/shifts/one");
  ASSERT_EQ(seen.status, 200);
  EXPECT_EQ(organiser.post("/api/v1/shifts/one", plan(seen, 0, 0, 60)).status, 200) << "they plan for anybody";
  EXPECT_EQ(organiser.get("/api/v1/coverage?session=morning").status, 200);
}

TEST_F(AttendingOverHttp, organisers_see_who_is_planned_and_who_is_here) {
  auto author = come_in(author_link_);
  auto organiser = come_in(organiser_link_);
  const auto now = author.get("/api/v1/shifts/one");
  ASSERT_EQ(author.post("/api/v1/shifts/one", plan(now, 0, 0, 60)).status, 200);
  Tab tab(author);
  (void)tab.enter();
  const auto end = give_up_at();
  auto seen = organiser.get("/api/v1/coverage?session=morning");
  while (!(has(seen, "\"here\":1,") && has(seen, "\"planned\":1")) && std::chrono::steady_clock::now() < end) {
    std::this_thread::yield();
    seen = organiser.get("/api/v1/coverage?session=morning");
  }
  EXPECT_TRUE(has(seen, "\"session\":\"morning\"")) << seen.body;
  EXPECT_TRUE(has(seen, "\"posters\":2,\"planned\":1,\"here\":0")) << seen.body;
  EXPECT_TRUE(has(organiser.get("/api/v1/coverage?session=none"), "\"session\":\"\""));
}

}  // namespace
}  // namespace posterhall::integration
