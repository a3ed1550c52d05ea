#include "tools/import/people_csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "text/text.hpp"
#include "tools/import/import_file.hpp"
#include "tools/import/poster_rows.hpp"
#include "tools/import/table.hpp"

namespace posterhall::tools {
namespace {

enum Column : std::size_t { name, email, short_name, affiliation, role, posters };

constexpr std::string_view header_mend = "the first line is name,email,short_name,affiliation,role,posters";
constexpr std::array<ColumnRule, 6> people_columns{{
    {"name", true, "|full name|full_name|person|participant|attendee|", header_mend},
    {"email", true, "|e-mail|mail|e-mail address|email address|address|", header_mend},
    {"short_name", false, "|short name|nickname|nick|first name|display name|", ""},
    {"affiliation", false, "|organisation|organization|company|institution|university|employer|", ""},
    {"role", false, "|roles|type|ticket|", ""},
    {"posters", false, "|poster|poster id|poster_id|poster ids|", ""},
}};

class PeopleCollector {
 public:
  explicit PeopleCollector(Faults& errors) : errors_(errors) {}

  void add(const Row& row) {
    ImportedPerson person;
    person.line = row.line;
    person.name = take_name(row.cells[name]);
    person.email = take_email(row.cells[email]);
    person.short_name = take_line(row.cells[short_name], "short_name", max_short_name).value_or("");
    person.affiliation = take_line(row.cells[affiliation], "affiliation", max_affiliation).value_or("");
    person.role = take_role(row.cells[role]);
    for (const Cell& cell : split(row.cells[posters], ";\n")) {
      auto id = take_line(cell, "posters", max_id_bytes).value_or("");
      const bool doubled = std::find(person.posters.begin(), person.posters.end(), id) != person.posters.end();
      if (!id.empty() && !doubled) person.posters.push_back(std::move(id));
    }
    people_.push_back(std::move(person));
  }

  [[nodiscard]] std::vector<ImportedPerson> take() { return std::move(people_); }

 private:
  /// Nothing if it was reported.
  std::optional<std::string> take_line(const Cell& cell, std::string_view column, std::size_t limit) {
    if (cell.faulty) return std::nullopt;
    auto line = text::clean_line(cell.text, limit);
    if (line) return std::move(*line);
    errors_.add(cell.line, column,
                grouped(text::code_points(text::trim(cell.text))) + " characters, and at most " + grouped(limit) +
                    " fit on a name tag",
                "shorten it");
    return std::nullopt;
  }

  std::string take_name(const Cell& cell) {
    const auto line = take_line(cell, "name", max_person_name);
    if (line && line->empty()) {
      errors_.add(cell.line, "name", "the name is empty", "write the person's name or take the row out");
    }
    return line.value_or("");
  }

  std::string take_email(const Cell& cell) {
    if (cell.faulty) return {};
    const auto address = text::clean_email(cell.text);
    if (!address) {
      const bool empty = text::trim(cell.text).empty();
      errors_.add(cell.line, "email",
                  empty ? "the e-mail address is empty" : in_quotes(cell.text) + " is not an e-mail address",
                  "write one address like ada@example.org");
      return {};
    }
    const auto [first, is_new] = lines_.emplace(*address, cell.line);
    if (!is_new) {
      errors_.add(cell.line, "email", in_quotes(*address) + " is already in line " + std::to_string(first->second),
                  "keep one row for each person, with all posters in it");
    }
    return *address;
  }

  domain::Role take_role(const Cell& cell) {
    const auto word = take_line(cell, "role", max_person_name);
    if (!word || word->empty()) return domain::Role::attendee;
    if (const auto found = role_of(*word)) return *found;
    errors_.add(cell.line, "role", in_quotes(*word) + " is not a role",
                "write attendee, author, host, moderator or organiser");
    return domain::Role::attendee;
  }

  Faults& errors_;
  std::vector<ImportedPerson> people_;
  std::map<std::string, std::uint32_t> lines_;
};

/// The id as the event spells it, if only case or outer form differ.
std::string near_id(const std::string& id, const std::map<std::string, std::string>& folded) {
  const auto found = folded.find(text::fold(id));
  return found == folded.end() ? "" : found->second;
}

}  // namespace

std::optional<domain::Role> role_of(std::string_view word) {
  const std::string folded = text::fold(text::trim(word));
  if (folded == "organizer") return domain::Role::organiser;
  for (const auto& [known, role] : domain::kRoleWords) {
    if (known == folded) return role;
  }
  return std::nullopt;
}

PeopleFile read_people(std::string_view bytes, std::string name) {
  PeopleFile file;
  file.name = std::move(name);
  Faults errors;
  Faults warnings;
  if (check_is_text(bytes, errors)) {
    const Table table = read_table(bytes, people_columns, errors, warnings);
    PeopleCollector collector(errors);
    for (const Row& row : table.rows) collector.add(row);
    file.people = collector.take();
    if (table.rows.empty() && errors.empty()) {
      errors.add(1, "", "there is nobody below the first line", "add a row for each person");
    }
  }
  file.errors = errors.take();
  file.warnings = warnings.take();
  return file;
}

PeopleFile read_people_file(const std::string& path) {
  Faults errors;
  const auto bytes = read_whole_file(path, errors);
  if (bytes) return read_people(*bytes, path);
  PeopleFile file;
  file.name = path;
  file.errors = errors.take();
  return file;
}

std::optional<Fault> host_fault(const ImportedPerson& person, const std::set<std::string>& on_posters) {
  if (person.role != domain::Role::host || !person.posters.empty() || on_posters.contains(person.email)) {
    return std::nullopt;
  }
  return Fault{person.line, "role",
               in_quotes(person.name) + " is on no poster, and hosts of breakouts must have one accepted",
               "name the poster's id, or give another role"};
}

void check_people(PeopleFile& file, const std::vector<domain::Poster>& posters,
                  const std::set<std::string>& on_posters) {
  std::set<std::string> ids;
  std::map<std::string, std::string> folded;
  for (const domain::Poster& poster : posters) {
    ids.insert(poster.id);
    folded.emplace(text::fold(poster.id), poster.id);
  }
  Faults errors;
  Faults warnings;
  for (const Fault& fault : file.errors) errors.add(fault.line, fault.column, fault.what, fault.mend);
  for (const Fault& fault : file.warnings) warnings.add(fault.line, fault.column, fault.what, fault.mend);
  for (const ImportedPerson& person : file.people) {
    for (const std::string& id : person.posters) {
      if (ids.contains(id)) continue;
      const std::string near = near_id(id, folded);
      errors.add(person.line, "posters", "there is no poster with the id " + in_quotes(id),
                 near.empty() ? "write the id from the posters' file, or import that poster first"
                              : "did you mean " + in_quotes(near) + "?");
    }
    if (const auto fault = host_fault(person, on_posters))
      errors.add(fault->line, fault->column, fault->what, fault->mend);
    if (person.role == domain::Role::author && person.posters.empty() && !on_posters.contains(person.email)) {
      warnings.add(person.line, "role", in_quotes(person.name) + " is an author on no poster",
                   "name the poster's id in \"posters\" to let them present it");
    }
  }
  file.errors = errors.take();
  file.warnings = warnings.take();
}

std::string faults_text(const PeopleFile& file) { return faults_text(file.name, file.errors, file.warnings); }

}  // namespace posterhall::tools
