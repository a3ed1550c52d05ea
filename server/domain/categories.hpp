// Topics from categories: what the posters' file calls them becomes at most eight neighbourhoods of the hall.
// Categories that differ only by case, punctuation, plural or "&" and "and" are one; past eight the smallest join the
// nearest and the sign names both; similar topics are neighbours in the order, so that they touch in the hall.
// Runs on: any thread (pure values and functions). Owns: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/catalogue.hpp"

namespace posterhall::domain {

enum class MergeReason : std::uint8_t {
  same_words,  ///< the spellings mean one category: a proposal the organiser may take back by renaming one
  too_many,    ///< more than kMaxTopics: `category` shares a neighbourhood with `into`
};

/// One merge, to be told to the organiser.
struct CategoryMerge {
  MergeReason reason = MergeReason::same_words;
  std::string category;  ///< as written in the file (for too_many: as the merged topic was called)
  std::uint32_t posters = 0;
  std::string into;  ///< the category or topic it joined, as it was called before
  friend bool operator==(const CategoryMerge&, const CategoryMerge&) = default;
};

struct DerivedTopics {
  std::vector<Topic> topics;            ///< at most kMaxTopics; index = letter A..H
  std::vector<std::uint32_t> topic_of;  ///< index into `topics` for each poster given
  std::vector<CategoryMerge> merges;    ///< same_words first, each in the order of the file
};

/// `categories` is one category a poster, as written (cleaned); an empty one counts as "Other" ("Posters" if all are).
/// `kept` are the topics of the standing hall: they keep their indices and their categories, new categories get the
/// letters that are left, then join the nearest topic. Without `kept` the topics are ordered so that similar ones
/// touch.
[[nodiscard]] DerivedTopics derive_topics(const std::vector<std::string>& categories,
                                          const std::vector<Topic>& kept = {});

/// The words two spellings of one category share: lower case, without punctuation, plural endings, "and".
/// "Platforms & Ops & Tools" and "Platform, Ops and Tools" both give {"platform", "op", "tool"}.
[[nodiscard]] std::vector<std::string> category_words(const std::string& category);

}  // namespace posterhall::domain
