#include "domain/categories.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "domain/layout.hpp"

namespace posterhall::domain {
namespace {

constexpr const char* kNoCategory = "Other";
constexpr const char* kOnlyTopic = "Posters";
constexpr const char* kBothNames = " · ";

/// One code point of valid UTF-8 from `at` on.
char32_t next_code_point(const std::string& text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(at + i) & 0x3FU);
  at += length;
  return code;
}

bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

/// Spaces and punctuation of ASCII, Latin-1, general and CJK punctuation, and full-width forms.
bool separates(char32_t code) {
  if (code < 0x80) {
    const bool word =
        within(code, '0', '9') || within(code, 'A', 'Z') || within(code, 'a', 'z') || code == '+' || code == '#';
    return !word;
  }
  const bool latin_sign = within(code, 0x80, 0xBF) && code != 0xAA && code != 0xB5 && code != 0xBA;
  return latin_sign || code == 0xD7 || code == 0xF7 || within(code, 0x2000, 0x206F) || within(code, 0x3000, 0x303F) ||
         within(code, 0xFF01, 0xFF0F) || within(code, 0xFF1A, 0xFF20);
}

/// Lower case for Latin, Greek and Cyrillic letters that have it at a fixed distance; others stay.
char32_t lowered(char32_t code) {
  if (within(code, 'A', 'Z') || within(code, 0xC0, 0xDE) || within(code, 0x391, 0x3A9) || within(code, 0x410, 0x42F))
    return code + 0x20;
  if (within(code, 0x400, 0x40F)) return code + 0x50;
  if (within(code, 0x100, 0x137) || within(code, 0x14A, 0x177)) return code | 1U;
  return code;
}

bool ends_with(const std::string& word, const std::string& end) {
  return word.size() >= end.size() && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

/// A key under which an English word and its plural meet ("libraries" and "library", "GPUs" and "GPU"). It need not be
/// a word itself: "corpus" gives "corpu", and nothing else does.
std::string without_plural(std::string word) {
  if (word.size() < 3 || !ends_with(word, "s") || ends_with(word, "ss")) return word;
  if (word.size() > 4 && ends_with(word, "ies")) return word.substr(0, word.size() - 3) + "y";
  for (const char* es : {"xes", "ches", "shes", "sses"})
    if (ends_with(word, es)) return word.substr(0, word.size() - 2);
  return word.substr(0, word.size() - 1);
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + ' ';
  return all;
}

/// Spellings of one category, or of several that share a neighbourhood.
struct Group {
  std::vector<std::string> names;       ///< the commonest spelling of each, the largest first
  std::vector<std::string> categories;  ///< spellings, in the order of the file
  std::set<std::string> words;
  std::size_t posters = 0;
};

std::set<std::string> word_set(const std::vector<std::string>& categories) {
  std::set<std::string> words;
  for (const std::string& category : categories)
    for (std::string& word : category_words(category)) words.insert(std::move(word));
  return words;
}

/// Shared words by all words, 0..1.
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shared = std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.count(word) != 0; });
  const auto all = static_cast<double>(a.size() + b.size()) - static_cast<double>(shared);
  return all == 0 ? 0 : static_cast<double>(shared) / all;
}

/// What its sign says. A sign has room for two names.
std::string sign_name(const std::vector<std::string>& names) {
  if (names.size() == 1) return names[0];
  const std::string two = names[0] + kBothNames + names[1];
  return names.size() == 2 ? two : two + " and " + std::to_string(names.size() - 2) + " more";
}

/// The work in progress: groups, and which group each spelling of the file is in.
class Deriver {
 public:
  Deriver(const std::vector<std::string>& categories, const std::vector<Topic>& kept) : kept_(kept.size()) {
    for (const Topic& topic : kept) add_kept(topic);
    count_spellings(categories);
    for (const std::string& spelling : order_) add_spelling(spelling);
  }

  void merge_past_the_limit() {
    while (groups_.size() > std::max<std::size_t>(kMaxTopics, kept_)) {
      std::size_t from = kept_;  // kept topics never disappear
      for (std::size_t g = kept_; g < groups_.size(); ++g)
        if (groups_[g].posters < groups_[from].posters) from = g;
      merge(from, nearest(from));
    }
  }

  /// All orders of at most eight are tried; the first of the best wins, and the file's own order comes first.
  void order_by_likeness() {
    if (kept_ > 0 || groups_.size() > kMaxTopics) return;
    std::vector<std::size_t> order(groups_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::vector<double>> like(order.size(), std::vector<double>(order.size()));
    for (const std::size_t a : order)
      for (const std::size_t b : order) like[a][b] = likeness(groups_[a].words, groups_[b].words);
    std::vector<std::size_t> best = order;
    double best_sum = -1;
    do {
      double sum = 0;
      for (std::size_t i = 1; i < order.size(); ++i) sum += like[order[i - 1]][order[i]];
      if (sum > best_sum + 1e-9) {
        best_sum = sum;
        best = order;
      }
    } while (std::next_permutation(order.begin(), order.end()));
    std::vector<Group> sorted;
    for (const std::size_t g : best) sorted.push_back(std::move(groups_[g]));
    groups_ = std::move(sorted);
  }

  DerivedTopics take(const std::vector<std::string>& categories) {
    DerivedTopics derived;
    std::map<std::string, std::uint32_t> index;
    for (const Group& group : groups_) {
      for (const std::string& spelling : group.categories)
        index.emplace(spelling, static_cast<std::uint32_t>(derived.topics.size()));
      derived.topics.push_back({sign_name(group.names), group.categories});
    }
    for (const std::string& category : categories) derived.topic_of.push_back(index.at(spelling_of(category)));
    derived.merges = std::move(merges_);
    return derived;
  }

 private:
  void add_kept(const Topic& topic) {
    const std::size_t group = groups_.size();
    groups_.push_back({{topic.name}, topic.categories, word_set(topic.categories), 0});
    for (const std::string& category : topic.categories)
      group_of_words_.emplace(joined(category_words(category)), group);
  }

  [[nodiscard]] const std::string& spelling_of(const std::string& category) const {
    return category.empty() ? no_category_ : category;
  }

  void count_spellings(const std::vector<std::string>& categories) {
    const bool none = std::all_of(categories.begin(), categories.end(), [](const auto& c) { return c.empty(); });
    const bool began_without = group_of_words_.count(joined(category_words(kOnlyTopic))) != 0;
    no_category_ = began_without || (none && kept_ == 0) ? kOnlyTopic : kNoCategory;
    for (const std::string& category : categories)
      if (posters_[spelling_of(category)]++ == 0) order_.push_back(spelling_of(category));
    // The commonest spelling of a group names it, so it has to come first.
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < order_.size(); ++i) first.emplace(joined(category_words(order_[i])), i);
    std::stable_sort(order_.begin(), order_.end(), [&](const std::string& a, const std::string& b) {
      const std::size_t group_a = first[joined(category_words(a))];
      const std::size_t group_b = first[joined(category_words(b))];
      return group_a != group_b ? group_a < group_b : posters_[a] > posters_[b];
    });
  }

  void add_spelling(const std::string& spelling) {
    const std::size_t posters = posters_[spelling];
    const auto [found, added] = group_of_words_.emplace(joined(category_words(spelling)), groups_.size());
    if (added) groups_.push_back({{spelling}, {}, word_set({spelling}), 0});
    Group& group = groups_[found->second];
    group.posters += posters;
    if (std::find(group.categories.begin(), group.categories.end(), spelling) != group.categories.end()) return;
    group.categories.push_back(spelling);
    if (!added)
      merges_.push_back(
          {MergeReason::same_words, spelling, static_cast<std::uint32_t>(posters), group.categories.front()});
  }

  /// The group most like it by words; with none alike the smallest other one.
  [[nodiscard]] std::size_t nearest(std::size_t from) const {
    std::optional<std::size_t> best;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (g == from) continue;
      if (!best) best = g;
      const double a = likeness(groups_[g].words, groups_[from].words);
      const double b = likeness(groups_[*best].words, groups_[from].words);
      if (a > b || (a == b && groups_[g].posters < groups_[*best].posters)) best = g;
    }
    return *best;
  }

  void merge(std::size_t from, std::size_t into) {
    Group gone = std::move(groups_[from]);
    Group& group = groups_[into];
    merges_.push_back({MergeReason::too_many, sign_name(gone.names), static_cast<std::uint32_t>(gone.posters),
                       sign_name(group.names)});
    // The larger one's names come first; of equals the one that came first in the file; a standing sign keeps its name.
    const bool keeps_front =
        into < kept_ || group.posters > gone.posters || (group.posters == gone.posters && into < from);
    group.names.insert(keeps_front ? group.names.end() : group.names.begin(), gone.names.begin(), gone.names.end());
    group.categories.insert(group.categories.end(), gone.categories.begin(), gone.categories.end());
    group.words.insert(gone.words.begin(), gone.words.end());
    group.posters += gone.posters;
    groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(from));
  }

  std::size_t kept_;
  std::string no_category_;
  std::map<std::string, std::size_t> posters_;  // a spelling's
  std::vector<std::string> order_;              // spellings: groups in the file's order, the commonest first in each
  std::map<std::string, std::size_t> group_of_words_;
  std::vector<Group> groups_;
  std::vector<CategoryMerge> merges_;
};

}  // namespace

std::vector<std::string> category_words(const std::string& category) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty() && word != "and") words.push_back(without_plural(std::move(word)));
    word.clear();
  };
  for (std::size_t at = 0; at < category.size();) {
    const std::size_t start = at;
    const char32_t code = next_code_point(category, at);
    if (separates(code)) {
      finish();
      continue;
    }
    const char32_t low = lowered(code);
    if (low == code)
      word.append(category, start, at - start);
    else if (low < 0x80)
      word += static_cast<char>(low);
    else {  // every lowered letter takes two bytes
      word += static_cast<char>(0xC0U | (low >> 6U));
      word += static_cast<char>(0x80U | (low & 0x3FU));
    }
  }
  finish();
  return words;
}

DerivedTopics derive_topics(const std::vector<std::string>& categories, const std::vector<Topic>& kept) {
  Deriver deriver{categories, kept};
  deriver.merge_past_the_limit();
  deriver.order_by_likeness();
  return deriver.take(categories);
}

}  // namespace posterhall::domain
