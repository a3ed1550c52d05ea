#include "hall/search.hpp"

#include <algorithm>
#include <limits>

#include "text/text.hpp"

namespace posterhall::hall {
namespace {

/// How well one word matched, smaller is better: 0 exact, 1 beginning, 2 and 3 edited; times the fields, plus the
/// field.
constexpr std::uint32_t kFields = 6;
constexpr std::size_t kMostSearched = 8'000;  ///< bytes of a poster's own text
constexpr std::uint32_t kNoMatch = std::numeric_limits<std::uint32_t>::max();

/// The beginning of a number counts nearly as the number: "41" means the four hundred and tens, not a 41 in a summary.
std::uint32_t score_of(std::uint32_t closeness, MatchedIn in) {
  const auto field = static_cast<std::uint32_t>(in);
  const auto rank = closeness == 1 && in == MatchedIn::number ? 1 : 2 * (closeness * kFields + field);
  return (rank << 3) | field;
}

MatchedIn field_of(std::uint32_t score) { return static_cast<MatchedIn>(score & 7u); }

std::uint32_t allowed_edits(std::size_t letters) { return letters >= 8 ? 2 : letters >= 4 ? 1 : 0; }

/// Closeness of a query word to a word of the text, or kNoMatch.
std::uint32_t closeness(const std::string& query, const std::u32string& query_letters, std::string_view text,
                        const std::u32string& text_letters) {
  if (text == query) return 0;
  if (text.starts_with(query)) return 1;
  const auto edits = allowed_edits(query_letters.size());
  if (edits == 0) return kNoMatch;
  const auto distance = edit_distance(query_letters, text_letters, edits);
  return distance <= edits ? 1 + distance : kNoMatch;
}

}  // namespace

std::string_view to_text(MatchedIn field) {
  switch (field) {
    case MatchedIn::number: return "number";
    case MatchedIn::title: return "title";
    case MatchedIn::author: return "author";
    case MatchedIn::category: return "category";
    case MatchedIn::summary: return "summary";
    case MatchedIn::text: return "text";
  }
  return {};
}

std::uint32_t edit_distance(std::u32string_view a, std::u32string_view b, std::uint32_t limit) {
  const auto apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit) return limit + 1;
  std::vector<std::uint32_t> two_above(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint32_t>(i);
    auto best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint32_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    std::swap(two_above, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

/// The best score a document has for one word, for every document.
struct SearchIndex::Scores {
  explicit Scores(std::size_t documents) : best(documents, kNoMatch) {}
  std::vector<std::uint32_t> best;
  bool sure = false;    ///< somewhere exact or as a beginning
  std::string nearest;  ///< else the nearest word
};

SearchIndex::SearchIndex(std::shared_ptr<const domain::Catalogue> catalogue) : catalogue_(std::move(catalogue)) {
  std::uint32_t document = 0;
  for (const auto& poster : catalogue_->posters) {
    add_whole(document, MatchedIn::number, std::to_string(poster.booth.value));
    add_whole(document, MatchedIn::number, poster.file_booth);
    add_whole(document, MatchedIn::number, poster.id);
    add(document, MatchedIn::title, poster.title);
    for (const auto& author : poster.authors) add(document, MatchedIn::author, author);
    add(document, MatchedIn::category, poster.category);
    for (const auto& keyword : poster.keywords) add(document, MatchedIn::category, keyword);
    add(document, MatchedIn::summary, poster.summary);
    add(document, MatchedIn::text, std::string_view(poster.words).substr(0, kMostSearched));
    ++document;
  }
  for (const auto& session : catalogue_->sessions) {
    add(document, MatchedIn::title, session.title);
    for (const auto& person : session.people) add(document, MatchedIn::author, person);
    add(document, MatchedIn::category, session.place);
    if (session.room) {
      for (const auto& room : catalogue_->rooms) {
        if (room.id == session.room) add(document, MatchedIn::category, room.name);
      }
    }
    add(document, MatchedIn::summary, session.summary);
    ++document;
  }
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
  by_text_.clear();
}

void SearchIndex::add(std::uint32_t document, MatchedIn in, std::string_view text) {
  for (const auto& word : text::words(text)) add_whole(document, in, word);
}

void SearchIndex::add_whole(std::uint32_t document, MatchedIn in, std::string_view text) {
  auto folded = text::fold(text);
  if (folded.empty()) return;
  const auto [found, added] = by_text_.try_emplace(folded, static_cast<std::uint32_t>(words_.size()));
  if (added) words_.push_back({folded, text::to_code_points(folded), {}});
  auto& postings = words_[found->second].postings;
  const bool there = std::any_of(postings.rbegin(), postings.rend(),
                                 [&](const Posting& p) { return p.document == document && p.in <= in; });
  if (!there) postings.push_back({document, in});
}

void SearchIndex::match_word(const std::string& word, Scores& scores) const {
  const auto take = [&](const Word& match, std::uint32_t close) {
    for (const auto& posting : match.postings) {
      auto& best = scores.best[posting.document];
      best = std::min(best, score_of(close, posting.in));
    }
  };
  auto from = std::lower_bound(words_.begin(), words_.end(), word,
                               [](const Word& w, const std::string& text) { return w.text < text; });
  for (auto at = from; at != words_.end() && at->text.starts_with(word); ++at) {
    scores.sure = true;
    take(*at, at->text == word ? 0 : 1);
  }
  const auto letters = text::to_code_points(word);
  const auto edits = allowed_edits(letters.size());
  if (edits == 0) return;
  std::uint32_t nearest = edits + 1;
  for (const auto& candidate : words_) {
    const auto distance = edit_distance(letters, candidate.letters, edits);
    if (distance == 0 || distance > edits) continue;
    take(candidate, 1 + distance);
    if (distance < nearest) {
      nearest = distance;
      scores.nearest = candidate.text;
    }
  }
}

SearchResult SearchIndex::search(std::string_view query, std::span<const notice::PersonRow> people,
                                 std::uint32_t limit) const {
  SearchResult result;
  auto words = text::words(query);
  if (words.empty()) return result;
  const auto documents = catalogue_->posters.size() + catalogue_->sessions.size();
  // The whole query may be an id with punctuation in it ("pted-2021-D4"), which words would tear apart.
  const auto whole = text::fold(query);
  std::vector<std::uint64_t> totals(documents, 0);
  std::vector<std::uint32_t> best(documents, kNoMatch);
  for (const auto& word : words) {
    Scores scores(documents);
    match_word(word, scores);
    if (!scores.sure && !scores.nearest.empty() && result.did_you_mean.empty()) result.did_you_mean = scores.nearest;
    for (std::size_t d = 0; d < documents; ++d) {
      if (scores.best[d] == kNoMatch) totals[d] = kNoMatch;
      if (totals[d] >= kNoMatch) continue;
      totals[d] += scores.best[d];
      best[d] = std::min(best[d], scores.best[d]);
    }
  }
  if (words.size() > 1 || whole != words.front()) {
    Scores scores(documents);
    match_word(whole, scores);
    for (std::size_t d = 0; d < documents; ++d) {
      if (scores.best[d] >= totals[d]) continue;
      totals[d] = scores.best[d];
      best[d] = scores.best[d];
    }
  }
  std::vector<std::uint32_t> found;
  for (std::uint32_t d = 0; d < documents; ++d) {
    if (totals[d] < kNoMatch) found.push_back(d);
  }
  std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return totals[a] < totals[b]; });
  for (const auto d : found) {
    const auto in = field_of(best[d]);
    const bool poster = d < catalogue_->posters.size();
    auto& count = poster ? result.posters_found : result.sessions_found;
    auto& hits = poster ? result.posters : result.sessions;
    if (count++ < limit) hits.push_back({poster ? d : d - catalogue_->posters.size(), in});
  }
  search_people(words, people, limit, result);
  return result;
}

void SearchIndex::search_people(const std::vector<std::string>& words, std::span<const notice::PersonRow> people,
                                std::uint32_t limit, SearchResult& result) const {
  struct Found {
    std::uint64_t score;
    std::size_t index;
    MatchedIn in;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& person = people[i].person;
    std::vector<std::pair<std::string, MatchedIn>> own;
    for (auto& w : text::words(person.name)) own.emplace_back(std::move(w), MatchedIn::title);
    for (auto& w : text::words(person.short_name)) own.emplace_back(std::move(w), MatchedIn::title);
    for (auto& w : text::words(person.affiliation)) own.emplace_back(std::move(w), MatchedIn::category);
    std::uint64_t total = 0;
    std::uint32_t best = kNoMatch;
    for (const auto& word : words) {
      const auto letters = text::to_code_points(word);
      std::uint32_t of_word = kNoMatch;
      for (const auto& [text, in] : own) {
        const auto close = closeness(word, letters, text, text::to_code_points(text));
        if (close != kNoMatch) of_word = std::min(of_word, score_of(close, in));
      }
      if (of_word == kNoMatch) total = kNoMatch;
      if (total >= kNoMatch) break;
      total += of_word;
      best = std::min(best, of_word);
    }
    if (total < kNoMatch) found.push_back({total, i, field_of(best)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.score < b.score; });
  result.people_found = static_cast<std::uint32_t>(found.size());
  for (std::size_t i = 0; i < found.size() && i < limit; ++i) result.people.push_back({found[i].index, found[i].in});
}

}  // namespace posterhall::hall
