#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "contract/wait_for.hpp"
#include "store/open.hpp"
#include "tools/question_threads.hpp"
#include "unit/tools/cli_fixture.hpp"

namespace posterhall::tools {
namespace {

domain::Event event(std::uint32_t number, domain::EventKind kind, std::uint32_t ref, const std::string& text) {
  domain::Event made;
  made.channel = domain::Channel::poster(PosterKey{1});
  made.number = number;
  made.author = PersonId{7};
  made.at = 1000 + number;
  made.kind = kind;
  made.ref = ref;
  made.text = text;
  return made;
}

TEST(QuestionThreads, ApplyEditsAndLeaveOutWhatWasTakenBack) {
  using domain::EventKind;
  const auto thread =
      settle_thread({event(1, EventKind::question, 0, "Why?"), event(2, EventKind::answer, 1, "Becuase"),
                     event(3, EventKind::edit, 2, "Because"), event(4, EventKind::question, 0, "Oops"),
                     event(5, EventKind::remove, 4, ""), event(6, EventKind::edit, 4, "too late")},
                    [](PersonId) { return false; });
  ASSERT_EQ(thread.size(), 2U);
  EXPECT_EQ(thread[0].text, "Why?");
  EXPECT_EQ(thread[0].about, 0U);
  EXPECT_EQ(thread[1].text, "Because");
  EXPECT_EQ(thread[1].about, 1U);
}

class Export : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("event.toml",
          "[event]\nname = \"Day\"\ntime_zone = \"Africa/Nairobi\"\n[[session]]\ntitle = \"Opening\"\nkind = "
          "\"opening\"\nstart = 2026-05-14T09:00:00\nend = 2026-05-14T09:30:00\n");
    ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
    ASSERT_EQ(run({"invite", "--name", "=Amara", "--email", "amara@example.org", "--poster", "p-2"}), 0) << err_;
  }
  /// A question at the first poster, stored as a server does.
  void ask(const std::string& text) {
    const auto key = state().catalogue.posters.front().key;
    const auto server = store::open_store(data_, [] { return UnixMs{1'778'738'400'000}; });
    const domain::NewEvent event{domain::Channel::poster(key), {1}, PersonId{1}, domain::EventKind::question, 0, text};
    ASSERT_TRUE(
        store_test::wait_for<hall::Appended>([&](auto reply) { server->events().append(event, std::move(reply)); }));
  }
};

TEST_F(Export, PostersCanBeImportedAgainUnchanged) {
  for (const auto* format : {"csv", "json"}) {
    const auto file = (folder_ / (std::string("out.") + format)).string();
    ASSERT_EQ(run({"export", "--what", "posters", "--format", format, "--out", file}), 0) << err_;
    const auto again = run_json({"import", file});
    EXPECT_TRUE(again.at("added").as_array().empty()) << format;
    EXPECT_TRUE(again.at("changed").as_array().empty()) << format << json::serialize(again);
    EXPECT_TRUE(again.at("missing").as_array().empty()) << format;
  }
}

TEST_F(Export, PeopleDefused) {
  ASSERT_EQ(run({"export", "--what", "people"}), 0);
  EXPECT_TRUE(says("'=Amara,amara@example.org,,,author,p-2,invited")) << out_;
  const auto file = json::parse((run({"export", "--what", "people", "--format", "json"}), out_));
  EXPECT_EQ(file.at("people").at(0).at("name"), "=Amara");
}

TEST_F(Export, TheProgrammeInTheEventsZone) {
  ASSERT_EQ(run({"export", "--what", "programme"}), 0);
  EXPECT_TRUE(says("2026-05-14T09:00:00+03:00")) << out_;
  ASSERT_EQ(run({"export", "--what", "programme", "--format", "json"}), 0);
  EXPECT_EQ(json::parse(out_).at("sessions").at(0).at("kind"), "opening");
}

TEST_F(Export, QuestionsWithWhoAskedAndWhen) {
  ask("+1 why?");
  ASSERT_EQ(run({"export", "--what", "questions"}), 0);
  EXPECT_TRUE(says("'+1 why?")) << out_;
  EXPECT_TRUE(says("2026-05-14T09:00:00+03:00")) << out_;
  ASSERT_EQ(run({"export", "--what", "questions", "--format", "json"}), 0);
  EXPECT_EQ(json::parse(out_).at("posters").at(0).at("questions").at(0).at("text"), "+1 why?");
}

TEST_F(Export, QuestionsWithWhatBecameOfThem) {
  using domain::EventKind;
  ASSERT_EQ(run({"invite", "--name", "Bo", "--email", "bo@example.org"}), 0) << err_;
  const auto poster = state().catalogue.posters.at(1).key;  // Amara's
  const PersonId amara{1}, bo{2};
  const auto server = store::open_store(data_, [] { return UnixMs{1'778'738'400'000}; });
  std::uint8_t id = 0;
  const auto put = [&](EventKind kind, std::uint32_t ref, PersonId by, const std::string& text) {
    const domain::NewEvent event{domain::Channel::poster(poster), {++id}, by, kind, ref, text};
    ASSERT_TRUE(
        store_test::wait_for<hall::Appended>([&](auto reply) { server->events().append(event, std::move(reply)); }));
  };
  put(EventKind::question_unnamed, 0, bo, "How deep?");
  put(EventKind::wanted, 1, PersonId{3}, "");
  put(EventKind::wanted, 1, PersonId{4}, "");
  put(EventKind::unwanted, 1, PersonId{3}, "");
  put(EventKind::answer, 1, amara, "Very.");
  put(EventKind::answer_unnamed, 1, bo, "Thanks!");
  put(EventKind::question, 0, bo, "Rude?");
  put(EventKind::answer, 7, bo, "Ruder!");
  put(EventKind::hidden_by_author, 7, amara, "not about the poster");
  put(EventKind::question, 0, bo, "Rudest?");
  put(EventKind::hidden_by_order, 10, PersonId{5}, "insulting");
  put(EventKind::question, 0, bo, "Still open?");
  for (const auto* format : {"csv", "json"}) {
    ASSERT_EQ(run({"export", "questions", "--format", format}), 0) << err_;
    const auto file = std::string(POSTERHALL_SOURCE_DIR) + "/tests/unit/tools/golden/questions." + format;
    if (std::getenv("POSTERHALL_WRITE_GOLDEN") != nullptr) std::ofstream(file) << out_;
    std::ifstream in(file);
    EXPECT_EQ(out_, std::string(std::istreambuf_iterator<char>(in), {})) << file;
  }
}

TEST_F(Export, WritesIntoAPipeOrDeviceAndNeverReplacesIt) {
  const auto pipe = (folder_ / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  EXPECT_EQ(run({"export", "--what", "people", "--out", pipe}), 0) << err_;
  std::array<char, 256> text{};
  const auto count = ::read(reader, text.data(), text.size());
  ::close(reader);
  ASSERT_GT(count, 0);
  EXPECT_NE(std::string_view(text.data(), static_cast<std::size_t>(count)).find("email"), std::string_view::npos);
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(Export, SaysWrongUseAndWhatCannotBeWritten) {
  EXPECT_EQ(run({"export"}), 2);
  EXPECT_EQ(run({"export", "--what", "secrets"}), 2);
  EXPECT_EQ(run({"export", "--what", "people", "--out", (folder_ / "no" / "where.csv").string()}), 1);
  EXPECT_TRUE(says("cannot be written"));
}

TEST_F(Export, WritesTheProgrammeAsACalendarAndNothingElseSo) {
  ASSERT_EQ(run({"export", "programme", "--format", "ics"}), 0) << err_;
  EXPECT_TRUE(out_.starts_with("BEGIN:VCALENDAR\r\n")) << out_;
  EXPECT_TRUE(says("DTSTART;TZID=Africa/Nairobi:20260514T090000\r\n")) << out_;
  const auto first = out_;
  ASSERT_EQ(run({"export", "programme", "--format", "ics"}), 0) << err_;
  EXPECT_EQ(out_, first);
  EXPECT_EQ(run({"export", "posters", "--format", "ics"}), 1);
  EXPECT_TRUE(says("Only the programme is written as ics")) << err_;
}

}  // namespace
}  // namespace posterhall::tools
