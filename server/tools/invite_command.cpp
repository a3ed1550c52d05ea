#include "tools/invite_command.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <filesystem>
#include <ostream>

#include "crypto/crypto.hpp"
#include "text/text.hpp"
#include "tools/bots.hpp"
#include "tools/data_folder.hpp"
#include "tools/invitation_lists.hpp"
#include "tools/invitation_report.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr int kDone = 0;
constexpr int kFaults = 1;
constexpr int kWrongUse = 2;
constexpr UnixMs kDay = UnixMs{24} * 3600 * 1000;

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
        database_(open_existing(dir_, options.database)),
        guests_(load_guests(*database_, dir_)) {
    auto& url = base_.url = options.public_url.empty() ? guests_.public_url : options.public_url;
    while (url.ends_with('/')) url.pop_back();
    base_.local = url.empty();
    if (base_.local) url = "http://localhost:" + std::to_string(options.port);
  }

  int invite_list() {
    PeopleFile file = read_people_file(options_.from);
    check_people(file, guests_.posters, guests_.on_posters);
    if (!file.sound()) return refuse(file);
    for (const auto& person : file.people) asked_.push_back(asked_for(person));
    store_them(file);
    if (!options_.json) tell_csv(asked_, guests_, base_, out_, err_);
    return kDone;
  }

  int invite_one() {
    PeopleFile file;
    file.name = "posterhall invite";
    const auto person = person_of_flags(options_, guests_, file);
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
    store_them(file);
    if (!options_.json) tell_one(asked_.front(), guests_, base_, out_, err_);
    return kDone;
  }

  int renew() {
    const auto email = known_email(options_.renew);
    if (!email) return kFaults;
    const auto token = crypto::new_token();
    (void)need(database_->people().renew(*email, crypto::sha256(token), expires(), system_now()),
               dir_.string() + ": the link could not be renewed");
    if (options_.json) {
      out_ << json::serialize(json::object{{"email", *email}, {"link", base_.link(token)}}) << "\n";
      return kDone;
    }
    base_.say_local(err_);
    out_ << *email << ": a new link. The old one has ended; devices that are in the hall stay in it "
         << "(--revoke ends those too).\n"
         << base_.link(token) << "\n";
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

  int refuse(const PeopleFile& file) {
    if (options_.json) {
      tell_json(asked_, guests_, base_, file, out_);
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

  /// Stores the rows, and says what the file has to be warned of; as JSON all of it.
  void store_them(PeopleFile& file) {
    std::vector<store::Invite> rows;
    for (const auto& one : asked_) rows.push_back(one.invite);
    const auto results = need(database_->people().invite(rows, expires(), system_now()),
                              dir_.string() + ": the invitations could not be stored; nobody was invited");
    for (std::size_t i = 0; i < asked_.size(); ++i) asked_[i].result = results[i];
    guests_.people = need(database_->people().list(), dir_.string() + ": the people cannot be read");
    warn_of_lone_authors(file);
    if (options_.json) {
      tell_json(asked_, guests_, base_, file, out_);
    } else {
      err_ << faults_text(file);
    }
  }

  void warn_of_lone_authors(PeopleFile& file) {
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      const auto& one = guests_.listed(asked_[i].result.person);
      if (one.invited_as != domain::Role::author || !one.person.presents.empty()) continue;
      file.warnings.push_back({file.people[i].line, "role", one.person.email + " is an author without a poster",
                               "counts as attendee until --poster ID names one"});
    }
  }

  std::optional<std::string> known_email(const std::string& written) {
    auto email = text::clean_email(written);
    for (const auto& one : guests_.people) {
      if (email && one.person.email == *email) return email;
    }
    err_ << in_quotes(written) << ": nobody is invited by this address; --list shows who is.\n";
    return std::nullopt;
  }

  const InviteOptions& options_;
  const fs::path dir_;
  std::ostream& out_;
  std::ostream& err_;
  std::unique_ptr<store::Database> database_;
  Guests guests_;
  LinkBase base_;
  std::vector<Asked> asked_;
};

int mint_bots(const InviteOptions& options, std::ostream& out) {
  const auto tokens = mint_bot_links(options.data, options.bots, 0, options.database);
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
