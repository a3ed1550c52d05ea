#include "hall/similar.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/stop_words.hpp"
#include "text/text.hpp"

namespace posterhall::hall {
namespace {

constexpr std::size_t kMostText = 8'000;  ///< bytes of a poster's own text, as in search
constexpr std::size_t kMostWords = 200;   ///< of one poster, the weightiest
constexpr double kTitle = 3;
constexpr double kLeast = 0.05;  ///< less alike is not alike
constexpr std::size_t kNamed = 3;

}  // namespace

SimilarPosters::SimilarPosters(std::shared_ptr<const domain::Catalogue> catalogue) : catalogue_(std::move(catalogue)) {
  std::unordered_map<std::string, std::uint32_t> known;
  std::vector<std::unordered_map<std::uint32_t, double>> counts;
  counts.reserve(catalogue_->posters.size());
  for (const auto& poster : catalogue_->posters) {
    auto& count = counts.emplace_back();
    const auto add = [&](std::string_view text, double times) {
      for (auto& word : text::words(text)) {
        if (text::is_stop_word(word)) continue;
        const auto [at, fresh] = known.try_emplace(std::move(word), static_cast<std::uint32_t>(words_.size()));
        if (fresh) words_.push_back(at->first);
        count[at->second] += times;
      }
    };
    add(poster.title, kTitle);
    for (const auto& keyword : poster.keywords) add(keyword, kTitle);
    add(poster.category, 1);
    add(poster.summary, 1);
    add(std::string_view(poster.words).substr(0, kMostText), 1);
  }
  weigh(counts);
}

void SimilarPosters::weigh(const std::vector<std::unordered_map<std::uint32_t, double>>& counts) {
  std::vector<std::uint32_t> used(words_.size(), 0);
  for (const auto& count : counts) {
    for (const auto& [word, times] : count) ++used[word];
  }
  const auto all = static_cast<double>(counts.size());
  postings_.resize(words_.size());
  for (std::uint32_t poster = 0; poster < counts.size(); ++poster) {
    auto& weights = posters_.emplace_back();
    for (const auto& [word, times] : counts[poster]) {
      // A word of one poster joins nothing; one that half of them have says nothing.
      if (used[word] < 2 || 2 * used[word] > counts.size()) continue;
      weights.push_back({word, (1 + std::log(times)) * std::log(all / used[word])});
    }
    std::sort(weights.begin(), weights.end(), [](const Weight& a, const Weight& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
    });
    if (weights.size() > kMostWords) weights.resize(kMostWords);
    double length = 0;
    for (const auto& one : weights) length += one.weight * one.weight;
    for (auto& one : weights) {
      one.weight /= std::sqrt(length);
      postings_[one.word].push_back({poster, one.weight});
    }
  }
}

std::vector<SimilarPoster> SimilarPosters::of(PosterKey key, std::size_t most) const {
  const auto& posters = catalogue_->posters;
  const auto mine = std::ranges::find(posters, key, &domain::Poster::key);
  if (mine == posters.end()) return {};
  const auto index = static_cast<std::uint32_t>(mine - posters.begin());
  struct Shared {
    double likeness = 0;
    std::vector<Weight> words;
  };
  std::map<std::uint32_t, Shared> found;
  for (const auto& one : posters_[index]) {
    for (const auto& [other, weight] : postings_[one.word]) {
      if (other == index) continue;
      auto& shared = found[other];
      shared.likeness += one.weight * weight;
      shared.words.push_back({one.word, one.weight * weight});
    }
  }
  std::vector<std::pair<std::uint32_t, Shared>> ranked;
  for (auto& [other, shared] : found) {
    if (shared.likeness >= kLeast) ranked.emplace_back(other, std::move(shared));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second.likeness > b.second.likeness; });
  if (ranked.size() > most) ranked.resize(most);
  std::vector<SimilarPoster> similar;
  for (auto& [other, shared] : ranked) {
    std::stable_sort(shared.words.begin(), shared.words.end(),
                     [](const Weight& a, const Weight& b) { return a.weight > b.weight; });
    SimilarPoster& one = similar.emplace_back();
    one.poster = posters[other].key;
    one.likeness = std::min(1.0, shared.likeness);
    for (std::size_t i = 0; i < std::min(kNamed, shared.words.size()); ++i) {
      one.words.push_back(words_[shared.words[i].word]);
    }
  }
  return similar;
}

}  // namespace posterhall::hall
