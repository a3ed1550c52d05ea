#include "tools/import/diff.hpp"

#include <boost/json/parse.hpp>

#include "unit/tools/import_support.hpp"

namespace posterhall::tools {
namespace {

std::vector<domain::Poster> posters_of(const ImportFile& file) {
  std::vector<domain::Poster> posters;
  std::uint32_t key = 0;
  for (const ImportedPoster& imported : file.posters) {
    posters.push_back(imported.poster);
    posters.back().key = PosterKey(++key);
    posters.back().booth = BoothNumber(100 + key);
  }
  return posters;
}

PosterFields fields(std::initializer_list<PosterField> list) {
  PosterFields set;
  for (const PosterField field : list) set.set(static_cast<std::size_t>(field));
  return set;
}

const char* const before_csv =
    "id,title,authors,summary,link,image_url\n"
    "a,Kites,Ada,short,https://example.org,https://example.org/a.png\n"
    "b,Sheep,Bo; Cy,,,\n"
    "c,Radios,,,,\n";
const char* const after_csv =
    "id,title,authors,summary,link\n"
    "d,New,Di,,\n"
    "b,Sheep,Bo; Cy,,\n"
    "a,Kites,N. Ada,longer,https://example.org\n";

TEST(Diff, AddedChangedRemovedAndUnchanged) {
  const auto current = posters_of(read(before_csv));
  const ImportDiff diff = diff_import(current, read(after_csv));
  EXPECT_EQ(diff.added, Texts{"d"});
  ASSERT_EQ(diff.changed.size(), 1U);
  EXPECT_EQ(diff.changed[0], (PosterChange{"a", fields({PosterField::authors, PosterField::summary})}));
  EXPECT_EQ(diff.removed, Texts{"c"});
  EXPECT_EQ(diff.unchanged, 1U);
  EXPECT_EQ(diff.size(), 3U);
}

TEST(Diff, TheSameFileAgainChangesNothing) {
  const ImportFile file = read(before_csv);
  const ImportDiff diff = diff_import(posters_of(file), file);
  EXPECT_EQ(diff.size(), 0U);
  EXPECT_EQ(diff.unchanged, 3U);
}

TEST(Diff, WhatAFileDoesNotSpeakOfStays) {
  const auto current = posters_of(read(before_csv));
  const ImportFile file = read("id,title\na,Kites and strings\nb,Sheep\nc,Radios\n");
  const ImportDiff diff = diff_import(current, file);
  ASSERT_EQ(diff.changed.size(), 1U);
  EXPECT_EQ(diff.changed[0].fields, fields({PosterField::title}));
  const domain::Poster after = updated(current[0], file.posters[0].poster, file.fields);
  EXPECT_EQ(after.title, "Kites and strings");
  EXPECT_EQ(after.image_url, "https://example.org/a.png");
  EXPECT_EQ(after.authors, Texts{"Ada"});
  EXPECT_EQ(after.booth, current[0].booth);
  EXPECT_EQ(after.key, current[0].key);
}

TEST(Diff, UpdatingByWhatDiffersMakesItTheSame) {
  const ImportFile file = read(
      "id,title,authors,summary,category,link,booth,image_url,keywords,shifts\n"
      "a,T,A,S,C,https://example.org/l,B,https://example.org/i,k,s\n");
  domain::Poster empty;
  empty.id = "a";
  const PosterFields all = differing(empty, file.posters[0].poster, file.fields);
  EXPECT_TRUE(all.all());
  EXPECT_TRUE(differing(updated(empty, file.posters[0].poster, all), file.posters[0].poster, file.fields).none());
}

TEST(Diff, Json) {
  const ImportFile file = read(
      "id,title,link,stars\n"
      "a,T,nowhere,1\n"
      "b,,,\n");
  ImportDiff diff;
  diff.added = {"x\"y"};
  diff.changed = {{"a", fields({PosterField::title, PosterField::booth})}};
  diff.removed = {"r"};
  diff.moved = {{"a", BoothNumber(209), BoothNumber(609)}};
  const auto value = boost::json::parse(diff_json(diff, file));
  EXPECT_EQ(value, boost::json::parse(R"({"added": ["x\"y"], "changed": [{"id": "a", "fields": ["title", "booth"]}],
    "removed": ["r"], "moved": [{"id": "a", "from": 209, "to": 609}],
    "warnings": [
      {"file": "posters.csv", "line": 1, "column": "stars", "message": "this column is not known and was ignored"},
      {"file": "posters.csv", "line": 2, "column": "link", "message":
       "\"nowhere\" is not a web address and was left out; write one that begins with http:// or https://"}],
    "errors": [{"file": "posters.csv", "line": 3, "column": "title", "message":
       "the title is empty; give the poster a title or take it out of the file"}]})"));
}

TEST(Diff, TextOfADryRun) {
  const auto current = posters_of(read(before_csv));
  const ImportFile file = read(after_csv);
  ImportDiff diff = diff_import(current, file);
  diff.moved = {{"a", BoothNumber(101), BoothNumber(609)}};
  auto laid_out = posters_of(file);
  EXPECT_EQ(diff_text(diff, file, current, laid_out, {}),
            "2 posters would change\n"
            "posters.csv, 3 posters. Nothing is live until you apply.\n"
            "Added 1, changed 1, missing from the file 1, identical and not listed 1.\n"
            "\n"
            "  ~ Changed   101  Kites  [a]\n"
            "      Authors: Ada → N. Ada\n"
            "      Summary: 5 characters → 6 characters\n"
            "      Place: 101 → 609\n"
            "  + Added     101  New  [d]\n"
            "      1 author, no summary yet\n"
            "    Kept      103  Radios  [c]\n"
            "      Missing from the file; kept, --remove takes it out\n"
            "\n"
            "2 of 3 kept posters stay where they are.\n"
            "1 moves.\n"
            "1 takes a free or new booth.\n");
}

TEST(Diff, TextWhenItIsLive) {
  const auto current = posters_of(read(before_csv));
  const ImportFile file = read(after_csv);
  const std::string text = diff_text(diff_import(current, file), file, current, {}, {DiffMood::live, true});
  EXPECT_TRUE(text.starts_with("3 changes are live\n")) << text;
  EXPECT_NE(text.find("  - Removed   103  Radios  [c]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("2 of 2 kept posters stayed where they were.\n"), std::string::npos) << text;
  EXPECT_NE(text.find("1 took a free or new booth.\n"), std::string::npos) << text;
}

TEST(Diff, TextWhenNothingChanges) {
  const ImportFile file = read(before_csv);
  const auto current = posters_of(file);
  EXPECT_TRUE(diff_text(diff_import(current, file), file, current, {}, {}).starts_with("Nothing to change\n"));
}

TEST(Diff, LongListsAreCutAndCounted) {
  std::string csv = "id,title\n";
  for (int i = 0; i < 30; ++i) csv += std::to_string(i) + ",T\n";
  const ImportFile file = read(csv);
  DiffView view;
  view.most_rows = 10;
  const std::string text = diff_text(diff_import({}, file), file, {}, {}, view);
  EXPECT_NE(text.find("… and 20 more added"), std::string::npos) << text;
}

}  // namespace
}  // namespace posterhall::tools
