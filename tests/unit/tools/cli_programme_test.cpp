// `import` and `export` of programmes, as people type them.
#include "unit/tools/cli_fixture.hpp"
#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

const std::string kHead =
    "<?xml version='1.0'?>\n<schedule>\n<conference><title>Small Day</title><time_zone_name>Europe/Berlin"
    "</time_zone_name></conference>\n<day date='2026-04-21'>\n";

std::string entry(const std::string& room, const std::string& id, const std::string& type, const std::string& hours,
                  const std::string& title = "") {
  return "<room name='" + room + "'><event code='" + id + "' guid='g-" + id + "'><title>" +
         (title.empty() ? "Title of " + id : title) + "</title><type>" + type + "</type><date>2026-04-21T" + hours +
         ":00+02:00</date><duration>00:40</duration></event></room>\n";
}

std::string schedule(const std::string& entries) { return kHead + entries + "</day>\n</schedule>\n"; }

class CliProgramme : public CliTest {
 protected:
  std::vector<std::string> session_ids() {
    std::vector<std::string> result;
    for (const auto& session : state().catalogue.sessions) result.push_back(session.id);
    std::sort(result.begin(), result.end());
    return result;
  }
};

TEST_F(CliProgramme, AProgrammeAloneLeavesThePostersWhereTheyAre) {
  ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
  const auto file = write("schedule.xml", schedule(entry("Stage", "OPEN", "Talk", "09:00", "Opening") +
                                                   entry("Breakout A", "BRK", "Breakout", "10:00")));
  const auto dry = run_json({"import", file, "--dry-run"});
  EXPECT_EQ(texts(dry.at("sessions").at("added")), (Texts{"OPEN", "BRK"}));
  EXPECT_EQ(dry.at("missing").as_array().size(), 0U);
  EXPECT_EQ(dry.at("removed").as_array().size(), 0U);
  EXPECT_TRUE(session_ids().empty()) << "a dry run changes nothing";
  ASSERT_EQ(run({"import", file, "--remove"}), 0) << err_;
  EXPECT_TRUE(says("Sessions: 2 added, 0 changed, 0 removed.")) << out_;
  EXPECT_TRUE(says("2026-04-21 09:00  Opening  [OPEN]")) << out_;
  EXPECT_EQ(ids(), (Texts{"p-1", "p-2", "p-3"}));
  EXPECT_EQ(session_ids(), (Texts{"BRK", "OPEN"}));
  const auto catalogue = state().catalogue;
  EXPECT_EQ(catalogue.event.name, "Small Day");
  ASSERT_EQ(catalogue.rooms.size(), 1U);
  EXPECT_EQ(catalogue.rooms[0].name, "Breakout A");
  EXPECT_EQ(catalogue.sessions[1].room, catalogue.rooms[0].id);

  const auto next = write("schedule.xml", schedule(entry("Stage", "OPEN", "Talk", "09:30", "Opening") +
                                                   entry("Stage", "NEW", "Panel", "11:00")));
  const auto again = run_json({"import", next});
  EXPECT_EQ(texts(again.at("sessions").at("added")), Texts{"NEW"});
  EXPECT_EQ(texts(again.at("sessions").at("removed")), Texts{"BRK"});
  EXPECT_EQ(again.at("sessions").at("changed").at(0).at("id").as_string(), "OPEN");
  EXPECT_EQ(texts(again.at("sessions").at("changed").at(0).at("fields")), Texts{"times"});
  EXPECT_EQ(session_ids(), (Texts{"NEW", "OPEN"}));
  ASSERT_EQ(run({"import", "--undo"}), 0) << err_;
  EXPECT_EQ(session_ids(), (Texts{"BRK", "OPEN"}));
}

TEST_F(CliProgramme, PostersOfAProgrammeHangAndTheNextImportMovesNobody) {
  const auto path = shared_file("formats/pretalx-schedule-example.json");
  const auto as_xml = shared_file("formats/pretalx-schedule-example.xml");
  if (path.empty() || as_xml.empty()) return;
  ASSERT_EQ(run({"import", path}), 0) << err_;
  EXPECT_EQ(ids(), (Texts{"BPXH01", "BPXH02", "BPXH03"}));
  const auto first = state();
  EXPECT_EQ(first.catalogue.sessions.size(), 5U);
  EXPECT_EQ(first.catalogue.posters[0].shifts.size(), 1U);
  const auto again = run_json({"import", as_xml});
  for (const char* kind : {"added", "changed", "removed", "moved"})
    EXPECT_EQ(again.at(kind).as_array().size(), 0U) << kind;
  for (const char* kind : {"added", "changed", "removed"}) {
    EXPECT_EQ(again.at("sessions").at(kind).as_array().size(), 0U) << kind << out_;
  }
}

TEST_F(CliProgramme, AProgrammeIntoAnEmptyDirectoryMakesAHallWithoutPosters) {
  ASSERT_EQ(run({"import", write("s.xml", schedule(entry("Stage", "OPEN", "Talk", "09:00")))}), 0) << err_;
  EXPECT_EQ(session_ids(), Texts{"OPEN"});
  EXPECT_EQ(run({"export", "programme"}), 0) << err_;
  ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
  EXPECT_EQ(ids().size(), 3U);
  EXPECT_EQ(session_ids(), Texts{"OPEN"});
}

TEST_F(CliProgramme, EventTomlsOwnProgrammeCountsAndThatIsSaid) {
  const auto event = write("event.toml",
                           "[event]\nname = \"Own\"\ntime_zone = \"Europe/Berlin\"\n[[session]]\nid = \"own\"\n"
                           "title = \"Posters\"\nkind = \"exhibition\"\nstart = 2026-04-21T09:00:00\nend = "
                           "2026-04-21T12:00:00\n");
  ASSERT_EQ(
      run({"import",
           write("s.xml", schedule(entry("Hall", "P1", "Poster", "10:00") + entry("Stage", "OPEN", "Talk", "09:00"))),
           "--event", event}),
      0)
      << err_;
  EXPECT_TRUE(says("event.toml has a programme of its own")) << err_;
  EXPECT_EQ(session_ids(), Texts{"own"});
  ASSERT_EQ(state().catalogue.posters.size(), 1U);
  EXPECT_EQ(state().catalogue.posters[0].shift_ids, Texts{"own"});
  EXPECT_EQ(state().catalogue.event.name, "Own");
}

TEST_F(CliProgramme, AFaultImportsNothing) {
  ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
  const auto file = write("bad.ics",
                          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20260421T090000Z\n"
                          "RRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR\n");
  EXPECT_EQ(run({"import", file}), 1);
  EXPECT_TRUE(says("bad.ics:6: RRULE: \"A\" repeats")) << err_;
  EXPECT_TRUE(session_ids().empty());
  EXPECT_EQ(run({"import", file, "--format", "ics"}), 1);
  EXPECT_EQ(run({"import", file, "--format", "frab"}), 1);
  EXPECT_TRUE(says("this is not XML")) << err_;
}

TEST_F(CliProgramme, AnExportIsImportedAgainUnchanged) {
  ASSERT_EQ(run({"import", write("s.xml", schedule(entry("Stage", "OPEN", "Talk", "09:00", "=1+1 &amp; more") +
                                                   entry("Room", "BRK", "Breakout", "10:00")))}),
            0)
      << err_;
  for (const auto* format : {"frab", "frab-json"}) {
    ASSERT_EQ(run({"export", "--what", "programme", "--format", format}), 0) << err_;
    const auto again = run_json({"import", write("again", out_)});
    for (const char* kind : {"added", "changed", "removed"}) {
      EXPECT_EQ(again.at("sessions").at(kind).as_array().size(), 0U) << format << " " << kind;
    }
  }
  ASSERT_EQ(run({"export", "programme", "--format", "csv"}), 0) << err_;
  EXPECT_TRUE(says(",'=1+1 & more,")) << out_;
  EXPECT_EQ(run({"export", "posters", "--format", "frab"}), 1);
  EXPECT_TRUE(says("Only the programme is written as frab")) << err_;
}

}  // namespace
}  // namespace posterhall::tools
