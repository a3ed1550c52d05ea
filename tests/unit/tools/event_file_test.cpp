#include "tools/event_file.hpp"

#include <gtest/gtest.h>

#include <string>

namespace posterhall::tools {
namespace {

/// The faults as "LINE KEY".
std::vector<std::string> places(const std::vector<EventFault>& faults) {
  std::vector<std::string> result;
  for (const auto& fault : faults) result.push_back(std::to_string(fault.line) + " " + fault.key);
  return result;
}

std::string only_message(const EventFile& file) {
  return file.faults.size() == 1 ? file.faults.front().message : std::to_string(file.faults.size()) + " faults";
}

using Texts = std::vector<std::string>;

TEST(EventFile, IsReadWhole) {
  const auto file = parse_event_file(R"([event]
name = " Open  ML Day "
edition = "2026"
time_zone = "Europe/Berlin"
days = [2026-04-21, "2026-04-22"]
contact = "hello@example.org"
code_of_conduct = "https://example.org/conduct"
privacy = "Be kind.\nDo not record."
public_url = "https://hall.example.org/"
posters_public = false
doors = 2026-04-21T08:00:00
closes = 2026-04-22T18:00:00+02:00
readable_until = 2026-05-21T00:00:00

[[room]]
name = "Breakout 1"
capacity = 40
[[room]]
name = "Breakout 2"

[[session]]
title = "Opening talks"
kind = "opening"
audience = "EMEA"
place = "Stage"
people = ["Ingrid Solheim"]
start = 2026-04-21T09:00:00
end = 2026-04-21T10:00:00
[[session]]
title = "Ask us"
kind = "breakout"
room = "breakout 2"
hosts = ["Ingrid@Example.org"]
start = 2026-04-22T18:30:00-07:00
end = 2026-04-22T19:10:00-07:00
[[session]]
title = "Ask us"
day = 2026-04-21

[server]
listen = "127.0.0.1:9000"
shards = 2
)");
  ASSERT_TRUE(file.faults.empty()) << file.faults.front().message;
  EXPECT_EQ(file.event.name, "Open ML Day");
  EXPECT_EQ(file.event.days, (Texts{"2026-04-21", "2026-04-22"}));
  EXPECT_EQ(file.event.times, (domain::EventTimes{1'776'751'200'000, 1'776'873'600'000, 1'779'314'400'000, 0}));
  EXPECT_EQ(file.event.privacy, "Be kind.\nDo not record.");
  EXPECT_EQ(file.event.public_url, "https://hall.example.org");
  EXPECT_FALSE(file.event.posters_public);
  ASSERT_EQ(file.rooms.size(), 2U);
  EXPECT_EQ(file.rooms[0].capacity, 40U);
  EXPECT_EQ(file.rooms[1].id, RoomId{2});
  EXPECT_EQ(file.rooms[1].capacity, 60U);
  ASSERT_EQ(file.sessions.size(), 3U);
  EXPECT_EQ(file.sessions[0].id, "opening-talks");
  EXPECT_EQ(file.sessions[0].kind, domain::SessionKind::opening);
  EXPECT_EQ(file.sessions[0].span.start, 1'776'754'800'000);  // 07:00 UTC, summer time
  EXPECT_EQ(file.sessions[0].day, "2026-04-21");
  EXPECT_EQ(file.sessions[1].room, RoomId{2});
  EXPECT_EQ(file.sessions[1].host_emails, Texts{"ingrid@example.org"});
  EXPECT_EQ(file.sessions[1].span.end - file.sessions[1].span.start, 40 * 60 * 1000);
  EXPECT_EQ(file.sessions[1].day, "2026-04-23");  // the day in the event's own zone
  EXPECT_EQ(file.sessions[2].id, "ask-us-2");
  EXPECT_EQ(file.sessions[2].span, domain::TimeSpan{});
  ASSERT_EQ(file.server.size(), 2U);
  EXPECT_EQ(file.server[1], std::pair(std::string("shards"), std::string("2")));
  EXPECT_EQ(places(file.warnings), Texts{"30 session[2]"});  // a day that is none of the event's
}

TEST(EventFile, ASessionHasASponsorAStreamAndARecording) {
  const std::string head = "[[session]]\ntitle = \"Talks\"\nday = 2026-04-21\n";
  const auto file = parse_event_file(
      head + "sponsor = \" Lanternfish \"\nstream = \"https://video.example/live?a=1\"\nstream_public = true\n" +
      "recording = \"http://video.example/1\"\n[[session]]\ntitle = \"Lunch\"\nday = 2026-04-21\n");
  ASSERT_TRUE(file.faults.empty()) << file.faults.front().message;
  EXPECT_EQ(file.sessions[0].sponsor, "Lanternfish");
  EXPECT_EQ(file.sessions[0].stream, "https://video.example/live?a=1");
  EXPECT_TRUE(file.sessions[0].stream_public);
  EXPECT_EQ(file.sessions[0].recording, "http://video.example/1");
  EXPECT_FALSE(file.sessions[1].stream_public);
  EXPECT_EQ(file.sessions[1].stream, "");
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "//video.example", "https://a@video.example/",
                          "https://video.example/\\\"onload=x"}) {
    const auto said = parse_event_file(head + "stream = \"" + bad + "\"\nrecording = \"" + bad + "\"\n");
    EXPECT_EQ(places(said.faults), (Texts{"4 session[1].stream", "5 session[1].recording"})) << bad;
    EXPECT_EQ(said.sessions[0].stream + said.sessions[0].recording, "") << bad;
  }
  EXPECT_NE(only_message(parse_event_file(head + "sponsor = \"" + std::string(121, 'x') + "\"\n")).find("120"),
            std::string::npos);
  EXPECT_EQ(places(parse_event_file(head + "stream_public = true\n").warnings), (Texts{"4 session[1].stream_public"}));
}

TEST(EventFile, AnUnknownKeyIsAFaultWithItsLineAndTheNearest) {
  const auto file = parse_event_file("[event]\nname = \"A\"\ntimezone = \"UTC\"\n\n[[sesion]]\ntitle = \"B\"\n");
  EXPECT_EQ(places(file.faults), (Texts{"3 event.timezone", "5 sesion"}));
  EXPECT_NE(file.faults[0].message.find("did you mean time_zone?"), std::string::npos) << file.faults[0].message;
  EXPECT_NE(file.faults[1].message.find("did you mean session?"), std::string::npos) << file.faults[1].message;
  const auto strange = parse_event_file("[event]\nxylophone = 1\n");
  EXPECT_NE(only_message(strange).find("known here: "), std::string::npos) << only_message(strange);
}

TEST(EventFile, AWrongTypeIsAFaultThatSaysWhatToWrite) {
  const auto file = parse_event_file(
      "[event]\nname = 5\nposters_public = \"yes\"\ndays = 2026-04-21\n[[room]]\nname = \"A\"\ncapacity = \"60\"\n"
      "[[session]]\ntitle = \"T\"\nstart = \"09:00\"\nend = 09:00:00\n");
  EXPECT_EQ(places(file.faults), (Texts{"2 event.name", "3 event.posters_public", "4 event.days", "7 room[1].capacity",
                                        "10 session[1].start", "11 session[1].end"}));
  EXPECT_EQ(file.faults[0].message, "is a whole number; write a text in quotes");
  EXPECT_EQ(file.faults[4].message,
            "is a text in quotes; write a date with a time such as 2026-04-21T09:00:00, without quotes");
}

TEST(EventFile, WhatCannotBeIsAFault) {
  const auto one = [](const std::string& text) { return only_message(parse_event_file(text)); };
  const std::string zone = "[event]\ntime_zone = \"UTC\"\n";
  EXPECT_NE(one("[event]\ntime_zone = \"Pacific Time\"\n").find("is not a time zone"), std::string::npos);
  EXPECT_NE(one("[event]\ntime_zone = \"../../etc/passwd\"\n").find("is not a time zone"), std::string::npos);
  EXPECT_NE(one("[event]\npublic_url = \"https://a.example/path\"\n").find("scheme and host"), std::string::npos);
  const std::string hours = zone + "doors = 2026-04-21T08:00:00\ncloses = 2026-04-21T";
  EXPECT_NE(one(hours + "08:00:00\n").find("not after doors"), std::string::npos);
  EXPECT_NE(one(hours + "18:00:00\nreadable_until = 2026-04-21T17:00:00\n").find("before the hall has closed"),
            std::string::npos);
  EXPECT_NE(one("[event]\ndoors = 2026-04-21T08:00:00\n").find("add time_zone"), std::string::npos);
  EXPECT_NE(one("[event]\ndoors = \"eight\"\n").find("a date with a time"), std::string::npos);
  EXPECT_NE(one("[[room]]\ncapacity = 5\n").find("every room has a name"), std::string::npos);
  EXPECT_NE(one("[[room]]\nname = \"" + std::string(41, 'A') + "\"\n").find("more than 40"), std::string::npos);
  EXPECT_NE(one("[[room]]\nname = \"A\"\n[[room]]\nname = \"a\"\n").find("another room's name"), std::string::npos);
  EXPECT_NE(one("[[room]]\nname = \"A\"\ncapacity = 0\n").find("1 to 1500"), std::string::npos);
  EXPECT_NE(one("[[session]]\ntitle = \"A\"\nday = 2026-01-01\nkind = \"brekout\"\n").find("did you mean breakout?"),
            std::string::npos);
  EXPECT_NE(one("[[session]]\ntitle = \"A\"\nday = 2026-01-01\nroom = \"B\"\n").find("none of the rooms"),
            std::string::npos);
  EXPECT_NE(one("[[session]]\ntitle = \"A\"\n").find("start and end, or day"), std::string::npos);
  EXPECT_NE(one(zone + "[[session]]\ntitle = \"A\"\nstart = 2026-01-01T10:00:00\n").find("end"), std::string::npos);
  EXPECT_NE(one(zone + "[[session]]\ntitle = \"A\"\nstart = 2026-01-01T10:00:00\nend = 2026-01-01T10:00:00\n")
                .find("not after start"),
            std::string::npos);
  EXPECT_NE(one("[[session]]\ntitle = \"A\"\nday = 2026-01-01\nhosts = [\"x\"]\n").find("not an e-mail address"),
            std::string::npos);
  EXPECT_NE(one("[event]\nname = \"unclosed\n").find("cannot be read as TOML"), std::string::npos);
  EXPECT_NE(one("[[session]]\nid = \"a\"\ntitle = \"A\"\nday = 2026-01-01\n[[session]]\nid = \"a\"\ntitle = \"B\"\n"
                "day = 2026-01-01\n")
                .find("another session's id"),
            std::string::npos);
}

TEST(EventFile, WhatTomlItselfStumblesOverIsAFaultOfItsLine) {
  const auto file = parse_event_file("[event]\nname = \"A\"\n[[session]]\nstart = 2026-05-14T.9:00\nend = 1\n");
  ASSERT_EQ(file.faults.size(), 1U);
  EXPECT_EQ(file.faults[0].line, 4U);
  EXPECT_NE(file.faults[0].message.find("perhaps a time"), std::string::npos);
  EXPECT_TRUE(file.event.name.empty());
}

TEST(EventFile, TwoSessionsInOneRoomAtOnceAreAFaultAndBackToBackAreNot) {
  const std::string head = "[event]\ntime_zone = \"UTC\"\n[[room]]\nname = \"A\"\n";
  const auto session = [](const std::string& start, const std::string& end) {
    return "[[session]]\ntitle = \"T\"\nkind = \"breakout\"\nroom = \"A\"\nstart = 2026-01-01T" + start +
           "\nend = 2026-01-01T" + end + "\n";
  };
  const auto overlap = parse_event_file(head + session("10:00:00", "10:40:00") + session("10:39:00", "11:00:00"));
  EXPECT_EQ(places(overlap.faults), Texts{"12 session[2].room"});
  EXPECT_TRUE(
      parse_event_file(head + session("10:00:00", "10:40:00") + session("10:40:00", "11:00:00")).faults.empty());
}

TEST(EventFile, LocalTimesWithoutAZoneStayByDayAndTakeAnotherFilesZone) {
  const std::string text = "[[session]]\ntitle = \"A\"\nstart = 2026-07-01T10:00:00\nend = 2026-07-01T11:00:00\n";
  const auto without = parse_event_file(text);
  EXPECT_TRUE(without.faults.empty());
  EXPECT_FALSE(without.warnings.empty());
  EXPECT_EQ(without.sessions[0].day, "2026-07-01");
  EXPECT_EQ(without.sessions[0].span, domain::TimeSpan{});
  const auto with = parse_event_file(text, "Africa/Nairobi");
  EXPECT_TRUE(with.warnings.empty());
  EXPECT_EQ(with.sessions[0].span.start, 1'782'889'200'000);  // 07:00 UTC
  EXPECT_EQ(with.event.time_zone, "");
  EXPECT_EQ(with.event.days, Texts{"2026-07-01"});
}

TEST(EventFile, NoFileIsAnEmptyOne) {
  const auto file = read_event_file("/nowhere/event.toml");
  EXPECT_TRUE(file.faults.empty());
  EXPECT_TRUE(file.event.name.empty());
}

}  // namespace
}  // namespace posterhall::tools
