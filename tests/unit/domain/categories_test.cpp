#include "domain/categories.hpp"

#include <gtest/gtest.h>

#include "domain/layout.hpp"

namespace posterhall::domain {
namespace {

using Words = std::vector<std::string>;

std::vector<std::string> file(const std::vector<std::pair<std::string, int>>& counts) {
  std::vector<std::string> categories;
  for (const auto& [category, count] : counts)
    categories.insert(categories.end(), static_cast<std::size_t>(count), category);
  return categories;
}

Words names(const DerivedTopics& derived) {
  Words all;
  for (const Topic& topic : derived.topics) all.push_back(topic.name);
  return all;
}

TEST(Categories, have_words_without_case_punctuation_plural_and_and) {
  EXPECT_EQ(category_words("Platforms & Ops & Tools"), (Words{"platform", "op", "tool"}));
  EXPECT_EQ(category_words("  platform, OPS and tools."), (Words{"platform", "op", "tool"}));
  EXPECT_EQ(category_words("Libraries/Boxes – Classes"), (Words{"library", "box", "class"}));
  EXPECT_EQ(category_words("GPUs"), category_words("GPU"));
  EXPECT_EQ(category_words("Loss"), (Words{"loss"}));
  EXPECT_EQ(category_words("C++ #1 R"), (Words{"c++", "#1", "r"}));
  EXPECT_EQ(category_words("ÉTUDES Ökologie ЗВУК"), (Words{"étude", "ökologie", "звук"}));
  EXPECT_EQ(category_words("画像・音声"), (Words{"画像・音声"}));
  EXPECT_EQ(category_words("画像、音声"), (Words{"画像", "音声"}));
  EXPECT_TRUE(category_words(" & - ").empty());
}

TEST(Categories, that_mean_one_become_one_topic_and_are_reported) {
  const auto categories = file({{"Platform, Ops & Tools", 1}, {"Vision", 12}, {"Platforms & Ops & Tools", 11}});
  const DerivedTopics derived = derive_topics(categories);
  EXPECT_EQ(names(derived), (Words{"Platforms & Ops & Tools", "Vision"}));  // the commonest spelling is the name
  EXPECT_EQ(derived.topics[0].categories, (Words{"Platforms & Ops & Tools", "Platform, Ops & Tools"}));
  const CategoryMerge merge{MergeReason::same_words, "Platform, Ops & Tools", 1, "Platforms & Ops & Tools"};
  EXPECT_EQ(derived.merges, std::vector<CategoryMerge>{merge});
  ASSERT_EQ(derived.topic_of.size(), categories.size());
  EXPECT_EQ(derived.topic_of[0], 0U);
  EXPECT_EQ(derived.topic_of[1], 1U);
  EXPECT_EQ(derived.topic_of.back(), 0U);
}

TEST(Categories, that_differ_in_a_word_stay_apart) {
  EXPECT_EQ(derive_topics({"Vision", "Vision and sound", "Sound"}).topics.size(), 3U);
  EXPECT_TRUE(derive_topics({"Vision", "Vision and sound", "Sound"}).merges.empty());
}

TEST(Categories, past_eight_join_the_nearest_and_the_sign_names_both) {
  const auto categories = file({{"Language", 9},
                                {"Vision", 8},
                                {"Robots", 8},
                                {"Medical", 7},
                                {"Compilers", 7},
                                {"Training", 7},
                                {"Audio tools", 6},
                                {"Data", 5},
                                {"Data tools", 2}});
  const DerivedTopics derived = derive_topics(categories);
  EXPECT_EQ(derived.topics.size(), 8U);
  // "Data" shares one word of two, "Audio tools" one of three.
  const Words all = names(derived);
  ASSERT_NE(std::find(all.begin(), all.end(), "Data · Data tools"), all.end());
  EXPECT_EQ(derived.merges, (std::vector<CategoryMerge>{{MergeReason::too_many, "Data tools", 2, "Data"}}));
  const std::uint32_t merged = derived.topic_of.back();
  EXPECT_EQ(derived.topics[merged].categories, (Words{"Data", "Data tools"}));
}

TEST(Categories, past_eight_with_nothing_alike_merge_the_smallest_two) {
  std::vector<std::pair<std::string, int>> counts;
  for (int i = 0; i < 9; ++i) counts.emplace_back(std::string(4, static_cast<char>('a' + i)), 10 - i);
  const DerivedTopics derived = derive_topics(file(counts));
  EXPECT_EQ(names(derived).back(), "hhhh · iiii");
  EXPECT_EQ(derived.topics.size(), 8U);
}

TEST(Categories, by_the_hundred_still_make_eight_topics_with_short_signs) {
  std::vector<std::string> categories;
  for (int i = 0; i < 300; ++i) categories.push_back("Subject " + std::to_string(i % 150));
  const DerivedTopics derived = derive_topics(categories);
  EXPECT_EQ(derived.topics.size(), static_cast<std::size_t>(kMaxTopics));
  EXPECT_EQ(derived.merges.size(), 142U);
  std::size_t held = 0;
  for (const Topic& topic : derived.topics) {
    held += topic.categories.size();
    EXPECT_LE(topic.name.size(), 50U) << topic.name;
  }
  EXPECT_EQ(held, 150U);
  for (const std::uint32_t topic : derived.topic_of) EXPECT_LT(topic, 8U);
}

TEST(Categories, that_are_alike_are_neighbours) {
  const DerivedTopics derived = derive_topics({"Audio tools", "Medical", "Audio", "Medical tools"});
  EXPECT_EQ(names(derived), (Words{"Medical", "Medical tools", "Audio tools", "Audio"}));
}

TEST(Categories, keep_the_files_order_where_nothing_is_alike) {
  EXPECT_EQ(names(derive_topics({"Zeta", "Alpha", "Mu", "Alpha"})), (Words{"Zeta", "Alpha", "Mu"}));
}

TEST(Categories, that_are_missing_have_a_name) {
  EXPECT_EQ(names(derive_topics({"", ""})), Words{"Posters"});
  EXPECT_EQ(names(derive_topics({"Vision", ""})), (Words{"Vision", "Other"}));
  EXPECT_EQ(names(derive_topics({"OTHER", "", "OTHER"})), Words{"OTHER"});
  EXPECT_TRUE(derive_topics({}).topics.empty());
}

TEST(Categories, of_a_standing_hall_keep_their_letters) {
  const DerivedTopics first = derive_topics(file({{"Vision", 5}, {"Language", 4}, {"Robots", 3}}));
  const DerivedTopics second = derive_topics(file({{"Robots", 9}, {"Sound", 2}, {"language", 1}}), first.topics);
  EXPECT_EQ(names(second), (Words{"Vision", "Language", "Robots", "Sound"}));
  EXPECT_EQ(second.topic_of.front(), 2U);
  EXPECT_EQ(second.topic_of.back(), 1U);
  EXPECT_EQ(second.merges, (std::vector<CategoryMerge>{{MergeReason::same_words, "language", 1, "Language"}}));
  // Once told, a spelling is known.
  EXPECT_TRUE(derive_topics(file({{"Robots", 9}, {"Sound", 2}, {"language", 1}}), second.topics).merges.empty());
}

TEST(Categories, new_in_a_hall_of_eight_topics_share_one_and_the_sign_says_so) {
  std::vector<std::pair<std::string, int>> counts;
  for (const char* name : {"Vision", "Language", "Robots", "Sound", "Medical", "Data", "Compilers", "Training"})
    counts.emplace_back(name, 5);
  const DerivedTopics first = derive_topics(file(counts));
  counts.emplace_back("Data tools", 9);
  const DerivedTopics second = derive_topics(file(counts), first.topics);
  ASSERT_EQ(second.topics.size(), 8U);
  for (std::size_t i = 0; i < 8; ++i)
    EXPECT_EQ(second.topics[i].name, first.topics[i].name == "Data" ? "Data · Data tools" : first.topics[i].name);
  const DerivedTopics third = derive_topics(file(counts), second.topics);
  EXPECT_EQ(names(third), names(second));
  EXPECT_TRUE(third.merges.empty());
}

TEST(Categories, of_a_hall_without_categories_go_on_without) {
  const DerivedTopics first = derive_topics({"", ""});
  EXPECT_EQ(names(derive_topics({"", "", ""}, first.topics)), Words{"Posters"});
  EXPECT_EQ(names(derive_topics({"", "Vision"}, first.topics)), (Words{"Posters", "Vision"}));
}

}  // namespace
}  // namespace posterhall::domain
