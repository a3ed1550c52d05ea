#include "media/converter.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>
#include <thread>

#include "media/limited_process.hpp"
#include "unit/media/media_fixture.hpp"

namespace posterhall::media {
namespace {

class ConverterTest : public MediaTest {
 protected:
  Conversion convert(const fs::path& file) { return convert_poster(file, work()); }
};

TEST_F(ConverterTest, TurnsAPdfsFirstPageIntoAPictureAThumbnailAndWords) {
  // One page with a line of text, as small as a PDF gets.
  const auto file = folder_ / "a page.pdf";
  std::ofstream(file)
      << "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 400]/Contents 4 0 R/Resources<</Font<</F 5 0 "
         "R>>>>>>endobj\n"
         "4 0 obj<</Length 40>>stream\nBT /F 40 Tf 40 200 Td (Drift alarms) Tj ET\nendstream endobj\n"
         "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
         "trailer<</Root 1 0 R>>\n%%EOF\n";
  const auto result = convert(file);
  ASSERT_TRUE(result.poster) << result.refused;
  EXPECT_EQ(result.poster->file_type, "application/pdf");
  EXPECT_EQ(result.poster->width, 3400U);
  EXPECT_EQ(result.poster->height, 1700U);
  EXPECT_NE(domain::words_of(result.poster->panels).find("Drift alarms"), std::string::npos);
  EXPECT_NEAR(result.poster->smallest_type_pt, 40, 0.5);
  EXPECT_EQ(result.poster->pages, 1U);
  EXPECT_EQ(result.poster->bytes, fs::file_size(file));
  const auto thumbnail = inspect_poster(content(result.poster->thumbnail));
  EXPECT_EQ(thumbnail.format.kind, PosterKind::webp);
  EXPECT_EQ(thumbnail.format.width, 320U);
  EXPECT_EQ(thumbnail.format.height, 160U);
}

TEST_F(ConverterTest, RefusesWithAReasonAndRemembersOnlyTheFilesFaults) {
  const auto file = folder_ / "broken.pdf";
  std::ofstream(file) << "%PDF-1.4\nnothing more";
  const auto broken = convert(file);
  EXPECT_FALSE(broken.poster);
  EXPECT_FALSE(broken.refused.empty());
  EXPECT_FALSE(broken.try_again);
  const auto gone = convert(folder_ / "gone.pdf");
  EXPECT_FALSE(gone.poster);
  EXPECT_TRUE(gone.try_again);
}

TEST_F(ConverterTest, ShowsTheSharedPosters) {
  const auto data = shared_data() / "posters";
  if (!fs::exists(data)) GTEST_SKIP() << "skipped: no shared data";
  for (const auto* name : {"pted-2021-I8.png", "pted-2021-K4.png", "pted-2021-K4.pdf", "pted-2021-A6-60mp.png"}) {
    const auto result = convert(data / name);
    ASSERT_TRUE(result.poster) << name << " " << result.refused;
    EXPECT_LE(result.poster->width, 4000U) << name;
    EXPECT_GE(result.poster->width, 3000U) << name;
    EXPECT_EQ(inspect_poster(content(result.poster->thumbnail)).format.width, 320U) << name;
    EXPECT_LT(fs::file_size(result.poster->thumbnail), 200'000U) << name;
  }
}

TEST_F(ConverterTest, RefusesTheHostileFilesOrShowsThemHarmlessly) {
  const auto data = shared_data() / "posters" / "hostile";
  if (!fs::exists(data)) GTEST_SKIP() << "skipped: no shared data";
  for (const auto& [name, word] :
       {std::pair("header-100000x100000.png", "megapixels"), std::pair("bomb-30000x30000-1bit.png", "megapixels"),
        std::pair("html-inside.png", "web page"), std::pair("script.svg", "SVG"), std::pair("truncated.png", "damaged"),
        std::pair("zero-byte.pdf", "empty")}) {
    const auto result = convert(data / name);
    EXPECT_FALSE(result.poster) << name;
    EXPECT_NE(result.refused.find(word), std::string::npos) << name << ": " << result.refused;
    EXPECT_FALSE(result.try_again) << name;
  }
  // Its script has no say in a picture of it.
  const auto script = convert(data / "javascript-openaction.pdf");
  ASSERT_TRUE(script.poster) << script.refused;
  EXPECT_EQ(content(script.poster->picture).find("JavaScript"), std::string::npos);
}

TEST_F(ConverterTest, EndsAChildThatTakesTooLongTooMuchOrFails) {
  ProcessLimits limits;
  EXPECT_EQ(run_limited({"/bin/true"}, folder_, limits), ProcessEnd::succeeded);
  EXPECT_EQ(run_limited({"/bin/false"}, folder_, limits), ProcessEnd::failed);
  EXPECT_NE(run_limited({"/nowhere/at/all"}, folder_, limits), ProcessEnd::succeeded);
  limits.seconds = 1;
  EXPECT_EQ(run_limited({"/bin/sh", "-c", "sleep 600 & wait"}, folder_, limits), ProcessEnd::timed_out);
  limits = {};
  limits.file_size = 1000;
  EXPECT_EQ(run_limited({"/bin/sh", "-c", "head -c 5000 /dev/zero > big && exit 0; exit 3"}, folder_, limits),
            ProcessEnd::failed);
  limits = {};
  limits.memory = std::uint64_t{64} << 20;
  EXPECT_EQ(
      run_limited({"/bin/sh", "-c", "head -c 500000000 /dev/zero | tail -c 400000000 > /dev/null"}, folder_, limits),
      ProcessEnd::failed);
}

TEST_F(ConverterTest, GivesAChildNothingOfOurEnvironment) {
  setenv("POSTERHALL_TEST_SECRET", "very", 1);
  EXPECT_EQ(run_limited({"/bin/sh", "-c", "test -z \"$POSTERHALL_TEST_SECRET\""}, folder_, {}), ProcessEnd::succeeded);
  unsetenv("POSTERHALL_TEST_SECRET");
}

TEST_F(ConverterTest, GivesAChildNoNetwork) {
  const std::string reach = "exec 3<>/dev/tcp/127.0.0.1/1";
  const std::string why = "(" + reach + ") 2>&1 | grep -q 'not permitted'";
  EXPECT_EQ(run_limited({"/bin/bash", "-c", why}, folder_, {}), ProcessEnd::succeeded);
  // Only the child: this process may go on opening sockets.
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  EXPECT_GE(fd, 0);
  if (fd >= 0) ::close(fd);
}

TEST_F(ConverterTest, EndsAChildWhenItIsToldTo) {
  ProcessStop stop;
  ProcessLimits limits;
  limits.terms.stop = &stop;
  std::thread stopper([&] {
    while (!fs::exists(folder_ / "begun")) std::this_thread::yield();
    stop.stop();
  });
  const auto end = run_limited({"/bin/sh", "-c", "touch begun; sleep 600 & wait"}, folder_, limits);
  stopper.join();
  EXPECT_EQ(end, ProcessEnd::not_started) << "nothing is said about the file";
  EXPECT_EQ(run_limited({"/bin/sh", "-c", "sleep 600"}, folder_, limits), ProcessEnd::not_started);
}

/// Ended; who has to bury it may not have done so yet.
bool gone(const std::string& pid) {
  std::ifstream in("/proc/" + pid + "/stat");
  const std::string stat{std::istreambuf_iterator<char>(in), {}};
  const auto name_ends = stat.rfind(')');
  return name_ends == std::string::npos || stat[name_ends + 2] == 'Z';
}

TEST_F(ConverterTest, ItsChildrenGoWithAServerThatIsKilled) {
  const pid_t server = ::fork();
  ASSERT_GE(server, 0);
  if (server == 0) {
    (void)run_limited({"/bin/sh", "-c", "echo $$ > writing; mv writing begun; exec sleep 600"}, folder_, {});
    ::_exit(1);
  }
  while (!fs::exists(folder_ / "begun")) std::this_thread::yield();
  std::string pid = content(folder_ / "begun");
  pid.pop_back();
  ASSERT_FALSE(gone(pid));
  ASSERT_EQ(::kill(server, SIGKILL), 0);
  ASSERT_EQ(::waitpid(server, nullptr, 0), server);
  while (!gone(pid)) std::this_thread::yield();
}

TEST_F(ConverterTest, PutsAChildBehindTheHallAndKeepsWhatItPrints) {
  ProcessLimits limits;
  limits.terms.nice = 15;
  limits.output = "said.txt";
  ASSERT_EQ(run_limited({"/bin/sh", "-c", "nice"}, folder_, limits), ProcessEnd::succeeded);
  EXPECT_EQ(content(folder_ / "said.txt"), "15\n");
}

}  // namespace
}  // namespace posterhall::media
