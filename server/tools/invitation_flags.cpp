#include <algorithm>

#include "text/text.hpp"
#include "tools/invitation_report.hpp"

namespace posterhall::tools {

ImportedPerson person_of_flags(const InviteOptions& options, const Guests& guests, PeopleFile& file) {
  ImportedPerson person;
  const auto wrong = [&](std::string flag, std::string what, std::string mend) {
    file.errors.push_back({0, std::move(flag), std::move(what), std::move(mend)});
  };
  const auto line = [&](const std::optional<std::string>& value, const char* flag, std::size_t most) {
    if (!value) return std::string();
    const auto clean = text::clean_line(*value, most);
    if (!clean) wrong(flag, "more than " + grouped(most) + " characters", "shorten it");
    return clean ? *clean : std::string();
  };
  person.name = line(options.name, "--name", max_person_name);
  person.short_name = line(options.short_name, "--short-name", max_short_name);
  person.affiliation = line(options.affiliation, "--affiliation", max_affiliation);
  const auto email = text::clean_email(options.email.value_or(""));
  if (!email) wrong("--email", in_quotes(options.email.value_or("")) + " is not an e-mail address", "correct it");
  person.email = email.value_or("");
  const bool known = std::any_of(guests.people.begin(), guests.people.end(),
                                 [&](const auto& one) { return one.person.email == person.email; });
  if (person.name.empty() && (!known || options.name)) {
    wrong("--name", "the name is empty", "write the person's name");
  }
  if (options.role) {
    const auto role = role_of(*options.role);
    if (!role) {
      wrong("--role", in_quotes(*options.role) + " is not a role",
            "write attendee, author, host, moderator or organiser");
    }
    person.role = role.value_or(domain::Role::attendee);
  }
  person.posters = options.posters;
  return person;
}

}  // namespace posterhall::tools
