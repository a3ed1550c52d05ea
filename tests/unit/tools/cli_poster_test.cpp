#include <sys/stat.h>

#include "store/poster_files.hpp"
#include "tools/poster_work.hpp"
#include "unit/tools/cli_pictures.hpp"

namespace posterhall::tools {
namespace {

class CliPoster : public CliPictures {
 protected:
  void SetUp() override {
    CliPictures::SetUp();
    if (HasFatalFailure()) return;
    ASSERT_EQ(run({"import", three_posters()}), 0) << err_;
    wide_ = write("wide.pdf", pdf(800, 400));
    tall_ = write("tall.pdf", pdf(400, 800));
  }
  std::string wide_;
  std::string tall_;
};

TEST_F(CliPoster, PutsAFileUpSaysWhatItIsAndKeepsTheVersions) {
  ASSERT_EQ(run({"poster", "put", "p-1", wide_}), 0) << err_;
  EXPECT_TRUE(says("p-1: version 1 is live.")) << out_;
  EXPECT_TRUE(says("It has no text that can be searched or read aloud")) << out_;
  ASSERT_EQ(run({"poster", "put", "p-1", wide_}), 0) << err_;
  EXPECT_TRUE(says("this file is live already, as version 1")) << out_;
  ASSERT_EQ(run({"poster", "put", "p-1", tall_, "--note", "panel 3 mended"}), 0) << err_;
  EXPECT_GT(poster("p-1").height, poster("p-1").width);
  EXPECT_FALSE(poster("p-1").tiles.hash.empty());

  ASSERT_EQ(run({"poster", "versions", "p-1"}), 0) << err_;
  EXPECT_TRUE(says("version 2 (live)")) << out_;
  EXPECT_TRUE(says("tall.pdf")) << out_;
  EXPECT_TRUE(says(": panel 3 mended")) << out_;
  EXPECT_LT(out_.find("version 2"), out_.find("version 1")) << "the newest comes first";

  ASSERT_EQ(run({"poster", "restore", "p-1", "1"}), 0) << err_;
  EXPECT_TRUE(says("version 3 is live, with the file of version 1")) << out_;
  EXPECT_GT(poster("p-1").width, poster("p-1").height);
  ASSERT_EQ(run({"poster", "versions", "p-1"}), 0) << err_;
  EXPECT_TRUE(says("as version 1")) << out_;
  EXPECT_EQ(poster("p-2").version, 0U);
}

TEST_F(CliPoster, RefusesWithTheReasonAndChangesNothing) {
  ASSERT_EQ(run({"poster", "put", "p-1", wide_}), 0) << err_;
  EXPECT_EQ(run({"poster", "put", "p-1", write("page.pdf", "<html>")}), 1);
  EXPECT_TRUE(says("page.pdf is a web page")) << err_;
  EXPECT_EQ(run({"poster", "put", "p-1", (folder_ / "none.pdf").string()}), 1);
  EXPECT_TRUE(says("cannot be read")) << err_;
  EXPECT_EQ(run({"poster", "put", "p-9", wide_}), 1);
  EXPECT_TRUE(says("no poster has the id \"p-9\"")) << err_;
  EXPECT_EQ(run({"poster", "restore", "p-1", "7"}), 1);
  EXPECT_TRUE(says("p-1 has no version 7")) << err_;
  EXPECT_EQ(run({"poster", "freeze", "tomorrow"}), 1);
  EXPECT_TRUE(says("2026-04-20 20:00")) << err_;
  EXPECT_EQ(poster("p-1").version, 1U);
  ASSERT_EQ(run({"poster", "versions", "p-2"}), 0) << err_;
  EXPECT_TRUE(says("no file was put up yet")) << out_;
}

TEST_F(CliPoster, FreezesAtATimeWithItsOffset) {
  ASSERT_EQ(run({"poster", "freeze", "2026-04-20T20:00:00+02:00"}), 0) << err_;
  EXPECT_TRUE(says("until 2026-04-20 18:00 UTC")) << out_;
  EXPECT_EQ(state().catalogue.event.posters_freeze, UnixMs{1'776'708'000'000});
  ASSERT_EQ(run({"poster", "freeze", "never"}), 0) << err_;
  EXPECT_EQ(state().catalogue.event.posters_freeze, UnixMs{0});
}

TEST_F(CliPoster, KeepsItsTilesAndVersionsInABackup) {
  ASSERT_EQ(run({"poster", "put", "p-1", wide_}), 0) << err_;
  ASSERT_EQ(run({"poster", "put", "p-1", tall_}), 0) << err_;
  const auto live = poster("p-1");
  const auto file = (folder_ / "event.tar").string();
  ASSERT_EQ(run({"backup", "--out", file}), 0) << err_;
  data_ = (folder_ / "again").string();
  ASSERT_EQ(run_bare({"restore", file, "--data", data_}), 0) << err_;
  for (const auto& hash : {live.file_hash, live.picture_hash, live.thumbnail_hash, live.tiles.hash}) {
    const auto kept = store::file_path(data_, hash);
    ASSERT_TRUE(fs::exists(kept)) << hash;
    EXPECT_EQ(*store::hash_file(kept), hash);
  }
  ASSERT_EQ(run({"poster", "restore", "p-1", "1"}), 0) << err_;
  EXPECT_GT(poster("p-1").width, poster("p-1").height);
  EXPECT_EQ(run({"check"}), 0) << out_ << err_;
}

TEST_F(CliPoster, FilesNobodyNeedsGoAfterADayAndNothingElse) {
  ASSERT_EQ(run({"poster", "put", "p-1", wide_}), 0) << err_;
  const auto live = poster("p-1");
  const auto files = fs::path(data_) / "files";
  const auto lost = store::file_path(data_, std::string(64, 'a'));
  fs::create_directories(lost.parent_path());
  fs::create_directories(files / ".work-1");
  for (const auto& path : {lost, lost.parent_path() / ".part-1", lost.parent_path() / "notes.txt", files / "README"}) {
    std::ofstream(path) << "x";
  }
  struct stat status{};
  ASSERT_EQ(::stat(lost.c_str(), &status), 0);
  const UnixMs made = UnixMs{status.st_mtim.tv_sec} * 1000;
  const std::vector<std::string> needed{live.file_hash, live.picture_hash, live.thumbnail_hash, live.tiles.hash};
  constexpr UnixMs kHour = UnixMs{3600} * 1000;
  EXPECT_EQ(remove_unneeded(data_, needed, made + 23 * kHour), 0U);
  EXPECT_TRUE(fs::exists(lost));
  EXPECT_EQ(remove_unneeded(data_, needed, made + 25 * kHour), 3U);
  EXPECT_FALSE(fs::exists(lost));
  EXPECT_FALSE(fs::exists(files / ".work-1"));
  EXPECT_TRUE(fs::exists(lost.parent_path() / "notes.txt")) << "not ours";
  EXPECT_TRUE(fs::exists(files / "README")) << "not ours";
  for (const auto& hash : needed) EXPECT_TRUE(fs::exists(store::file_path(data_, hash))) << hash;
}

}  // namespace
}  // namespace posterhall::tools
