#include "tools/invite_command.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <filesystem>
#include <ostream>
#include <set>
#include <unordered_map>

#include "crypto/crypto.hpp"
#include "text/text.hpp"
#include "tools/bots.hpp"
#include "tools/data_folder.hpp"
#include "tools/import/csv_writer.hpp"
#include "tools/import/people_csv.hpp"
#include "tools/invitation_lists.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr int kDone = 0;
constexpr int kFaults = 1;
constexpr int kWrongUse = 2;
constexpr UnixMs kDay = UnixMs{24} * 3600 * 1000;

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
};

Guests load_guests(store::Database& database, const fs::path& dir) {
  Guests guests;
  const auto state = need(database.catalogue().load(), dir.string() + ": the posters cannot be read");
  guests.posters = state.catalogue.posters;
  guests.public_url = state.catalogue.event.public_url;
  guests.people = need(database.people().list(), dir.string() + ": the people cannot be read");
  for (const auto& poster : guests.posters) guests.key_of.emplace(poster.id, poster.key);
  for (const auto& one : guests.people) {
    if (!one.person.presents.empty()) guests.on_posters.insert(one.person.email);
  }
  return guests;
}

class InviteRun {
 public:
  InviteRun(const InviteOptions& options, std::ostream& out, std::ostream& err)
      : options_(options),
        dir_(options.data),
        out_(out),
        err_(err),
        database_(open_existing(dir_)),
        guests_(load_guests(*database_, dir_)) {
    url_ = options.public_url.empty() ? guests_.public_url : options.public_url;
    while (url_.ends_with('/')) url_.pop_back();
    local_ = url_.empty();
    if (local_) url_ = "http://localhost:" + std::to_string(options.port);
  }

  int invite_list() {
    PeopleFile file = read_people_file(options_.from);
    check_people(file, guests_.posters, guests_.on_posters);
    if (!file.sound()) return refuse(file);
    for (const auto& person : file.people) asked_.push_back(asked_for(person));
    store_them();
    warn_of_lone_authors(file);
    if (options_.json) {
      tell_json(file.warnings, file.name);
    } else {
      err_ << faults_text(file);
      tell_csv();
    }
    return kDone;
  }

  int invite_one() {
    PeopleFile file;
    file.name = "posterhall invite";
    const auto person = person_of_flags(file);
    if (file.errors.empty()) {
      file.people.push_back(person);
      check_people(file, guests_.posters, guests_.on_posters);
    }
    if (!file.sound()) return refuse(file);
    asked_.push_back(asked_for(person));
    auto& invite = asked_.front().invite;
    invite.name = options_.name ? std::optional(person.name) : std::nullopt;
    invite.short_name = options_.short_name ? std::optional(person.short_name) : std::nullopt;
    invite.affiliation = options_.affiliation ? std::optional(person.affiliation) : std::nullopt;
    invite.role = options_.role ? std::optional(person.role) : std::nullopt;
    store_them();
    warn_of_lone_authors(file);
    if (options_.json) {
      tell_json(file.warnings, file.name);
    } else {
      err_ << faults_text(file);
      tell_one();
    }
    return kDone;
  }

  int renew() {
    const auto email = known_email(options_.renew);
    if (!email) return kFaults;
    const auto token = crypto::new_token();
    (void)need(database_->people().renew(*email, crypto::sha256(token), expires(), system_now()),
               dir_.string() + ": the link could not be renewed");
    if (options_.json) {
      out_ << json::serialize(json::object{{"email", *email}, {"link", link(token)}}) << "\n";
      return kDone;
    }
    say_local();
    out_ << *email << ": a new link. The old one has ended; devices that are in the hall stay in it "
         << "(--revoke ends those too).\n"
         << link(token) << "\n";
    return kDone;
  }

  int revoke() {
    const auto email = known_email(options_.revoke);
    if (!email) return kFaults;
    (void)need(database_->people().revoke(*email, system_now()), dir_.string() + ": the link could not be revoked");
    if (options_.json) {
      out_ << json::serialize(json::object{{"email", *email}, {"revoked", true}}) << "\n";
    } else {
      out_ << *email << ": the link and every device it opened have ended. --renew lets them in again.\n";
    }
    return kDone;
  }

  int list() {
    out_ << (options_.json ? people_json(guests_.people, guests_.posters) + "\n"
                           : people_text(guests_.people, guests_.posters, system_now()));
    return kDone;
  }

  int missing() {
    out_ << (options_.json ? uninvited_json(guests_.people, guests_.posters) + "\n"
                           : uninvited_text(guests_.people, guests_.posters));
    return kDone;
  }

 private:
  [[nodiscard]] UnixMs expires() const { return system_now() + UnixMs{options_.days} * kDay; }
  [[nodiscard]] std::string link(const std::string& token) const { return url_ + "/join#" + token; }

  /// Said without an address, so that the last address printed is the link.
  void say_local() {
    if (!local_) return;
    err_ << "Without --public-url these are localhost links: only this machine can open them.\n";
  }

  int refuse(const PeopleFile& file) {
    if (options_.json) {
      tell_json(file.warnings, file.name, &file.errors);
    } else {
      err_ << faults_text(file) << "Nobody was invited.\n";
    }
    return kFaults;
  }

  Asked asked_for(const ImportedPerson& person) {
    Asked asked;
    asked.token = crypto::new_token();
    auto& invite = asked.invite;
    invite.email = person.email;
    invite.name = person.name;
    if (!person.short_name.empty()) invite.short_name = person.short_name;
    if (!person.affiliation.empty()) invite.affiliation = person.affiliation;
    // An empty cell means attendee for somebody new, and takes nobody's role away.
    if (person.role != domain::Role::attendee) invite.role = person.role;
    if (!person.posters.empty()) {
      invite.posters.emplace();
      for (const auto& id : person.posters) invite.posters->push_back(guests_.key_of.at(id));
    }
    invite.token = crypto::sha256(asked.token);
    return asked;
  }

  /// The flags as a row of people.csv would say it; what is wrong with them goes to the file's errors.
  ImportedPerson person_of_flags(PeopleFile& file) {
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
    person.name = line(options_.name, "--name", max_person_name);
    person.short_name = line(options_.short_name, "--short-name", max_short_name);
    person.affiliation = line(options_.affiliation, "--affiliation", max_affiliation);
    const auto email = text::clean_email(options_.email.value_or(""));
    if (!email) wrong("--email", in_quotes(options_.email.value_or("")) + " is not an e-mail address", "correct it");
    person.email = email.value_or("");
    const bool known = std::any_of(guests_.people.begin(), guests_.people.end(),
                                   [&](const auto& one) { return one.person.email == person.email; });
    if (person.name.empty() && (!known || options_.name)) {
      wrong("--name", "the name is empty", "write the person's name");
    }
    if (options_.role) {
      const auto role = role_of(*options_.role);
      if (!role) {
        wrong("--role", in_quotes(*options_.role) + " is not a role",
              "write attendee, author, host, moderator or organiser");
      }
      person.role = role.value_or(domain::Role::attendee);
    }
    person.posters = options_.posters;
    return person;
  }

  void store_them() {
    std::vector<store::Invite> rows;
    for (const auto& one : asked_) rows.push_back(one.invite);
    const auto results = need(database_->people().invite(rows, expires(), system_now()),
                              dir_.string() + ": the invitations could not be stored; nobody was invited");
    for (std::size_t i = 0; i < asked_.size(); ++i) asked_[i].result = results[i];
    guests_.people = need(database_->people().list(), dir_.string() + ": the people cannot be read");
  }

  [[nodiscard]] const store::ListedPerson& listed(PersonId id) const {
    return *std::find_if(guests_.people.begin(), guests_.people.end(),
                         [&](const auto& one) { return one.person.id == id; });
  }

  void warn_of_lone_authors(PeopleFile& file) {
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      const auto& one = listed(asked_[i].result.person);
      if (one.invited_as != domain::Role::author || !one.person.presents.empty()) continue;
      file.warnings.push_back({file.people[i].line, "role", one.person.email + " is an author without a poster",
                               "counts as attendee until --poster ID names one"});
    }
  }

  std::optional<std::string> known_email(const std::string& written) {
    const auto email = text::clean_email(written);
    for (const auto& one : guests_.people) {
      if (email && one.person.email == *email) return email;
    }
    err_ << in_quotes(written) << ": nobody is invited by this address; --list shows who is.\n";
    return std::nullopt;
  }

  /// What became of somebody who was invited before.
  static std::string before_words(const store::Invited& result) {
    if (result.revoked) return "the link was revoked; --renew gives a new one";
    return std::string("invited before") + (result.changed ? ", brought up to date" : ", nothing changed") +
           "; a link is shown once, --renew gives a new one";
  }

  void tell_one() {
    const auto& asked = asked_.front();
    const auto& one = listed(asked.result.person);
    out_ << one.person.name << " <" << one.person.email << ">, " << word_of(one.person.role)
         << poster_words(one.person, guests_.posters) << "\n";
    if (asked.result.linked) {
      say_local();
      out_ << link(asked.token) << "\n";
    } else {
      out_ << before_words(asked.result) << "\n";
    }
  }

  void tell_csv() {
    CsvWriter csv({"name", "email", "link"});
    std::size_t fresh = 0;
    for (const auto& asked : asked_) {
      const auto& person = listed(asked.result.person).person;
      csv.row({person.name, person.email, asked.result.linked ? link(asked.token) : ""});
      fresh += asked.result.linked ? 1 : 0;
    }
    if (fresh > 0) say_local();
    if (fresh < asked_.size()) {
      err_ << counted(asked_.size() - fresh, "person was", "people were")
           << " invited before: brought up to date, no new link (--renew EMAIL gives one).\n";
    }
    out_ << csv.text();
  }

  void tell_json(const std::vector<Fault>& warnings, const std::string& file,
                 const std::vector<Fault>* errors = nullptr) {
    json::array invited;
    for (const auto& asked : asked_) {
      const auto& one = listed(asked.result.person);
      invited.push_back(json::object{{"name", one.person.name},
                                     {"email", one.person.email},
                                     {"role", word_of(one.person.role)},
                                     {"posters", poster_ids_json(one.person, guests_.posters)},
                                     {"new", asked.result.linked},
                                     {"changed", asked.result.changed},
                                     {"revoked", asked.result.revoked},
                                     {"link", asked.result.linked ? json::value(link(asked.token)) : json::value()}});
    }
    const auto faults = [&](const std::vector<Fault>& list) {
      json::array array;
      for (const auto& fault : list) {
        array.push_back(
            json::object{{"file", file}, {"line", fault.line}, {"column", fault.column}, {"message", fault.message()}});
      }
      return array;
    };
    out_ << json::serialize(json::object{{"invited", std::move(invited)},
                                         {"localhost_only", local_},
                                         {"warnings", faults(warnings)},
                                         {"errors", errors == nullptr ? json::array() : faults(*errors)}})
         << "\n";
  }

  const InviteOptions& options_;
  const fs::path dir_;
  std::ostream& out_;
  std::ostream& err_;
  std::unique_ptr<store::Database> database_;
  Guests guests_;
  std::string url_;
  bool local_ = false;
  std::vector<Asked> asked_;
};

int mint_bots(const InviteOptions& options, std::ostream& out) {
  const auto tokens = mint_bot_links(options.data, options.bots, 0);
  if (options.json) {
    json::array list;
    for (const auto& token : tokens) list.emplace_back(token);
    out << json::serialize(json::object{{"tokens", std::move(list)}}) << "\n";
    return kDone;
  }
  for (const auto& token : tokens) out << token << "\n";
  return kDone;
}

std::string wrong_use(const InviteOptions& options) {
  const bool one = options.email.has_value();
  const std::array<bool, 7> ways{
      one,          !options.from.empty(), !options.renew.empty(), !options.revoke.empty(), options.missing,
      options.list, options.bots > 0};
  const auto count = std::count(ways.begin(), ways.end(), true);
  if (count == 0) {
    return options.name
               ? "--email is missing: the person is known by it"
               : "say whom: --name and --email, --from people.csv, --renew EMAIL, --revoke EMAIL, --missing or "
                 "--list";
  }
  if (count > 1) return "--email, --from, --renew, --revoke, --missing and --list go one at a time";
  const bool flags =
      options.name || options.short_name || options.affiliation || options.role || !options.posters.empty();
  if (!one && flags) return "--name, --short-name, --affiliation, --role and --poster go with --email";
  if (!options.public_url.empty() && !text::clean_link(options.public_url)) {
    return "--public-url is scheme and host, as https://hall.example.org";
  }
  return {};
}

}  // namespace

int run_invite(const InviteOptions& options, std::ostream& out, std::ostream& err) {
  if (const auto wrong = wrong_use(options); !wrong.empty()) {
    err << "posterhall invite: " << wrong << "\n";
    return kWrongUse;
  }
  if (options.bots > 0) return mint_bots(options, out);
  InviteRun run(options, out, err);
  if (!options.from.empty()) return run.invite_list();
  if (!options.renew.empty()) return run.renew();
  if (!options.revoke.empty()) return run.revoke();
  if (options.missing) return run.missing();
  if (options.list) return run.list();
  return run.invite_one();
}

}  // namespace posterhall::tools
