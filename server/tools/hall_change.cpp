#include "tools/hall_change.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "domain/categories.hpp"

namespace posterhall::tools {
namespace {

using domain::Poster;

std::unordered_map<PosterKey, BoothNumber> booths_of(const domain::Layout& layout) {
  std::unordered_map<PosterKey, BoothNumber> booths;
  for (const auto& place : layout.places) {
    if (place.poster) booths.emplace(place.poster, place.number);
  }
  return booths;
}

/// Which of the posters missing from the file go; the others are noted as kept.
std::vector<std::string> choose_removed(const store::CatalogueState& state, const std::vector<std::string>& missing,
                                        const std::vector<store::PosterUse>& uses, const HallChangeOptions& options,
                                        std::vector<KeptPoster>& kept) {
  std::unordered_map<PosterKey, const store::PosterUse*> use_of;
  for (const auto& use : uses) use_of.emplace(use.poster, &use);
  std::unordered_map<std::string_view, PosterKey> key_of;
  for (const auto& poster : state.catalogue.posters) key_of.emplace(poster.id, poster.key);
  std::vector<std::string> removed;
  for (const auto& id : missing) {
    const auto use = use_of.find(key_of.at(id));
    const auto words = use == use_of.end() ? std::string() : use_in_words(*use->second);
    if (!options.remove) {
      kept.push_back({id, ""});
    } else if (!words.empty() && !options.remove_used) {
      kept.push_back({id, words});
    } else {
      removed.push_back(id);
    }
  }
  return removed;
}

/// The posters afterwards: those that stay in their order, then the new ones in the file's.
std::vector<Poster> posters_after(const store::CatalogueState& state, const ImportFile& file,
                                  const std::vector<std::string>& removed) {
  const std::unordered_set<std::string_view> gone(removed.begin(), removed.end());
  std::unordered_map<std::string_view, const Poster*> in_file;
  for (const auto& imported : file.posters) in_file.emplace(imported.poster.id, &imported.poster);
  std::vector<Poster> posters;
  std::unordered_set<std::string> there;
  for (const auto& poster : state.catalogue.posters) {
    if (gone.contains(poster.id)) continue;
    const auto found = in_file.find(poster.id);
    posters.push_back(found == in_file.end() ? poster : updated(poster, *found->second, file.fields));
    there.insert(poster.id);
  }
  std::unordered_map<std::string_view, PosterKey> keys;
  std::uint32_t next = 1;
  for (const auto& [id, key] : state.keys) {
    keys.emplace(id, key);
    next = std::max(next, key.value + 1);
  }
  for (const auto& imported : file.posters) {
    if (there.contains(imported.poster.id)) continue;
    Poster poster = imported.poster;
    const auto known = keys.find(poster.id);
    poster.key = known == keys.end() ? PosterKey{next++} : known->second;
    posters.push_back(std::move(poster));
  }
  return posters;
}

/// A new hall is laid out in the file's order, whatever stood where before.
void order_by_file(std::vector<Poster>& posters, const ImportFile& file) {
  std::unordered_map<std::string_view, std::size_t> rank;
  for (const auto& imported : file.posters) rank.emplace(imported.poster.id, rank.size());
  const auto rank_of = [&](const Poster& poster) {
    const auto found = rank.find(poster.id);
    return found == rank.end() ? rank.size() : found->second;
  };
  std::stable_sort(posters.begin(), posters.end(),
                   [&](const Poster& x, const Poster& y) { return rank_of(x) < rank_of(y); });
}

std::string merge_in_words(const domain::CategoryMerge& merge) {
  const auto count = counted(merge.posters, "poster", "posters");
  if (merge.reason == domain::MergeReason::same_words) {
    return "the category " + in_quotes(merge.category) + " (" + count + ") is taken as " + in_quotes(merge.into) +
           "; write it differently in the file if it is another one";
  }
  return "there are more than eight topics: " + in_quotes(merge.category) + " (" + count +
         ") shares a neighbourhood with " + in_quotes(merge.into);
}

void lay_out(HallChange& change, const store::CatalogueState& state, const ImportFile& file, bool anew) {
  if (anew) order_by_file(change.posters, file);
  std::vector<std::string> categories;
  for (const auto& poster : change.posters) categories.push_back(poster.category);
  auto derived = domain::derive_topics(categories, anew ? std::vector<domain::Topic>{} : state.catalogue.topics);
  std::vector<domain::PosterTopic> topic_of;
  for (std::size_t i = 0; i < change.posters.size(); ++i) {
    change.posters[i].topic = derived.topic_of[i];
    topic_of.push_back({change.posters[i].key, derived.topic_of[i]});
  }
  std::vector<std::string> names;
  for (const auto& topic : derived.topics) names.push_back(topic.name);
  change.topics = std::move(derived.topics);
  for (const auto& merge : derived.merges) change.notes.push_back(merge_in_words(merge));
  change.layout = anew ? domain::make_layout(names, topic_of) : domain::update_layout(state.layout, names, topic_of);
  const auto booths = booths_of(change.layout);
  for (auto& poster : change.posters) {
    const auto found = booths.find(poster.key);
    poster.booth = found == booths.end() ? BoothNumber{} : found->second;
  }
  std::sort(change.posters.begin(), change.posters.end(),
            [](const Poster& x, const Poster& y) { return std::tie(x.booth, x.key) < std::tie(y.booth, y.key); });
}

std::vector<PosterMove> moves_between(const std::vector<Poster>& before, const std::vector<Poster>& after) {
  std::unordered_map<std::string_view, BoothNumber> stood;
  for (const auto& poster : before) stood.emplace(poster.id, poster.booth);
  std::vector<PosterMove> moves;
  for (const auto& poster : after) {
    const auto found = stood.find(poster.id);
    if (found != stood.end() && found->second != poster.booth)
      moves.push_back({poster.id, found->second, poster.booth});
  }
  return moves;
}

}  // namespace

std::string use_in_words(const store::PosterUse& use) {
  std::vector<std::string> parts;
  if (use.people > 0) parts.push_back(counted(use.people, "author is invited", "authors are invited"));
  if (use.questions > 0) parts.push_back(counted(use.questions, "question or answer", "questions and answers"));
  if (use.saves > 0) parts.push_back(counted(use.saves, "person saved it", "people saved it"));
  std::string words;
  for (const auto& part : parts) words += (words.empty() ? "" : ", ") + part;
  return words;
}

HallChange plan_change(const store::CatalogueState& state, const ImportFile& file,
                       const std::vector<store::PosterUse>& uses, const HallChangeOptions& options) {
  HallChange change;
  change.diff = diff_import(state.catalogue.posters, file);
  if (file.is_programme() && file.posters.empty()) {
    // A programme alone says nothing about posters: they are not missing from it.
    change.diff.unchanged = change.diff.removed.size();
    change.diff.removed.clear();
  }
  change.diff.removed = choose_removed(state, change.diff.removed, uses, options, change.kept);
  change.posters = posters_after(state, file, change.diff.removed);
  const bool anew = options.relayout || state.layout.places.empty();
  lay_out(change, state, file, anew);
  change.diff.moved = moves_between(state.catalogue.posters, change.posters);
  return change;
}

}  // namespace posterhall::tools
