// The golden calendar is read by another program too: client-web/src/model/calendar.test.ts.
#include "tools/icalendar.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace posterhall::tools {
namespace {

constexpr UnixMs kHour = 3'600'000;
constexpr UnixMs kStamp = 1'774'000'000'000;
// Saturday 28 March 2026, 18:00 in Berlin (CET); in the night to Sunday the clocks go forward.
constexpr UnixMs kSaturday = 1'774'717'200'000;

domain::Session session(const std::string& id, const std::string& title, UnixMs start, UnixMs end) {
  domain::Session made;
  made.id = id;
  made.title = title;
  made.kind = domain::SessionKind::exhibition;
  made.span = {start, end};
  return made;
}

domain::Catalogue weekend() {
  domain::Catalogue catalogue;
  catalogue.event.name = "Open ML Day";
  catalogue.event.edition = "2026";
  catalogue.event.time_zone = "Europe/Berlin";
  catalogue.event.days = {"2026-03-28", "2026-03-29"};
  catalogue.event.public_url = "https://hall.example.org";
  catalogue.version = 7;
  catalogue.rooms.push_back({RoomId{1}, "Breakout 1", 60});
  auto evening = session("evening", "Posters, talk; and \\ more", kSaturday, kSaturday + 2 * kHour);
  evening.summary =
      "First line.\nSecond line: "
      "展示会場でポスターを見ながら、著者と話すことができます。質問は後からでも答えが届きます。";
  evening.audience = "EMEA";
  evening.people = {"Ingrid Solheim", "Wei Zhang"};
  auto morning = session("morning", "山田 太郎: 小さなモデルの話", kSaturday + 15 * kHour, kSaturday + 16 * kHour);
  morning.kind = domain::SessionKind::breakout;
  morning.room = RoomId{1};
  auto all_day = session("networking", "Networking", 0, 0);
  all_day.kind = domain::SessionKind::networking;
  all_day.day = "2026-03-29";
  all_day.place = "The foyer";
  catalogue.sessions = {evening, morning, all_day};
  return catalogue;
}

std::string written(const domain::Catalogue& catalogue) {
  return programme_calendar(catalogue, TimeZone::load(catalogue.event.time_zone), kStamp);
}

std::vector<std::string> uids(const std::string& calendar) {
  std::vector<std::string> found;
  for (auto at = calendar.find("\r\nUID:"); at != std::string::npos; at = calendar.find("\r\nUID:", at + 1)) {
    found.push_back(calendar.substr(at + 6, calendar.find('\r', at + 2) - at - 6));
  }
  return found;
}

TEST(ICalendar, IsTheGoldenOne) {
  const auto path = std::string(POSTERHALL_SOURCE_DIR) + "/tests/unit/tools/golden/programme.ics";
  std::ifstream in(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(in), {}};
  const auto now = written(weekend());
  if (now != golden) std::ofstream("programme.ics", std::ios::binary) << now;
  EXPECT_EQ(now, golden) << "what is written now is in programme.ics, beside this test";
}

TEST(ICalendar, FoldsAt75OctetsAndNeverInsideACharacter) {
  EXPECT_EQ(content_line("SUMMARY:" + std::string(67, 'a')), "SUMMARY:" + std::string(67, 'a') + "\r\n");
  EXPECT_EQ(content_line("SUMMARY:" + std::string(68, 'a')), "SUMMARY:" + std::string(67, 'a') + "\r\n a\r\n");
  for (std::size_t lead = 0; lead < 4; ++lead) {
    std::string text = std::string(lead, 'x');
    for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "é" : i % 3 == 1 ? "展" : "😀";
    const auto folded = content_line(text);
    std::string joined;
    std::size_t at = 0;
    while (at < folded.size()) {
      const auto end = folded.find("\r\n", at);
      ASSERT_NE(end, std::string::npos);
      EXPECT_LE(end - at, 75U);
      const auto line = folded.substr(at, end - at);
      EXPECT_NE(static_cast<unsigned char>(line[at == 0 ? 0 : 1]) & 0xC0U, 0x80U) << "begins inside a character";
      joined += at == 0 ? line : line.substr(1);
      at = end + 2;
    }
    EXPECT_EQ(joined, text);
  }
}

TEST(ICalendar, EscapesWhatSeparatesAndLeavesControlsOut) {
  EXPECT_EQ(escaped_text("a,b;c\\d\ne\r\x01"), "a\\,b\\;c\\\\d\\ne");
}

TEST(ICalendar, KeepsASessionsUidWhateverElseChanges) {
  const auto before = uids(written(weekend()));
  ASSERT_EQ(before.size(), 3U);
  EXPECT_NE(before[0], before[1]);
  auto later = weekend();
  later.version = 8;
  later.sessions[0].title = "Another title";
  later.sessions[0].span.start += kHour;
  later.sessions.insert(later.sessions.begin() + 1, session("new", "New", kSaturday, kSaturday + kHour));
  const auto after = uids(written(later));
  ASSERT_EQ(after.size(), 4U);
  EXPECT_EQ(after[0], before[0]);
  EXPECT_EQ(after[2], before[1]);
  EXPECT_EQ(written(weekend()), written(weekend()));
}

TEST(ICalendar, WithoutAZoneSaysTimesInUtcAndNoZone) {
  auto catalogue = weekend();
  catalogue.event.time_zone.clear();
  const auto text = programme_calendar(catalogue, std::nullopt, kStamp);
  EXPECT_EQ(text.find("VTIMEZONE"), std::string::npos);
  EXPECT_NE(text.find("DTSTART:20260328T170000Z\r\n"), std::string::npos) << text;
}

TEST(ICalendar, AnEventOfNothingIsACalendarStill) {
  EXPECT_EQ(programme_calendar({}, std::nullopt, kStamp),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Posterhall//Programme//EN\r\nCALSCALE:GREGORIAN\r\n"
            "METHOD:PUBLISH\r\nEND:VCALENDAR\r\n");
}

}  // namespace
}  // namespace posterhall::tools
