#include <gtest/gtest.h>

#include <chrono>

#include "tools/time_zone.hpp"

namespace posterhall::tools {
namespace {

std::int64_t seconds(int year, unsigned month, unsigned day, int hour, int minute = 0) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return sys_days(date).time_since_epoch().count() * 86'400 + hour * 3600 + minute * 60;
}

TimeZone zone(const std::string& name) {
  const auto found = TimeZone::load(name);
  EXPECT_TRUE(found) << name;
  return found.value_or(TimeZone{});
}

TEST(TimeZone, KnowsSummerAndWinter) {
  const auto berlin = zone("Europe/Berlin");
  EXPECT_EQ(berlin.to_unix(seconds(2026, 1, 15, 12)), seconds(2026, 1, 15, 11) * 1000);
  EXPECT_EQ(berlin.to_unix(seconds(2026, 7, 15, 12)), seconds(2026, 7, 15, 10) * 1000);
  EXPECT_EQ(berlin.to_local(seconds(2026, 7, 15, 10) * 1000), seconds(2026, 7, 15, 12));
  EXPECT_EQ(zone("Asia/Kathmandu").to_unix(seconds(2026, 1, 1, 5, 45)), seconds(2026, 1, 1, 0) * 1000);
  EXPECT_EQ(zone("America/Los_Angeles").to_unix(seconds(2021, 4, 21, 8)), seconds(2021, 4, 21, 15) * 1000);
  // South of the equator summer spans the new year.
  EXPECT_EQ(zone("Australia/Sydney").to_unix(seconds(2026, 1, 1, 11)), seconds(2026, 1, 1, 0) * 1000);
  EXPECT_EQ(zone("Australia/Sydney").to_unix(seconds(2026, 7, 1, 10)), seconds(2026, 7, 1, 0) * 1000);
}

TEST(TimeZone, GoesOnAfterTheFilesLastTransition) {
  EXPECT_EQ(zone("Europe/Berlin").to_unix(seconds(2060, 7, 15, 12)), seconds(2060, 7, 15, 10) * 1000);
  EXPECT_EQ(zone("Europe/Berlin").to_unix(seconds(2060, 1, 15, 12)), seconds(2060, 1, 15, 11) * 1000);
  EXPECT_EQ(zone("Australia/Sydney").to_unix(seconds(2060, 1, 1, 11)), seconds(2060, 1, 1, 0) * 1000);
  EXPECT_EQ(zone("Africa/Lagos").to_unix(seconds(2060, 1, 1, 1)), seconds(2060, 1, 1, 0) * 1000);
}

TEST(TimeZone, TakesTheEarlierOfTwoAndNeverAnHourThatIsNot) {
  const auto berlin = zone("Europe/Berlin");
  EXPECT_EQ(berlin.to_unix(seconds(2026, 10, 25, 2, 30)), seconds(2026, 10, 25, 0, 30) * 1000);
  EXPECT_EQ(berlin.to_unix(seconds(2026, 3, 29, 2, 30)), seconds(2026, 3, 29, 1, 30) * 1000);
}

TEST(TimeZone, IsOneOfTheFolderOnly) {
  for (const auto* name :
       {"", "Mars/Olympus", "../zoneinfo/UTC", "/etc/passwd", "Europe", "tzdata.zi", "Europe/Berlin\n"}) {
    EXPECT_FALSE(TimeZone::load(name)) << name;
  }
  EXPECT_FALSE(TimeZone::parse(""));
  EXPECT_FALSE(TimeZone::parse("TZif2" + std::string(60, '\xFF')));
}

}  // namespace
}  // namespace posterhall::tools
