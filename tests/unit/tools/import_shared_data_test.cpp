// The real, foreign and broken files of the shared data; skipped where it is not.
#include <map>

#include "tools/import/diff.hpp"
#include "tools/import/posters_csv.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

struct Expectation {
  std::size_t posters = 0;
  Places errors;
  Places warnings;
};

void expect(const std::string& name, const Expectation& expected) {
  const std::string path = shared_file(name);
  if (path.empty()) return;
  const ImportFile file = read_import_file(path, ImportFormat::automatic);
  SCOPED_TRACE(name + "\n" + faults_text(file));
  EXPECT_EQ(places(file.errors), expected.errors);
  EXPECT_EQ(places(file.warnings), expected.warnings);
  if (file.sound()) {
    EXPECT_EQ(file.posters.size(), expected.posters);
  }
}

TEST(SharedData, RealEvents) {
  expect("events/pted-2021-posters.csv", {71, {}, {}});
  expect("events/pted-2021.json", {71, {}, {}});
  expect("events/ptdd-2021.json", {41, {}, {"11: timezone", "17: schedule", "23: schedule", "159: link", "597: link"}});
  expect("events/ptc-2022.json", {35, {}, {}});
}

TEST(SharedData, ForeignFormats) {
  expect("formats/miniconf-papers-example.csv", {6, {}, {"1: sessions", "6: authors"}});
  expect("formats/pretalx-schedule-example.json", {3, {}, {}});
  expect("formats/pretalx-schedule-example.xml", {3, {}, {}});
}

TEST(SharedData, BrokenFiles) {
  expect("broken/missing-title.csv", {0, {"4: title", "6: title"}, {}});
  expect("broken/duplicate-id.csv", {0, {"7: id", "8: id"}, {}});
  expect("broken/bad-utf8.csv", {0, {"3: authors", "4: authors", "5: summary"}, {}});
  expect("broken/unclosed-quote.csv", {0, {"4: summary"}, {}});
  expect("broken/huge-field.csv", {0, {"4: summary"}, {}});
  expect("broken/wrong-header.csv",
         {0,
          {"1: id", "1: title"},
          {"1: Poster name", "1: Presenters", "1: Abstract", "1: Topic", "1: Web page", "1: Stand"}});
  expect("broken/formula-injection.csv", {8, {}, {}});
  expect("broken/html-in-title.csv", {8, {}, {"6: link", "9: link"}});
}

TEST(SharedData, DoubledIdsNameTheFirstUse) {
  const std::string path = shared_file("broken/duplicate-id.csv");
  if (path.empty()) return;
  const ImportFile file = read_import_file(path, ImportFormat::csv);
  ASSERT_EQ(file.errors.size(), 2U);
  EXPECT_NE(file.errors[0].what.find("line 4"), std::string::npos);
  EXPECT_NE(file.errors[1].what.find("line 2"), std::string::npos);
}

TEST(SharedData, CsvAndJsonOfOneEventAreTheSame) {
  const std::string csv = shared_file("events/pted-2021-posters.csv");
  const std::string json = shared_file("events/pted-2021.json");
  if (csv.empty() || json.empty()) return;
  std::vector<domain::Poster> current;
  for (auto& imported : read_import_file(json, ImportFormat::json).posters) current.push_back(imported.poster);
  const ImportDiff diff = diff_import(current, read_import_file(csv, ImportFormat::csv));
  EXPECT_EQ(diff.size(), 0U);
  EXPECT_EQ(diff.unchanged, 71U);
}

TEST(SharedData, TheEventOfAJson) {
  const std::string path = shared_file("events/pted-2021.json");
  if (path.empty()) return;
  const ImportFile file = read_import_file(path, ImportFormat::automatic);
  EXPECT_EQ(file.event.name, "PyTorch Ecosystem Day");
  EXPECT_EQ(file.event.time_zone, "America/Los_Angeles");
  EXPECT_EQ(file.event.days, Texts{"2021-04-21"});
  std::map<domain::SessionKind, int> kinds;
  for (const auto& session : file.sessions) ++kinds[session.kind];
  EXPECT_EQ(kinds[domain::SessionKind::opening], 2);
  EXPECT_EQ(kinds[domain::SessionKind::exhibition], 2);
  EXPECT_EQ(kinds[domain::SessionKind::networking], 1);
}

TEST(SharedData, AnExportOfFormulasIsHarmlessAndComesBack) {
  const std::string path = shared_file("broken/formula-injection.csv");
  if (path.empty()) return;
  std::vector<domain::Poster> posters;
  for (auto& imported : read_import_file(path, ImportFormat::automatic).posters) posters.push_back(imported.poster);
  const std::string csv = posters_csv(posters);
  for (const char* start : {",=", ",\"=", ",+", ",\"+", ",-", ",\"-", ",@", ",\"@", "\n=", ",\"\t"}) {
    EXPECT_EQ(csv.find(start), std::string::npos) << start;
  }
  const ImportDiff diff = diff_import(posters, read(csv));
  EXPECT_EQ(diff.size(), 0U);
  EXPECT_EQ(posters.back().title, "-5 dB is Enough: an honest title that starts with a minus");
}

}  // namespace
}  // namespace posterhall::tools
