// Programmes of other programs: frab's schedule as JSON and XML.
#include <algorithm>

#include "tools/import/programme.hpp"
#include "tools/import/xml_tree.hpp"
#include "tools/shift_names.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

using domain::Session;
using domain::SessionKind;

constexpr UnixMs kHour = 3'600'000;
/// Wednesday 21 April 2021, 08:00 in Los Angeles: 15:00 UTC.
constexpr UnixMs kEight = 1'619'017'200'000;

const Session* session_of(const ImportFile& file, const std::string& id) {
  const auto found = std::ranges::find(file.sessions, id, &Session::id);
  return found == file.sessions.end() ? nullptr : &*found;
}

std::string said(const ImportFile& file) { return faults_text(file.name, file.errors, file.warnings); }

std::string event_xml(const std::string& attributes, const std::string& inside) {
  return "      <event " + attributes + ">\n" + inside + "      </event>\n";
}

/// One day, one room of this name, these events from line 6 on.
std::string schedule_xml(const std::string& events, const std::string& room = "Hall") {
  return "<?xml version='1.0' encoding='utf-8'?>\n<schedule>\n  <conference><title>Small Day</title>"
         "<time_zone_name>Europe/Berlin</time_zone_name></conference>\n  <day date='2026-03-29'>\n    <room name='" +
         room + "'>\n" + events + "    </room>\n  </day>\n</schedule>\n";
}

std::string entry_xml(const std::string& id, const std::string& title, const std::string& date,
                      const std::string& duration, const std::string& more) {
  return event_xml(
      "code='" + id + "' guid='g-" + id + "'",
      "<title>" + title + "</title><date>" + date + "</date><duration>" + duration + "</duration>" + more + "\n");
}

TEST(Programme, TheSharedSampleIsReadAsJsonAndAsXmlTheSame) {
  for (const char* name : {"formats/pretalx-schedule-example.json", "formats/pretalx-schedule-example.xml"}) {
    const auto path = shared_file(name);
    if (path.empty()) return;
    auto file = read_import_file(path, ImportFormat::automatic);
    SCOPED_TRACE(name + std::string("\n") + said(file));
    ASSERT_TRUE(file.sound());
    EXPECT_EQ(places(file.warnings), Places{});
    EXPECT_EQ(file.event.name, "PyTorch Ecosystem Day 2021");
    EXPECT_EQ(file.event.time_zone, "America/Los_Angeles");
    EXPECT_EQ(file.event.days, Texts{"2021-04-21"});
    ASSERT_EQ(file.posters.size(), 3U);
    EXPECT_EQ(file.posters[0].poster.id, "BPXH01");
    EXPECT_EQ(file.posters[0].poster.authors, (Texts{"Tomáš Říha", "Ngozi Adeyemi-Clarke"}));
    EXPECT_EQ(file.posters[0].poster.link, "https://example.org/doorbell");
    EXPECT_EQ(file.posters[0].poster.image_url, "https://pretalx.example.org/media/pted2021/doorbell.pdf");
    EXPECT_NE(file.posters[0].poster.summary.find("& show"), std::string::npos);
    EXPECT_NE(file.posters[0].poster.summary.find("three clips"), std::string::npos);
    EXPECT_EQ(file.posters[1].poster.title, "Who moved my gradients? <Debugging> silent zeros");
    EXPECT_EQ(file.posters[2].poster.title, "日本語の道路標識を読む: reading road signs on a phone");

    ASSERT_EQ(file.sessions.size(), 5U);
    const auto* morning = session_of(file, "AAMORN");
    ASSERT_NE(morning, nullptr);
    EXPECT_EQ(morning->kind, SessionKind::opening);
    EXPECT_EQ(morning->span, (domain::TimeSpan{kEight, kEight + kHour}));
    EXPECT_EQ(morning->place, "Auditorium");
    EXPECT_EQ(morning->people, Texts{"Marisol Quintero"});
    const auto* breakout = session_of(file, "CBRK40");
    ASSERT_NE(breakout, nullptr);
    EXPECT_EQ(breakout->kind, SessionKind::breakout);
    EXPECT_EQ(breakout->span.end - breakout->span.start, 40 * 60'000);
    const auto* first = session_of(file, "posters-exhibition-hall-2021-04-21");
    const auto* second = session_of(file, "posters-exhibition-hall-2021-04-21-2");
    ASSERT_TRUE(first != nullptr && second != nullptr);
    EXPECT_EQ(first->kind, SessionKind::exhibition);
    EXPECT_EQ(first->span, (domain::TimeSpan{kEight + kHour, kEight + 4 * kHour}));
    EXPECT_EQ(second->span, (domain::TimeSpan{kEight + 7 * kHour, kEight + 10 * kHour}));

    settle_shifts(file, file.sessions, file.event.time_zone);
    EXPECT_EQ(file.posters[0].poster.shift_ids, Texts{first->id});
    EXPECT_EQ(file.posters[1].poster.shift_ids, Texts{first->id});
    EXPECT_EQ(file.posters[2].poster.shift_ids, Texts{second->id});
    ASSERT_EQ(file.rooms.size(), 1U);
    EXPECT_EQ(file.rooms[0].name, "Breakout Room 1");
    EXPECT_EQ(file.rooms[0].capacity, 60U);
  }
}

TEST(Programme, PostersOfOneRoomMakeOneSessionWhileTheirTimesTouch) {
  const auto poster = [](const std::string& id, const std::string& date, const std::string& duration) {
    return entry_xml(id, "T " + id, date, duration, "<type>Poster</type>");
  };
  const auto file = read(schedule_xml(
      poster("a", "2026-03-29T10:00:00+02:00", "01:00") + poster("c", "2026-03-29T11:00:00+02:00", "01:00") +
      poster("b", "2026-03-29T10:30:00+02:00", "00:30") + poster("d", "2026-03-29T12:01:00+02:00", "00:30") +
      poster("a", "2026-03-29T12:01:00+02:00", "00:30")));
  ASSERT_TRUE(file.sound()) << said(file);
  ASSERT_EQ(file.sessions.size(), 2U);
  EXPECT_EQ(file.sessions[0].span.end - file.sessions[0].span.start, 2 * kHour);
  ASSERT_EQ(file.posters.size(), 4U);
  EXPECT_EQ(file.posters[0].slots.size(), 2U) << "one poster in two slots";
}

TEST(Programme, AnExhibitionTheFileHasItselfIsThePostersSession) {
  const auto file = read(schedule_xml(
      entry_xml("ex", "Posters and coffee", "2026-03-29T10:00:00+02:00", "03:00", "<type>Poster session</type>") +
      entry_xml("a", "One", "2026-03-29T11:00:00+02:00", "01:00", "<track>Posters</track>")));
  ASSERT_TRUE(file.sound()) << said(file);
  ASSERT_EQ(file.sessions.size(), 1U);
  EXPECT_EQ(file.sessions[0].kind, SessionKind::exhibition);
  EXPECT_EQ(file.posters.at(0).slots.at(0).session, "ex");
}

TEST(Programme, WhereEventTomlHasAnotherProgrammeSlotsBecomeItsSessionsOrHours) {
  auto file = read(schedule_xml(entry_xml("a", "One", "2026-03-29T11:00:00+02:00", "01:00", "<type>Poster</type>") +
                                entry_xml("b", "Two", "2026-03-29T15:00:00+02:00", "01:00", "<type>Poster</type>")));
  ASSERT_TRUE(file.sound()) << said(file);
  Session own;
  own.id = "own";
  own.kind = SessionKind::exhibition;
  own.span = {file.posters[0].slots[0].span.start - kHour, file.posters[0].slots[0].span.end};
  settle_shifts(file, {own}, "Europe/Berlin");
  EXPECT_EQ(file.posters[0].poster.shift_ids, Texts{"own"});
  EXPECT_TRUE(file.posters[0].poster.own_hours.empty());
  EXPECT_TRUE(file.posters[1].poster.shift_ids.empty());
  EXPECT_EQ(file.posters[1].poster.own_hours, std::vector{file.posters[1].slots[0].span});
}

TEST(Programme, AMorningInWhichClocksGoForwardIsAnHourShorter) {
  // 01:30 is at +01:00 still; 02:00 to 03:00 is not there; no offset is written, so the event's zone counts.
  const auto file = read(schedule_xml(entry_xml("a", "Night talk", "2026-03-29T01:30:00", "01:00", "") +
                                      entry_xml("b", "Night panel", "2026-03-29T03:30:00", "00:30", "")));
  ASSERT_TRUE(file.sound()) << said(file);
  EXPECT_EQ(file.sessions[0].span.end - file.sessions[0].span.start, kHour);
  EXPECT_EQ(file.sessions[0].span.end, file.sessions[1].span.start);
  EXPECT_EQ(file.sessions[0].day, "2026-03-29");
}

TEST(Programme, StreamsAndRecordingsAreLinksThatSaySo) {
  const auto file = read(schedule_xml(
      entry_xml("a", "Talk", "2026-03-29T10:00:00+02:00", "01:00",
                "<links><link href='https://v.example/a'>Slides</link><link href='https://v.example/live'>Live "
                "stream</link></links><recording><url>https://v.example/rec</url></recording>") +
      entry_xml("b", "Other talk", "2026-03-29T11:00:00+02:00", "01:00",
                "<links><link href='javascript:alert(1)'>Livestream</link></links>")));
  ASSERT_TRUE(file.sound()) << said(file);
  EXPECT_EQ(file.sessions[0].stream, "https://v.example/live");
  EXPECT_FALSE(file.sessions[0].stream_public);
  EXPECT_EQ(file.sessions[0].recording, "https://v.example/rec");
  EXPECT_EQ(file.sessions[1].stream, "");
  EXPECT_EQ(places(file.warnings), Places{"10: links"});
}

TEST(Programme, EveryFaultIsSaidAtItsLine) {
  const auto file = read(schedule_xml(
      entry_xml("a", "", "2026-03-29T10:00:00+02:00", "01:00", "") + entry_xml("b", "No day", "tomorrow", "01:00", "") +
      entry_xml("c", "Long", "2026-03-29T10:00:00+02:00", "1h", "") +
      event_xml("code='a'", "<title>Again</title><date>2026-03-29T10:00:00+02:00</date><duration>01:00</duration>\n")));
  EXPECT_EQ(places(file.errors), (Places{"6: title", "10: date", "13: duration", "15: id"})) << said(file);
}

TEST(Programme, XmlIsReadWithoutDtdsEntitiesAndDepth) {
  const auto one = [](const std::string& bytes) {
    const auto file = read(bytes);
    return file.errors.size() == 1 ? file.errors[0].text("f") : "not one fault: " + said(file);
  };
  EXPECT_NE(one("<?xml version='1.0'?>\n<!DOCTYPE schedule [<!ENTITY a 'x'>]>\n<schedule>&a;</schedule>")
                .find("f:2: a DOCTYPE"),
            std::string::npos);
  EXPECT_NE(one("<!DOCTYPE schedule SYSTEM 'file:///etc/passwd'>\n<schedule/>").find("DOCTYPE"), std::string::npos);
  EXPECT_NE(one("<schedule>\n&undefined;</schedule>").find("f:2: this is not XML"), std::string::npos);
  EXPECT_NE(one("<schedule>\n<day>\n</schedule>").find("f:3: this is not XML"), std::string::npos);
  std::string deep = "<schedule>";
  for (int i = 0; i < 40; ++i) deep += "<a>";
  EXPECT_NE(one(deep).find("more than 32 elements"), std::string::npos);
  std::string wide = "<schedule>";
  for (std::size_t i = 0; i < max_xml_nodes; ++i) wide += "<a/>";
  EXPECT_NE(one(wide + "</schedule>").find("500,000"), std::string::npos);
  EXPECT_NE(one("<html><schedule/></html>").find("no frab schedule"), std::string::npos);
  EXPECT_NE(one("<schedule>\n\xE9</schedule>").find("f:2: there are bytes"), std::string::npos);
}

TEST(Programme, JsonOfTheWrongShapeIsSaidInWords) {
  const auto errors = [](const std::string& bytes) { return places(read(bytes).errors); };
  EXPECT_EQ(errors(R"({"schedule": {}})"), Places{"1: conference"});
  EXPECT_EQ(errors("{\"schedule\": {\n\"conference\": 5}}"), (Places{"1: conference", "2: conference"}));
  EXPECT_EQ(errors("{\"schedule\": {\"conference\": {\"days\": [\n5,\n{\"date\": \"2026-02-30\"}]}}}"),
            (Places{"2: days", "3: date"}));
  EXPECT_EQ(
      errors("{\"schedule\": {\"conference\": {\"days\": [{\"date\": \"2026-03-28\", \"rooms\": {\"A/B\": [\n"
             "{\"title\": [], \"code\": \"a\", \"date\": \"2026-03-28T10:00:00Z\", \"duration\": \"01:00\"}]}}]}}}"),
      Places{"2: title"});
}

TEST(Programme, WordsOfTypeAndTrack) {
  for (const char* yes : {"Poster", "posters", "Poster presentation", "Accepted posters", "E-Poster"}) {
    EXPECT_TRUE(names_posters(yes)) << yes;
  }
  for (const char* no : {"", "Poster session", "Poster slam", "Talk", "presentation"})
    EXPECT_FALSE(names_posters(no)) << no;
  EXPECT_EQ(clock_length("01:30"), 90 * 60'000);
  EXPECT_EQ(clock_length("0:05:30"), 330'000);
  for (const char* no : {"", "1", ":30", "01:", "01:60", "1h", "01:00:00:00", "-1:00", "00001:00"}) {
    EXPECT_FALSE(clock_length(no)) << no;
  }
}

}  // namespace
}  // namespace posterhall::tools
