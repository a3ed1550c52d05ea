// Programmes from iCalendar files (RFC 5545): lines, times, zones.
#include <algorithm>

#include "tools/icalendar.hpp"
#include "tools/import/icalendar_lines.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

using domain::SessionKind;

/// 21 April 2021, 15:00 UTC: 08:00 in Los Angeles, 17:00 in Berlin.
constexpr UnixMs kThree = 1'619'017'200'000;
constexpr UnixMs kHour = 3'600'000;

std::string calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
}

std::string event(const std::string& uid, const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:Title of " + uid + "\r\n" + lines + "END:VEVENT\r\n";
}

ImportFile read_in(const std::string& zone, const std::string& inside) {
  return read_import(calendar(inside), "day.ics", ImportFormat::automatic, zone);
}

std::string said(const ImportFile& file) { return faults_text(file.name, file.errors, file.warnings); }

const std::string kWindowsZone =
    "BEGIN:VTIMEZONE\r\nTZID:Pacific Standard Time\r\n"
    "BEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800\r\n"
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\n"
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

TEST(CalendarFile, TimesAreUtcInANamedZoneFloatingOrDays) {
  const auto file =
      read_in("Europe/Berlin", event("utc", "DTSTART:20210421T150000Z\r\nDTEND:20210421T160000Z\r\n") +
                                   event("zone",
                                         "DTSTART;TZID=America/Los_Angeles:20210421T080000\r\n"
                                         "DURATION:PT40M\r\n") +
                                   event("long-zone",
                                         "DTSTART;TZID=\"/example.org/1/America/Los_Angeles\":"
                                         "20210421T080000\r\nDURATION:PT40M\r\n") +
                                   event("floating", "DTSTART:20210421T170000\r\nDTEND:20210421T180000\r\n") +
                                   event("day", "DTSTART;VALUE=DATE:20210421\r\nDTEND;VALUE=DATE:20210422\r\n"));
  ASSERT_TRUE(file.sound()) << said(file);
  EXPECT_EQ(places(file.warnings), Places{});
  ASSERT_EQ(file.sessions.size(), 5U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(file.sessions[i].span.start, kThree) << file.sessions[i].id;
  EXPECT_EQ(file.sessions[0].span.end, kThree + kHour);
  EXPECT_EQ(file.sessions[1].span.end, kThree + 40 * 60'000);
  EXPECT_EQ(file.sessions[4].span, domain::TimeSpan{});
  EXPECT_EQ(file.sessions[4].day, "2021-04-21");
  EXPECT_EQ(file.event.days, Texts{"2021-04-21"});
}

TEST(CalendarFile, AZoneNobodyKnowsIsReadAsItIsSpelledOut) {
  const auto at = [](const std::string& local) {
    const auto file = read_in(
        "UTC", kWindowsZone + event("a", "DTSTART;TZID=Pacific Standard Time:" + local + "\r\nDURATION:PT1H\r\n"));
    EXPECT_TRUE(file.sound()) << said(file);
    return file.sessions.empty() ? 0 : file.sessions[0].span.start;
  };
  const auto los_angeles = TimeZone::load("America/Los_Angeles");
  ASSERT_TRUE(los_angeles);
  EXPECT_EQ(at("20210421T080000"), kThree);
  // Summer and winter, both nights in which clocks change, the hour that is not there and the one that is there twice.
  for (const char* local :
       {"20210115T080000", "20210313T235959", "20210314T015959", "20210314T023000", "20210314T030000",
        "20211107T003000", "20211107T013000", "20211107T020000", "20991201T120000"}) {
    const auto time = calendar_time(local);
    ASSERT_TRUE(time);
    EXPECT_EQ(at(local), los_angeles->to_unix(time->moment.local)) << local;
  }
}

TEST(CalendarFile, AZoneThatCannotBeReadIsSaidOnceWithItsLine) {
  const auto unknown =
      read_in("UTC", event("a", "DTSTART;TZID=Nowhere:20210421T080000\r\nDTEND;TZID=Nowhere:20210421T090000\r\n"));
  EXPECT_EQ(places(unknown.errors), Places{"6: TZID"}) << said(unknown);
  EXPECT_NE(said(unknown).find("write an IANA name"), std::string::npos);
  const auto odd = read_in("UTC",
                           "BEGIN:VTIMEZONE\r\nTZID:Odd\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                           "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\n"
                           "END:VTIMEZONE\r\n" +
                               event("a", "DTSTART;TZID=Odd:20210421T080000\r\n"));
  EXPECT_EQ(places(odd.errors), Places{"3: VTIMEZONE"}) << said(odd);
}

TEST(CalendarFile, FoldedLinesAndEscapesAreReadAndWordsMakeTheKind) {
  const auto file = read_in(
      "UTC", "X-WR-CALNAME:Small\\, quiet Day\r\nX-WR-TIMEZONE:Europe/Berlin\r\n" +
                 event("a",
                       "DTSTART:20210421T150000Z\r\nDURATION:PT1H\r\nLOCATION:Room \\; 1\r\nCATEGORIES:panel\r\n"
                       "DESCRIPTION:First line\\nand a sec\r\n ond one\\, with a back\\\\slash\r\n"
                       "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://v.example/live\r\n"
                       "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nDESCRIPTION:not this\r\nEND:VALARM\r\n") +
                 event("b", "STATUS:CANCELLED\r\nDTSTART:20210421T150000Z\r\n"));
  ASSERT_TRUE(file.sound()) << said(file);
  EXPECT_EQ(file.event.name, "Small, quiet Day");
  EXPECT_EQ(file.event.time_zone, "Europe/Berlin");
  ASSERT_EQ(file.sessions.size(), 1U);
  EXPECT_EQ(file.sessions[0].kind, SessionKind::panel);
  EXPECT_EQ(file.sessions[0].place, "Room ; 1");
  EXPECT_EQ(file.sessions[0].summary, "First line\nand a second one, with a back\\slash");
  EXPECT_EQ(file.sessions[0].stream, "https://v.example/live");
  EXPECT_EQ(places(file.warnings), Places{"20: STATUS"}) << said(file);
}

TEST(CalendarFile, WhatCannotBeIsSaidInWords) {
  const auto one = [](const std::string& inside) {
    const auto file = read_in("UTC", inside);
    return file.errors.size() == 1 ? file.errors[0].text("f") : "not one fault: " + said(file);
  };
  const std::string start = "DTSTART:20210421T150000Z\r\n";
  EXPECT_NE(one(event("a", start + "RRULE:FREQ=DAILY\r\n")).find("f:7: RRULE: \"Title of a\" repeats"),
            std::string::npos);
  EXPECT_NE(one(event("a", "DTSTART:20210431T150000Z\r\n")).find("f:6: DTSTART"), std::string::npos);
  EXPECT_NE(one(event("a", "")).find("f:3: date: \"Title of a\" has no day"), std::string::npos);
  EXPECT_NE(one(event("a", start + "DTEND:20210421T140000Z\r\n")).find("ends before it begins"), std::string::npos);
  EXPECT_NE(one(event("a", start + "DURATION:PT1X\r\n")).find("is not a length of time"), std::string::npos);
  EXPECT_NE(one(event("a", start + "DURATION:PT1H\r\n") + event("a", start + "DURATION:PT1H\r\n"))
                .find("already the id of the entry in line 3"),
            std::string::npos);
  EXPECT_NE(one("BEGIN:VEVENT\r\nUID:a\r\n").find("ends what was not begun"), std::string::npos);
  EXPECT_NE(one(event("a", start + "DURATION:PT1H\r\nno colon here\r\n")).find("f:8: \"no colon here\" is not a line"),
            std::string::npos);
  EXPECT_NE(one("").find("no entry"), std::string::npos);
  const auto cut = read_import("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "f", ImportFormat::automatic, "UTC");
  EXPECT_EQ(places(cut.errors), Places{"3: "}) << said(cut);
}

TEST(CalendarFile, OurOwnCalendarIsReadBack) {
  domain::Catalogue catalogue;
  catalogue.event.name = "Open ML Day";
  catalogue.event.time_zone = "Europe/Berlin";
  domain::Session session;
  session.id = "evening";
  session.title = "Posters, talk; and \\ more";
  session.kind = SessionKind::talks;
  session.day = "2026-03-28";
  session.span = {1'774'717'200'000, 1'774'717'200'000 + 12 * kHour};  // over the night in which clocks go forward
  session.summary = "One.\nTwo.";
  catalogue.sessions = {session};
  const auto file = read_import(programme_calendar(catalogue, TimeZone::load("Europe/Berlin"), 0), "own.ics",
                                ImportFormat::automatic);
  ASSERT_TRUE(file.sound()) << said(file);
  EXPECT_EQ(file.event.name, "Open ML Day");
  EXPECT_EQ(file.event.time_zone, "Europe/Berlin");
  ASSERT_EQ(file.sessions.size(), 1U);
  EXPECT_EQ(file.sessions[0].title, session.title);
  EXPECT_EQ(file.sessions[0].kind, session.kind);
  EXPECT_EQ(file.sessions[0].span, session.span);
  EXPECT_EQ(file.sessions[0].day, session.day);
  EXPECT_EQ(file.sessions[0].summary, session.summary);
}

TEST(CalendarFile, LengthsOfTime) {
  EXPECT_EQ(calendar_length("PT1H30M"), 90 * 60'000);
  EXPECT_EQ(calendar_length("P1DT1S"), 86'401'000);
  EXPECT_EQ(calendar_length("P2W"), 14 * 86'400'000LL);
  for (const char* no : {"", "P", "PT", "P1", "-PT1H", "P1H", "PT1D", "P200D", "PT99999999H", "1H", "PT1H2"}) {
    EXPECT_FALSE(calendar_length(no)) << no;
  }
}

}  // namespace
}  // namespace posterhall::tools
