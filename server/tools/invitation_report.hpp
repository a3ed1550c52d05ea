// Whom `posterhall invite` invites: the event as invitations need it, the rows on their way, and what is said of them.
// Runs on: the command's thread. Owns: the lists as they were read.
#pragma once

#include <ostream>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/database.hpp"
#include "tools/import/people_csv.hpp"
#include "tools/invite_command.hpp"

namespace posterhall::tools {

/// A row on its way: what was asked, what became of it.
struct Asked {
  store::Invite invite;
  std::string token;
  store::Invited result;
};

/// The event as invitations need it.
struct Guests {
  std::vector<domain::Poster> posters;
  std::vector<store::ListedPerson> people;
  std::string public_url;
  std::unordered_map<std::string, PosterKey> key_of;
  std::set<std::string> on_posters;

  /// Somebody of the list.
  [[nodiscard]] const store::ListedPerson& listed(PersonId id) const;
};

/// The flags as a row of people.csv would say it; what is wrong with them goes to the file's errors.
[[nodiscard]] ImportedPerson person_of_flags(const InviteOptions& options, const Guests& guests, PeopleFile& file);

/// Where links lead.
struct LinkBase {
  std::string url;
  bool local = false;  ///< only this machine can open them

  [[nodiscard]] std::string link(const std::string& token) const { return url + "/join#" + token; }
  /// Said without an address, so that the last address printed is the link.
  void say_local(std::ostream& err) const;
};

/// What became of one person, of a list (as CSV with the links), and both as JSON.
void tell_one(const Asked& asked, const Guests& guests, const LinkBase& base, std::ostream& out, std::ostream& err);
void tell_csv(const std::vector<Asked>& asked, const Guests& guests, const LinkBase& base, std::ostream& out,
              std::ostream& err);
void tell_json(const std::vector<Asked>& asked, const Guests& guests, const LinkBase& base, const PeopleFile& file,
               std::ostream& out);

}  // namespace posterhall::tools
