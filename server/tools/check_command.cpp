#include "tools/check_command.hpp"

#include <boost/json.hpp>
#include <filesystem>
#include <ostream>

#include "media/converter.hpp"
#include "tools/data_folder.hpp"
#include "tools/findings.hpp"
#include "tools/import/fault.hpp"

namespace posterhall::tools {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

Findings look(const fs::path& dir, const std::string& place) {
  Findings findings;
  const auto database = open_existing(dir, place);
  for (const auto& words : need(database->faults(), dir.string() + ": the store cannot be checked")) {
    findings.unsound.push_back({"store", words, "restore a backup of the directory"});
  }
  const auto state = database->catalogue().load();
  const auto people = database->people().list();
  if (!state || !people) {
    findings.unsound.push_back({"store", "the event cannot be read", "restore a backup of the directory"});
    return findings;
  }
  check_files(dir, need(database->needed_files(), dir.string() + ": the store cannot be checked"), findings);
  const auto imported = parse_imported_event(state->imported_event);
  check_event(state->catalogue, read_event_file(event_file_of(dir), imported.event.time_zone), findings);
  check_posters(state->catalogue, *people, findings);
  check_programme(state->catalogue, *people, findings);
  check_hall(state->catalogue, state->layout, findings);
  if (const auto packages = media::missing_packages(); !packages.empty()) {
    findings.missing.push_back(
        {"files", "posters cannot be converted: programs are missing", "apt-get install " + packages});
  }
  return findings;
}

std::string in_words(const Finding& finding) {
  return "  " + finding.about + ": " + finding.what + (finding.mend.empty() ? "" : "; " + finding.mend) + "\n";
}

json::array as_json(const std::vector<Finding>& list) {
  json::array array;
  for (const auto& finding : list) {
    array.push_back(json::object{{"about", finding.about}, {"what", finding.what}, {"mend", finding.mend}});
  }
  return array;
}

}  // namespace

int run_check(const CheckOptions& options, std::ostream& out, std::ostream&) {
  const auto findings = look(options.data, options.database);
  const bool sound = findings.unsound.empty();
  if (options.json) {
    out << json::serialize(json::object{
               {"sound", sound}, {"unsound", as_json(findings.unsound)}, {"missing", as_json(findings.missing)}})
        << "\n";
    return sound ? 0 : 1;
  }
  if (!sound) {
    out << counted(findings.unsound.size(), "thing is", "things are") << " unsound:\n";
    for (const auto& finding : findings.unsound) out << in_words(finding);
  }
  if (!findings.missing.empty()) {
    out << counted(findings.missing.size(), "thing is", "things are") << " missing:\n";
    for (const auto& finding : findings.missing) out << in_words(finding);
  }
  if (sound) out << (findings.missing.empty() ? "Everything is there and sound.\n" : "What is there is sound.\n");
  return sound ? 0 : 1;
}

}  // namespace posterhall::tools
