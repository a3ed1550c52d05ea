#include "hall/people_index.hpp"

#include <algorithm>
#include <utility>

#include "text/text.hpp"

namespace posterhall::hall {
namespace {

bool same_person(const domain::Person& a, const domain::Person& b) {
  return a.name == b.name && a.email == b.email && a.short_name == b.short_name && a.affiliation == b.affiliation &&
         a.role == b.role && a.presents == b.presents && a.look == b.look && a.status == b.status &&
         a.do_not_locate == b.do_not_locate;
}

}  // namespace

const domain::Person* PeopleIndex::find(PersonId id) const {
  if (const domain::Person* changed = just_changed(id)) return changed;
  return people_ ? find_person(*people_, id) : nullptr;
}

std::vector<PersonId> PeopleIndex::replace(std::shared_ptr<const People> people) {
  if (!people) people = std::make_shared<const People>();
  std::vector<PersonId> different;
  std::unordered_map<PersonId, Row> rows;
  rows.reserve(people->size());
  for (std::uint32_t i = 0; i < people->size(); ++i) {
    const domain::Person& person = (*people)[i];
    Row row{i, 0, {}};
    const auto before = rows_.find(person.id);
    const domain::Person* known = find(person.id);
    if (before != rows_.end()) {
      const domain::Person& listed = (*people_)[before->second.at];
      if (listed.name == person.name && listed.affiliation == person.affiliation) {
        row.folded = std::move(before->second.folded);
      }
    }
    if (known == nullptr || !same_person(*known, person)) different.push_back(person.id);
    rows.emplace(person.id, std::move(row));
  }
  for (const auto& [id, row] : rows_) {
    if (!rows.contains(id)) different.push_back(id);
  }
  people_ = std::move(people);
  rows_ = std::move(rows);
  changed_.clear();
  ranked_ = false;
  return different;
}

const std::string& PeopleIndex::folded(Row& row) {
  if (row.folded.empty()) {
    const domain::Person& person = (*people_)[row.at];
    for (const std::string* field : {&person.name, &person.affiliation}) {
      for (const std::string& word : text::words(*field)) row.folded += ' ' + word;
    }
    row.folded += ' ';
  }
  return row.folded;
}

bool PeopleIndex::matches(PersonId id, const std::vector<std::string>& filter) {
  const auto row = rows_.find(id);
  if (row == rows_.end()) return filter.empty();
  return std::all_of(filter.begin(), filter.end(), [&](const std::string& word) {
    return folded(row->second).find(' ' + word) != std::string::npos;
  });
}

std::uint32_t PeopleIndex::name_rank(PersonId id) {
  if (!ranked_) rank_all();
  const auto row = rows_.find(id);
  return row == rows_.end() ? 0xffffffffU : row->second.rank;
}

void PeopleIndex::rank_all() {
  std::vector<std::pair<std::string_view, PersonId>> order;
  order.reserve(rows_.size());
  for (auto& [id, row] : rows_) order.emplace_back(folded(row), id);
  std::sort(order.begin(), order.end());
  for (std::uint32_t i = 0; i < order.size(); ++i) rows_[order[i].second].rank = i;
  ranked_ = true;
}

std::vector<std::string> filter_words(std::string_view typed) { return text::words(typed); }

}  // namespace posterhall::hall
