// The invitation list: people.csv with name,email[,short_name,affiliation,role,posters].
// Runs on: any thread. Owns: its values.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/person.hpp"
#include "tools/import/fault.hpp"

namespace posterhall::tools {

struct ImportedPerson {
  std::string name;                            ///< <= 64 code points, never empty
  std::string short_name;                      ///< <= 16 code points or empty
  std::string affiliation;                     ///< <= 64 code points or empty
  std::string email;                           ///< lower case
  domain::Role role = domain::Role::attendee;  ///< as written; attendee if the cell is empty
  std::vector<std::string> posters;            ///< ids, as written; doubled ones once
  std::uint32_t line = 0;
};

struct PeopleFile {
  std::string name;  ///< as it was given, for messages
  std::vector<ImportedPerson> people;
  std::vector<Fault> warnings;
  std::vector<Fault> errors;  ///< with one of these nobody may be invited

  [[nodiscard]] bool sound() const { return errors.empty(); }
};

inline constexpr std::size_t max_person_name = 64;
inline constexpr std::size_t max_short_name = 16;
inline constexpr std::size_t max_affiliation = 64;

/// "attendee", "author", "host", "moderator", "organiser"; any case.
[[nodiscard]] std::optional<domain::Role> role_of(std::string_view word);

/// Reads bytes; all faults, each at its line. Never fails otherwise.
[[nodiscard]] PeopleFile read_people(std::string_view bytes, std::string name);
[[nodiscard]] PeopleFile read_people_file(const std::string& path);

/// Adds what only the event knows: ids of posters that are not there, and hosts without a poster (the rule: one must
/// have an accepted poster to host a breakout). `on_posters`: e-mail addresses of people who are on one already.
void check_people(PeopleFile& file, const std::vector<domain::Poster>& posters,
                  const std::set<std::string>& on_posters);

/// The rule about hosts, for one person: what is wrong, or nothing. Used by `invite --role host` too.
[[nodiscard]] std::optional<Fault> host_fault(const ImportedPerson& person, const std::set<std::string>& on_posters);

/// Warnings and errors of a list, a line each.
[[nodiscard]] std::string faults_text(const PeopleFile& file);

}  // namespace posterhall::tools
