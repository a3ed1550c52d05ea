// PeopleIndex: the invited people by id, with the words they are found by and their order by name. Folding and sorting
// are done when first asked for, and kept for who did not change when the list is replaced.
// Runs on: its shard's thread. Owns: the index, and changes to profiles that the shared list does not have yet.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/person.hpp"
#include "hall/ports/people_store.hpp"

namespace posterhall::hall {

class PeopleIndex {
 public:
  explicit PeopleIndex(std::shared_ptr<const People> people) { replace(std::move(people)); }

  /// Null when nobody has this id.
  [[nodiscard]] const domain::Person* find(PersonId id) const;
  /// Null unless their profile is newer than the shared list.
  [[nodiscard]] const domain::Person* just_changed(PersonId id) const {
    if (changed_.empty()) return nullptr;
    const auto found = changed_.find(id);
    return found == changed_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool none_just_changed() const { return changed_.empty(); }
  /// Takes the new list; answers who is different in it: changed, new or gone.
  std::vector<PersonId> replace(std::shared_ptr<const People> people);
  /// A profile was changed and stored; holds until the shared list is replaced.
  void change(const domain::Person& person) { changed_[person.id] = person; }

  /// Does every word of the folded `filter` begin a word of name or affiliation? An empty one matches everybody.
  [[nodiscard]] bool matches(PersonId id, const std::vector<std::string>& filter);
  /// Place in the order of names; unknown people come last.
  [[nodiscard]] std::uint32_t name_rank(PersonId id);
  [[nodiscard]] const People& all() const { return *people_; }

 private:
  struct Row {
    std::uint32_t at = 0;  ///< in *people_
    std::uint32_t rank = 0;
    std::string folded;  ///< every word after a space; empty = not folded yet
  };
  const std::string& folded(Row& row);
  void rank_all();

  std::shared_ptr<const People> people_;
  std::unordered_map<PersonId, Row> rows_;
  std::unordered_map<PersonId, domain::Person> changed_;
  bool ranked_ = false;
};

/// The folded words of what somebody typed into a filter.
[[nodiscard]] std::vector<std::string> filter_words(std::string_view typed);

}  // namespace posterhall::hall
