// Which posters are alike, by their words.
#include "hall/similar.hpp"

#include <gtest/gtest.h>

namespace posterhall::hall {
namespace {

domain::Poster poster(std::uint32_t key, std::string title, std::string summary, std::string words = {}) {
  domain::Poster made;
  made.key = PosterKey{key};
  made.title = std::move(title);
  made.summary = std::move(summary);
  made.words = std::move(words);
  return made;
}

SimilarPosters index(std::vector<domain::Poster> posters) {
  auto catalogue = std::make_shared<domain::Catalogue>();
  catalogue->posters = std::move(posters);
  return SimilarPosters(std::move(catalogue));
}

std::vector<std::uint32_t> keys(const std::vector<SimilarPoster>& posters) {
  std::vector<std::uint32_t> keys;
  for (const auto& one : posters) keys.push_back(one.poster.value);
  return keys;
}

std::vector<domain::Poster> hall() {
  return {poster(1, "Drift alarms for tiny models", "the model sees a drift and the sensor rings"),
          poster(2, "Alarms on the edge", "the drift of a sensor is seen early"),
          poster(3, "Speech for small languages", "the corpus of a language is small"),
          poster(4, "A corpus of dialects", "speech of the valleys"),
          poster(5, "Weather", "the sky, the sea"),
          poster(6, "Protein folding", "the laptop folds")};
}

TEST(SimilarPosters, rare_words_they_share_make_posters_alike_and_are_named) {
  const auto similar = index(hall()).of(PosterKey{1}, 6);
  ASSERT_FALSE(similar.empty());
  EXPECT_EQ(similar[0].poster, PosterKey{2});
  EXPECT_GT(similar[0].likeness, 0.2);
  EXPECT_LE(similar[0].likeness, 1.0);
  EXPECT_NE(std::find(similar[0].words.begin(), similar[0].words.end(), "alarms"), similar[0].words.end());
  EXPECT_LE(similar[0].words.size(), 3U);
  EXPECT_EQ(keys(index(hall()).of(PosterKey{3}, 1)), std::vector<std::uint32_t>{4});
}

TEST(SimilarPosters, words_that_half_of_them_have_join_nothing) {
  EXPECT_TRUE(index(hall()).of(PosterKey{5}, 6).empty()) << "\"the\" and \"a\" are everywhere";
  EXPECT_TRUE(index(hall()).of(PosterKey{77}, 6).empty());
  EXPECT_TRUE(index({}).of(PosterKey{1}, 6).empty());
}

TEST(SimilarPosters, likeness_is_mutual_and_the_text_of_the_file_counts) {
  auto posters = hall();
  posters[4].words = "Drift alarms ring when the sensor drifts";
  const auto all = index(posters);
  const auto likeness = [&](std::uint32_t a, std::uint32_t b) {
    for (const auto& one : all.of(PosterKey{a}, 6)) {
      if (one.poster == PosterKey{b}) return one.likeness;
    }
    return 0.0;
  };
  EXPECT_GT(likeness(1, 5), 0.0);
  for (std::uint32_t a = 1; a <= 6; ++a) {
    for (std::uint32_t b = 1; b <= 6; ++b) EXPECT_NEAR(likeness(a, b), likeness(b, a), 1e-9) << a << " " << b;
  }
}

TEST(SimilarPosters, accents_and_case_do_not_part_them) {
  auto posters = hall();
  posters[4].title = "ÜBERSCHALL: Wind";
  posters[5].title = "Uberschall-Modelle";
  EXPECT_EQ(keys(index(posters).of(PosterKey{6}, 1)), std::vector<std::uint32_t>{5});
}

TEST(SimilarPosters, words_of_grammar_are_no_reason) {
  auto posters = hall();
  posters[4].summary = "Which of these, über und für after y";
  posters[5].summary = "WHICH of these? Uber und fur; After Y";
  EXPECT_TRUE(index(posters).of(PosterKey{5}, 6).empty());
}

}  // namespace
}  // namespace posterhall::hall
