// Search: what is found, and what comes first.
#include "hall/search.hpp"

#include <gtest/gtest.h>

namespace posterhall::hall {
namespace {

domain::Poster poster(std::uint32_t number, std::string title, std::vector<std::string> authors, std::string summary,
                      std::string booth = {}) {
  domain::Poster p;
  p.key = PosterKey{number};
  p.booth = BoothNumber{number};
  p.id = "pted-2021-" + booth;
  p.title = std::move(title);
  p.authors = std::move(authors);
  p.summary = std::move(summary);
  p.file_booth = std::move(booth);
  p.category = "Medical & health";
  return p;
}

std::shared_ptr<const domain::Catalogue> catalogue() {
  auto c = std::make_shared<domain::Catalogue>();
  c->posters.push_back(poster(101, "Drafting by example", {"Zoë Brännström"}, "Nothing about it.", "A1"));
  c->posters.push_back(poster(102, "Label shift: a field guide", {"Søren Kierkegård"}, "About drift in labels.", "D4"));
  c->posters.push_back(poster(411, "Lanternfish: Drift Alarms", {"Ingrid Solheim"}, "Alarms.", "C2"));
  c->posters.push_back(poster(412, "Driftwood recognition", {"Łukasz Straße"}, "Wood.", "C3"));
  domain::Session s;
  s.id = "s1";
  s.title = "Discussion: what counts as drift?";
  c->sessions.push_back(s);
  return c;
}

std::vector<std::uint32_t> numbers(const SearchIndex& index, std::string_view query) {
  std::vector<std::uint32_t> out;
  for (const auto& hit : index.search(query, {}, 10).posters) {
    out.push_back(index.catalogue().posters[hit.index].booth.value);
  }
  return out;
}

TEST(Search, ExactThenBeginningThenEdited) {
  const SearchIndex index(catalogue());
  // Exact in the title, exact in the summary, beginning ("driftwood"); "draft…" is not within one edit of "drift".
  EXPECT_EQ(numbers(index, "drift"), (std::vector<std::uint32_t>{411, 102, 412}));
}

TEST(Search, FromTheFirstLetter) {
  const SearchIndex index(catalogue());
  EXPECT_EQ(numbers(index, "l").size(), 3u);  // Label, Lanternfish, Łukasz
  EXPECT_TRUE(numbers(index, "").empty());
}

TEST(Search, OneSwapFromFourLettersNoneBelow) {
  const SearchIndex index(catalogue());
  EXPECT_EQ(numbers(index, "dirft").front(), 411u);
  EXPECT_EQ(index.search("dirft", {}, 10).did_you_mean, "drift");
  EXPECT_TRUE(numbers(index, "owd").empty());
}

TEST(Search, TwoEditsFromEightLetters) {
  const SearchIndex index(catalogue());
  EXPECT_EQ(numbers(index, "lantrnfsih"), (std::vector<std::uint32_t>{411}));
  EXPECT_TRUE(numbers(index, "lntrnfsih").empty());
}

TEST(Search, AccentsAndSpecialLettersAreFolded) {
  const SearchIndex index(catalogue());
  EXPECT_EQ(numbers(index, "zoe"), (std::vector<std::uint32_t>{101}));
  EXPECT_EQ(numbers(index, "SOREN"), (std::vector<std::uint32_t>{102}));
  EXPECT_EQ(numbers(index, "strasse"), (std::vector<std::uint32_t>{412}));
  EXPECT_EQ(numbers(index, "lukasz"), (std::vector<std::uint32_t>{412}));
}

TEST(Search, NumbersOfTheHallAndOfTheFile) {
  const SearchIndex index(catalogue());
  EXPECT_EQ(numbers(index, "411"), (std::vector<std::uint32_t>{411}));
  EXPECT_EQ(numbers(index, "d4").front(), 102u);
  EXPECT_EQ(numbers(index, "pted-2021-D4").front(), 102u);
}

TEST(Search, TheBeginningOfANumberComesBeforeWords) {
  auto with_count = std::make_shared<domain::Catalogue>(*catalogue());
  with_count->posters[0].summary = "We asked 4 people, 41 times.";
  const SearchIndex index(with_count);
  EXPECT_EQ(numbers(index, "41"), (std::vector<std::uint32_t>{411, 412, 101}));
  EXPECT_EQ(numbers(index, "4").back(), 101u);
}

TEST(Search, EveryWordMustMatch) {
  const SearchIndex index(catalogue());
  EXPECT_EQ(numbers(index, "drift ingrid"), (std::vector<std::uint32_t>{411}));
  EXPECT_TRUE(numbers(index, "drift xylophone").empty());
}

TEST(Search, SessionsAndPeople) {
  const SearchIndex index(catalogue());
  std::vector<notice::PersonRow> people(2);
  people[0].person.name = "Drífa Jónsdóttir";
  people[1].person.name = "山田 太郎";
  const auto result = index.search("drif", people, 10);
  EXPECT_EQ(result.sessions_found, 1u);
  ASSERT_EQ(result.people_found, 1u);
  EXPECT_EQ(result.people[0].index, 0u);
  EXPECT_EQ(index.search("山田", people, 10).people_found, 1u);
}

TEST(Search, CountsGoBeyondTheLimit) {
  const SearchIndex index(catalogue());
  const auto result = index.search("drift", {}, 1);
  EXPECT_EQ(result.posters.size(), 1u);
  EXPECT_EQ(result.posters_found, 3u);
}

TEST(EditDistance, SwapsCountOnce) {
  EXPECT_EQ(edit_distance(U"dirft", U"drift", 2), 1u);
  EXPECT_EQ(edit_distance(U"abc", U"abc", 2), 0u);
  EXPECT_EQ(edit_distance(U"abcd", U"wxyz", 2), 3u);
}

}  // namespace
}  // namespace posterhall::hall
