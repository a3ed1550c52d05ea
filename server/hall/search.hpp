// Search over posters, people and sessions, from the first letter.
// A word of the query matches a word of the text exactly, as its beginning, or with one edit or swap of neighbours
// from 4 letters and two from 8 (optimal string alignment distance); every word of the query must match somewhere.
// Exact comes before beginning before edited; number before title before author before category before summary
// before the poster's own text.
// Runs on: the front thread (a value over immutable data). Owns: the word index.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/catalogue.hpp"
#include "hall/notice.hpp"

namespace posterhall::hall {

/// Where the best match of a result was, best first.
enum class MatchedIn : std::uint8_t { number, title, author, category, summary, text };
[[nodiscard]] std::string_view to_text(MatchedIn field);

struct SearchHit {
  std::size_t index = 0;  ///< in Catalogue::posters, the people given, or Catalogue::sessions
  MatchedIn in = MatchedIn::title;
};

struct SearchResult {
  std::vector<SearchHit> posters, people, sessions;  ///< best first, at most `limit` each
  std::uint32_t posters_found = 0, people_found = 0, sessions_found = 0;
  std::string did_you_mean;  ///< the nearest word of the event when the query's own word is nowhere
};

/// 0..2 when `a` and `b` are within `limit` edits or swaps of neighbouring letters (code points), else limit + 1.
[[nodiscard]] std::uint32_t edit_distance(std::u32string_view a, std::u32string_view b, std::uint32_t limit);

class SearchIndex {
 public:
  explicit SearchIndex(std::shared_ptr<const domain::Catalogue> catalogue);

  /// `query` as typed; `people` are those who may be found (the caller leaves out who does not want to be located).
  [[nodiscard]] SearchResult search(std::string_view query, std::span<const notice::PersonRow> people,
                                    std::uint32_t limit) const;
  [[nodiscard]] const domain::Catalogue& catalogue() const { return *catalogue_; }

 private:
  struct Posting {
    std::uint32_t document = 0;  ///< poster index, or posters + session index
    MatchedIn in = MatchedIn::title;
  };
  struct Word {
    std::string text;
    std::u32string letters;
    std::vector<Posting> postings;
  };
  void add(std::uint32_t document, MatchedIn in, std::string_view text);
  void add_whole(std::uint32_t document, MatchedIn in, std::string_view text);
  struct Scores;
  void match_word(const std::string& word, Scores& scores) const;
  void search_people(const std::vector<std::string>& words, std::span<const notice::PersonRow> people,
                     std::uint32_t limit, SearchResult& result) const;

  std::shared_ptr<const domain::Catalogue> catalogue_;
  std::unordered_map<std::string, std::uint32_t> by_text_;  ///< used while building
  std::vector<Word> words_;                                 ///< sorted by text
};

}  // namespace posterhall::hall
