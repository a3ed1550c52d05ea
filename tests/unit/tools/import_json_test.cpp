// Our JSON and MiniConf's papers.csv, rule by rule.
#include "tools/import/event_json.hpp"
#include "tools/import/moment.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

using domain::SessionKind;

std::string with_event(std::string_view event) {
  return R"({"event": {)" + std::string(event) + R"(},
 "posters": [{"id": "p", "title": "T"}]})";
}

std::string with_schedule(std::string_view entries, std::string_view zone = "") {
  return with_event(R"("name": "Day", "dates": ["2021-04-21"], "timezone": ")" + std::string(zone) +
                    R"(", "schedule": [)" + std::string(entries) + "]");
}

TEST(ImportJson, ReadsEveryMember) {
  const ImportFile file = read(R"({"source": "x", "event": {"name": " Open  Day ", "edition": "2021",
  "dates": ["2021-04-22", "2021-04-21"], "timezone": "UTC", "schedule": []},
 "posters": [{"id": "p-1", "title": "A \u00e9", "authors": ["Ada; Bell", " Cy "], "summary": "one\ntwo",
   "category": "C", "link": "https://example.org", "image_url": "", "booth": "D4"},
  {"id": 7, "title": "B", "authors": "Ada; Bo", "link": null}]})");
  EXPECT_TRUE(file.sound()) << faults_text("f", file.errors, file.warnings);
  EXPECT_TRUE(file.warnings.empty()) << faults_text("f", file.errors, file.warnings);
  EXPECT_EQ(file.format, ImportFormat::json);
  EXPECT_EQ(file.event.name, "Open Day");
  EXPECT_EQ(file.event.edition, "2021");
  EXPECT_EQ(file.event.time_zone, "UTC");
  EXPECT_EQ(file.event.days, (Texts{"2021-04-21", "2021-04-22"}));
  ASSERT_EQ(file.posters.size(), 2U);
  EXPECT_EQ(file.posters[0].line, 3U);
  EXPECT_EQ(file.posters[0].poster.title, "A é");
  EXPECT_EQ(file.posters[0].poster.authors, (Texts{"Ada; Bell", "Cy"})) << "in a list ; is a character";
  EXPECT_EQ(file.posters[0].poster.summary, "one\ntwo");
  EXPECT_EQ(file.posters[0].poster.file_booth, "D4");
  EXPECT_EQ(file.posters[1].line, 5U);
  EXPECT_EQ(file.posters[1].poster.id, "7");
  EXPECT_EQ(file.posters[1].poster.authors, (Texts{"Ada", "Bo"}));
  EXPECT_FALSE(file.fields.test(static_cast<std::size_t>(PosterField::keywords)));
}

TEST(ImportJson, FaultsNameTheirLine) {
  const ImportFile file = read(R"({"posters": [
  {"id": "a", "title": ""},
  {"id": "a",
   "title": "T",
   "authors": [1, "x"],
   "link": "javascript:x",
   "summary": {"no": 1}},
  "poster",
  {"title": "no id"}]})");
  EXPECT_EQ(places(file.errors), (Places{"2: title", "3: id", "5: authors", "7: summary", "8: posters", "9: id"}));
  EXPECT_EQ(places(file.warnings), Places{"6: link"});
}

TEST(ImportJson, FormulasAreJustText) {
  EXPECT_EQ(read(R"({"posters": [{"id": "a", "title": "'=1"}]})").posters.at(0).poster.title, "'=1");
}

TEST(ImportJson, UnknownMembersAreReportedOnce) {
  const ImportFile file = read(R"({"extra": 1, "event": {"colour": 2, "timezone": "UTC", "schedule": []},
 "posters": [{"id": "a", "title": "T", "stars": 1}, {"id": "b", "title": "T", "stars": 2}]})");
  EXPECT_TRUE(file.sound());
  EXPECT_EQ(places(file.warnings), (Places{"1: extra", "1: colour", "2: stars"}));
}

TEST(ImportJson, WhatIsNoJsonOrNotOurs) {
  const auto places_of = [](std::string_view bytes) { return places(read(bytes).errors); };
  EXPECT_EQ(places_of("{\n\"posters\": [\n{\"id\": }]}"), Places{"3: "});
  EXPECT_EQ(places_of("{\n\"posters\": [\n"), Places{"3: "});
  EXPECT_EQ(places_of("{\"posters\": []}\nmore"), Places{"2: "});
  EXPECT_EQ(places_of("{}"), Places{"1: posters"});
  EXPECT_EQ(places_of("[]"), Places{"1: "});
  EXPECT_EQ(places_of("{\n\"posters\": 5}"), Places{"2: posters"});
  EXPECT_EQ(places_of("{\"posters\":\n[]}"), Places{"2: posters"});
  EXPECT_EQ(places_of("{\"event\": 5, \"posters\": [{\"id\":\"a\",\"title\":\"T\"}]}"), Places{"1: event"});
  EXPECT_EQ(places_of("{\"a\": \"\xE9\",\n\"b\": 1,\n\"c\": \"\xFF\"}"), (Places{"1: ", "3: "}));
  EXPECT_EQ(places_of("{\"a\": " + std::string(100, '[') + std::string(100, ']') + "}"), Places{"1: "});
  EXPECT_EQ(places_of("{\"schedule\": {}}"), Places{"1: conference"});  // pretalx, in import_programme_test.cpp
}

TEST(ImportJson, SessionsWithTimes) {
  const ImportFile file = read(with_schedule(
      R"({"session": "Morning session", "audience": "EMEA", "title": "Opening talks",
          "start": "2021-04-21T08:00:00-07:00", "end": "2021-04-21T09:00:00-07:00"},
         {"session": "Lunch", "title": "Lunch", "place": "Foyer", "people": ["Ada"], "kind": "panel",
          "start": "2021-04-21T12:00Z", "end": "2021-04-21T13:30Z", "id": "lunch"})",
      "America/Los_Angeles"));
  EXPECT_TRUE(file.sound()) << faults_text("f", file.errors, file.warnings);
  EXPECT_TRUE(file.warnings.empty()) << faults_text("f", file.errors, file.warnings);
  ASSERT_EQ(file.sessions.size(), 2U);
  const domain::Session& opening = file.sessions[0];
  EXPECT_EQ(opening.id, "2021-04-21-morning-session-opening-talks");
  EXPECT_EQ(opening.kind, SessionKind::opening);
  EXPECT_EQ(opening.audience, "EMEA");
  EXPECT_EQ(opening.summary, "Morning session");
  EXPECT_EQ(opening.day, "2021-04-21");
  EXPECT_EQ(opening.span, (domain::TimeSpan{1619017200000, 1619020800000}));
  EXPECT_EQ(file.sessions[1].id, "lunch");
  EXPECT_EQ(file.sessions[1].kind, SessionKind::panel) << "said beats guessed";
  EXPECT_EQ(file.sessions[1].place, "Foyer");
  EXPECT_EQ(file.sessions[1].people, Texts{"Ada"});
  EXPECT_EQ(file.sessions[1].summary, "");
}

TEST(ImportJson, TimesWithoutOffsetAreTheEvents) {
  const char* entry = R"({"title": "Talks", "start": "2021-04-21T08:00:00", "end": "2021-04-21T09:00:00"})";
  const ImportFile known = read(with_schedule(entry, "America/Los_Angeles"));
  EXPECT_EQ(known.sessions.at(0).span.start, 1619017200000);
  EXPECT_TRUE(known.warnings.empty());
  const ImportFile fallback = read_import(with_schedule(entry), "f", ImportFormat::json, "America/Los_Angeles");
  EXPECT_EQ(fallback.sessions.at(0).span.start, 1619017200000);
  EXPECT_EQ(fallback.event.time_zone, "") << "event.toml's is not the file's say";
  EXPECT_TRUE(fallback.warnings.empty());
  const ImportFile unknown = read(with_schedule(entry));
  EXPECT_TRUE(unknown.sound());
  EXPECT_EQ(unknown.sessions.at(0).span, domain::TimeSpan{});
  EXPECT_EQ(unknown.sessions.at(0).day, "2021-04-21");
  EXPECT_EQ(places(unknown.warnings), (Places{"1: timezone", "1: schedule"}));
}

TEST(ImportJson, TheDayIsTheEvents) {
  const ImportFile file = read(with_schedule(
      R"({"title": "Late", "start": "2021-04-22T01:00:00Z", "end": "2021-04-22T02:00:00Z"})", "America/Los_Angeles"));
  EXPECT_EQ(file.sessions.at(0).day, "2021-04-21");
}

TEST(ImportJson, SessionsByDaySayWhatIsMissing) {
  const ImportFile file = read(with_schedule(R"({"title": "A", "date": "2021-12-01"},
    {"title": "B"},
    {"title": "C", "start": "2021-12-02T08:00:00Z"})",
                                             "UTC"));
  EXPECT_TRUE(file.sound());
  ASSERT_EQ(file.sessions.size(), 3U);
  EXPECT_EQ(file.sessions[0].day, "2021-12-01");
  EXPECT_EQ(file.sessions[1].day, "2021-04-21") << "the event's only day";
  EXPECT_EQ(file.sessions[2].day, "2021-12-02");
  EXPECT_EQ(places(file.warnings), (Places{"1: schedule", "2: schedule", "3: schedule"}));
  EXPECT_NE(file.warnings[2].what.find("no end"), std::string::npos);
}

TEST(ImportJson, FaultsOfTheSchedule) {
  const ImportFile file = read(with_schedule(R"({"date": "2021-12-01"},
    {"title": "B", "date": "2021-02-30"},
    {"title": "C", "start": "8 am", "end": "2021-12-02T08:00:00Z"},
    {"title": "D", "start": "2021-12-02T08:00:00Z", "end": "2021-12-02T08:00:00Z"},
    {"title": "E", "date": "2021-12-01", "kind": "rave"},
    {"title": "F", "date": "2021-12-01", "id": "f"}, {"title": "G", "date": "2021-12-01", "id": "f"},
    5)",
                                             "UTC"));
  EXPECT_EQ(places(file.errors),
            (Places{"1: schedule", "2: date", "3: start", "4: end", "5: kind", "6: id", "7: schedule"}));
  EXPECT_EQ(places(read(with_event(R"("dates": ["21.4.2021"], "schedule": {}, "timezone": "UTC")")).errors),
            (Places{"1: dates", "1: schedule"}));
}

TEST(ImportJson, ZonesThatAreNone) {
  const ImportFile file = read(with_event(R"("timezone": "Pacific Time", "schedule": [])"));
  EXPECT_EQ(file.event.time_zone, "");
  EXPECT_EQ(places(file.warnings), Places{"1: timezone"});
}

TEST(ImportJson, SessionsOfOneNameGetIdsOfTheirOwn) {
  const ImportFile file =
      read(with_schedule(R"({"title": "Talk", "date": "2021-04-21"}, {"title": "Talk", "date": "2021-04-21"})"));
  EXPECT_EQ(file.sessions.at(0).id, "2021-04-21-talk");
  EXPECT_EQ(file.sessions.at(1).id, "2021-04-21-talk-2");
}

TEST(SessionKind, IsGuessedFromTheTitle) {
  EXPECT_EQ(session_kind_of("Opening talks"), SessionKind::opening);
  EXPECT_EQ(session_kind_of("Poster exhibition & breakout sessions"), SessionKind::exhibition);
  EXPECT_EQ(session_kind_of("Poster session & breakouts"), SessionKind::exhibition);
  EXPECT_EQ(session_kind_of("Breakout: quantisation"), SessionKind::breakout);
  EXPECT_EQ(session_kind_of("Keynote & technical talks"), SessionKind::talks);
  EXPECT_EQ(session_kind_of("Panel discussion"), SessionKind::panel);
  EXPECT_EQ(session_kind_of("LUNCH"), SessionKind::lunch);
  EXPECT_EQ(session_kind_of("Networking"), SessionKind::networking);
  EXPECT_EQ(session_kind_of("Registration"), SessionKind::other);
}

TEST(Moment, ReadsIso8601) {
  EXPECT_EQ(moment_of("1970-01-01T00:00:00Z")->at, 0);
  EXPECT_EQ(moment_of("2021-04-21T08:00:00-07:00")->at, 1619017200000);
  EXPECT_EQ(moment_of("2021-04-21 20:45+05:45")->at, 1619017200000);
  EXPECT_EQ(moment_of("2021-04-21T08:00:00.5-0700")->at, 1619017200000);
  EXPECT_EQ(moment_of("2021-04-21T08:00")->at, std::nullopt);
  EXPECT_EQ(moment_of("2021-04-21T08:00")->day, "2021-04-21");
  EXPECT_EQ(moment_of("1969-12-31T23:59:59Z")->at, -1000);
  for (const char* text : {"", "2021-04-21", "2021-02-29T00:00Z", "2021-04-21T24:00Z", "2021-04-21T8:00Z",
                           "2021-04-21T08:00PM", "2021-04-21T08:00Zx", "2021-04-21T08:00:00+1"}) {
    EXPECT_FALSE(moment_of(text).has_value()) << text;
  }
  EXPECT_EQ(day_of("2024-02-29"), "2024-02-29");
  EXPECT_EQ(day_of("2023-02-29"), std::nullopt);
  EXPECT_EQ(day_of("2024-02-29x"), std::nullopt);
  EXPECT_EQ(day_of(std::int64_t{-1}), "1969-12-31");
  EXPECT_EQ(day_of(std::int64_t{86400}), "1970-01-02");
}

TEST(ImportMiniconf, ReadsItsColumns) {
  const ImportFile file = read(
      "title,UID,authors,abstract,keywords,sessions\n"
      "T,u1,Ada Bell|Cy Dunn,\"two\nlines\",a|b,Wed 1|Thu 2\nU,u2,Olu Ade and Pet Nov,,,\n");
  EXPECT_TRUE(file.sound());
  EXPECT_EQ(file.format, ImportFormat::miniconf);
  ASSERT_EQ(file.posters.size(), 2U);
  EXPECT_EQ(file.posters[0].poster.id, "u1");
  EXPECT_EQ(file.posters[0].poster.authors, (Texts{"Ada Bell", "Cy Dunn"}));
  EXPECT_EQ(file.posters[0].poster.summary, "two\nlines");
  EXPECT_EQ(file.posters[0].poster.keywords, (Texts{"a", "b"}));
  EXPECT_EQ(file.posters[1].poster.authors, (Texts{"Olu Ade", "Pet Nov"}));
  EXPECT_EQ(places(file.warnings), (Places{"1: sessions", "4: authors"}));
}

TEST(ImportMiniconf, FaultsNameItsColumns) {
  const ImportFile file =
      read("UID,title,abstract\n,T,\nx,T," + std::string(20001, 'y') + "\nx,T,\n", ImportFormat::miniconf);
  EXPECT_EQ(places(file.errors), (Places{"2: UID", "3: abstract", "4: UID"}));
  EXPECT_EQ(places(read("id,title\na,T\n", ImportFormat::miniconf).errors), Places{"1: uid"});
}

}  // namespace
}  // namespace posterhall::tools
