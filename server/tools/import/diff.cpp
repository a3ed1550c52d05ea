#include "tools/import/diff.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <unordered_map>
#include <unordered_set>

namespace posterhall::tools {
namespace {

namespace json = boost::json;

template <class Visit>
void for_each_field(PosterFields fields, const Visit& visit) {
  for (std::size_t i = 0; i < poster_field_count; ++i) {
    if (fields.test(i)) visit(static_cast<PosterField>(i));
  }
}

bool differs(const domain::Poster& a, const domain::Poster& b, PosterField field) {
  switch (field) {
    case PosterField::title: return a.title != b.title;
    case PosterField::authors: return a.authors != b.authors;
    case PosterField::summary: return a.summary != b.summary;
    case PosterField::category: return a.category != b.category;
    case PosterField::link: return a.link != b.link;
    case PosterField::image_url: return a.image_url != b.image_url;
    case PosterField::booth: return a.file_booth != b.file_booth;
    case PosterField::keywords: return a.keywords != b.keywords;
    case PosterField::shifts: return a.shift_ids != b.shift_ids || a.own_hours != b.own_hours;
  }
  return false;
}

void copy_field(domain::Poster& to, const domain::Poster& from, PosterField field) {
  switch (field) {
    case PosterField::title: to.title = from.title; return;
    case PosterField::authors: to.authors = from.authors; return;
    case PosterField::summary: to.summary = from.summary; return;
    case PosterField::category: to.category = from.category; return;
    case PosterField::link: to.link = from.link; return;
    case PosterField::image_url: to.image_url = from.image_url; return;
    case PosterField::booth: to.file_booth = from.file_booth; return;
    case PosterField::keywords: to.keywords = from.keywords; return;
    case PosterField::shifts:
      to.shift_ids = from.shift_ids;
      to.own_hours = from.own_hours;
      return;
  }
}

json::array ids_json(const std::vector<std::string>& ids) {
  json::array list;
  for (const std::string& id : ids) list.emplace_back(id);
  return list;
}

json::array faults_json(const std::vector<Fault>& faults, const std::string& file) {
  json::array list;
  for (const Fault& fault : faults) {
    list.push_back(
        json::object{{"file", file}, {"line", fault.line}, {"column", fault.column}, {"message", fault.message()}});
  }
  return list;
}

}  // namespace

PosterFields differing(const domain::Poster& current, const domain::Poster& other, PosterFields fields) {
  PosterFields found;
  for_each_field(fields, [&](PosterField field) {
    if (differs(current, other, field)) found.set(static_cast<std::size_t>(field));
  });
  return found;
}

domain::Poster updated(domain::Poster current, const domain::Poster& other, PosterFields fields) {
  for_each_field(fields, [&](PosterField field) { copy_field(current, other, field); });
  return current;
}

ImportDiff diff_import(const std::vector<domain::Poster>& current, const ImportFile& file) {
  std::unordered_map<std::string_view, const domain::Poster*> by_id;
  for (const domain::Poster& poster : current) by_id.emplace(poster.id, &poster);
  std::unordered_set<std::string_view> seen;
  ImportDiff diff;
  for (const ImportedPoster& imported : file.posters) {
    const domain::Poster& poster = imported.poster;
    seen.insert(poster.id);
    const auto found = by_id.find(poster.id);
    if (found == by_id.end()) {
      diff.added.push_back(poster.id);
      continue;
    }
    const PosterFields fields = differing(*found->second, poster, file.fields);
    if (fields.any()) {
      diff.changed.push_back({poster.id, fields});
    } else {
      ++diff.unchanged;
    }
  }
  for (const domain::Poster& poster : current) {
    if (!seen.contains(poster.id)) diff.removed.push_back(poster.id);
  }
  return diff;
}

std::string diff_json(const ImportDiff& diff, const ImportFile& file) {
  json::array changed;
  for (const PosterChange& change : diff.changed) {
    json::array fields;
    for_each_field(change.fields, [&](PosterField field) { fields.emplace_back(name_of(field)); });
    changed.push_back(json::object{{"id", change.id}, {"fields", std::move(fields)}});
  }
  json::array moved;
  for (const PosterMove& move : diff.moved) {
    moved.push_back(json::object{{"id", move.id}, {"from", move.from.value}, {"to", move.to.value}});
  }
  json::object root{{"added", ids_json(diff.added)},
                    {"changed", std::move(changed)},
                    {"removed", ids_json(diff.removed)},
                    {"moved", std::move(moved)},
                    {"warnings", faults_json(file.warnings, file.name)},
                    {"errors", faults_json(file.errors, file.name)}};
  return json::serialize(root);
}

}  // namespace posterhall::tools
