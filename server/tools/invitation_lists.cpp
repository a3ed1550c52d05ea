#include "tools/invitation_lists.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <unordered_set>

#include "tools/import/fault.hpp"
#include "tools/import/people_csv.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;

std::vector<std::string> poster_ids(const domain::Person& person, const std::vector<domain::Poster>& posters) {
  std::vector<std::string> ids;
  for (const auto& poster : posters) {
    const auto& mine = person.presents;
    if (std::find(mine.begin(), mine.end(), poster.key) != mine.end()) ids.push_back(poster.id);
  }
  return ids;
}

std::string joined(const std::vector<std::string>& list, const char* between) {
  std::string text;
  for (const auto& item : list) text += (text.empty() ? "" : between) + item;
  return text;
}

}  // namespace

std::string poster_words(const domain::Person& person, const std::vector<domain::Poster>& posters) {
  const auto ids = poster_ids(person, posters);
  return ids.empty() ? "" : " on " + joined(ids, ", ");
}

json::array poster_ids_json(const domain::Person& person, const std::vector<domain::Poster>& posters) {
  json::array list;
  for (const auto& id : poster_ids(person, posters)) list.emplace_back(id);
  return list;
}

std::string state_words(const store::ListedPerson& one, UnixMs now) {
  if (one.expires == 0) return "link revoked";
  if (one.expires <= now) return "link expired";
  return one.person.entered ? "has been in the hall" : "invited";
}

std::string people_text(const std::vector<store::ListedPerson>& people, const std::vector<domain::Poster>& posters,
                        UnixMs now) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& one : people) {
    if (one.marked) continue;
    ++shown;
    text += one.person.name + " <" + one.person.email + ">, " + std::string(word_of(one.person.role)) +
            poster_words(one.person, posters) + ": " + state_words(one, now) + "\n";
  }
  if (shown == 0) return "Nobody is invited yet.\n";
  return text + counted(shown, "person", "people") + ".\n";
}

std::string people_json(const std::vector<store::ListedPerson>& people, const std::vector<domain::Poster>& posters) {
  json::array list;
  for (const auto& one : people) {
    list.push_back(json::object{{"name", one.person.name},
                                {"email", one.person.email},
                                {"short_name", one.person.short_name},
                                {"affiliation", one.person.affiliation},
                                {"role", word_of(one.person.role)},
                                {"posters", poster_ids_json(one.person, posters)},
                                {"can_enter", one.can_enter},
                                {"entered", one.person.entered},
                                {"bot", one.marked}});
  }
  return json::serialize(json::object{{"people", std::move(list)}});
}

std::vector<const domain::Poster*> uninvited(const std::vector<store::ListedPerson>& people,
                                             const std::vector<domain::Poster>& posters) {
  std::unordered_set<PosterKey> tended;
  for (const auto& one : people) {
    if (one.can_enter) tended.insert(one.person.presents.begin(), one.person.presents.end());
  }
  std::vector<const domain::Poster*> alone;
  for (const auto& poster : posters) {
    if (!tended.contains(poster.key)) alone.push_back(&poster);
  }
  return alone;
}

std::string uninvited_text(const std::vector<store::ListedPerson>& people, const std::vector<domain::Poster>& posters) {
  const auto alone = uninvited(people, posters);
  if (alone.empty()) return "Every poster has an invited author.\n";
  std::string text = counted(alone.size(), "poster has", "posters have") + " no invited author:\n";
  for (const auto* poster : alone) {
    text += "  " + std::to_string(poster->booth.value) + "  " + poster->title + "  [" + poster->id + "]\n";
    if (!poster->authors.empty()) text += "      " + joined(poster->authors, ", ") + "\n";
  }
  return text;
}

std::string uninvited_json(const std::vector<store::ListedPerson>& people, const std::vector<domain::Poster>& posters) {
  json::array list;
  for (const auto* poster : uninvited(people, posters)) {
    json::array authors;
    for (const auto& author : poster->authors) authors.emplace_back(author);
    list.push_back(json::object{{"id", poster->id},
                                {"number", poster->booth.value},
                                {"title", poster->title},
                                {"authors", std::move(authors)}});
  }
  return json::serialize(json::object{{"missing", std::move(list)}});
}

}  // namespace posterhall::tools
