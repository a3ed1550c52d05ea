// event.toml's [breakouts]: spans on the wall of the event's zone, cut into slots of real minutes.
#include <gtest/gtest.h>

#include "tools/event_file.hpp"

namespace posterhall::tools {
namespace {

constexpr UnixMs kMinute = 60'000;

EventFile read(const std::string& zone, const std::string& breakouts) {
  return parse_event_file("[event]\nname = \"A\"\ntime_zone = \"" + zone + "\"\n\n[breakouts]\n" + breakouts);
}

std::string span(const std::string& start, const std::string& end) {
  return "[[breakouts.span]]\nstart = " + start + "\nend = " + end + "\n";
}

std::string only_fault(const EventFile& file) {
  EXPECT_EQ(file.faults.size(), 1U);
  return file.faults.empty() ? std::string() : file.faults.front().key + ": " + file.faults.front().message;
}

TEST(Breakouts, AreFortyMinutesAndFiveBetweenUnlessTheFileSaysElse) {
  const auto april = read("America/Los_Angeles", span("2021-04-21T09:00:00", "2021-04-21T12:00:00"));
  ASSERT_TRUE(april.faults.empty());
  ASSERT_EQ(april.slots.size(), 4U);
  EXPECT_EQ(april.slots[0].span.start, 1'619'020'800'000);
  EXPECT_EQ(april.slots[1].span.start - april.slots[0].span.start, 45 * kMinute);
  EXPECT_EQ(april.slots[3].day, "2021-04-21");
  const auto december =
      read("America/Chicago", "minutes = 20\nbetween = 0\n" + span("2022-12-02T23:30:00", "2022-12-03T00:30:00"));
  ASSERT_EQ(december.slots.size(), 3U);
  EXPECT_EQ(december.slots[0].span.start, 1'670'045'400'000);
  EXPECT_EQ(december.slots[1].day, "2022-12-02");
  EXPECT_EQ(december.slots[2].day, "2022-12-03") << "past midnight in the event's zone";
}

TEST(Breakouts, KeepTheirLengthOverAChangeOfSummerTime) {
  // Pacific clocks go forward on March 14 2021 at 02:00: from 01:00 to 04:00 on the wall are two hours.
  const auto spring = read("America/Los_Angeles", span("2021-03-14T01:00:00", "2021-03-14T04:00:00"));
  ASSERT_EQ(spring.slots.size(), 2U);
  EXPECT_EQ(spring.slots[1].span.end - spring.slots[1].span.start, 40 * kMinute);
  // Central clocks go back on November 6 2022 at 02:00: from 00:00 to 03:00 on the wall are four hours.
  const auto autumn = read("America/Chicago", span("2022-11-06T00:00:00", "2022-11-06T03:00:00"));
  ASSERT_EQ(autumn.slots.size(), 5U);
  for (const auto& slot : autumn.slots) EXPECT_EQ(slot.span.end - slot.span.start, 40 * kMinute);
}

TEST(Breakouts, ComeInOrderAndOffsetsCount) {
  const auto file = read("Europe/Berlin", span("2026-04-22T09:00:00", "2026-04-22T09:40:00") +
                                              span("2026-04-21T07:00:00Z", "2026-04-21T07:40:00Z"));
  ASSERT_TRUE(file.faults.empty());
  ASSERT_EQ(file.slots.size(), 2U);
  EXPECT_EQ(file.slots[0].day, "2026-04-21");
  EXPECT_LT(file.slots[0].span.start, file.slots[1].span.start);
}

TEST(Breakouts, WhatCannotBeIsAFaultThatSaysWhatToDo) {
  const auto start = std::string("2026-04-21T09:00:00");
  EXPECT_NE(only_fault(read("Europe/Berlin", span(start, "2026-04-21T08:00:00"))).find("not after start"),
            std::string::npos);
  EXPECT_NE(only_fault(read("Europe/Berlin", span(start, "2026-04-23T08:00:00"))).find("one span for each day"),
            std::string::npos);
  EXPECT_NE(only_fault(read("Europe/Berlin", span(start, "2026-04-21T09:30:00"))).find("slot of 40 minutes"),
            std::string::npos);
  EXPECT_NE(only_fault(read("Europe/Berlin", "[[breakouts.span]]\nstart = " + start + "\n")).find("end: is missing"),
            std::string::npos);
  EXPECT_NE(only_fault(read("Europe/Berlin",
                            span(start, "2026-04-21T10:00:00") + span("2026-04-21T09:50:00", "2026-04-21T11:00:00")))
                .find("inside another span"),
            std::string::npos);
  EXPECT_NE(only_fault(read("Europe/Berlin", "minute = 30\n")).find("minutes"), std::string::npos);
  EXPECT_NE(
      only_fault(read("Europe/Berlin", "minutes = 5\nbetween = 0\n" + span(start, "2026-04-22T08:00:00"))).find("200"),
      std::string::npos);
  const auto nowhere = parse_event_file("[event]\nname = \"A\"\n[breakouts]\n" + span(start, "2026-04-21T12:00:00"));
  EXPECT_NE(only_fault(nowhere).find("time_zone"), std::string::npos);
  EXPECT_TRUE(nowhere.slots.empty());
}

}  // namespace
}  // namespace posterhall::tools
