#include <map>
#include <sstream>

#include "contract/wait_for.hpp"
#include "store/open.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

class CliImport : public CliTest {
 protected:
  std::map<std::string, std::uint32_t> booths() {
    std::map<std::string, std::uint32_t> result;
    for (const auto& poster : state().catalogue.posters) result[poster.id] = poster.booth.value;
    return result;
  }
};

TEST_F(CliImport, MakesADirectoryAndAHallFromAList) {
  EXPECT_EQ(run({"import", three_posters()}), 0) << err_;
  EXPECT_TRUE(says("3 changes are live"));
  EXPECT_EQ(ids(), (Texts{"p-1", "p-2", "p-3"}));
  for (const auto& [id, booth] : booths()) EXPECT_GT(booth, 100U) << id;
}

TEST_F(CliImport, ADryRunShowsAndLeavesNoTrace) {
  EXPECT_EQ(run({"import", three_posters(), "--dry-run"}), 0);
  EXPECT_TRUE(says("3 posters would change"));
  EXPECT_FALSE(fs::exists(data_));
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto before = state().version;
  EXPECT_EQ(run({"import", posters("p-9,Nine,,,,,\n"), "--remove", "--dry-run"}), 0);
  EXPECT_EQ(state().version, before);
  EXPECT_EQ(ids().size(), 3U);
}

TEST_F(CliImport, ImportingAgainChangesNothing) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto version = state().version;
  const auto result = run_json({"import", three_posters()});
  for (const auto* key : {"added", "changed", "removed", "moved", "warnings", "errors", "missing"}) {
    EXPECT_TRUE(result.at(key).as_array().empty()) << key;
  }
  EXPECT_EQ(state().version, version);
}

TEST_F(CliImport, ChangesOnlyWhatChangedAndMovesNobody) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto before = booths();
  const auto result =
      run_json({"import", posters("p-1,One,Ada Bell,About one,Audio,,A1\np-2,Two!,Cy Dunn,About two,Vision,,A2\n"
                                  "p-4,Four,,,Brand new,,\n")});
  EXPECT_EQ(texts(result.at("added")), Texts{"p-4"});
  ASSERT_EQ(result.at("changed").as_array().size(), 2U);
  EXPECT_EQ(result.at("changed").at(0).at("id"), "p-1");
  EXPECT_EQ(texts(result.at("changed").at(0).at("fields")), Texts{"category"});
  EXPECT_EQ(texts(result.at("changed").at(1).at("fields")), Texts{"title"});
  EXPECT_TRUE(result.at("removed").as_array().empty());
  EXPECT_TRUE(result.at("moved").as_array().empty());
  EXPECT_EQ(texts(result.at("missing")), Texts{"p-3"});
  auto after = booths();
  after.erase("p-4");
  EXPECT_EQ(after, before);
}

TEST_F(CliImport, KeepsWhatIsMissingUnlessToldToRemoveIt) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto fewer = posters("p-1,One,Ada Bell,About one,Vision,,A1\n", "fewer.csv");
  EXPECT_EQ(run({"import", fewer}), 0);
  EXPECT_TRUE(says("p-2"));
  EXPECT_TRUE(says("--remove takes it out"));
  EXPECT_EQ(ids().size(), 3U);
  const auto result = run_json({"import", fewer, "--remove"});
  auto removed = texts(result.at("removed"));
  std::sort(removed.begin(), removed.end());
  EXPECT_EQ(removed, (Texts{"p-2", "p-3"}));
  EXPECT_EQ(ids(), Texts{"p-1"});
}

TEST_F(CliImport, RemovesWhatIsUsedOnlyWhenToldTwice) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  ASSERT_EQ(run({"invite", "--name", "Cy", "--email", "cy@example.org", "--poster", "p-2"}), 0) << err_;
  const auto fewer = posters("p-1,One,Ada Bell,About one,Vision,,A1\n", "fewer.csv");
  EXPECT_EQ(run({"import", fewer, "--remove"}), 0);
  EXPECT_TRUE(says("1 author is invited")) << out_ << err_;
  EXPECT_TRUE(says("--remove-used"));
  EXPECT_EQ(ids(), (Texts{"p-1", "p-2"}));
  EXPECT_EQ(run({"import", fewer, "--remove", "--remove-used"}), 0);
  EXPECT_EQ(ids(), Texts{"p-1"});
}

TEST_F(CliImport, IsAllOrNothingAndNamesTheLine) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto faulty = posters("p-4,Four,,,,,\np-5,,,,,,\n", "faulty.csv");
  EXPECT_EQ(run({"import", faulty}), 1);
  EXPECT_NE(err_.find(faulty + ":3: title: "), std::string::npos) << err_;
  EXPECT_TRUE(out_.empty());
  EXPECT_EQ(ids().size(), 3U);
  const auto result = run_json({"import", faulty}, 1);
  ASSERT_EQ(result.at("errors").as_array().size(), 1U);
  EXPECT_EQ(result.at("errors").at(0).at("line"), 3);
  EXPECT_EQ(result.at("errors").at(0).at("column"), "title");
  EXPECT_EQ(result.at("errors").at(0).at("file"), faulty.c_str());
  fs::remove_all(data_);
  EXPECT_EQ(run({"import", faulty}), 1);
  EXPECT_FALSE(fs::exists(data_));
}

TEST_F(CliImport, TakesTheLastImportBackPlacesIncluded) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto first = booths();
  ASSERT_EQ(run({"import", posters("p-1,Changed,,,Audio,,\np-9,Nine,,,Audio,,\n"), "--remove", "--relayout"}), 0);
  ASSERT_NE(booths(), first);
  const auto result = run_json({"import", "--undo"});
  EXPECT_EQ(texts(result.at("removed")), Texts{"p-9"});
  EXPECT_EQ(texts(result.at("added")).size(), 2U);
  EXPECT_EQ(booths(), first);
  EXPECT_EQ(state().catalogue.posters.size(), 3U);
  EXPECT_EQ(run({"import", "--undo"}), 0);
  EXPECT_TRUE(ids().empty());
  EXPECT_EQ(run({"import", "--undo"}), 1);
  EXPECT_TRUE(says("no import to take back"));
}

TEST_F(CliImport, AnUndoShownFirstChangesNothing) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  EXPECT_EQ(run({"import", "--undo", "--dry-run"}), 0);
  EXPECT_TRUE(says("would change"));
  EXPECT_EQ(ids().size(), 3U);
}

TEST_F(CliImport, RelayoutSaysWhoMoves) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  ASSERT_EQ(run({"import", posters("p-0,Zero,,,Vision,,\n"), "--relayout"}), 0);
  const auto before = booths();
  const auto result =
      run_json({"import", posters("p-3,Three,Eve Lund,About three,Vision,,B1\np-0,Zero,,,Vision,,\n"), "--relayout"});
  const auto after = booths();
  std::size_t moved = 0;
  for (const auto& [id, booth] : before) moved += after.at(id) != booth ? 1 : 0;
  EXPECT_EQ(result.at("moved").as_array().size(), moved);
}

TEST_F(CliImport, SaysWrongUseAndExitsWithTwo) {
  EXPECT_EQ(run({"import"}), 2);
  EXPECT_EQ(run({"import", "x.csv", "--undo"}), 2);
  EXPECT_EQ(run({"import", "x.csv", "--remove-used"}), 2);
  EXPECT_EQ(run({"import", "x.csv", "--format", "xlsx"}), 2);
  EXPECT_EQ(run({"import", "x.csv", "--frobnicate"}), 2);
  EXPECT_EQ(run_bare({"import", "x.csv"}), 2);
  EXPECT_EQ(run_bare({"frobnicate"}), 2);
  EXPECT_TRUE(says("\"frobnicate\" is no command of posterhall; posterhall --help lists them")) << err_;
  EXPECT_EQ(run_bare({"imprt", "x.csv"}), 2);
  EXPECT_TRUE(says("did you mean import?")) << err_;
  EXPECT_EQ(run_bare({"poster", "putt", "p-1", "x.pdf"}), 2);
  EXPECT_TRUE(says("\"putt\" is no command of posterhall poster; did you mean put?")) << err_;
  EXPECT_EQ(run_bare({}), 2);
  EXPECT_EQ(run_bare({"--help"}), 0);
  EXPECT_EQ(run({"import", (folder_ / "nowhere.csv").string()}), 1);
}

TEST_F(CliImport, CopiesTheEventFileBesideTheListOnce) {
  const auto list = three_posters();
  write("event.toml", "[event]\nname = \"First\"\n");
  ASSERT_EQ(run({"import", list}), 0);
  EXPECT_EQ(state().catalogue.event.name, "First");
  EXPECT_EQ(content(data_ + "/event.toml"), "[event]\nname = \"First\"\n");
  write("event.toml", "[event]\nname = \"Second\"\n");
  ASSERT_EQ(run({"import", list}), 0);
  EXPECT_EQ(state().catalogue.event.name, "First");  // the directory's own counts
  ASSERT_EQ(run({"import", list, "--event", (folder_ / "event.toml").string()}), 0);
  EXPECT_EQ(state().catalogue.event.name, "Second");
  EXPECT_TRUE(says("name, days or programme"));
}

TEST_F(CliImport, AFaultyEventFileIsAFaultOfTheImport) {
  const auto list = three_posters();
  write("event.toml", "[event]\nnaem = \"First\"\n");
  EXPECT_EQ(run({"import", list}), 1);
  EXPECT_TRUE(says("event.toml:2: event.naem: ")) << err_;
  EXPECT_TRUE(says("did you mean name?"));
  EXPECT_FALSE(fs::exists(data_));
  const auto result = run_json({"import", list}, 1);
  EXPECT_EQ(result.at("errors").at(0).at("line"), 2);
}

TEST_F(CliImport, AJsonFillsInWhatTheEventFileDoesNotSay) {
  const auto list = write("event.json", R"({"event": {"name": "From JSON", "edition": "2026",
    "timezone": "Africa/Nairobi", "dates": ["2026-05-14"],
    "schedule": [{"title": "Opening talks", "start": "2026-05-14T09:00:00", "end": "2026-05-14T10:00:00"}]},
    "posters": [{"id": "p-1", "title": "One"}]})");
  write("event.toml", "[event]\nname = \"From TOML\"\ncontact = \"a@example.org\"\n");
  ASSERT_EQ(run({"import", list}), 0) << err_;
  auto catalogue = state().catalogue;
  EXPECT_EQ(catalogue.event.name, "From TOML");
  EXPECT_EQ(catalogue.event.edition, "2026");
  EXPECT_EQ(catalogue.event.time_zone, "Africa/Nairobi");
  EXPECT_EQ(catalogue.event.contact, "a@example.org");
  ASSERT_EQ(catalogue.sessions.size(), 1U);
  EXPECT_EQ(catalogue.sessions[0].span.start, 1'778'738'400'000);  // 06:00 UTC
  // A CSV later says nothing of the event: what the JSON said stays.
  ASSERT_EQ(run({"import", posters("p-1,One,,,,,\n")}), 0);
  EXPECT_EQ(state().catalogue.sessions.size(), 1U);
}

TEST_F(CliImport, ShiftsFollowTheProgramme) {
  write("event.toml",
        "[event]\ntime_zone = \"UTC\"\n[[session]]\nid = \"m\"\ntitle = \"Morning\"\nkind = \"exhibition\"\n"
        "start = 2026-05-14T09:00:00\nend = 2026-05-14T12:00:00\n[[session]]\nid = \"e\"\ntitle = \"Evening\"\n"
        "kind = \"exhibition\"\nstart = 2026-05-14T18:00:00\nend = 2026-05-14T20:00:00\n");
  const auto list = write("p.csv", "id,title,shifts\np-1,One,morning\np-2,Two,both\np-3,Three,\n");
  ASSERT_EQ(run({"import", list}), 0) << err_;
  std::map<std::string, domain::Poster> by_id;
  for (const auto& poster : state().catalogue.posters) by_id[poster.id] = poster;
  EXPECT_EQ(by_id["p-1"].shift_ids, Texts{"m"});
  EXPECT_EQ(by_id["p-2"].shift_ids, (Texts{"m", "e"}));
  EXPECT_EQ(by_id["p-2"].shifts.size(), 2U);
  EXPECT_TRUE(by_id["p-3"].shifts.empty());
  const auto again = run_json({"import", list});
  EXPECT_TRUE(again.at("changed").as_array().empty());
}

TEST_F(CliImport, ARunningServerSeesItByTheHead) {
  ASSERT_EQ(run({"import", three_posters()}), 0);
  const auto server = store::open_store(data_, [] { return UnixMs{1}; });
  const auto head = [&] {
    return store_test::wait_for<std::vector<domain::Head>>(
               [&](auto reply) { server->events().heads({domain::Channel::catalogue()}, std::move(reply)); })
        ->front()
        .number;
  };
  const auto before = head();
  ASSERT_EQ(run({"import", posters("p-7,Seven,,,Vision,,\n")}), 0);
  EXPECT_EQ(head(), before + 1);
}

TEST_F(CliImport, FifteenHundredPostersAtOnce) {
  std::string rows;
  for (int i = 0; i < 1500; ++i) {
    const auto n = std::to_string(i);
    rows += "p-" + n + ",Poster " + n + ",Ada Bell; Cy Dunn,About " + n + ",Category " + std::to_string(i % 9) + ",,\n";
  }
  ASSERT_EQ(run({"import", posters(rows)}), 0) << err_;
  EXPECT_EQ(ids().size(), 1500U);
  EXPECT_EQ(run({"check"}), 0) << out_;
}

TEST_F(CliImport, HelpReadsWell) {
  for (const auto* command : {"import", "invite", "map", "check", "export"}) {
    EXPECT_EQ(run_bare({command, "--help"}), 0);
    EXPECT_TRUE(says("--data DIR")) << out_;
    std::istringstream lines(out_);
    for (std::string line; std::getline(lines, line);) EXPECT_EQ(line.find("std::"), std::string::npos);
    EXPECT_FALSE(says("bots"));
  }
}

}  // namespace
}  // namespace posterhall::tools
