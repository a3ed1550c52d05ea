#include "unit/tools/cli_pictures.hpp"
#include "store/poster_files.hpp"

namespace posterhall::tools {
namespace {

TEST_F(CliPictures, AreTakenInByContentFromBesideTheList) {
  const auto list = three_posters();
  write("posters/p-1.pdf", pdf(800, 400));
  write("posters/p-2.png", "<html>");
  write("posters/p-99.png", "whose?");
  ASSERT_EQ(run({"import", list}), 0);
  EXPECT_TRUE(says("1 new picture taken in.")) << out_ << err_;
  EXPECT_TRUE(says("p-2.png is a web page")) << err_;
  EXPECT_TRUE(says("p-99.png belongs to no poster")) << err_;
  const auto one = poster("p-1");
  EXPECT_EQ(one.version, 1U);
  EXPECT_EQ(one.file_type, "application/pdf");
  EXPECT_EQ(one.width, 3400U);
  for (const auto& hash : {one.file_hash, one.thumbnail_hash, one.picture_hash}) {
    const auto file = store::file_path(data_, hash);
    ASSERT_TRUE(fs::exists(file)) << hash;
    EXPECT_EQ(*store::hash_file(file), hash);
  }
  EXPECT_EQ(poster("p-2").version, 0U);
  for (const auto& entry : fs::directory_iterator(data_ + "/files")) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << "left behind: " << entry.path();
  }
}

TEST_F(CliPictures, AreConvertedOnceAndChangeOnlyWithTheirContent) {
  const auto list = three_posters();
  write("posters/p-1.pdf", pdf(800, 400));
  ASSERT_EQ(run({"import", list}), 0);
  auto result = run_json({"import", list});
  EXPECT_TRUE(result.at("changed").as_array().empty());
  write("posters/p-1.pdf", pdf(400, 800));
  result = run_json({"import", list, "--dry-run"});
  EXPECT_EQ(texts(result.at("changed").at(0).at("fields")), Texts{"picture"});
  EXPECT_EQ(poster("p-1").version, 1U);
  ASSERT_EQ(run({"import", list}), 0);
  EXPECT_TRUE(says("Converting 1 picture"));
  EXPECT_EQ(poster("p-1").version, 2U);
  EXPECT_EQ(poster("p-1").height, 3400U);
  ASSERT_EQ(run({"import", "--undo"}), 0);
  EXPECT_EQ(poster("p-1").version, 1U);
  EXPECT_EQ(poster("p-1").width, 3400U);
  ASSERT_EQ(run({"import", list}), 0);
  EXPECT_FALSE(says("Converting"));  // known by its content
  EXPECT_EQ(poster("p-1").height, 3400U);
}

TEST_F(CliPictures, AreFoundInTheDirectoryTooAndCheckedAfterwards) {
  const auto list = three_posters();
  fs::create_directories(data_ + "/posters");
  std::ofstream(data_ + "/posters/p-3.pdf") << pdf(300, 300);
  ASSERT_EQ(run({"import", list}), 0) << err_;
  const auto hash = poster("p-3").picture_hash;
  ASSERT_FALSE(hash.empty());
  EXPECT_EQ(run({"check"}), 0);
  std::ofstream(store::file_path(data_, hash), std::ios::app) << "x";
  EXPECT_EQ(run({"check"}), 1);
  EXPECT_TRUE(says("another content than its name says"));
  fs::remove(store::file_path(data_, hash));
  EXPECT_EQ(run({"check"}), 1);
  EXPECT_TRUE(says("is missing"));
}

}  // namespace
}  // namespace posterhall::tools
