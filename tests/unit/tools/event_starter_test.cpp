#include "tools/event_starter.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "tools/event_file.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

TEST(EventStarter, SaysNothingAndIsSound) {
  const auto file = parse_event_file(event_starter());
  EXPECT_TRUE(file.faults.empty());
  EXPECT_TRUE(file.event.name.empty());
  EXPECT_TRUE(file.sessions.empty());
}

TEST(EventStarter, EveryLineIsSoundWhenItsMarkIsTakenAway) {
  std::string text(event_starter());
  for (const std::string line : {"name",
                                 "edition",
                                 "time_zone",
                                 "days",
                                 "contact",
                                 "code_of_conduct",
                                 "privacy",
                                 "public_url",
                                 "posters_public",
                                 "capacity",
                                 "id",
                                 "title",
                                 "kind",
                                 "room",
                                 "hosts",
                                 "start",
                                 "end",
                                 "minutes",
                                 "between",
                                 "[[room]]",
                                 "[breakouts]",
                                 "[[breakouts.span]]",
                                 "[[session]]"}) {
    const std::string written = line.front() == '[' ? line : line + " = ";
    for (auto at = text.find("\n# " + written); at != std::string::npos; at = text.find("\n# " + written)) {
      text.erase(at + 1, 2);
    }
  }
  const auto file = parse_event_file(text);
  EXPECT_TRUE(file.faults.empty()) << file.faults.front().line << ": " << file.faults.front().message;
  EXPECT_EQ(file.event.time_zone, "Europe/Berlin");
  EXPECT_EQ(file.rooms.size(), 1U);
  ASSERT_EQ(file.sessions.size(), 2U);
  EXPECT_EQ(file.sessions[1].room, RoomId{1});
  EXPECT_EQ(file.slots.size(), 4U);
}

TEST_F(CliTest, TheFirstImportLeavesAnEventFileToWriteInAndTouchesNone) {
  ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
  const std::string own = data_ + "/event.toml";
  EXPECT_TRUE(says(own));
  EXPECT_TRUE(fs::exists(own));
  std::ofstream(own) << "[event]\nname = \"Mine\"\n";
  ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
  EXPECT_EQ(state().catalogue.event.name, "Mine");
}

}  // namespace
}  // namespace posterhall::tools
