// Shifts: named sessions and own hours, what is wrong said at its line, and hours that follow the programme.
#include <map>

#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

constexpr UnixMs kHour = 3'600'000;
constexpr UnixMs kNine = 1'778'742'000'000;  // 2026-05-14T09:00+02:00

class Shifts : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write_event("09:00:00", "12:00:00");
  }
  void write_event(const std::string& start, const std::string& end) {
    write("event.toml",
          "[event]\ntime_zone = \"Europe/Oslo\"\n[[session]]\nid = \"ex-morning\"\ntitle = \"Posters\"\n"
          "kind = \"exhibition\"\nstart = 2026-05-14T" +
              start + "\nend = 2026-05-14T" + end + "\n");
  }
  std::string list(const std::string& shifts) {
    return write("p.csv", "id,title,shifts\na,One,\nb,Two," + shifts + "\n");
  }
  std::vector<domain::TimeSpan> shifts_of(const std::string& id) {
    for (const auto& poster : state().catalogue.posters) {
      if (poster.id == id) return poster.shifts;
    }
    return {};
  }
};

TEST_F(Shifts, ASessionByItsIdAndHoursOfItsOwn) {
  ASSERT_EQ(run({"import", list("ex-morning; 2026-05-14T18:00/2026-05-14T19:00")}), 0) << err_;
  EXPECT_EQ(shifts_of("b"),
            (std::vector<domain::TimeSpan>{{kNine, kNine + 3 * kHour}, {kNine + 9 * kHour, kNine + 10 * kHour}}));
  EXPECT_TRUE(shifts_of("a").empty());
}

TEST_F(Shifts, HoursWithAnOffsetAreThatInstant) {
  ASSERT_EQ(run({"import", list("2026-05-14T07:00:00Z/2026-05-14T10:00+02:00")}), 0) << err_;
  EXPECT_EQ(shifts_of("b"), (std::vector<domain::TimeSpan>{{kNine, kNine + kHour}}));
}

TEST_F(Shifts, AnUnknownSessionIsAFaultThatNamesTheKnownOnes) {
  EXPECT_EQ(run({"import", list("ex-noon")}), 1);
  EXPECT_TRUE(says("p.csv:3: shifts: \"ex-noon\" is no session of the programme; write one of ex-morning"))
      << err_ << out_;
  EXPECT_FALSE(fs::exists(data_));
}

TEST_F(Shifts, FaultyHoursAreFaults) {
  EXPECT_EQ(run({"import", list("2026-05-14T12:00/2026-05-14T09:00")}), 1);
  EXPECT_TRUE(says("p.csv:3: shifts: \"2026-05-14T12:00/2026-05-14T09:00\" ends before it begins"));
  EXPECT_EQ(run({"import", list("2026-05-14T25:00/later")}), 1);
  EXPECT_TRUE(says("is not hours; write them as"));
}

TEST_F(Shifts, FollowTheProgrammeWhenItMoves) {
  const auto file = list("ex-morning");
  ASSERT_EQ(run({"import", file}), 0) << err_;
  write_event("10:00:00", "13:00:00");
  const auto beside = (fs::path(file).parent_path() / "event.toml").string();
  const auto again = run_json({"import", file, "--event", beside});
  EXPECT_TRUE(again.at("changed").as_array().empty());
  EXPECT_EQ(shifts_of("b"), (std::vector<domain::TimeSpan>{{kNine + kHour, kNine + 4 * kHour}}));
}

TEST_F(Shifts, ADiffNamesTheField) {
  ASSERT_EQ(run({"import", list("ex-morning")}), 0) << err_;
  const auto result = run_json({"import", list("2026-05-14T09:00/2026-05-14T10:00")});
  ASSERT_EQ(result.at("changed").as_array().size(), 1U);
  EXPECT_EQ(texts(result.at("changed").at(0).at("fields")), Texts{"shifts"});
}

TEST_F(Shifts, JsonPostersHaveThemAsAList) {
  const auto file = write("p.json",
                          R"({"posters": [{"id": "b", "title": "Two",
                          "shifts": ["ex-morning", "2026-05-14T18:00/2026-05-14T19:00"]}]})");
  ASSERT_EQ(run({"import", file}), 0) << err_;
  EXPECT_EQ(shifts_of("b").size(), 2U);
}

TEST_F(Shifts, AnExportIsReadAgainTheSame) {
  ASSERT_EQ(run({"import", list("ex-morning; 2026-05-14T18:00/2026-05-14T19:00")}), 0) << err_;
  ASSERT_EQ(run({"export", "--what", "posters"}), 0) << err_;
  EXPECT_NE(out_.find("ex-morning; 2026-05-14T18:00:00+02:00/2026-05-14T19:00:00+02:00"), std::string::npos) << out_;
  const auto again = run_json({"import", write("again.csv", out_)});
  EXPECT_TRUE(again.at("changed").as_array().empty());
}

}  // namespace
}  // namespace posterhall::tools
