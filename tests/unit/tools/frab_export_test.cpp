// The programme written as frab's schedule, and read back: the same sessions, the same ids.
#include <boost/json.hpp>

#include "tools/data_folder.hpp"
#include "tools/frab_writer.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

using domain::Session;
using domain::SessionKind;

constexpr UnixMs kHour = 3'600'000;
/// Saturday 28 March 2026, 18:00 in Berlin; in the night to Sunday the clocks go forward.
constexpr UnixMs kSaturday = 1'774'717'200'000;

Session made(const std::string& id, SessionKind kind, const std::string& day, UnixMs start, UnixMs end) {
  Session session;
  session.id = id;
  session.title = "Title of " + id;
  session.kind = kind;
  session.day = day;
  session.span = {start, end};
  return session;
}

domain::Catalogue weekend() {
  domain::Catalogue catalogue;
  catalogue.event.name = "Open <ML> & \"Day\"";
  catalogue.event.edition = "2026";
  catalogue.event.time_zone = "Europe/Berlin";
  catalogue.event.days = {"2026-03-28", "2026-03-29"};
  catalogue.rooms = {{RoomId{1}, "Breakout 1", 60}, {RoomId{2}, "Breakout 2", 40}};
  auto night = made("posters", SessionKind::exhibition, "2026-03-28", kSaturday, kSaturday + 14 * kHour);
  night.audience = "EMEA";
  night.place = "Hall";
  night.people = {"Ingrid Solheim", "山田 太郎"};
  night.summary = "First & <second> line.\n\n]]> \"quoted\" 'text'";
  auto trace =
      made("trace/40", SessionKind::breakout, "2026-03-29", kSaturday + 15 * kHour, kSaturday + 15 * kHour + 2'400'000);
  trace.room = RoomId{2};
  trace.sponsor = "Lanternfish & Sons";
  auto talks = made("talks", SessionKind::talks, "2026-03-29", kSaturday + 16 * kHour, kSaturday + 16 * kHour + 90'000);
  talks.stream = "https://v.example/live?a=1&b=2";
  talks.stream_public = true;
  talks.recording = "https://v.example/rec";
  talks.sponsor = "Foundation";
  auto closed = made("closed", SessionKind::panel, "2026-03-29", kSaturday + 17 * kHour, kSaturday + 18 * kHour);
  closed.stream = "https://v.example/closed";
  auto all_day = made("networking", SessionKind::other, "2026-03-29", 0, 0);
  all_day.place = "The foyer";
  catalogue.sessions = {night, trace, talks, closed, all_day};
  return catalogue;
}

std::string written(const domain::Catalogue& catalogue, bool xml) {
  const auto zone = TimeZone::load(catalogue.event.time_zone);
  return xml ? programme_frab_xml(catalogue, zone) : programme_frab_json(catalogue, zone);
}

std::vector<std::string> guids(const std::string& xml) {
  std::vector<std::string> found;
  const std::string begins = "<event guid=\"";
  for (auto at = xml.find(begins); at != std::string::npos; at = xml.find(begins, at + 1)) {
    found.push_back(xml.substr(at + begins.size(), 36));
  }
  return found;
}

TEST(FrabExport, ComesBackTheSameAsXmlAndAsJson) {
  const auto catalogue = weekend();
  for (const bool xml : {true, false}) {
    SCOPED_TRACE(xml);
    const auto file = read(written(catalogue, xml));
    ASSERT_TRUE(file.sound()) << faults_text("own", file.errors, file.warnings);
    EXPECT_EQ(places(file.warnings), Places{});
    EXPECT_EQ(file.posters.size(), 0U);
    EXPECT_EQ(file.event.name, catalogue.event.name);
    EXPECT_EQ(file.event.time_zone, catalogue.event.time_zone);
    EXPECT_EQ(file.event.days, catalogue.event.days);
    EventFile event;
    event.rooms = catalogue.rooms;
    const auto setting = merged_setting(event, {file.event, file.sessions, file.rooms, {}});
    ASSERT_EQ(setting.sessions.size(), catalogue.sessions.size());
    for (const auto& session : setting.sessions) {
      const auto before = std::ranges::find(catalogue.sessions, session.id, &Session::id);
      ASSERT_NE(before, catalogue.sessions.end()) << session.id;
      EXPECT_EQ(session.title, before->title);
      EXPECT_EQ(session.kind, before->kind) << session.id;
      EXPECT_EQ(session.audience, before->audience);
      EXPECT_EQ(session.place, before->place) << session.id;
      EXPECT_EQ(session.room, before->room) << session.id;
      EXPECT_EQ(session.people, before->people);
      EXPECT_EQ(session.summary, before->summary);
      EXPECT_EQ(session.day, before->day) << session.id;
      EXPECT_EQ(session.span, before->span) << session.id;
      EXPECT_EQ(session.sponsor, before->sponsor);
      EXPECT_EQ(session.stream, before->stream);
      EXPECT_EQ(session.stream_public, before->stream_public);
      EXPECT_EQ(session.recording, before->recording);
    }
  }
}

TEST(FrabExport, ASessionKeepsItsGuidWhateverElseChanges) {
  const auto before = guids(written(weekend(), true));
  ASSERT_EQ(before.size(), 5U);
  EXPECT_EQ(before[0], "1ca246cd-cbfb-836c-ace5-fbc319a72a84")
      << "calendars and schedules that were exported before know it by the old one";
  auto later = weekend();
  later.version = 9;
  later.sessions[0].title = "Another title";
  later.sessions[0].span.end += kHour;
  later.sessions.push_back(
      made("new", SessionKind::lunch, "2026-03-29", kSaturday + 20 * kHour, kSaturday + 21 * kHour));
  const auto after = guids(written(later, true));
  ASSERT_EQ(after.size(), 6U);
  for (const auto& guid : before) EXPECT_EQ(std::ranges::count(after, guid), 1) << guid;
  EXPECT_EQ(written(weekend(), true), written(weekend(), true));
  auto another = weekend();
  another.event.edition = "2027";
  EXPECT_EQ(std::ranges::count(guids(written(another, true)), before[0]), 0);
}

TEST(FrabExport, HasTheShapeOthersRead) {
  const auto root = boost::json::parse(written(weekend(), false));
  const auto& conference = root.at("schedule").at("conference");
  EXPECT_EQ(conference.at("daysCount").as_int64(), 2);
  const auto& first = conference.at("days").at(0).at("rooms").at("Hall").at(0);
  EXPECT_EQ(first.at("date").as_string(), "2026-03-28T18:00:00+01:00");
  EXPECT_EQ(first.at("end").as_string(), "2026-03-29T09:00:00+02:00");
  EXPECT_EQ(first.at("duration").as_string(), "14:00");
  EXPECT_EQ(first.at("guid").as_string().size(), 36U);
  const auto xml = written(weekend(), true);
  for (const char* part : {"<conference>", "<days>2</days>", "<day index=\"1\" date=\"2026-03-28\" start=",
                           "<room name=\"Breakout 2\" guid=\"", "Open &lt;ML&gt; &amp; &quot;Day&quot;"}) {
    EXPECT_NE(xml.find(part), std::string::npos) << part;
  }
}

TEST(FrabExport, WithoutAZoneTimesAreUtc) {
  auto catalogue = weekend();
  catalogue.event.time_zone.clear();
  const auto xml = programme_frab_xml(catalogue, std::nullopt);
  EXPECT_NE(xml.find("<date>2026-03-28T17:00:00+00:00</date>"), std::string::npos);
  EXPECT_TRUE(read(xml).sound());
}

}  // namespace
}  // namespace posterhall::tools
