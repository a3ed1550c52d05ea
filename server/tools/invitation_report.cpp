#include "tools/invitation_report.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "tools/import/csv_writer.hpp"
#include "tools/invitation_lists.hpp"

namespace posterhall::tools {
namespace {

namespace json = boost::json;

/// What became of somebody who was invited before.
std::string before_words(const store::Invited& result) {
  if (result.revoked) return "the link was revoked; --renew gives a new one";
  return std::string("invited before") + (result.changed ? ", brought up to date" : ", nothing changed") +
         "; a link is shown once, --renew gives a new one";
}

json::array faults_json(const std::vector<Fault>& faults, const std::string& file) {
  json::array array;
  for (const auto& fault : faults) {
    array.push_back(
        json::object{{"file", file}, {"line", fault.line}, {"column", fault.column}, {"message", fault.message()}});
  }
  return array;
}

}  // namespace

const store::ListedPerson& Guests::listed(PersonId id) const {
  return *std::find_if(people.begin(), people.end(), [&](const auto& one) { return one.person.id == id; });
}

void LinkBase::say_local(std::ostream& err) const {
  if (local) err << "Without --public-url these are localhost links: only this machine can open them.\n";
}

void tell_one(const Asked& asked, const Guests& guests, const LinkBase& base, std::ostream& out, std::ostream& err) {
  const auto& one = guests.listed(asked.result.person);
  out << one.person.name << " <" << one.person.email << ">, " << word_of(one.person.role)
      << poster_words(one.person, guests.posters) << "\n";
  if (asked.result.linked) {
    base.say_local(err);
    out << base.link(asked.token) << "\n";
  } else {
    out << before_words(asked.result) << "\n";
  }
}

void tell_csv(const std::vector<Asked>& asked, const Guests& guests, const LinkBase& base, std::ostream& out,
              std::ostream& err) {
  CsvWriter csv({"name", "email", "link"});
  std::size_t fresh = 0;
  for (const auto& one : asked) {
    const auto& person = guests.listed(one.result.person).person;
    csv.row({person.name, person.email, one.result.linked ? base.link(one.token) : ""});
    fresh += one.result.linked ? 1 : 0;
  }
  if (fresh > 0) base.say_local(err);
  if (fresh < asked.size()) {
    err << counted(asked.size() - fresh, "person was", "people were")
        << " invited before: brought up to date, no new link (--renew EMAIL gives one).\n";
  }
  out << csv.text();
}

void tell_json(const std::vector<Asked>& asked, const Guests& guests, const LinkBase& base, const PeopleFile& file,
               std::ostream& out) {
  json::array invited;
  for (const auto& each : asked) {
    const auto& one = guests.listed(each.result.person);
    invited.push_back(json::object{{"name", one.person.name},
                                   {"email", one.person.email},
                                   {"role", word_of(one.person.role)},
                                   {"posters", poster_ids_json(one.person, guests.posters)},
                                   {"new", each.result.linked},
                                   {"changed", each.result.changed},
                                   {"revoked", each.result.revoked},
                                   {"link", each.result.linked ? json::value(base.link(each.token)) : json::value()}});
  }
  out << json::serialize(json::object{{"invited", std::move(invited)},
                                      {"localhost_only", base.local},
                                      {"warnings", faults_json(file.warnings, file.name)},
                                      {"errors", faults_json(file.errors, file.name)}})
      << "\n";
}

}  // namespace posterhall::tools
