// Every file of the shared data through the command, into one directory after the other.
#include "unit/tools/cli_fixture.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

class CliSharedData : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    if (shared_file("README.md").empty()) GTEST_SKIP() << "skipped: no shared data";
  }
};

TEST_F(CliSharedData, RealEventsOpenAsHalls) {
  for (const auto& [name, count] :
       {std::pair("events/pted-2021-posters.csv", 71U), std::pair("events/pted-2021.json", 71U),
        std::pair("events/ptdd-2021.json", 41U), std::pair("events/ptc-2022.json", 35U),
        std::pair("formats/miniconf-papers-example.csv", 6U)}) {
    fs::remove_all(data_);
    ASSERT_EQ(run({"import", shared_file(name)}), 0) << name << err_;
    EXPECT_EQ(state().catalogue.posters.size(), count) << name;
    const auto again = run_json({"import", shared_file(name)});
    EXPECT_TRUE(again.at("added").as_array().empty()) << name;
    EXPECT_TRUE(again.at("changed").as_array().empty()) << name;
    EXPECT_EQ(run({"check"}), 0) << name << out_;
    EXPECT_EQ(run({"map", "--out", (folder_ / "hall.tmj").string()}), 0) << err_;
    EXPECT_TRUE(json::parse(content(folder_ / "hall.tmj")).is_object());
  }
}

TEST_F(CliSharedData, BrokenFilesAreRefusedAtTheirLinesAndLeaveNothing) {
  for (const auto& [name, lines] :
       std::initializer_list<std::pair<const char*, std::vector<std::int64_t>>>{{"missing-title", {4, 6}},
                                                                                {"duplicate-id", {7, 8}},
                                                                                {"bad-utf8", {3, 4, 5}},
                                                                                {"unclosed-quote", {4}},
                                                                                {"huge-field", {4}},
                                                                                {"wrong-header", {1, 1}}}) {
    const auto result = run_json({"import", shared_file("broken/" + std::string(name) + ".csv")}, 1);
    std::vector<std::int64_t> found;
    for (const auto& error : result.at("errors").as_array()) found.push_back(error.at("line").as_int64());
    EXPECT_EQ(found, lines) << name;
    EXPECT_FALSE(fs::exists(data_)) << name;
  }
}

TEST_F(CliSharedData, HostileCellsComeInAsTextAndGoOutDefused) {
  ASSERT_EQ(run({"import", shared_file("broken/formula-injection.csv")}), 0) << err_;
  const auto out = (folder_ / "posters.csv").string();
  ASSERT_EQ(run({"export", "--what", "posters", "--out", out}), 0) << err_;
  const auto text = content(out);
  for (const auto* start : {"\n=", "\n+", "\n-", "\n@", ",=", ",+", ",@", ",\"=", ",\"+", ",\"@"}) {
    EXPECT_EQ(text.find(start), std::string::npos) << start;
  }
  // Read again it gives the same posters: nothing to change.
  const auto again = run_json({"import", out});
  EXPECT_TRUE(again.at("added").as_array().empty());
  EXPECT_TRUE(again.at("changed").as_array().empty()) << json::serialize(again);

  fs::remove_all(data_);
  ASSERT_EQ(run({"import", shared_file("broken/html-in-title.csv")}), 0);
  for (const auto& poster : state().catalogue.posters) {
    EXPECT_TRUE(poster.link.empty() || poster.link.starts_with("http")) << poster.link;
  }
}

TEST_F(CliSharedData, TheEventOfAJsonIsTaken) {
  ASSERT_EQ(run({"import", shared_file("events/pted-2021.json")}), 0);
  const auto catalogue = state().catalogue;
  EXPECT_EQ(catalogue.event.name, "PyTorch Ecosystem Day");
  EXPECT_EQ(catalogue.event.time_zone, "America/Los_Angeles");
  EXPECT_EQ(catalogue.event.days, Texts{"2021-04-21"});
  ASSERT_EQ(catalogue.sessions.size(), 5U);
  EXPECT_EQ(catalogue.sessions.front().span.start, 1'619'017'200'000);
}

}  // namespace
}  // namespace posterhall::tools
