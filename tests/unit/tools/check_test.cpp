#include "tools/findings.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

class Check : public CliTest {};

TEST_F(Check, SaysWhatIsMissingAndIsSoundAllTheSame) {
  ASSERT_EQ(run({"import", posters("p-1,One,,,,,\np-2,Two,Ada,About,Vision,,\n")}), 0);
  EXPECT_EQ(run({"check"}), 0);
  for (const auto* words : {"no name", "no time zone", "no contact", "have no picture", "has no summary",
                            "names no authors", "has no category", "have no invited author", "no programme"}) {
    EXPECT_TRUE(says(words) || says(std::string("is named as contact"))) << words << "\n" << out_;
  }
  EXPECT_TRUE(says("What is there is sound."));
  const auto result = run_json({"check"});
  EXPECT_TRUE(result.at("sound").as_bool());
  EXPECT_TRUE(result.at("unsound").as_array().empty());
  EXPECT_GE(result.at("missing").as_array().size(), 8U);
}

TEST_F(Check, LooksAtTheProgrammesHostsAndRooms) {
  write(
      "event.toml",
      "[event]\ntime_zone = \"UTC\"\ndays = [2026-01-01]\n[[room]]\nname = \"Breakout 1\"\n"
      "[[session]]\ntitle = \"By day\"\nday = 2026-01-01\n"
      "[[session]]\ntitle = \"Homeless\"\nkind = \"breakout\"\nstart = 2026-01-02T10:00:00\nend = 2026-01-02T10:40:00\n"
      "[[session]]\ntitle = \"Strange host\"\nkind = \"breakout\"\nroom = \"Breakout 1\"\nhosts = [\"x@example.org\"]\n"
      "start = 2026-01-01T10:00:00\nend = 2026-01-01T10:40:00\n");
  ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
  ASSERT_EQ(run({"invite", "--name", "X", "--email", "x@example.org"}), 0);
  EXPECT_EQ(run({"check"}), 0);
  EXPECT_TRUE(says("\"By day\" has no hours")) << out_;
  EXPECT_TRUE(says("\"Homeless\" is a breakout without a room"));
  EXPECT_TRUE(says("none of the event's days"));
  EXPECT_TRUE(says("on no poster: x@example.org"));
}

TEST_F(Check, AFaultyEventFileIsUnsound) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  std::ofstream(data_ + "/event.toml") << "[event]\nnaem = \"x\"\n";
  EXPECT_EQ(run({"check"}), 1);
  EXPECT_TRUE(says("event.toml:2: event.naem"));
}

TEST_F(Check, ADamagedStoreIsUnsound) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  {
    std::fstream file(data_ + "/posterhall.sqlite", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * 3);
    file << std::string(4096 * 4, '\x5A');
  }
  EXPECT_EQ(run({"check"}), 1) << out_;
  EXPECT_TRUE(says("restore a backup") || says("damaged")) << out_ << err_;
}

TEST_F(Check, APosterWithoutABoothAndABoothNobodyReachesAreUnsound) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto sound = state();
  Findings findings;
  check_hall(sound.catalogue, sound.layout, findings);
  EXPECT_TRUE(findings.unsound.empty());
  auto layout = sound.layout;
  for (auto& place : layout.places) {
    if (place.poster == sound.catalogue.posters.front().key) place.poster = {};
  }
  check_hall(sound.catalogue, layout, findings);
  ASSERT_EQ(findings.unsound.size(), 1U);
  EXPECT_NE(findings.unsound.front().what.find("has no booth"), std::string::npos);
}

TEST_F(Check, NoDirectoryIsSaidInOneSentence) {
  EXPECT_EQ(run({"check"}), 1);
  EXPECT_TRUE(says("no event is there yet"));
}

}  // namespace
}  // namespace posterhall::tools
